"""The commitment statement of an organisation, to be signed; or a copy of the text it has signed already."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from markdown import markdown
from markupsafe import Markup, escape

from generator.content import filled_in, section
from generator.edition import Edition, tagged
from generator.languages import SOURCE, Language, direction
from generator.papers.paper import Paper, render
from generator.problems import Message, say
from generator.project import SetUpError
from generator.records import Status
from generator.records.standing import Statement
from generator.records.values import Text
from generator.registry import APPLYING, Organisation
from generator.site import Site


@dataclass(frozen=True, slots=True)
class Commitments:
    """The commitments of a version as HTML: in which language, under which title, and a note if it is a foreign one."""

    title: str
    text: Markup
    language: str
    note: str

    @property
    def direction(self) -> str:
        return direction(self.language)


def statement(site: Site, organisation: Organisation, language: str | None = None) -> Paper | Message:
    """The statement of an organisation in a language of the site, or why there is none.

    Without a language it is in the one that was signed, else in the first of the organisation's own
    languages that the site has, else in English.
    """
    signed = signed_statement(organisation)
    version = signed.version if signed else site.settings.statement_version
    edition = Edition(site, site.languages[language or _language(site, organisation, signed)])
    commitments = _commitments(edition, version)
    if commitments is None:
        return say(
            "content/ has no text of the commitments of version “%(version)s”. "
            "Add it, or correct “statement_version” in mkdocs.yml.",
            version=version,
        )
    supporter = organisation.supporter
    html = render(
        "statement",
        edition,
        supporter=supporter,
        signed=signed,
        commitments=commitments,
        title=edition.choose(supporter.name).value,
        name=_chosen(edition, supporter.name),
        names=_all(supporter.name),
        acronyms=_all(supporter.acronym),
        seat=_seat(edition, organisation),
        office_email=_address(site.settings.office_email),
    )
    return Paper(f"{organisation.slug}-statement-{version}-{edition.language.code}", html)


def signed_statement(organisation: Organisation) -> Statement | None:
    """The statement on record; an organisation that left and applies again has to sign anew."""
    standing = organisation.standing
    if standing is None or standing.statement is None:
        return None
    applied_on = max((step.on for step in standing.history if step.status is Status.INTEREST), default=date.min)
    is_past = organisation.status in APPLYING and standing.statement.signed_on < applied_on
    return None if is_past else standing.statement


def next_step(organisation: Organisation, today: date) -> Message:
    """What to do with the statement of an organisation, for those who have just made it."""
    if signed_statement(organisation):
        return say("It has been signed already: this is its text, for reading only.")
    if organisation.status is Status.ELIGIBLE:
        return say(
            "Next: send it to the organisation, then run: covenant decide %(slug)s statement_sent --on %(day)s",
            slug=organisation.slug,
            day=today.isoformat(),
        )
    if organisation.status is Status.STATEMENT_SENT:
        return say("The record says that the statement has been sent already.")
    return say("Do not send it yet: the Office has not found the organisation eligible.")


def _language(site: Site, organisation: Organisation, signed: Statement | None) -> str:
    wanted = [*([signed.language] if signed else []), *organisation.supporter.languages]
    return next((code for code in wanted if code in site.languages), SOURCE)


def _commitments(edition: Edition, version: str) -> Commitments | None:
    """The commitments in the language of an edition, else in English; None if there is no such version."""
    source = f"commitments/{version}.md"
    for language in (edition.language, edition.site.languages[SOURCE]):
        if text := _text(language, source):
            foreign = language.code != edition.language.code
            note = edition.t("This text is available in: %(language)s", language=edition.language_name(language.code))
            return Commitments(
                language.pages[source].short,
                Markup(markdown(_filled_in(edition, language, source, text))),
                language.code,
                note if foreign else "",
            )
    return None


def _text(language: Language, source: str) -> str:
    if language.folder is None or source not in language.pages:
        return ""
    return section((language.folder / source).read_text(encoding="utf-8"), "text")


def _filled_in(edition: Edition, language: Language, source: str, text: str) -> str:
    try:
        return filled_in(text, edition.placeholders)
    except KeyError as error:
        raise SetUpError(f"content/{language.code}/{source}: there is no placeholder {error}") from None


def _seat(edition: Edition, organisation: Organisation) -> Markup:
    supporter = organisation.supporter
    country = edition.country(supporter.country)
    if supporter.seat is None:
        return escape(country)
    return edition.t("%(city)s, %(country)s", city=_chosen(edition, supporter.seat.city), country=country)


def _chosen(edition: Edition, texts: Text) -> Markup:
    """A text for the readers of an edition. A foreign one is not marked as on pages: names are signed as they are."""
    shown = edition.choose(texts)
    return tagged("bdi", shown.language, escape(shown.value))


def _all(texts: Text) -> list[Markup]:
    """A text in all its languages, the organisation's own first."""
    return [tagged("bdi", code, escape(text)) for code, text in texts.items()]


def _address(email: str) -> Markup:
    return Markup('<a href="mailto:%s" dir="ltr">%s</a>') % (email, email)
