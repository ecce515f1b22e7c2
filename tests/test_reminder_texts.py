"""What reminders say, word for word, in the organisation's language and in English, and nothing a record wants."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import checks, registry
from generator.checks.context import Context
from generator.project import Repository, Settings
from generator.registry import Registry
from generator.reminder_texts import Texts
from generator.reminders import Close, Open, Reason, Reminder, Repeat
from tests.memory import ACTIVE, LANGUAGES, SCHEMAS, SUPPORTER, MemoryTree, registry_of
from tests.strategies import values, written
from tests.test_drafts import REPORT
from tests.test_markdown_escaping import RECOGNISED, RENDERER

DUE = date(2026, 1, 15)
NAME = "Сдружение на общините „Зелен бряг“"
MAINTAINERS = [{"id": 1, "login": "vale-one"}, {"id": 2, "login": "vale-two"}]
Record = Mapping[str, Any]
STANDING: Record = {
    "history": [{"on": "2024-02-01", "status": "active"}],
    "statement": {**ACTIVE["statement"], "signed_on": "2024-01-15"},
    "maintainers": MAINTAINERS,
}
ADDRESS = "https://git.example/covenant/supporters/new/main?filename=supporters/vale/reports/2024-2025.yml&value="


def texts(found: Registry, today: date, **more: Any) -> Texts:
    schema = SCHEMAS.resolved["report"]
    repository = Repository("https://git.example/covenant/supporters", "main")
    return Texts(found, LANGUAGES, schema, Settings(**more), repository, today)


def vale(changes: Record | None = None, standing: Record = STANDING, reports: Record | None = None) -> Registry:
    """A registry with `vale`; reports by the names of their files."""
    files: dict[str, object] = {
        "supporters/vale/supporter.yml": {**SUPPORTER, **(changes or {})},
        "supporters/vale/standing.yml": standing,
    }
    for name, report in (reports or {}).items():
        files[f"supporters/vale/reports/{name}.yml"] = report
    return registry_of(files)


def opened(today: date, changes: Record | None = None, **more: Any) -> str:
    """The body of the first reminder, with what stands in the links left out."""
    body = texts(vale(changes), today, **more).body(Open("vale", DUE, DUE))
    return re.sub(r"&value=[^)]+", "&value=…", body)


ENGLISH = """\
The report of **{name}** to the Covenant of Mayors Office was due on 15 January 2026. On 15 March 2026 it is 59 days late.

Every supporter has committed to report regularly on what it does for the Covenant of Mayors.

### What to do

1. [Open a draft of the report on 2024–2025]({address}…) in the browser. If you have the program, `covenant new report vale 2024-2025` writes one with explanations.
2. Replace the examples with your own words, and the day after `submitted_on` with the day on which you send it. Write no names of persons and no telephone numbers: everybody can read the report.
3. Propose the file as a change (“pull request”). You are told there if anything is missing. Once the report has been accepted, this reminder closes by itself.

**Nothing was done in this time?** That is a valid report too: [open the finished report]({address}…), or create the file `supporters/vale/reports/2024-2025.yml` with these lines:

```yaml
period:
  from: "2024-01"
  to: "2025-12"
submitted_on: "2026-03-15"
no_action: true
```

A late report alone never leads to suspension. If you need more time or help, write to the Covenant of Mayors Office: supporters@eumayors.eu"""

NARROW_SPACE = "\u202f"
"""What stands in a Bulgarian date before „г.“; it is written as a space below."""

BULGARIAN = """\
Срокът за отчета на **{name}** пред Бюрото на Споразумението на кметовете изтече на 15 януари 2026 г. Към 15 март 2026 г. закъснението е 59 дни.

Всяка подкрепяща структура се е ангажирала да отчита редовно какво прави за Споразумението на кметовете.

### Какво да направите

