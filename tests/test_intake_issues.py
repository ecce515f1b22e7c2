"""An issue made with the form, on the forge: one branch, one pull request and one comment, whatever happens."""

from __future__ import annotations

import re
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator import cli, languages
from generator.checks.context import Context
from generator.documents import parse
from generator.forge import ForgeError
from generator.intake import Accepted
from generator.intake_issues import MARK, MOST_OPEN, MOST_OPEN_OF_ONE, Office, take_in
from generator.intake_texts import Outcome, Reply
from generator.problems import Message
from generator.project import Settings
from tests.building import ROOT
from tests.filled_in import VALE, issue, record
from tests.local_forge import BOT, STRANGER, US, Fault, running
from tests.local_intake_forge import CLERK, IntakeForge
from tests.memory import LANGUAGES, SCHEMAS, TODAY
from tests.repositories import commit, environment, git
from tests.review.repositories import repository
from tests.test_intake import ACCEPTED, HILL, OTHERS

BRANCH, PATH = "intake/1", "supporters/vale/supporter.yml"
BROKEN = {**VALE, "contact": "maria.petrova@vale.example", "website": None}
OPERATOR = "registry@site.example"
BULGARIAN = {**VALE, "name": "Съюз на общините от долината", "written_in": "bg"}
WITH_ARABIC = LANGUAGES | languages.load(ROOT / "tests" / "papers" / "content")


