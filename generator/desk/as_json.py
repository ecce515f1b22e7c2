"""The desk for other programs, as `schemas/desk.schema.json` describes it: facts and codes, no wording."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from generator.desk import ON_THE_DESK, Application, Desk, OwedReport
from generator.languages import Language
from generator.problems import Problem, printable_path
from generator.registry import Organisation
from generator.translations import Coverage


def as_json(desk: Desk, language: Language) -> str:
    """The whole desk as a JSON object; names are those for readers of the language."""
    return json.dumps(_desk(desk, language), ensure_ascii=False, indent=2) + "\n"


def _desk(desk: Desk, language: Language) -> Mapping[str, Any]:
    return {
        "day": desk.today.isoformat(),
        "applications": [_application(each, language) for each in desk.applications],
        "reports": [_report(each, language) for each in desk.reports],
        "countries": [
            {"country": code, **{state.value: counts[state] for state in ON_THE_DESK}}
            for code, counts in desk.by_country.items()
        ],
        "problems": [_problem(each) for each in desk.problems],
        "translations": [_translation(each) for each in desk.translations],
    }


def _organisation(organisation: Organisation, language: Language) -> Mapping[str, str]:
    name = organisation.supporter.name
    return {
        "slug": organisation.slug,
        "name": name[language.choose(name)],
        "country": organisation.supporter.country,
    }


def _application(application: Application, language: Language) -> Mapping[str, Any]:
    return {
        **_organisation(application.organisation, language),
        "status": application.organisation.status.value,
        "since": application.since.isoformat() if application.since else None,
        "days": application.days,
        "flags": [flag.code for flag in application.flags],
    }


def _report(owed: OwedReport, language: Language) -> Mapping[str, Any]:
    return {
        **_organisation(owed.organisation, language),
        "due_on": owed.next.due_on.isoformat(),
        "state": owed.next.state.value,
        "days_left": owed.next.days_left,
    }


def _problem(problem: Problem) -> Mapping[str, Any]:
    place = problem.place
    return {
        "path": printable_path(place.path),
        "line": place.line,
        "column": place.column,
        "severity": problem.severity.value,
        "code": problem.code,
    }


def _translation(coverage: Coverage) -> Mapping[str, Any]:
    return {
        "language": coverage.language.code,
        "messages_missing": coverage.catalogue.missing,
        "messages_fuzzy": coverage.catalogue.fuzzy,
        "pages_missing": list(coverage.pages_missing),
        "pages_behind": [page.path for page in coverage.pages_behind],
    }
