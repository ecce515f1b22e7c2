"""What looks like data about a person: telephone numbers, e-mail addresses, names of contact persons.

The check on personal data finds with it what to refuse, and messages find with it what never to
print. Everything here takes time in proportion to the text, whatever the text is. The form goes the
same steps with the same patterns and words: `theme/assets/form/validator.js`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.folding import fold

Span = tuple[int, int]
"""Where something begins and ends in a text."""

_SIGN = re.compile(r"[@＠﹫]")
_SPELLED_SIGN = re.compile(r"[(\[{%]\s?(?:[aA][tT]|40)")
_ANY_SIGN = re.compile(r"[@＠﹫]|%40|\s?[(\[{]\s?at\s?[)\]}]\s?", re.IGNORECASE)
_SEVEN_DIGITS = re.compile(r"\d(?:[\s().\-/]{0,3}\d){6}")
_DATES = re.compile(r"(?<!\d)(?:\d{4}-\d{2}-\d{2}|(?:19|20)\d{2}-(?:19|20)\d{2})(?!\d)")


def must_not_be_shown(text: str) -> bool:
    """Whether a text might hold an e-mail address or a telephone number: rather too often than not."""
    return _ANY_SIGN.search(text) is not None or _SEVEN_DIGITS.search(_DATES.sub("", text)) is not None


# ---- telephone numbers

_DIGITS = re.compile(r"[0-9٠-٩۰-۹](?:[ \t\u00a0\u202f().\-/]{0,3}\d){5,14}")
_OPENING = re.compile(r"(?:\+\s?)?\(?\Z")
_INTERNATIONAL = re.compile(r"(?:\+|00)\s?\(?[1-9]")
_NATIONAL = re.compile(r"\(?0\d{1,4}\)?[\s/-]\d{2,4}[\s-]\d{2,4}(?:[\s-]\d{2,4})*|0\d(?:\.\d{2}){4}|0\d{8,10}")
_DAY = re.compile(r"\d{1,2}[\s./-]\d{1,2}[\s./-](?:19|20)\d{2}")
_MILLIONS = re.compile(r"\+?\s?\d{1,3}[ .\u00a0\u202f]\d{3}[ .\u00a0\u202f]000")
_URL_BEFORE = re.compile(r"https?://\S*\Z")
_BEFORE_NUMBER = tuple(
    "tel phone telephone mobile mob fax gsm whatsapp viber тел телефон телефони моб факс tél téléphone τηλ τηλέφωνο puh puhelin "
    "telefon telefoon telefono telefone teléfono tlf móvil cellulare handy".split()
)


def telephone_numbers(text: str) -> Iterator[Span]:
    """Telephone numbers: international, after a word such as “tel.”, or grouped behind a leading zero.

    Days, round amounts and digits in web addresses are none.
    """
    for match in _DIGITS.finditer(text):
        opening = _OPENING.search(text, max(0, match.start() - 3), match.start())
        start, end = opening.start() if opening else match.start(), match.end()
        if _is_telephone_number(text, start, end) and not _is_in_address(text, start):
            yield start, end


def _is_telephone_number(text: str, start: int, end: int) -> bool:
    before, number = text[max(0, start - 20) : start], text[start:end]
    named = before.rstrip(" .:\t\u00a0").lower().endswith(_BEFORE_NUMBER)
    if not named and number[0] not in "+(0":
        return False
    if before[-1:].isalnum() or text[end : end + 1].isalnum() or _DAY.fullmatch(number) or _MILLIONS.fullmatch(number):
        return False
    international = _INTERNATIONAL.match(number) and sum(map(str.isdigit, number)) > 7
    return named or (bool(international or _NATIONAL.fullmatch(number)) and before[-1:] not in {"_", ".", "-"})


def _is_in_address(text: str, at: int) -> bool:
    return _URL_BEFORE.search(text, max(0, at - 300), at) is not None


# ---- e-mail addresses

_LOCAL_PART = re.compile(r"[\w.%+-]{1,64}\Z")
_HOST = re.compile(r"[\w-]{1,63}(?:\.[\w-]{1,63}){0,5}\.[^\W\d_]{2,20}")

_FUNCTIONS = frozenset(
    "info office contact mail post hello team support secretariat secretary admin administration general press media news web "
    "energy climate environment covenant mayors europe eu international projects project programme network association agency "
    "department unit division desk service services direction directorate section council committee working group board "
    "municipalities municipality cities city towns regions region federation union institute centre center foundation "
    "energie klima climat clima medio ambiente umwelt kontakt kanzlei kontor toimisto posti sekretariat sekretariatet "
    "uffici ufficio segreteria secretaria secretariaat biuro urad kancelaria titkarsag iroda birou contacto contato oficina "
    "bureau accueil ofis ured pisarna grafeio grammateia oifig sekretariats birojs rastine abteilung referat verband "
    "dienst amt stelle afdeling vereniging avdeling avdelning forening departement departamento dipartimento "
    "служба отдел дирекция сдружение агенция офис секретариат център екип община союз відділ управління асоціація "
    "τμημα υπηρεσια γραφειο διευθυνση ενωση".split()
)
"""Words (folded) that name a function, a department or a body rather than a person."""

_PRIVATE_HOSTS = frozenset(
    "gmail.com googlemail.com hotmail.com outlook.com yahoo.com icloud.com me.com live.com proton.me protonmail.com gmx.de gmx.net "
    "gmx.at web.de t-online.de abv.bg mail.bg mail.ru yandex.ru orange.fr free.fr laposte.net libero.it seznam.cz wp.pl o2.pl onet.pl "
    "freemail.hu citromail.hu ukr.net sapo.pt telenet.be".split()
)
"""Hosts that give mailboxes to anybody."""


def addresses(text: str) -> Iterator[Span]:
    """E-mail addresses, also with “(at)” for the sign."""
    for sign in _signs(text):
        local = _LOCAL_PART.search(text, max(0, sign.start() - 64), sign.start())
        host = _HOST.match(text, sign.end())
        if local and host:
            yield local.start(), host.end()


def _signs(text: str) -> Iterator[re.Match[str]]:
    if _SPELLED_SIGN.search(text):
        yield from _ANY_SIGN.finditer(text)
    elif any(map(text.__contains__, "@＠﹫")):
        yield from _SIGN.finditer(text)


def looks_personal(mailbox: str) -> bool:
    """Whether a mailbox is at a private provider, or is named after a person: two names, or an initial and a name."""
    local, _, host = mailbox.lower().partition("@")
    if host in _PRIVATE_HOSTS:
        return True
    parts = [part for part in re.split(r"[^a-z]+", fold(local)) if part]
    known = _FUNCTIONS | set(re.split(r"[.-]", host))
    return len(parts) > 1 and known.isdisjoint(parts)


# ---- names of contact persons

_LABELS = (
    "contact person", "contact name", "contact", "kontaktperson", "kontakt osoba", "kontakt", "лице за контакт", "контактное лицо",
    "контактна особа", "контакт", "ansprechpartnerin", "ansprechpartner", "contatto", "referente", "contacto",
    "persona de contacto", "pessoa de contacto", "contactpersoon", "personne de contact", "yhteyshenkilö", "osoba kontaktowa",
    "kontaktní osoba", "kontaktná osoba", "persoană de contact", "kapcsolattartó", "kontaktna oseba", "επικοινωνία",
    "υπεύθυνος", "υπεύθυνη",
)  # fmt: skip
_TITLES = (
    "Mr", "Mrs", "Ms", "Dr", "Prof", "Herr", "Frau", "Mme", "Mlle", "Sig", "Sig.ra", "Sr", "Sra", "Pani", "Paní", "Dhr", "Mevr", "Ing",
    "Г-н", "Г-жа", "г-н", "г-жа", "Д-р", "д-р", "Проф", "проф", "Δρ", "Κος", "Κα",
)  # fmt: skip
_WORD = r"[^\W\d_a-zа-я][\w’'-]{0,40}\.?"
_BEHIND_COLON = re.compile(rf"[:–-]\s{{0,3}}[\"“„«]?({_WORD})\s+({_WORD})")
_BEHIND_TITLE = re.compile(rf"(?:{'|'.join(map(re.escape, _TITLES))})\.?\s{{1,3}}({_WORD})\s+({_WORD})")


def person_names(text: str) -> Iterator[Span]:
    """Names of persons after a word such as “Contact:” or a title such as “Dr”."""
    for match in _BEHIND_COLON.finditer(text):
        if _is_name(match) and (label := _label_before(text, match.start())):
            yield match.start() - len(label), match.end()
    for match in _BEHIND_TITLE.finditer(text):
        if _is_name(match) and not text[max(0, match.start() - 1) : match.start()].isalnum():
            yield match.span()


def _is_name(words: re.Match[str]) -> bool:
    if words[1][0].islower() or words[2][0].islower():
        return False
    return _FUNCTIONS.isdisjoint(re.findall(r"\w+", fold(f"{words[1]} {words[2]}")))


def _label_before(text: str, end: int) -> str:
    """The text before a colon that ends in a label, from the label on; empty if there is none."""
    before = text[max(0, end - 40) : end]
    lower = before.rstrip().lower()
    for label in _LABELS:
        if lower.endswith(label) and not lower.removesuffix(label)[-1:].isalnum():
            return before[len(lower) - len(label) :]
    return ""


PATTERNS = {
    "any_sign": _ANY_SIGN,
    "behind_colon": _BEHIND_COLON,
    "behind_title": _BEHIND_TITLE,
    "dates": _DATES,
    "day": _DAY,
    "digits": _DIGITS,
    "host": _HOST,
    "international": _INTERNATIONAL,
    "local_part": _LOCAL_PART,
    "millions": _MILLIONS,
    "national": _NATIONAL,
    "opening": _OPENING,
    "seven_digits": _SEVEN_DIGITS,
    "sign": _SIGN,
    "spelled_sign": _SPELLED_SIGN,
    "url_before": _URL_BEFORE,
}
"""What the form searches with, by the names of its script."""

WORDS = {
    "before_number": _BEFORE_NUMBER,
    "functions": tuple(sorted(_FUNCTIONS)),
    "labels": _LABELS,
    "private_hosts": tuple(sorted(_PRIVATE_HOSTS)),
}
"""What the form compares with."""
