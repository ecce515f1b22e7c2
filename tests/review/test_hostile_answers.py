"""Whatever the forge answers, a review ends with an error that says so, or does what is right."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.forge import ForgeError
from tests.local_forge import US
from tests.local_pull_requests import LocalPullRequests
from tests.review.pulling import BROKEN, COMPLETE, REKA, World


@pytest.fixture
def forge(world: World) -> Iterator[LocalPullRequests]:
    with world.running() as forge:
        yield forge


anything = st.sampled_from([None, True, -1, 7, "", "x", "0" * 40, [], {}, [7], {"sha": "../x"}, {"name": 7}])


@given(number=st.integers(1, 16), part=st.integers(0, 200), instead=anything)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_an_answer_of_any_shape_is_an_error_or_harmless(world: World, number: int, part: int, instead: Any) -> None:
    if not (world.fork / REKA).exists():
        world.push(BROKEN)
    with world.running() as forge, suppress(ForgeError):
        real = forge.answer

        def answer(*request: Any) -> Any:
            status, found = real(*request)
            if len(forge.requests) == number:
                places = list(places_in(found))
                found = spoiled(found, places[part % len(places)], instead)
            return status, found

        forge.answer = answer
        world.review(forge)


def places_in(value: Any, place: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The place of each part of an answer, as keys and numbers on the way to it."""
    yield place
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield from places_in(inner, (*place, key))


def spoiled(value: Any, place: tuple[Any, ...], instead: Any) -> Any:
    """The answer with something else at one place."""
    if not place:
        return instead
    key, *rest = place
    if isinstance(value, dict):
        return {**value, key: spoiled(value[key], tuple(rest), instead)}
    return [*value[:key], spoiled(value[key], tuple(rest), instead), *value[key + 1 :]]


SHAPES = [
    *((part, wrong) for part in ("state", "base", "head", "labels") for wrong in (None, 7, True, [7], {"sha": 7})),
    *(("user", wrong) for wrong in (7, "x", [1], {"id": "7", "login": "x"}, {"id": True, "login": "x"})),
    *(("head", {"sha": sha, "ref": "x"}) for sha in ("../../../user", "0" * 39, "A" * 40, "")),
    ("head", {"sha": "0" * 40, "ref": 7}),
    ("title", 7),
    ("body", ["x"]),
]


@pytest.mark.parametrize(("part", "wrong"), SHAPES, ids=json.dumps)
def test_a_pull_request_of_another_shape_is_an_error(
    world: World, forge: LocalPullRequests, part: str, wrong: object
) -> None:
    world.push(COMPLETE)
    pull = forge.answer("GET", "/repos/covenant/supporters/pulls/1", {}, None)[1]
    forge.answer = lambda method, path, *rest: (200, {**pull, part: wrong} if path.endswith("/pulls/1") else US)
    with pytest.raises(ForgeError, match="not understood"):
        world.review(forge)
    assert forge.requests[-1].endswith("/pulls/1")  # nothing of it was used


def test_a_file_that_is_another_than_was_asked_for_is_an_error(world: World, forge: LocalPullRequests) -> None:
    world.push(COMPLETE)
    forge._blob = lambda *_: (200, {"encoding": "base64", "content": "AAAA", "size": 3})
    with pytest.raises(ForgeError, match="another file"):
        world.review(forge)
