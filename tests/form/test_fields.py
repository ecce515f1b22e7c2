"""Every key of a record has a field, in the shape that its schema asks for and in the words of the reader."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from generator.form.fields import Field, Shape, fields, shape_of
from generator.pages import form_interest, form_profile, form_report
from generator.pages.form import Form
from generator.questions import questions
from generator.schemas import Schema, codes
from tests.memory import SCHEMAS, edition_of, registry_of

NOBODY = registry_of({})
KINDS = ["supporter", "report"]
PAGES = [form_interest.FORM, form_profile.FORM, form_report.FORM]


def keys_of(schema: Schema, above: str = "") -> Iterator[str]:
    """Every property of a schema, that of an item of a list behind a `#`."""
    for key, inner in schema.get("properties", {}).items():
        yield f"{above}{key}"
        yield from keys_of(inner, f"{above}{key}.")
        yield from keys_of(inner.get("items", {}), f"{above}{key}.#.")


def all_fields(found: Iterator[Field] | list[Field]) -> Iterator[Field]:
    for field in found:
        yield field
        yield from all_fields(list(field.fields))


def fields_of(kind: str, language: str = "en") -> dict[str, Field]:
    return {each.id: each for each in all_fields(list(fields(edition_of(NOBODY, language), kind).values()))}


@pytest.mark.parametrize("kind", KINDS)
def test_every_property_of_a_record_has_a_field(kind: str) -> None:
    items = {id for id in fields_of(kind) if id.endswith(".#")}
    assert list(keys_of(SCHEMAS.resolved[kind])) == [id for id in fields_of(kind) if id not in items]


@pytest.mark.parametrize("form", PAGES, ids=lambda form: form.name)
def test_every_page_asks_for_every_key_once(form: Form) -> None:
    asked = [key for section in form.sections for each in section.questions for key in each.keys]
    assert sorted(asked) == sorted(SCHEMAS.resolved[form.kind]["properties"])


def test_eight_questions_ask_for_all_that_an_application_needs() -> None:
    first, *_ = form_interest.FORM.sections
    assert len(first.questions) == 8
    asked = {key for each in first.questions for key in each.keys}
    assert asked == set(SCHEMAS.resolved["supporter"]["required"])
    assert asked == {question.path[0] for question in questions(SCHEMAS.resolved["supporter"])} - {"written_in"}


@pytest.mark.parametrize("kind", KINDS)
def test_every_code_can_be_chosen(kind: str) -> None:
    for field in fields_of(kind).values():
        schema = field.schema.get("items", field.schema)
        wanted = set(codes(schema)) | set(schema.get("enum", ()) if field.shape is Shape.SELECT else ())
        assert wanted <= {choice.value for group in field.choices for choice in group.choices}, field.id


def test_a_field_is_asked_for_in_the_readers_language() -> None:
    english, bulgarian = fields_of("supporter"), fields_of("supporter", "bg")
    assert bulgarian["name"].label == "Име"
    assert not [id for id, field in bulgarian.items() if field.label == english[id].label]
    assert not [id for id, field in bulgarian.items() if field.hint and field.hint == english[id].hint]


def test_only_what_a_record_cannot_do_without_is_needed() -> None:
    needed = {id for id, field in fields_of("supporter").items() if field.needed and "#" not in id}
    assert needed == {*SCHEMAS.resolved["supporter"]["required"], "coverage.level"}
    assert {"members", "activities"} <= {id for id, field in fields_of("report").items() if field.needed}


def test_the_browser_knows_the_limits_of_a_field() -> None:
    found = fields_of("supporter")
    assert found["members.total"].attributes == {"min": "0", "max": "100000", "inputmode": "numeric", "step": "1"}
    assert found["seat.latitude"].attributes["inputmode"] == "decimal"
    assert found["name"].attributes["maxlength"] == "160"
    assert found["contact"].attributes["autocomplete"] == "email"
    assert found["former_names.#.until"].input_type == "month"


def test_a_schema_that_no_field_fits_is_refused() -> None:
    with pytest.raises(ValueError, match="no field fits"):
        shape_of({"type": "null"})
