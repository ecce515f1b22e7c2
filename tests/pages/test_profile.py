"""The profile: what it says of each status, and that nothing in a record can break out of it."""

from __future__ import annotations

import json

import html5lib
import pytest

from generator import pages
from generator.pages import profile
from tests.memory import ACTIVE, SUPPORTER, edition_of, one_supporter, registry_of
from tests.test_drafts import REPORT

XHTML = "{http://www.w3.org/1999/xhtml}"


def _profile(registry, language="en", **settings):
    edition = edition_of(registry, language, **settings)
    return profile.page(edition, edition.with_profile[0])


def _standing(*steps, **more):
    history = [
        *ACTIVE["history"],
        *({"on": on, "status": status, "reason": {"en": "Because."}} for on, status in steps),
    ]
    return {**ACTIVE, "history": history, **more}


@pytest.mark.parametrize(
    ("steps", "sentence"),
    [
        ((), "Supporter since"),
        ((("2021-01-01", "suspended"),), "suspended by the Office since"),
        ((("2021-01-01", "withdrawn"),), "Left the initiative on"),
        ((("2021-01-01", "dissolved"),), "Dissolved on"),
        ((("2021-01-01", "suspended"), ("2021-06-01", "active")), "Supporter since"),
    ],
)
def test_each_status_is_told_in_words(steps, sentence):
    body = _profile(one_supporter(standing=_standing(*steps))).body
    assert sentence in body
    assert ("Because." in body) == (bool(steps) and steps[-1][1] != "active")


def test_a_merged_organisation_leads_to_its_successor():
    merged = {"history": [*ACTIVE["history"], {"on": "2021-01-01", "status": "merged"}], "successor": "next"}
    files = {
        "supporters/vale/supporter.yml": SUPPORTER,
        "supporters/vale/standing.yml": {**ACTIVE, **merged},
        "supporters/next/supporter.yml": {**SUPPORTER, "name": {"en": "The Next Union"}},
        "supporters/next/standing.yml": ACTIVE,
    }
    edition = edition_of(registry_of(files))
    body = profile.page(edition, edition.site.registry.organisations["vale"]).body
    assert '<a href="../next/">' in body
    assert "The Next Union" in body


@pytest.mark.parametrize(
    ("signed_on", "more", "settings", "told"),
    [
        ("2026-01-31", {}, {}, ""),
        ("2026-01-31", {}, {"show_due_dates": True}, "31 January 2028 · Not due yet"),
        ("2024-12-01", {}, {"show_due_dates": True}, "1 December 2026 · Due soon"),
        ("2024-11-23", {}, {"show_due_dates": True}, "23 November 2026 · Due today"),
        ("2024-01-31", {}, {"show_due_dates": True}, ""),  # overdue, and the site names nobody
        ("2024-01-31", {}, {"show_due_dates": True, "show_overdue_names": True}, "31 January 2026 · Overdue"),
        (
            "2024-01-31",
            {"extensions": [{"until": "2026-12-31", "reason": {"en": "More time."}}]},
            {"show_due_dates": True},
            "31 December 2026 · More time granted",
        ),
    ],
)
def test_when_the_next_report_is_due_is_told_with_its_state_if_the_operator_wants(signed_on, more, settings, told):
    standing = {**ACTIVE, "statement": {**ACTIVE["statement"], "signed_on": signed_on}, **more}
    body = str(_profile(one_supporter(standing=standing), **settings).body)
    shown = html5lib.parseFragment(body, namespaceHTMLElements=False)
    facts = ["".join(each.itertext()) for each in shown.iter("dd")]
    assert [fact.removesuffix("Add to a calendar") for fact in facts if "calendar" in fact] == ([told] if told else [])
    assert ("../../../calendar/vale.ics" in body) == bool(told)


HOSTILE = "</script><script>x</script>\"'><img src=x onerror=y> {{ 7*7 }} %(number)s &amp; slot-body-d41f"


def test_no_text_of_a_record_becomes_markup():
    practice = {"title": {"en": HOSTILE, "ar": HOSTILE}, "text": {"fr": HOSTILE}, "tags": ["energy"]}
    texts = {key: {"fr": HOSTILE} for key in ("challenges", "expectations")}
    activity = {"commitment": "promote", "title": {"en": HOSTILE}, "description": {"fr": HOSTILE}}
    registry = registry_of(
        {
            "supporters/vale/supporter.yml": _hostile_supporter(),
            "supporters/vale/standing.yml": ACTIVE,
            "supporters/vale/reports/2024-2025.yml": {
                **REPORT,
                "good_practices": [practice, practice],
                "activities": [activity],
                **texts,
            },
        }
    )
    edition = edition_of(registry, show_due_dates=True, show_overdue_names=True)
    bodies = {source: str(made.page(edition).body) for source, made in pages.made(registry).items()}
    assert "reports/2025.md" in bodies
    for body in (str(profile.page(edition, edition.with_profile[0]).body), *bodies.values()):
        tree = html5lib.parseFragment(body)
        found = {element.tag.removeprefix(XHTML) for element in tree.iter() if isinstance(element.tag, str)}
        assert "img" not in found
        for script in tree.iter(f"{XHTML}script"):
            assert script.get("id") == "form-contract" or script.get("src", "").startswith("../../../assets/form/")
        assert not [name for element in tree.iter() for name in element.attrib if name.startswith("on")]
        assert "49" not in body


def _hostile_supporter():
    return {
        **SUPPORTER,
        "name": {"en": HOSTILE, "ar": HOSTILE},
        "acronym": {"en": HOSTILE},
        "description": {"fr": HOSTILE},
        "seat": {"city": {"en": HOSTILE}},
        "links": [{"title": {"en": HOSTILE}, "url": "https://x.example/"}],
        "former_names": [{"name": {"en": HOSTILE}}],
    }


def test_structured_data_cannot_close_its_script():
    registry = one_supporter({"name": {"en": HOSTILE}})
    edition = edition_of(registry)
    text = profile.structured_data(edition, edition.with_profile[0])
    assert "<" not in text
    assert json.loads(text)["name"] == HOSTILE


def test_the_profile_names_the_version_of_the_statement_with_a_link():
    assert '<a href="../../commitments/2016/">' in _profile(one_supporter()).body
