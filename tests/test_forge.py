"""The adapter to the forge: pages, patience, what is repeated and what never, errors that say what to do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

import pytest

from generator.forge import LONGEST_WAIT, WAITS, Access, ForgeError
from tests.local_forge import REPOSITORY, TOKEN, US, Fault, LocalForge, local_forge
from tests.memory import LANGUAGES

ISSUES = f"repos/{REPOSITORY}/issues"
LIMITED = {"retry-after": "7"}
DROPPED = Fault()


@pytest.fixture
def forge() -> Iterator[LocalForge]:
    with local_forge() as running:
        yield running


def reason(error: pytest.ExceptionInfo[ForgeError], language: str = "en") -> str:
    return error.value.message.render(LANGUAGES[language].catalogue)


def test_what_is_asked_is_answered(forge: LocalForge) -> None:
    assert forge.connect().get("user") == US
    created = forge.connect().create(ISSUES, {"title": "A", "body": "B", "labels": ["x"]})
    assert created["number"] == 1
    assert forge.connect().change(f"{ISSUES}/1", {"state": "closed"})["state"] == "closed"


@pytest.mark.parametrize(("issues", "requests"), [(0, 1), (1, 1), (2, 1), (3, 2), (7, 4)])
def test_a_list_is_read_to_its_last_page(forge: LocalForge, issues: int, requests: int) -> None:
    forge.page_size = 2
    for number in range(issues):
        forge.add_issue(f"Issue {number}", "", ["x"], US)
    found = forge.connect().every(ISSUES, labels="x", state="all")
    assert [each["number"] for each in found] == list(range(1, issues + 1))
    assert len(forge.requests) == requests


@pytest.mark.parametrize("fault", [Fault(500), Fault(502), Fault(503), DROPPED], ids=repr)
def test_reading_and_changing_are_tried_again_when_the_forge_fails(forge: LocalForge, fault: Fault) -> None:
    forge.add_issue("A", "", [], US)
    forge.faults = [fault, fault, fault]
    assert forge.connect().get("user") == US
    forge.faults = [fault, fault, fault]
    forge.connect().change(f"{ISSUES}/1", {"state": "closed"})
    assert forge.issues[1]["state"] == "closed"
    assert forge.waited == [*WAITS, *WAITS]


def test_patience_ends(forge: LocalForge) -> None:
    forge.faults = [Fault(502)] * 4
    with pytest.raises(ForgeError) as error:
        forge.connect().get("user")
    assert error.value.status == 502
    assert len(forge.requests) == 4


@pytest.mark.parametrize("acts", [True, False])
@pytest.mark.parametrize("status", [0, 500, 502])
def test_creating_is_never_tried_again_when_nobody_knows_what_happened(
    forge: LocalForge, status: int, acts: bool
) -> None:
    forge.faults = [Fault(status, acts=acts)]
    with pytest.raises(ForgeError):
        forge.connect().create(ISSUES, {"title": "A", "body": "B", "labels": []})
    assert len(forge.requests) == 1
    assert len(forge.issues) == acts


@pytest.mark.parametrize("fault", [Fault(500), DROPPED, Fault(acts=True)], ids=repr)
def test_creating_is_tried_again_where_twice_does_no_harm(forge: LocalForge, fault: Fault) -> None:
    forge.faults = [fault]
    forge.connect().create(ISSUES, {"title": "A", "body": "B", "labels": []}, again=True)
    assert len(forge.issues) == 1 + fault.acts


def test_what_is_gone_already_need_not_be_deleted(forge: LocalForge) -> None:
    forge.connect().delete(f"{ISSUES}/comments/1")
    assert forge.requests == [f"DELETE /{ISSUES}/comments/1"]


def test_what_may_not_be_deleted_is_an_error(forge: LocalForge) -> None:
    forge.faults = [DROPPED, Fault(403)]
    with pytest.raises(ForgeError) as error:
        forge.connect().delete(f"{ISSUES}/comments/1")
    assert "may not do this" in reason(error)


@pytest.mark.parametrize(
    ("fault", "seconds"),
    [
        (Fault(429, {"retry-after": "7"}), 7),
        (Fault(403, {"retry-after": "7"}), 7),
        (Fault(403, {"x-ratelimit-remaining": "0"}), 60),
        (Fault(403, message="You have exceeded a secondary rate limit."), 60),
        (Fault(429, {"retry-after": "Wed, 21 Oct 2026 07:28:00 GMT"}), 60),
    ],
    ids=repr,
)
def test_what_the_forge_refuses_because_of_its_limits_is_tried_again_when_it_says(
    forge: LocalForge, fault: Fault, seconds: float
) -> None:
    forge.faults = [fault]
    forge.connect().create(ISSUES, {"title": "A", "body": "B", "labels": []})
    assert len(forge.issues) == 1
    assert forge.waited == [seconds]


def test_the_end_of_a_limit_is_reckoned_by_the_clock_of_the_forge(forge: LocalForge) -> None:
    now = datetime(2019, 5, 1, 12, 0, 0, tzinfo=UTC)
    headers = {"x-ratelimit-remaining": "0", "x-ratelimit-reset": str(int(now.timestamp()) + 90)}
    forge.date = format_datetime(now, usegmt=True)
    forge.faults = [Fault(403, headers)]
    forge.connect().get("user")
    assert forge.waited == [90]


@pytest.mark.parametrize("status", [403, 429])
def test_a_long_limit_is_not_waited_for(forge: LocalForge, status: int) -> None:
    forge.faults = [Fault(status, {"retry-after": str(LONGEST_WAIT + 1)})]
    with pytest.raises(ForgeError) as error:
        forge.connect().get("user")
    assert "Try again in an hour" in reason(error)
    assert error.value.status == 429
    assert (len(forge.requests), forge.waited) == (1, [])


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (Fault(401), "does not accept the token"),
        (Fault(403, {"x-accepted-github-permissions": "issues=write"}), "needs the permission: issues=write"),
        (Fault(403), "The token may not do this."),
        (Fault(404), f"may not see it: /{ISSUES}"),
        (Fault(410), f"does not have this, or the token may not see it: /{ISSUES}"),
        (Fault(307, {"location": "/elsewhere"}), "has moved"),
        (Fault(422, message="Validation Failed"), "answers 422: Validation Failed"),
        (DROPPED, "does not answer"),
    ],
    ids=repr,
)
def test_errors_say_what_is_the_matter_and_never_the_token(forge: LocalForge, fault: Fault, said: str) -> None:
    forge.faults = [fault]
    with pytest.raises(ForgeError) as error:
        forge.connect().create(ISSUES, {"title": "A", "body": "B", "labels": []})
    assert said in reason(error)
    assert TOKEN not in f"{error.value!r}{error.value}{reason(error)}{reason(error, 'bg')}"


@pytest.mark.parametrize("text", ["<!doctype html>", "[1, 2", ""])
def test_an_answer_that_is_no_json_is_an_error(forge: LocalForge, text: str) -> None:
    forge.answer = lambda *_: (200, text)
    with pytest.raises(ForgeError) as error:
        forge.connect().get("user")
    assert "else than JSON" in reason(error)


def test_a_list_that_is_none_is_an_error(forge: LocalForge) -> None:
    forge.answer = lambda *_: (200, {"message": "Look elsewhere"})
    with pytest.raises(ForgeError) as error:
        list(forge.connect().every(ISSUES))
    assert "else than a list" in reason(error)


def test_what_the_forge_says_is_shown_on_one_line_and_without_addresses(forge: LocalForge) -> None:
    forge.faults = [Fault(422, message="\x1b[2Jwrite to jane@vale.example")]
    with pytest.raises(ForgeError) as error:
        forge.connect().create(ISSUES, {})
    assert reason(error) == "The forge answers 422: …"


def test_nobody_at_the_address_is_an_error() -> None:
    with local_forge() as gone:
        forge = gone.connect()
    with pytest.raises(ForgeError) as error:
        forge.get("user")
    assert error.value.status == 0
    assert gone.waited == list(WAITS)


def test_a_wrong_token_is_not_accepted(forge: LocalForge) -> None:
    with pytest.raises(ForgeError) as error:
        forge.connect("another-token").get("user")
    assert error.value.status == 401


def test_the_token_goes_before_a_netrc(forge: LocalForge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login a password b", encoding="utf-8")
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    assert forge.connect().get("user") == US


def test_the_token_is_not_shown_with_the_access_to_the_forge() -> None:
    assert TOKEN not in repr(Access("https://forge.example", REPOSITORY, TOKEN))
