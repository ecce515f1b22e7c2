"""From the text of an issue to the data of a record, in any language and whatever a stranger writes."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.answers import Interest, record_from
from generator.languages import Language
from tests.filled_in import QUESTIONS, VALE, issue, record
from tests.memory import ALL_LANGUAGES, SCHEMAS

SUPPORTER = SCHEMAS.resolved["supporter"]
HEADINGS = st.sampled_from(
    [
        f"### {question.label.render(language.catalogue)}"
        for question in QUESTIONS
        for language in ALL_LANGUAGES.values()
    ]
)
LINES = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), max_size=40)


def read(body: str) -> Interest:
    return record_from(body, SUPPORTER, ALL_LANGUAGES)


def codes(found: Interest) -> list[str]:
    return [problem.code for problem in found.problems]


def said(found: Interest) -> list[str]:
    return [problem.message.render(found.language.catalogue) for problem in found.problems]


@pytest.mark.parametrize("language", ALL_LANGUAGES)
def test_labels_are_mapped_back_whatever_the_language(language: str) -> None:
    found = read(issue(VALE, language))
    assert (found.data, found.problems, found.language.code) == (record(VALE), [], language)


@settings(deadline=None)
@given(st.data())
def test_every_choice_of_every_form_means_what_it_says(data: st.DataObject) -> None:
    language = data.draw(st.sampled_from(list(ALL_LANGUAGES)))
    answers: dict[str, Any] = dict(VALE)
    for question in QUESTIONS:
        values = list(question.choices(ALL_LANGUAGES[language], ALL_LANGUAGES).values())
        if values:
            one = st.sampled_from(values)
            chosen = st.lists(one, min_size=1, unique=True) if question.several else one
            answers[".".join(question.path)] = data.draw(chosen)
    found = read(issue(answers, language))
    assert (found.data, found.problems) == (record(answers), [])


def test_a_choice_in_the_words_of_another_language_is_understood() -> None:
    greek = issue({**VALE, "country": "GR"}, "bg").replace("Гърция (EL)", "Greece (EL)")
    assert read(greek).data["country"] == "GR"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_line_ends_do_not_matter(end: str) -> None:
    assert read(issue(VALE).replace("\n", end)).data == record(VALE)


def test_a_question_that_may_be_left_out_leaves_nothing() -> None:
    answers = {**VALE, "coverage.level": "national", "coverage.countries": None}
    found = read(issue(answers))
    assert found.problems == []
    assert found.data["coverage"] == {"level": "national"}


def test_what_is_missing_is_named_as_the_form_names_it() -> None:
    found = read(issue({**VALE, "website": None, "funding": None}, "bg"))
    assert said(found) == ["На „Финансиране на организацията“ липсва отговор.", "На „Сайт“ липсва отговор."]
    assert {"website", "funding"}.isdisjoint(found.data)


def test_a_question_that_was_deleted_has_no_answer() -> None:
    found = read(issue(VALE).replace("### Website\n\nhttps://www.vale.example\n\n", ""))
    assert said(found) == ["“Website” has no answer."]


def test_a_choice_that_the_form_does_not_have_is_refused() -> None:
    found = read(issue(VALE).replace("Greece (EL)\n\n### Area", "Atlantis (AT)\n\n### Area"))
    assert codes(found) == ["unknown-choice"]
    assert "country" not in found.data


@pytest.mark.parametrize(
    ("before", "after", "instead"),
    [
        ("Greece (EL)\n\n### Area", "Greece\n\n### Area", "Did you mean “Greece (EL)”?"),
        ("Greece (EL)\n\n### Area", "???\n\n### Area", "Write it as the form does, for example “Albania (AL)”."),
        ("\n\nYes\n", "\n\nOf course\n", "Possible values: Yes, No."),
    ],
)
def test_what_to_write_instead_of_an_unknown_choice_is_said(before: str, after: str, instead: str) -> None:
    assert before in issue(VALE)
    found = read(issue(VALE).replace(before, after))
    assert [problem.hint.render(found.language.catalogue) for problem in found.problems] == [instead]


def test_two_choices_where_one_was_asked_for_are_refused() -> None:
    found = read(issue(VALE).replace("\n\nYes\n", "\n\nYes, No\n"))
    assert codes(found) == ["unknown-choice"]


def test_a_website_without_its_beginning_gets_it() -> None:
    assert read(issue({**VALE, "website": "www.vale.example"})).data["website"] == "https://www.vale.example"


def test_without_a_language_of_texts_it_is_that_of_the_form() -> None:
    found = read(issue({**VALE, "written_in": None}, "bg"))
    assert codes(found) == ["missing-answer"]
    assert list(found.data["name"]) == ["bg"]


def test_headings_within_the_description_are_part_of_it() -> None:
    forged = "We are towns.\n\n### Website\n\nhttps://forged.example\n\n### Mandate\n\nStanding"
    found = read(issue({**VALE, "description": forged}))
    assert found.data["website"] == VALE["website"]
    assert found.data["description"] == {"en": forged}


def test_a_code_fence_opens_nothing() -> None:
    found = read(issue({**VALE, "name": "```\nUnion"}))
    assert found.data["website"] == VALE["website"]
    assert found.data["name"] == {"en": "```\nUnion"}


def test_an_issue_of_another_kind_says_so() -> None:
    assert codes(read("The site is down.")) == ["not-the-form"]
    assert codes(read("")) == ["not-the-form"]


@pytest.mark.parametrize("hostile", ["\0", "\u202e", "\x1b[31m", "\u2028"])
def test_characters_that_no_record_needs_are_refused_at_their_place(hostile: str) -> None:
    found = read(issue({**VALE, "contact": f"office{hostile}@vale.example"}))
    assert found.data == {}
    assert codes(found) in (["control-character"], ["direction-character"])
    assert found.problems[0].place.line == issue(VALE).split("\n").index("office@vale.example") + 1


def test_a_body_as_long_as_the_forge_allows_is_read() -> None:
    long = "A line of sixty-four characters, more or less, again and again.\n" * 1000
    assert read(issue({**VALE, "description": long})).data["description"] == {"en": long.strip()}
    assert codes(read("x" * 300_000)) == ["file-too-large"]


@settings(deadline=None)
@given(st.lists(st.one_of(HEADINGS, LINES, st.text(max_size=5)), max_size=40))
def test_nothing_that_is_written_breaks_the_reading(lines: list[str]) -> None:
    found = read("\n".join(lines))
    assert isinstance(found.language, Language)
    assert found.data or found.problems


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(["name", "description"]), LINES.map(str.strip).filter(bool), min_size=1))
def test_what_is_written_is_kept_letter_by_letter(written: dict[str, str]) -> None:
    answers = {**VALE, **written}
    assume("_No response_" not in written.values())
    assert read(issue(answers)).data == record(answers)
