"""Work spread over processes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator import side_by_side


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_every_item_has_its_result(processes: int) -> None:
    assert side_by_side.results(lambda number: number * number, [1, 2, 3, 4], processes) == {1: 1, 2: 4, 3: 9, 4: 16}


def test_results_of_any_size_come_back() -> None:
    found = side_by_side.results(lambda letter: letter * 1_000_000, ["a", "b"], 2)
    assert found == {"a": "a" * 1_000_000, "b": "b" * 1_000_000}


def test_work_is_done_in_other_processes() -> None:
    assert os.getpid() not in side_by_side.results(lambda _: os.getpid(), [1, 2], 2).values()


def test_every_item_is_worked_on(tmp_path: Path) -> None:
    side_by_side.each(lambda name: (tmp_path / name).touch(), ["a", "b", "c"], 2)
    assert {file.name for file in tmp_path.iterdir()} == {"a", "b", "c"}


def fail(number: int) -> int:
    return 1 // number


@pytest.mark.parametrize("spread", [side_by_side.each, side_by_side.results])
def test_a_process_that_fails_fails_everything(spread, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(RuntimeError, match="a process that"):
        spread(fail, [1, 0], 2)
    assert "ZeroDivisionError" in capfd.readouterr().err
