"""What reminders say: title, body and comments of an issue, in the organisation's language with English below.

All of it is Markdown of the forge. What comes from a record is escaped. Only accounts that the Office has
entered as maintainers are mentioned, and in a demonstration nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from generator.due_dates import period_owed
from generator.languages import SOURCE, Language
from generator.markdown_escaping import escape
from generator.problems import Message, printable, say, say_number
from generator.project import Repository, Settings
from generator.records.values import Period
from generator.registry import Organisation, Registry
from generator.reminders import Close, Notice, Reason, Repeat
from generator.schemas import Schema
from generator.skeleton import Skeleton

LONGEST_NAME = 160
"""Characters of a name; the forge allows 256 for the whole of a title."""

_CLOSINGS = {
    Reason.REPORTED: say("The report has arrived in the registry. Thank you!"),
    Reason.MORE_TIME: say(
        "The Office has given more time: the report is now due on %(day)s. We will remind you again before that day."
    ),
    Reason.NOT_OWED: say("The organisation is not an active supporter today, so it owes no report."),
    Reason.NO_RECORD: say("The registry has no record of this organisation any more, so it owes no report."),
    Reason.DUPLICATE: say("Another reminder of the same report is already open."),
}


@dataclass(frozen=True, slots=True)
class Texts:
    """The words for the reminders of one day; `report_schema` is what the draft of a report is made from."""

    registry: Registry
    languages: Mapping[str, Language]
    report_schema: Schema
    settings: Settings
    repository: Repository
    today: date

    def title(self, notice: Notice) -> str:
        """The title of an issue: plain text, in the organisation's language."""
        organisation = self.registry.organisations[notice.slug]
        return _Voice(self, organisation, self._language(organisation)).title(notice.due_on)

    def body(self, notice: Notice) -> str:
        """The body of an issue: how the report stands, what to do, and a finished report without action."""
        return self._addressed(notice.slug, lambda voice: voice.body(notice.due_on))

    def comment(self, notice: Repeat) -> str:
        """The comment with which a further stage comes."""
        return self._addressed(notice.slug, lambda voice: voice.comment(notice))

    def closing(self, action: Close) -> str:
        """The comment with which an issue is closed."""
        language = self._language(self.registry.organisations.get(action.slug))
        return self._twice(language, lambda spoken: _closing(action, self.today, spoken))

    def _addressed(self, slug: str, text: Callable[[_Voice], str]) -> str:
        """A text to an organisation, with its maintainers mentioned."""
        organisation = self.registry.organisations[slug]
        whole = self._twice(self._language(organisation), lambda language: text(_Voice(self, organisation, language)))
        mentions = self._mentions(organisation)
        return f"{mentions}\n\n{whole}" if mentions else whole

    def _twice(self, language: Language, text: Callable[[Language], str]) -> str:
        """A text in a language, with English below unless it is that."""
        english = self.languages[SOURCE]
        return text(english) if language is english else f"{text(language)}\n\n---\n\n{text(english)}"

    def _language(self, organisation: Organisation | None) -> Language:
        """The first of the organisation's languages that the site has, else English."""
        spoken = organisation.supporter.languages if organisation else ()
        return next((self.languages[code] for code in spoken if code in self.languages), self.languages[SOURCE])

    def _mentions(self, organisation: Organisation) -> str:
        """The maintainers; in a demonstration they are invented, and their names might be those of strangers."""
        logins = [each.login for each in organisation.standing.maintainers] if organisation.standing else []
        return " ".join(f"`{login}`" if self.settings.demonstration else f"@{login}" for login in logins)