1. [Отворете чернова на отчета за 2024–2025]({address}…) в браузъра. Ако разполагате с програмата, `covenant new report vale 2024-2025` създава чернова с обяснения.
2. Заменете примерите със свои текстове, а датата след `submitted_on` – с деня, в който изпращате отчета. Не пишете имена на хора и телефонни номера: отчетът е публичен.
3. Предложете файла като заявка за промяна (pull request). Там ще видите дали нещо липсва. Щом отчетът бъде приет, това напомняне се затваря от само себе си.

**Нямате дейност през този период?** И това е валиден отчет: [отворете готовия отчет]({address}…) или създайте файла `supporters/vale/reports/2024-2025.yml` със следните редове:

```yaml
period:
  from: "2024-01"
  to: "2025-12"
submitted_on: "2026-03-15"
no_action: true
```

Закъснял отчет сам по себе си никога не води до спиране на участието. Ако ви е нужно повече време или помощ, пишете на Бюрото на Споразумението на кметовете: supporters@eumayors.eu"""


def test_a_reminder_in_english_word_for_word() -> None:
    expected = ENGLISH.format(name="Union of Vale Towns", address=ADDRESS)
    assert opened(date(2026, 3, 15)) == f"@vale-one @vale-two\n\n{expected}"


def test_a_reminder_in_bulgarian_word_for_word_with_english_below() -> None:
    changes = {"languages": ["bg", "en"], "name": {"bg": NAME, "en": "Green Shore"}}
    bulgarian, english = (
        text.format(name=name, address=ADDRESS) for text, name in ((BULGARIAN, NAME), (ENGLISH, "Green Shore"))
    )
    body = opened(date(2026, 3, 15), changes).replace(NARROW_SPACE, " ")
    assert body == f"@vale-one @vale-two\n\n{bulgarian}\n\n---\n\n{english}"


@pytest.mark.parametrize(
    ("spoken", "title"),
    [
        (["bg", "en"], f"Отчет със срок 15 януари 2026 г.: {NAME}"),
        (["en", "bg"], "Report due on 15 January 2026: Green Shore"),
        (["uk", "bg"], f"Отчет със срок 15 януари 2026 г.: {NAME}"),  # the first language that the site has
        (["uk", "ka"], "Report due on 15 January 2026: Green Shore"),
    ],
)
def test_the_language_is_the_first_of_the_organisation_s_that_the_site_has(spoken: list[str], title: str) -> None:
    found = vale({"languages": spoken, "name": {"bg": NAME, "en": "Green Shore"}})
    assert texts(found, DUE).title(Open("vale", DUE, DUE)).replace(NARROW_SPACE, " ") == title


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (DUE - timedelta(90), "is due on 15 January 2026. On 17 October 2025, 90 days are left.\n"),
        (DUE - timedelta(1), "is due on 15 January 2026. On 14 January 2026, 1 day is left.\n"),
        (DUE, "is due on 15 January 2026.\n"),
        (DUE + timedelta(1), "was due on 15 January 2026. On 16 January 2026 it is 1 day late.\n"),
    ],
)
def test_a_reminder_says_how_the_report_stands_on_its_day(today: date, said: str) -> None:
    assert said in opened(today)


def test_in_a_demonstration_nobody_is_mentioned() -> None:
    assert opened(DUE, demonstration=True).startswith("`vale-one` `vale-two`\n\n")
    assert "@vale" not in opened(DUE, demonstration=True)


def test_without_maintainers_nobody_is_mentioned() -> None:
    standing = {key: value for key, value in STANDING.items() if key != "maintainers"}
    body = texts(vale(standing=standing), DUE).body(Open("vale", DUE, DUE))
    assert body.startswith("The report of ")


def test_more_time_is_asked_where_the_settings_say() -> None:
    assert "write to the Covenant of Mayors Office: office@covenant.example" in opened(
        DUE, office_email="office@covenant.example"
    )


# ---- what to do


def links(body: str) -> list[tuple[str, str]]:
    """Path and text of the files that the links of a body begin."""
    found = [parse_qs(urlsplit(url).query) for url in re.findall(r"\]\((\S+)\)", body)]
    return [(query["filename"][0], query["value"][0]) for query in found]


def problems_of(found: Registry, path: str, text: str, today: date) -> set[str]:
    files = {name: document.data for name, document in found.documents.items()}
    tree = MemoryTree({**files, path: text.encode()})
    return {problem.code for problem in checks.inspect(tree, SCHEMAS, Context(today, frozenset({"2016"})))[1]}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "reports",
    [
        {},
        {"2023": {**REPORT, "period": {"from": "2023-01", "to": "2023-12"}, "submitted_on": "2024-02-01"}},
        {"2023-2024": {**REPORT, "period": {"from": "2023-03", "to": "2024-02"}, "submitted_on": "2024-04-01"}},
    ],
    ids=["none", "a calendar year", "another year"],
)
def test_the_links_begin_reports_that_pass_the_check(language: str, reports: dict[str, Any]) -> None:
    found, today = vale({"languages": [language]}, reports=reports), date(2026, 3, 15)
    drafts = links(texts(found, today).body(Open("vale", DUE, DUE)))
    assert len(drafts) == (2 if language == "en" else 4)
    for path, text in drafts:
        assert problems_of(found, path, text, today) == set()


def test_the_lines_to_copy_are_those_of_the_finished_report() -> None:
    body = texts(vale(), date(2026, 3, 15)).body(Open("vale", DUE, DUE))
    fenced = re.findall(r"```yaml\n(.*?)```", body, re.DOTALL)
    assert fenced == [links(body)[1][1]]
    assert "no_action: true" in fenced[0]


def test_a_year_that_begins_in_another_month_has_no_command() -> None:
    report = {**REPORT, "period": {"from": "2023-03", "to": "2024-02"}, "submitted_on": "2024-04-01"}
    body = texts(vale(reports={"2023-2024": report}), date(2026, 2, 28)).body(Open("vale", DUE, DUE))
    assert "covenant new" not in body
    assert "[Open a draft of the report on March 2024 – February 2025](" in body


def test_a_year_that_is_not_over_is_to_be_waited_for() -> None:
    report = {**REPORT, "period": {"from": "2025-01", "to": "2025-12"}}
    body = texts(vale(reports={"2025": report}), date(2026, 10, 5)).body(Open("vale", date(2026, 12, 31), DUE))
    assert "\n\nThe report can be handed in after 31 December 2026.\n\n" in body
    assert "handed in after" not in texts(vale(), date(2026, 10, 5)).body(Open("vale", DUE, DUE))


# ---- comments


def test_a_further_stage_says_how_it_stands_and_where_to_look() -> None:
    known = Reminder(7, "vale", DUE, DUE)
    comment = texts(vale(), date(2026, 2, 15)).comment(Repeat(known, DUE, date(2026, 2, 15)))
    assert comment == (
        "@vale-one @vale-two\n\n"
        "The report of **Union of Vale Towns** to the Covenant of Mayors Office was due on 15 January 2026. "
        "On 15 February 2026 it is 31 days late.\n\n"
        "What to do is explained at the top of this page.\n\n"
        "A late report alone never leads to suspension. "
        "If you need more time or help, write to the Covenant of Mayors Office: supporters@eumayors.eu"
    )


def test_a_day_that_has_moved_is_said_first() -> None:
    notice = Repeat(Reminder(7, "vale", DUE, DUE), date(2026, 3, 31), date(2026, 3, 1))
    comment = texts(vale(), date(2026, 3, 1)).comment(notice)
    assert comment.startswith(
        "@vale-one @vale-two\n\nThe day by which the report is due is no longer 15 January 2026.\n\n"
        "The report of **Union of Vale Towns** to the Covenant of Mayors Office is due on 31 March 2026."
    )


@pytest.mark.parametrize(
    ("reason", "due_on", "said"),
    [
        (Reason.REPORTED, date(2027, 12, 31), "Thank you! The next one is due on 31 December 2027."),
        (Reason.REPORTED, date(2025, 12, 31), "The report has arrived in the registry. Thank you!"),
        (Reason.MORE_TIME, date(2027, 6, 30), "now due on 30 June 2027. We will remind you again before that day."),
        (Reason.NOT_OWED, None, "The organisation is not an active supporter today, so it owes no report."),
        (Reason.DUPLICATE, DUE, "Another reminder of the same report is already open."),
    ],
)
def test_a_closing_says_why(reason: Reason, due_on: date | None, said: str) -> None:
    action = Close(Reminder(7, "vale", DUE, DUE), reason, due_on)
    assert texts(vale(), date(2026, 2, 15)).closing(action).endswith(said)
    bulgarian, english = texts(vale({"languages": ["bg"]}), date(2026, 2, 15)).closing(action).split("\n\n---\n\n")
    assert english.endswith(said)
    assert re.search("[а-я]", bulgarian)


def test_a_record_that_is_gone_is_spoken_of_in_english() -> None:
    action = Close(Reminder(7, "vale", DUE, DUE), Reason.NO_RECORD)
    assert texts(Registry(), DUE).closing(action) == (
        "The registry has no record of this organisation any more, so it owes no report."
    )


# ---- hostile records

HOSTILE = "@octocat #1 ![x](https://evil.example/x.png) <img src=x> `code` </p> https://evil.example **x** [a](b)"


@pytest.mark.parametrize("name", [HOSTILE, "- [ ] a", "<!-- report-due: hill due 2026-01-15 stage 2026-01-15 -->"])
def test_nothing_comes_of_what_a_name_says(name: str) -> None:
    found = vale({"name": {"en": name}, "languages": ["bg"]})
    text = texts(found, DUE)
    for body in (text.body(Open("vale", DUE, DUE)), text.comment(Repeat(Reminder(7, "vale", DUE, DUE), DUE, DUE))):
        rendered = RENDERER.render(body)
        assert "<img" not in rendered
        assert "<!--" not in rendered
        leading = re.findall(r'href="([^"]*)', rendered)
        assert [url for url in leading if not url.startswith("https://git.example/covenant/")] == []
        mentioned = re.sub(
            r"<(a|code)\b.*?</\1>|vale-one|vale-two|supporters@eumayors.eu", "", rendered, flags=re.DOTALL
        )
        assert [what for what, pattern in RECOGNISED.items() if re.search(pattern, mentioned)] == []


@pytest.mark.parametrize("name", ["Write to jane.doe@vale.example", "Call +359 2 555 0123"])
def test_what_looks_like_personal_data_is_not_repeated(name: str) -> None:
    text = texts(vale({"name": {"en": name}}), DUE)
    notice = Repeat(Reminder(7, "vale", DUE, DUE), DUE, DUE)
    everything = text.title(notice) + text.body(notice) + text.comment(notice)
    assert "jane" not in everything
    assert "555" not in everything


SUPPORTER_KEYS = SCHEMAS.resolved["supporter"]["properties"]
PERIODS = values(SCHEMAS.resolved["report"]["properties"]["period"])


@settings(max_examples=40, deadline=None)
@given(
    name=values(SUPPORTER_KEYS["name"]),
    spoken=values(SUPPORTER_KEYS["languages"]),
    period=PERIODS,
    late=st.integers(-100, 3000),
)
def test_every_record_can_be_reminded_of(name: Any, spoken: Any, period: Any, late: int) -> None:
    record = {**SUPPORTER, "name": name, "languages": spoken}
    files = {"supporter": record, "standing": STANDING, "reports/2024": {**REPORT, "period": period}}
    found, _ = registry.load(
        MemoryTree({f"supporters/vale/{name}.yml": written(data).encode() for name, data in files.items()}), SCHEMAS
    )
    text = texts(found, DUE + timedelta(late))
    notice = Repeat(Reminder(7, "vale", DUE, DUE), DUE, DUE)
    assert 0 < len(text.title(notice)) <= 256
    assert len(text.body(notice)) < 60_000
    assert text.comment(notice)
