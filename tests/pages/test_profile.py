"""The profile: what it says of each status, and that nothing in a record can break out of it."""

from __future__ import annotations

import json

import html5lib
import pytest

from generator.pages import directory, profile, reports, site_map
from tests.memory import ACTIVE, SUPPORTER, edition_of, one_supporter, registry_of

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


HOSTILE = "</script><script>x</script>\"'><img src=x onerror=y> {{ 7*7 }} %(number)s &amp; slot-body-d41f"


def test_no_text_of_a_record_becomes_markup():
    registry = one_supporter(
        {
            "name": {"en": HOSTILE, "ar": HOSTILE},
            "acronym": {"en": HOSTILE},
            "description": {"fr": HOSTILE},
            "seat": {"city": {"en": HOSTILE}},
            "links": [{"title": {"en": HOSTILE}, "url": "https://x.example/"}],
            "former_names": [{"name": {"en": HOSTILE}}],
        }
    )
    edition = edition_of(registry)
    bodies = [
        str(_profile(registry).body),
        *(str(module.page(edition).body) for module in (directory, reports, site_map)),
    ]
    for body in bodies:
        tree = html5lib.parseFragment(body)
        found = {element.tag.removeprefix(XHTML) for element in tree.iter() if isinstance(element.tag, str)}
        assert not found & {"script", "img"}
        assert not [name for element in tree.iter() for name in element.attrib if name.startswith("on")]
        assert "49" not in body


def test_structured_data_cannot_close_its_script():
    registry = one_supporter({"name": {"en": HOSTILE}})
    edition = edition_of(registry)
    text = profile.structured_data(edition, edition.with_profile[0])
    assert "<" not in text
    assert json.loads(text)["name"] == HOSTILE


def test_the_profile_names_the_version_of_the_statement_with_a_link():
    assert '<a href="../../commitments/2016/">' in _profile(one_supporter()).body