@pytest.fixture(scope="session")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bare repository with the project and one organisation, to be copied."""
    folder = tmp_path_factory.mktemp("origin")
    working = repository(folder / "working", {HILL: OTHERS.files[HILL]})
    git(folder, "clone", "--quiet", "--bare", f"file://{working}", "bare")  # one pack is quick to copy
    return folder / "bare"


@pytest.fixture
def forge(origin: Path, tmp_path: Path) -> Iterator[IntakeForge]:
    shutil.copytree(origin, tmp_path / "forge.git")
    with running(IntakeForge(repository=tmp_path / "forge.git")) as started:
        yield started


@pytest.fixture
def clone(forge: IntakeForge, tmp_path: Path) -> Path:
    """What somebody of the Office has on their machine."""
    git(tmp_path, "clone", "--quiet", str(forge.repository), "clone")
    return tmp_path / "clone"


def run(forge: IntakeForge, number: int = 1, accepted: Accepted = ACCEPTED) -> Reply | Message:
    office = Office(forge.connect(), "main", Settings(operator_email=OPERATOR))
    return take_in(number, accepted, office)


def outcome(forge: IntakeForge, number: int = 1) -> Outcome:
    reply = run(forge, number)
    assert isinstance(reply, Reply)
    return reply.outcome


def edit(forge: IntakeForge, answers: Mapping[str, Any], language: str = "en") -> None:
    forge.issues[1]["body"] = issue(answers, language)


def comment(forge: IntakeForge, number: int = 1) -> str:
    """Our one comment, without the mark."""
    (only,) = [each["body"] for each in forge.comments[number] if each["user"] == BOT]
    assert only.startswith(f"{MARK}\n")
    return str(only).removeprefix(f"{MARK}\n")


def filed(forge: IntakeForge, branch: str = BRANCH) -> Any:
    """The data of the one file that a branch adds."""
    (path,) = forge.paths(branch)
    document, problems = parse(path, forge.file(branch, path).encode())
    assert document is not None
    assert problems == []
    return document.data


def is_proposed_once(forge: IntakeForge, answers: Mapping[str, Any] = VALE) -> bool:
    """Whether there are one branch, one pull request and one comment that leads to it."""
    (pull,) = forge.pulls.values()
    assert forge.branches().keys() == {BRANCH}
    assert (pull["head"]["ref"], pull["state"]) == (BRANCH, "open")
    assert filed(forge) == record(answers)
    return f"#{pull['number']}" in comment(forge)


# ---- from the form to a pull request


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_filled_in_well_becomes_a_pull_request(forge: IntakeForge, language: str) -> None:
    forge.apply(issue(VALE, language))
    assert outcome(forge) is Outcome.PROPOSED
    assert is_proposed_once(forge)
    thanks = {"en": "Thank you! A record was made", "bg": "Благодарим! От отговорите ви беше направен запис."}
    assert comment(forge).startswith(thanks[language])


def test_a_form_in_arabic_becomes_a_record_in_arabic(forge: IntakeForge) -> None:
    answers = {**VALE, "name": "شبكة بلديات الوادي", "description": "شبكة من المدن.", "written_in": "ar"}
    forge.apply(issue(answers, "ar", WITH_ARABIC))
    assert "### الاسم\n" in forge.issues[1]["body"]
    reply = run(forge, accepted=Accepted(OTHERS, SCHEMAS, WITH_ARABIC, Context(TODAY)))
    assert isinstance(reply, Reply)
    assert reply.outcome is Outcome.PROPOSED
    assert filed(forge) == record(answers)


@pytest.mark.parametrize("answers", [VALE, BULGARIAN], ids=["en", "bg"])
def test_the_review_of_the_branch_finds_it_complete(
    forge: IntakeForge, clone: Path, answers: Mapping[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    forge.apply(issue(answers, answers["written_in"]))
    run(forge)
    git(clone, "fetch", "--quiet", "origin", BRANCH)
    git(clone, "switch", "--quiet", "--detach", "FETCH_HEAD")
    monkeypatch.chdir(clone)
    result = CliRunner().invoke(cli.main, ["review", "--base", "main", "--today", TODAY.isoformat()])
    assert result.exit_code == 0, result.output
    assert "✅" in result.output


def test_the_commit_credits_the_applicant_and_tells_nothing_of_the_record(forge: IntakeForge) -> None:
    forge.apply(issue(VALE))
    run(forge)
    form = "--format=%an|%cn|%s|%(trailers:key=Co-authored-by,valueonly)"
    assert git(forge.repository, "log", "-1", form, BRANCH).strip() == (
        "covenant intake|covenant intake|supporters: Add vale|vale-clerk <583231+vale-clerk@users.noreply.github.com>"
    )


def test_the_pull_request_says_where_it_comes_from_and_closes_the_issue(forge: IntakeForge) -> None:
    forge.apply(issue(VALE, "bg"))
    run(forge)
    (pull,) = forge.pulls.values()
    assert (pull["title"], pull["base"]["ref"]) == ("supporters: Add vale", "main")
    assert "Този запис е направен от отговорите, които `vale-clerk` даде в #1." in pull["body"]
    assert "This record was made of the answers that `vale-clerk` gave in #1." in pull["body"]
    assert "\n\nCloses #1\n\n" in pull["body"]
    assert "@" not in pull["body"]


def test_warnings_do_not_stop_it_and_are_shown(forge: IntakeForge) -> None:
    forge.apply(issue({**VALE, "funding": "mostly_private"}))
    reply = run(forge)
    assert isinstance(reply, Reply)
    assert reply.outcome is Outcome.PROPOSED
    assert bool(reply.problems) == ("Please look at these once more" in comment(forge))


# ---- what has to be mended


def test_from_broken_to_mended_in_one_comment(forge: IntakeForge) -> None:
    forge.apply(issue(BROKEN, "bg"))
    assert outcome(forge) is Outcome.UNCLEAR
    assert forge.branches() == {}
    assert forge.pulls == {}
    said = comment(forge)
    assert "- На „Сайт“ липсва отговор. Собственият сайт на организацията" in said
    assert "- „Електронна поща за връзка“: Тази пощенска кутия прилича на лична. Посочете обща служебна" in said
    assert "редактирайте заявлението си" in said
    edit(forge, VALE, "bg")
    assert outcome(forge) is Outcome.PROPOSED
    assert is_proposed_once(forge)


def test_personal_data_are_never_repeated_and_it_is_said_how_to_delete_them(forge: IntakeForge) -> None:
    forge.apply(issue({**BROKEN, "description": "Contact: Maria Petrova, tel. +359 888 123 456"}))
    assert outcome(forge) is Outcome.UNCLEAR
    said = comment(forge)
    assert not any(word in said for word in ("petrova", "Petrova", "888"))
    assert "“Delete revision from history”" in said
    assert OPERATOR in said
    assert not any(word in git(forge.repository, "log", "--all", "-p") for word in ("petrova", "Petrova", "888"))


def test_what_was_not_written_with_the_form_is_told_so_if_it_has_the_label(forge: IntakeForge) -> None:
    forge.apply("Hello!")
    assert outcome(forge) is Outcome.UNCLEAR
    assert "choose the form in your language" in comment(forge)
    assert "edit your issue" not in comment(forge)


def test_an_edit_that_breaks_something_leaves_the_proposal_as_it_was(forge: IntakeForge) -> None:
    forge.apply(issue(VALE))
    run(forge)
    edit(forge, BROKEN)
    assert outcome(forge) is Outcome.UNCLEAR
    (pull,) = forge.pulls
    assert f"Until then, the record that is proposed in #{pull} stays as it was." in comment(forge)
    assert filed(forge) == record(VALE)


# ---- later edits


def test_a_later_edit_changes_the_record_on_the_same_branch(forge: IntakeForge) -> None:
    forge.apply(issue(VALE))
    run(forge)
    edit(forge, {**VALE, "name": "Union of Vale and Dale"})
    assert outcome(forge) is Outcome.PROPOSED
    assert is_proposed_once(forge, {**VALE, "name": "Union of Vale and Dale"})


def test_what_an_edit_takes_out_is_not_merged_with_the_history(forge: IntakeForge) -> None:
    forge.apply(issue({**VALE, "description": "Our director is called Ada."}))
    run(forge)
    edit(forge, VALE)
    run(forge)
    assert git(forge.repository, "rev-list", "--count", f"main..{BRANCH}") == "1"
    assert "Ada" not in git(forge.repository, "log", "-p", f"main..{BRANCH}")


def test_another_name_of_the_folder_leaves_nothing_of_the_first(forge: IntakeForge) -> None:
    forge.apply(issue(VALE))
    run(forge)
    edit(forge, {**VALE, "website": "https://dale.example"})
    run(forge)
    assert forge.paths(BRANCH) == ["supporters/dale/supporter.yml"]


def test_an_edit_that_changes_nothing_makes_no_commit(forge: IntakeForge) -> None:
    forge.apply(issue(VALE))
    run(forge)
    before, writes = forge.branches(), len(forge.said)
    assert outcome(forge) is Outcome.PROPOSED
    assert (forge.branches(), len(forge.said)) == (before, writes)


def test_the_branch_follows_though_main_has_moved_on(forge: IntakeForge, clone: Path) -> None:
    forge.apply(issue(VALE))
    run(forge)
    commit(clone, {"README.md": "news"})
    git(clone, "push", "--quiet", "origin", "main")
    edit(forge, {**VALE, "name": "Union of Vale and Dale"})
    run(forge)
    assert is_proposed_once(forge, {**VALE, "name": "Union of Vale and Dale"})


@pytest.mark.parametrize("how", ["a commit", "an amended commit", "a merge of main"])
def test_what_somebody_else_has_committed_stays(forge: IntakeForge, clone: Path, how: str) -> None:
    forge.apply(issue(VALE))
    run(forge)
    commit(clone, {"README.md": "news"})
    git(clone, "push", "--quiet", "origin", "main")
    git(clone, "fetch", "--quiet", "origin")
    git(clone, "switch", "--quiet", BRANCH)
    if how == "a commit":
        commit(clone, {PATH: "mended: by the Office\n"})
    elif how == "an amended commit":
        git(clone, "commit", "--quiet", "--amend", "--no-edit")
    else:
        git(clone, "merge", "--quiet", "--no-edit", "main")
    git(clone, "push", "--quiet", "--force", "origin", BRANCH)
    before = forge.branches()
    edit(forge, {**VALE, "name": "Another Union"})
    assert outcome(forge) is Outcome.IN_HAND
    assert forge.branches() == before
    assert "is no longer taken over" in comment(forge)
    edit(forge, BROKEN)
    assert outcome(forge) is Outcome.IN_HAND


@pytest.mark.parametrize(
    ("merged_at", "expected", "said"),
    [
        ("2026-11-20T10:00:00Z", Outcome.ACCEPTED, "The record was accepted in #"),
        (None, Outcome.DECLINED, "was closed and not accepted"),
    ],
)
@pytest.mark.parametrize("deleted", [True, False])
def test_what_people_have_decided_stands(
    forge: IntakeForge, merged_at: str | None, expected: Outcome, said: str, deleted: bool
) -> None:
    forge.apply(issue(VALE))
    run(forge)
    (pull,) = forge.pulls.values()
    pull |= {"state": "closed", "merged_at": merged_at}
    if deleted:
        git(forge.repository, "branch", "-D", BRANCH)
    before = forge.branches()
    edit(forge, {**VALE, "name": "Another Union"})
    assert outcome(forge) is expected
    assert (len(forge.pulls), forge.branches()) == (1, before)
    assert said in comment(forge)


# ---- what is left alone


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"pull_request": {"url": "x"}}, "it is a pull request"),
        ({"state": "closed"}, "it is closed"),
        ({"labels": []}, "it does not have the label of the form “Express interest”"),
        ({"labels": [{"name": "record-problem"}]}, "it does not have the label of the form “Express interest”"),
        ({"user": None}, "its account is gone"),
    ],
)
def test_other_issues_are_left_alone(forge: IntakeForge, changes: dict[str, Any], reason: str) -> None:
    forge.apply(issue(VALE))
    forge.issues[1] |= changes
    left = run(forge)
    assert isinstance(left, Message)
    assert left.render(LANGUAGES["en"].catalogue) == reason
    assert forge.requests == ["GET /repos/covenant/supporters/issues/1"]


def test_a_branch_of_that_name_in_a_fork_is_not_ours(forge: IntakeForge) -> None:
    forge.apply(issue(VALE))
    forge.add_pull(BRANCH, "Mine", "<!-- covenant-intake: issue 1 of account 583231 -->", repository="covenant/fork")
    forge.add_pull(BRANCH, "Mine", "", repository="stranger/supporters")
    assert outcome(forge) is Outcome.PROPOSED
    ours = [pull for pull in forge.pulls.values() if pull["head"]["repo"]["full_name"] == "covenant/supporters"]
    assert [pull["title"] for pull in ours] == ["supporters: Add vale"]


# ---- not too many


def test_one_account_gets_only_so_many(forge: IntakeForge) -> None:
    for number in range(1, MOST_OPEN_OF_ONE + 2):
        forge.apply(issue({**VALE, "name": f"Union {number}", "website": f"https://union{number}.example"}))
    assert [outcome(forge, number) for number in forge.issues] == [
        *[Outcome.PROPOSED] * MOST_OPEN_OF_ONE,
        Outcome.WAITS,
    ]
    assert len(forge.pulls) == len(forge.branches()) == MOST_OPEN_OF_ONE
    assert "the Office will look at this one" in comment(forge, MOST_OPEN_OF_ONE + 1)
    next(iter(forge.pulls.values()))["state"] = "closed"
    assert outcome(forge, MOST_OPEN_OF_ONE + 1) is Outcome.PROPOSED


def test_all_accounts_together_get_only_so_many(forge: IntakeForge) -> None:
    for number in range(MOST_OPEN):
        forge.add_pull(f"intake/{900 + number}", "x", f"<!-- covenant-intake: issue 9 of account {number + 1} -->")
    forge.apply(issue(VALE))
    assert outcome(forge) is Outcome.WAITS
    assert forge.branches() == {}


def test_what_is_proposed_already_can_still_be_mended(forge: IntakeForge) -> None:
    forge.apply(issue(VALE))
    run(forge)
    for number in range(MOST_OPEN):
        forge.add_pull(f"intake/{900 + number}", "x", "")
    edit(forge, {**VALE, "name": "Another Union"})
    assert outcome(forge) is Outcome.PROPOSED
    assert filed(forge) == record({**VALE, "name": "Another Union"})


# ---- whatever happens on the way

REQUESTS = 15
"""More than a run makes."""


def test_a_run_makes_few_requests(forge: IntakeForge) -> None:
    forge.apply(issue(VALE))
    run(forge)
    assert len(forge.requests) < REQUESTS


@pytest.mark.parametrize("after", range(REQUESTS))
def test_a_run_that_was_cut_off_is_completed_by_the_next_one(forge: IntakeForge, after: int) -> None:
    forge.apply(issue(VALE))
    forge.dies_after = after
    try:
        run(forge)
    except ForgeError:
        assert len(forge.comments[1]) <= 1
    forge.dies_after = None
    assert outcome(forge) is Outcome.PROPOSED
    assert is_proposed_once(forge)


@pytest.mark.parametrize("after", range(REQUESTS))
@pytest.mark.parametrize("fault", [Fault(502), Fault(acts=True)], ids=["refused", "done without an answer"])
def test_one_failure_of_the_forge_is_not_noticed(forge: IntakeForge, fault: Fault, after: int) -> None:
    forge.apply(issue(VALE))
    forge.faults = [*[None] * after, fault]
    assert outcome(forge) is Outcome.PROPOSED
    assert is_proposed_once(forge)


def test_with_the_limits_of_the_forge_it_has_patience(forge: IntakeForge) -> None:
    forge.apply(issue(VALE))
    limited = Fault(403, {"retry-after": "7"})
    forge.faults = [limited, *[None] * 5, limited, limited, None, limited]
    assert outcome(forge) is Outcome.PROPOSED
    assert forge.waited == [7.0] * 4
    assert is_proposed_once(forge)


@pytest.mark.parametrize("status", [401, 403, 404, 503])
def test_a_forge_that_goes_on_failing_ends_the_run(forge: IntakeForge, status: int) -> None:
    forge.apply(issue(VALE))
    forge.faults = [*[None] * 4, *[Fault(status)] * 20]
    with pytest.raises(ForgeError):
        run(forge)


@pytest.mark.parametrize("after", range(REQUESTS))
def test_another_whole_run_between_any_two_requests_does_no_harm(forge: IntakeForge, after: int) -> None:
    forge.apply(issue(VALE))
    forge.quiet, forge.between = after, lambda: assert_proposed(forge)
    assert_proposed(forge)
    assert is_proposed_once(forge)


def assert_proposed(forge: IntakeForge) -> None:
    assert outcome(forge) is Outcome.PROPOSED


MOVES_THE_BRANCH = 8
"""The request that renews a branch. What comes between it and the last look at the branch, the forge cannot keep apart."""


@pytest.mark.parametrize("after", [number for number in range(REQUESTS) if number != MOVES_THE_BRANCH])
def test_what_the_office_commits_between_any_two_requests_stays(forge: IntakeForge, clone: Path, after: int) -> None:
    forge.apply(issue(VALE))
    run(forge)
    git(clone, "fetch", "--quiet", "origin")
    git(clone, "switch", "--quiet", BRANCH)
    theirs = commit(clone, {PATH: "mended: by the Office\n"})
    edit(forge, {**VALE, "name": "Another Union"})
    pushed: list[bool] = []
    forge.quiet, forge.between = after, lambda: pushed.append(_is_pushed(clone))
    ends = outcome(forge)
    assert (forge.branches()[BRANCH] == theirs) == (pushed == [True])  # whoever comes second is refused
    assert ends is (Outcome.IN_HAND if pushed == [True] and after < MOVES_THE_BRANCH else Outcome.PROPOSED)
    assert len(forge.pulls) == 1


def _is_pushed(clone: Path) -> bool:
    """Push; whether the branch had not moved on."""
    command = ["git", "push", "--quiet", "origin", BRANCH]
    return subprocess.run(command, cwd=clone, env=environment(), capture_output=True, check=False).returncode == 0


def test_many_runs_at_once_end_with_one_of_each(forge: IntakeForge) -> None:
    forge.apply(issue(VALE))
    runs = [threading.Thread(target=run, args=(forge,)) for _ in range(4)]
    for each in runs:
        each.start()
    for each in runs:
        each.join()
    assert outcome(forge) is Outcome.PROPOSED
    assert is_proposed_once(forge)


def test_who_is_refused_again_and_again_gives_up(forge: IntakeForge) -> None:
    forge.apply(issue(VALE))
    refused: Callable[..., Any] = lambda *_: (422, {"message": "Validation Failed"})  # noqa: E731
    forge._new_pull = refused  # type: ignore[method-assign]
    with pytest.raises(ForgeError) as error:
        run(forge)
    assert error.value.status == 422
    assert len([request for request in forge.requests if request == "POST /repos/covenant/supporters/pulls"]) == 3


# ---- the comment is ours


@pytest.mark.parametrize("user", [STRANGER, CLERK, US], ids=lambda user: str(user["login"]))
def test_a_mark_that_somebody_else_writes_is_not_believed(forge: IntakeForge, user: Mapping[str, Any]) -> None:
    forge.apply(issue(VALE))
    forge.add_comment(1, f"{MARK}\nIt is proposed in #666.", user)
    run(forge)
    assert forge.comments[1][0]["body"].endswith("#666.")
    assert is_proposed_once(forge)


def test_with_the_token_of_a_person_only_their_comment_is_renewed(forge: IntakeForge) -> None:
    forge.user = {**US, "id": 7}
    forge.apply(issue(BROKEN))
    forge.add_comment(1, f"{MARK}\nof another program", BOT)
    run(forge)
    edit(forge, VALE)
    run(forge)
    assert [each["user"]["login"] for each in forge.comments[1]] == [BOT["login"], US["login"]]
    assert "It is proposed in" in forge.comments[1][1]["body"]


def test_a_comment_that_was_deleted_by_hand_is_written_again(forge: IntakeForge) -> None:
    forge.apply(issue(VALE))
    run(forge)
    forge.comments[1].clear()
    run(forge)
    assert is_proposed_once(forge)


def test_comments_that_are_there_twice_become_one(forge: IntakeForge) -> None:
    forge.apply(issue(VALE))
    for _ in range(3):
        forge.add_comment(1, f"{MARK}\nOld", BOT)
    run(forge)
    assert is_proposed_once(forge)


# ---- hostile texts

HOSTILE = (
    "@covenant/office", "#1", "<img src=x onerror=alert(1)>", "</details>", "```\n### Website\n```", "[x](https://evil.example)",
    "![x](https://evil.example/x.png)", "<!-- covenant-intake -->", "$(touch harm)", "`touch harm`", "${{ github.token }}", "\u202egnp.exe",
    "| a | b |\n|---|---|", "https://evil.example", "-----BEGIN", "'; DROP TABLE supporters; --", "\0", "\r\n\r\nX: y",
)  # fmt: skip
NAMES_OF_ANSWERS = sorted(VALE)


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(NAMES_OF_ANSWERS), st.sampled_from(HOSTILE)), min_size=1, max_size=4))
def test_hostile_answers_do_nothing_in_the_comment_or_the_pull_request(
    forge: IntakeForge, answers: list[tuple[str, str]]
) -> None:
    number = forge.apply(hostile_issue(dict(answers)), {**CLERK, "id": 1000 + len(forge.issues)})
    for pull in forge.pulls.values():
        pull["state"] = "closed"
    run(forge, number)
    bodies = [each["body"] for each in forge.comments[number]]
    bodies += [pull["body"] for pull in forge.pulls.values() if pull["head"]["ref"] == f"intake/{number}"]
    for body in bodies:
        plain = re.sub(r"<!-- covenant-intake.*? -->", "", body)
        assert not re.search(r"@(?=\w)(?!site\.example|eumayors\.eu|…)", plain.replace(OPERATOR, "")), plain
        html = MarkdownIt("commonmark").enable("table").render(plain)
        assert not re.search(r"<(?!/?(p|ul|li|strong|hr|code|h\d)\b)", html), html
    assert all(path.startswith("supporters/") for name in forge.branches() for path in forge.paths(name))


def hostile_issue(answers: Mapping[str, str]) -> str:
    """An issue in which some answers are replaced by what no form would let pass."""
    sections = issue(VALE).split("\n\n### ")
    for key, text in answers.items():
        place = NAMES_OF_ANSWERS.index(key) % len(sections)
        heading = sections[place].partition("\n\n")[0]
        sections[place] = f"{heading}\n\n{text}"
    return "\n\n### ".join(sections)
