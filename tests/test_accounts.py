"""Accounts as people write them: those that the forge has, and nothing that could be anything else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.accounts import Author


@pytest.mark.parametrize(
    "login",
    ["vale", "Vale-Towns", "9", "old--login", "old-", "clerk_vale", "dependabot[bot]", "a" * 39, "a" * 39 + "[bot]"],
)
def test_every_login_that_the_forge_has_is_read(login: str) -> None:
    assert Author.of(f"123456:{login}") == Author(123456, login)


@pytest.mark.parametrize(
    "text",
    ["vale", "1:", ":x", "0:x", "01:x", "1:-x", "1:_x", "1:x_", "1:x_y_z", "1:x\n", "1:x\n2", "1:<x>", "1:x y", "1:х",
     "1:[bot]", "1:x[bot]y", "1:x[bo]", "１:x", f"1:{'a' * 40}", f"1:{'a' * 40}[bot]", f"{'1' * 19}:x"],
)  # fmt: skip
def test_what_is_no_account_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        Author.of(text)


@given(st.text())
def test_a_login_can_stand_in_a_commit_and_in_a_comment(text: str) -> None:
    try:
        login = Author.of(f"1:{text}").login
    except ValueError:
        return
    assert set(login) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_[]")
