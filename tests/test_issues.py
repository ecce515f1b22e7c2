"""The issues of the forge: which are listed, what is read from them, how they change."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from generator.forge import ForgeError
from generator.issues import Comment, Issue, Issues, Label
from tests.local_forge import BOT, STRANGER, US, Fault, LocalForge, local_forge

LABEL = Label("report-due", "d4a72c", "Reminds.")


@pytest.fixture
def forge() -> Iterator[LocalForge]:
    with local_forge() as running:
        yield running


@pytest.fixture
def issues(forge: LocalForge) -> Issues:
    return Issues(forge.connect())


def test_issues_with_a_label_are_listed_whether_open_or_closed(forge: LocalForge, issues: Issues) -> None:
    forge.add_issue("A", "Body", ["report-due"], US)
    forge.add_issue("B", "", ["other"], US)
    forge.add_issue("C", "", ["report-due", "other"], BOT, state="closed")
    assert list(issues.labelled("report-due")) == [
        Issue(1, US["login"], False, "A", "Body", True),
        Issue(3, BOT["login"], True, "C", "", False),
    ]


def test_pull_requests_are_no_issues(forge: LocalForge, issues: Issues) -> None:
    forge.add_issue("A", "", ["report-due"], US, pull_request={"url": "x"})
    assert list(issues.labelled("report-due")) == []


def test_what_is_empty_or_deleted_is_null_on_the_forge(forge: LocalForge, issues: Issues) -> None:
    forge.add_issue("A", "", ["report-due"], US)
    forge.issues[1] |= {"user": None, "body": None}
    forge.comments[1] = [{"user": None, "body": None}]
    assert list(issues.labelled("report-due")) == [Issue(1, "", False, "A", "", True)]
    assert list(issues.comments(1)) == [Comment("", "")]


def test_an_issue_is_opened_edited_and_closed(forge: LocalForge, issues: Issues) -> None:
    issues.open("A", "Body", "report-due")
    issues.close(1, is_done=False)
    assert (forge.issues[1]["state"], forge.issues[1]["state_reason"]) == ("closed", "not_planned")
    issues.edit(1, "B", "New body")
    assert list(issues.labelled("report-due")) == [Issue(1, US["login"], False, "B", "New body", True)]
    issues.close(1, is_done=True)
    assert (forge.issues[1]["state"], forge.issues[1]["state_reason"]) == ("closed", "completed")


def test_comments_are_read_from_all_pages_with_their_authors(forge: LocalForge, issues: Issues) -> None:
    forge.page_size = 2
    forge.add_issue("A", "", [], US)
    forge.add_comment(1, "First", STRANGER)
    issues.comment(1, "Second")
    issues.comment(1, "Third")
    assert list(issues.comments(1)) == [
        Comment("stranger", "First"),
        Comment(US["login"], "Second"),
        Comment(US["login"], "Third"),
    ]


def test_a_label_is_made_once(forge: LocalForge, issues: Issues) -> None:
    issues.ensure(LABEL)
    issues.ensure(LABEL)
    assert forge.labels == {"report-due": {"name": "report-due", "color": "d4a72c", "description": "Reminds."}}
    assert sum(request.startswith("POST") for request in forge.requests) == 1


def test_a_label_that_cannot_be_looked_up_is_not_made(forge: LocalForge, issues: Issues) -> None:
    forge.faults = [Fault(401)]
    with pytest.raises(ForgeError):
        issues.ensure(LABEL)
    assert forge.labels == {}


def test_a_label_that_another_run_makes_at_the_same_time_is_there_too(forge: LocalForge, issues: Issues) -> None:
    def another_was_faster(match: object, query: object, data: dict[str, str]) -> tuple[int, object]:
        forge.labels[data["name"]] = data
        return 422, {"message": "Validation Failed"}

    forge._new_label = another_was_faster
    issues.ensure(LABEL)
    assert list(forge.labels) == ["report-due"]


def test_the_name_of_a_label_may_have_any_signs(forge: LocalForge, issues: Issues) -> None:
    for name in ("kind: bug", "a/b?c#d", "й"):
        issues.ensure(Label(name, "d4a72c", ""))
        issues.ensure(Label(name, "d4a72c", ""))
    assert sum(request.startswith("POST") for request in forge.requests) == 3


def test_the_account_of_a_person_s_token_is_known(issues: Issues) -> None:
    assert issues.account() == US["login"]


def test_the_account_of_a_program_s_token_is_not(forge: LocalForge, issues: Issues) -> None:
    forge.user = BOT
    assert issues.account() is None


@pytest.mark.parametrize("fault", [Fault(401), Fault(403, {"retry-after": "3600"})], ids=["not accepted", "too often"])
def test_a_token_whose_account_cannot_be_asked_for_is_no_program_s(
    forge: LocalForge, issues: Issues, fault: Fault
) -> None:
    forge.faults = [fault]
    with pytest.raises(ForgeError):
        issues.account()
