"""The world of pull requests, made once and copied for each test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.review.pulling import World


@pytest.fixture(scope="session")
def first_world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return World.begin(tmp_path_factory.mktemp("world") / "first")


@pytest.fixture
def world(first_world: World, tmp_path: Path) -> World:
    return first_world.copied(tmp_path / "world")
