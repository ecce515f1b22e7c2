"""What a decision names and may not exist: languages, the version of the statement, the successor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.checks import language_codes
from generator.checks.context import Context
from generator.decisions.decision import Decision, about
from generator.meant import no_organisation
from generator.problems import Message, say
from generator.registry import Registry


def unknown(decision: Decision, registry: Registry, context: Context) -> Iterator[Message]:
    """A message on each name that nothing bears."""
    for code in decision.reasons:
        if not language_codes.is_known(code):
            yield about("--reason", *language_codes.unknown(code))
    language, version = decision.statement.get("language"), decision.statement.get("version")
    if language is not None and not language_codes.is_known(language):
        yield about("--language", *language_codes.unknown(language))
    if version is not None and version not in context.statement_versions:
        hint = say("Possible values: %(allowed)s.", allowed=tuple(sorted(context.statement_versions)))
        yield about("--statement", say("There is no text of the commitments of this version."), hint)
    if decision.successor is not None and decision.successor not in _folders(registry):
        yield about("--successor", *no_organisation(decision.successor, list(registry.organisations)))


def known_only(decision: Decision, registry: Registry, context: Context) -> Decision:
    """The decision with others for the names that nothing bears, so that the check can look at the rest of it."""
    statement = dict(decision.statement)
    if not language_codes.is_known(statement.get("language", "en")):
        statement["language"] = "en"
    if "version" in statement and statement["version"] not in context.statement_versions:
        statement["version"] = min(context.statement_versions, default="")
    reasons = {code: text for code, text in decision.reasons.items() if language_codes.is_known(code)}
    if len(reasons) < len(decision.reasons):
        reasons["und"] = "\n\n".join(text for code, text in decision.reasons.items() if code not in reasons)
    return replace(
        decision,
        reasons=reasons,
        statement=statement,
        successor=decision.successor if decision.successor in _folders(registry) else None,
    )


def _folders(registry: Registry) -> set[str]:
    return {entry.path.split("/")[1] for entry in registry.entries if entry.path.count("/") > 1}
