"""What the comment says first: what the verdict means for the author, what happens next, and who moves."""

from __future__ import annotations

from generator.problems import Message, say
from generator.review.judging import Judgement
from generator.review.kinds import Kind
from generator.review.risks import Risk
from generator.review.verdicts import Verdict

VERDICTS = {
    Verdict.READY: say("ready"),
    Verdict.NEEDS_OFFICE: say("needs the Office"),
    Verdict.NEEDS_CHANGES: say("needs changes"),
    Verdict.REFUSED: say("refused"),
}

KINDS = {
    Kind.APPLICATION: say("application"),
    Kind.DECISION: say("decision of the Office"),
    Kind.REPORT: say("report"),
    Kind.PROFILE: say("update of a profile"),
    Kind.LOGO: say("logo"),
    Kind.CODE: say("program and rules"),
    Kind.CONTENT: say("texts of the site"),
    Kind.MIXED: say("several things at once"),
    Kind.NOTHING: say("no change"),
}

RISKS = {Risk.LOW: say("low risk"), Risk.MEDIUM: say("medium risk"), Risk.HIGH: say("high risk")}

_COMPLETE = {
    Kind.APPLICATION: say("Thank you! Your application is complete."),
    Kind.REPORT: say("Thank you! Your report is complete."),
}

_HEADLINES = {
    Verdict.READY: say("Thank you! This is ready."),
    Verdict.NEEDS_OFFICE: say("Thank you! Now the Office has to look at this."),
    Verdict.NEEDS_CHANGES: say("Thank you! Some things have to be mended first."),
    Verdict.REFUSED: say("This cannot be accepted as it is."),
}


def headline(judgement: Judgement) -> Message:
    """One sentence: how it stands."""
    if judgement.verdict is Verdict.READY:
        return _COMPLETE.get(judgement.case.kind, _HEADLINES[Verdict.READY])
    return _HEADLINES[judgement.verdict]


def next_steps(judgement: Judgement) -> list[Message]:
    """Who moves next, and what happens then."""
    match judgement.verdict:
        case Verdict.READY if judgement.case.by_office:
            return [say("Nothing stands against it. It can be merged when somebody else has read it.")]
        case Verdict.READY if judgement.case.kind is Kind.APPLICATION:
            return [
                say("You do not need to do anything now. The Office reads your application and merges it."),
                say("Then it checks whether your organisation is eligible, and writes to the mailbox in your record."),
            ]
        case Verdict.READY:
            return [say("You do not need to do anything now. The Office reads the change and merges it.")]
        case Verdict.NEEDS_OFFICE:
            return [say("You do not need to do anything now. Somebody of the Office looks at it and answers here.")]
        case Verdict.NEEDS_CHANGES:
            return [
                say("It is your turn: mend what is listed here, in this same pull request."),
                say("As soon as you save, everything is looked at again, and this text is renewed."),
                *_after_that(judgement),
            ]
    return [
        say("It is your turn: undo what is listed here, in this same pull request; then this text is renewed."),
        say("If you think that this is a mistake, say so in a comment, and somebody of the Office answers."),
    ]


def _after_that(judgement: Judgement) -> list[Message]:
    if judgement.reasons_for(Verdict.NEEDS_OFFICE):
        return [say("After that, the Office looks at what only it can decide.")]
    return []