@dataclass(frozen=True, slots=True)
class _Voice:
    """The words for one organisation in one language."""

    texts: Texts
    organisation: Organisation
    language: Language

    def words(self, *messages: Message) -> str:
        """Sentences, one after the other."""
        return " ".join(message.render(self.language.catalogue) for message in messages)

    @property
    def name(self) -> str:
        """The name in this language, else as its readers would rather have it."""
        names = self.organisation.supporter.name
        return printable(names[self.language.choose(names)], LONGEST_NAME)

    def title(self, due_on: date) -> str:
        day = self.language.date(due_on)
        return self.words(say("Report due on %(day)s: %(name)s", day=day, name=Message(self.name)))

    def body(self, due_on: date) -> str:
        period = period_owed(self.organisation, self.texts.today)
        why = self.words(
            say("Every supporter has committed to report regularly on what it does for the Covenant of Mayors.")
        )
        heading = f"### {self.words(_WHAT_TO_DO)}"
        return "\n\n".join((self.state(due_on), why, heading, *self.what_to_do(period), self.more_time()))

    def comment(self, notice: Repeat) -> str:
        before = self.language.date(notice.reminder.due_on)
        moved = self.words(say("The day by which the report is due is no longer %(day)s.", day=before))
        above = self.words(say("What to do is explained at the top of this page."))
        state = self.state(notice.due_on)
        return "\n\n".join((*([moved] if notice.has_moved else []), state, above, self.more_time()))

    def state(self, due_on: date) -> str:
        """How the report stands, with the day on which that is said, so that it stays true."""
        days, today = (due_on - self.texts.today).days, self.language.date(self.texts.today)
        values = {"name": Message(escape(self.name)), "day": self.language.date(due_on)}
        if days < 0:
            was = say("The report of **%(name)s** to the Covenant of Mayors Office was due on %(day)s.", **values)
            return self.words(was, _days_late(-days, today))
        due = say("The report of **%(name)s** to the Covenant of Mayors Office is due on %(day)s.", **values)
        return self.words(due, *([_days_left(days, today)] if days else []))

    def what_to_do(self, period: Period) -> tuple[str, ...]:
        """Three steps, when they can be taken if not yet, and the report of those who have done nothing."""
        path = f"supporters/{self.organisation.slug}/reports/{period.file_name}.yml"
        steps = (self.first_step(period, path), *map(self.words, _FURTHER_STEPS))
        numbered = "\n".join(f"{number}. {step}" for number, step in enumerate(steps, start=1))
        finished = _without_action(period, self.texts.today)
        url = Message(self.texts.repository.new_file_url(path, finished))
        no_action = self.words(
            say(
                "**Nothing was done in this time?** That is a valid report too: "
                "[open the finished report](%(url)s), or create the file `%(path)s` with these lines:",
                url=url,
                path=Message(path),
            )
        )
        return (numbered, *self.from_when(period), no_action, f"```yaml\n{finished}```")

    def first_step(self, period: Period, path: str) -> str:
        """The link to a draft and, for whole calendar years, the command that writes one."""
        known = {"period.from": str(period.first), "period.to": str(period.last)}
        preset = {**known, "submitted_on": self.texts.today.isoformat()}
        schema = self.texts.report_schema
        draft = Skeleton(schema, self.language, "../../../schemas/report.schema.json", preset).brief()
        url = Message(self.texts.repository.new_file_url(path, draft))
        years = Message(self.language.period(period))
        link = say("[Open a draft of the report on %(years)s](%(url)s) in the browser.", years=years, url=url)
        if period.first.month != 1:
            return self.words(link)
        command = Message(f"covenant new report {self.organisation.slug} {period.file_name}")
        program = say("If you have the program, `%(command)s` writes one with explanations.", command=command)
        return self.words(link, program)

    def from_when(self, period: Period) -> tuple[str, ...]:
        last = period.last.last_day
        message = say("The report can be handed in after %(day)s.", day=self.language.date(last))
        return (self.words(message),) if last >= self.texts.today else ()

    def more_time(self) -> str:
        email = Message(self.texts.settings.office_email)
        message = say("If you need more time or help, write to the Covenant of Mayors Office: %(email)s", email=email)
        return self.words(say("A late report alone never leads to suspension."), message)


_WHAT_TO_DO = say("What to do")
_FURTHER_STEPS = (
    say(
        "Replace the examples with your own words, and the day after `submitted_on` with the day on which you send "
        "it. Write no names of persons and no telephone numbers: everybody can read the report."
    ),
    say(
        "Propose the file as a change (“pull request”). You are told there if anything is missing. "
        "Once the report has been accepted, this reminder closes by itself."
    ),
)


def _days_left(days: int, today: str) -> Message:
    return say_number(
        "On %(today)s, %(number)d day is left.", "On %(today)s, %(number)d days are left.", days, today=today
    )


def _days_late(days: int, today: str) -> Message:
    return say_number(
        "On %(today)s it is %(number)d day late.", "On %(today)s it is %(number)d days late.", days, today=today
    )


def _closing(action: Close, today: date, language: Language) -> str:
    day = {"day": language.date(action.due_on)} if action.due_on else {}
    messages = [Message(_CLOSINGS[action.reason].text, day)]
    if action.reason is Reason.REPORTED and action.due_on and action.due_on > today:
        messages.append(say("The next one is due on %(day)s.", **day))
    return " ".join(message.render(language.catalogue) for message in messages)


def _without_action(period: Period, today: date) -> str:
    """The whole of a report on a time in which nothing was done."""
    months = f'period:\n  from: "{period.first}"\n  to: "{period.last}"\n'
    return f'{months}submitted_on: "{today.isoformat()}"\nno_action: true\n'
