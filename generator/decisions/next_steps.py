"""What comes next for an organisation: the commands that are possible, and what to do after one."""

from __future__ import annotations

from generator.decisions.decision import NEEDS_REASON
from generator.decisions.trial import Office
from generator.lifecycle import possible_after
from generator.problems import NOTHING, Message, say
from generator.records import Status
from generator.registry import Organisation


def commands(organisation: Organisation, office: Office) -> tuple[str, ...]:
    """A command for each status that may come next; what stands in it for “…” is for the Office to say."""
    current = organisation.last_step.status if organisation.last_step else None
    return tuple(_command(organisation, status, office) for status in possible_after(current))


def _command(organisation: Organisation, status: Status, office: Office) -> str:
    command = f"covenant decide {organisation.slug} {status}"
    if status in NEEDS_REASON:
        return f'{command} --reason "…"'
    if status is Status.MERGED:
        return f'{command} --successor "…"'
    if status is Status.ACTIVE and not (organisation.standing and organisation.standing.statement):
        language = organisation.supporter.languages[0]
        version, today = office.settings.statement_version, office.context.today
        return f"{command} --statement {version} --language {language} --signed {today}"
    return command


def after(organisation: Organisation, office: Office) -> Message:
    """What to do after an organisation, as it is now, has got its status."""
    slug, status = organisation.slug, organisation.status
    match status:
        case Status.INTEREST:
            return say("Next: find out whether it is eligible. If so: covenant decide %(slug)s eligible", slug=slug)
        case Status.ELIGIBLE:
            return say("Next: send the commitment statement: covenant statement %(slug)s", slug=slug)
        case Status.NOT_ELIGIBLE:
            return say("Next: tell the organisation why.")
        case Status.STATEMENT_SENT:
            command = Message(_command(organisation, Status.ACTIVE, office))
            return say("Next, when the signed statement is back: %(command)s", command=command)
        case Status.ACTIVE:
            return say("The profile appears when the site is built the next time.")
        case Status.ON_HOLD if not office.settings.show_on_hold:
            return say("The profile disappears when the site is built the next time.")
    return say("The profile says so when the site is built the next time.") if organisation.supporter_since else NOTHING
