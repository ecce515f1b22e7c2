"""The profile of one organisation with its standing and its reports."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from generator import languages
from generator.edition import Edition
from generator.pages.page import Page, render
from generator.pages.status import STATES
from generator.records import Status
from generator.records.report import SELECTIONS
from generator.registry import Organisation

FOLDER = "supporters/"


@dataclass(frozen=True, slots=True)
class Standing:
    """The current status in words: its code, its sentence, its reason and the page of a successor."""

    code: str
    sentence: str
    successor: Organisation | None


@dataclass(frozen=True, slots=True)
class Owed:
    """The next report of a supporter: the day on which it is due, and how it stands in words."""

    due_on: date
    state: str


def page(edition: Edition, organisation: Organisation) -> Page:
    """The profile in one language."""
    shown = edition.choose(organisation.supporter.name)
    body = render(
        "profile.html",
        edition,
        organisation=organisation,
        supporter=organisation.supporter,
        name=shown,
        name_direction=languages.direction(shown.language),
        standing=_standing(edition, organisation),
        owed=_owed(edition, organisation),
        selections=SELECTIONS,
    )
    return Page(shown.value, shown.value, _description(edition, organisation), body)


def _description(edition: Edition, organisation: Organisation) -> str:
    supporter = organisation.supporter
    return edition.t(
        "%(name)s: %(type)s, %(country)s. Profile and reports of this Covenant Supporter.",
        name=edition.choose(supporter.name).value,
        type=edition.title("supporter", "type", supporter.type),
        country=edition.country(supporter.country),
    )


def _standing(edition: Edition, organisation: Organisation) -> Standing:
    step = organisation.last_step
    on = edition.date(step.on) if step else ""
    sentences = {
        Status.ACTIVE: edition.t(
            "Supporter since %(date)s", date=edition.date(organisation.supporter_since or edition.site.today)
        ),
        Status.ON_HOLD: edition.t("Participation on hold since %(date)s", date=on),
        Status.SUSPENDED: edition.t("Participation suspended by the Office since %(date)s", date=on),
        Status.WITHDRAWN: edition.t("Left the initiative on %(date)s", date=on),
        Status.MERGED: edition.t("Merged with another organisation on %(date)s", date=on),
        Status.DISSOLVED: edition.t("Dissolved on %(date)s", date=on),
    }
    successor = carried_on_by(edition, organisation.slug)
    return Standing(organisation.status.value, sentences[organisation.status], successor)


def carried_on_by(edition: Edition, slug: str) -> Organisation | None:
    """The successor of an organisation, if it has a page; erased ones on the way there are passed over."""
    registry, passed = edition.site.registry, {slug}
    successor = registry.successor(slug)
    while successor and successor in registry.tombstones and successor not in passed:
        passed.add(successor)
        successor = registry.successor(successor)
    return next((each for each in edition.with_profile if each.slug == successor), None) if successor else None


def _owed(edition: Edition, organisation: Organisation) -> Owed | None:
    """The next report, if the operator shows when it is due."""
    report = edition.site.shown_next_reports.get(organisation.slug)
    return Owed(report.due_on, edition.t(STATES[report.state].text)) if report else None


def structured_data(edition: Edition, organisation: Organisation) -> str:
    """The organisation for search engines (schema.org), as JSON that is safe within HTML."""
    supporter = organisation.supporter
    acronym = next(iter(supporter.acronym.values()), None)
    facts = {
        "@context": "https://schema.org",
        "@type": "Organization",
        "name": edition.choose(supporter.name).value,
        "alternateName": acronym,
        "url": supporter.website,
        "email": supporter.contact,
        "address": {"@type": "PostalAddress", "addressCountry": supporter.country},
    }
    text = json.dumps({key: value for key, value in facts.items() if value}, ensure_ascii=False)
    return text.replace("<", "\\u003c").replace("&", "\\u0026")
