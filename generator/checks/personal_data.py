"""Nothing about persons enters the registry: its history is public and cannot be unpublished.

Refused anywhere in a record, comments included: telephone numbers, e-mail addresses other than the
functional mailbox under `contact`, mailboxes that look like a person's, and names of contact
persons. What was found is never repeated in a message, only its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.run import Run
from generator.documents import Document
from generator.folding import fold
from generator.problems import Place, Problem, say
from generator.registry import Organisation, Registry

_LABELS = (
    "contact( person)?|contact name|kontakt(person)?|контакт|лице за контакт|контактное лицо|ansprechpartner(in)?|contatto|referente|"
    "contacto|persona de contacto|contact(persoon)?|personne de contact|yhteyshenkilö|kontaktperson|osoba kontaktowa|kontaktní osoba|"
    "persoană de contact|contacto|kapcsolattartó|kontaktna oseba|kontakt osoba|επικοινωνία|υπεύθυνος"
)
_TITLES = r"Mr|Mrs|Ms|Dr|Prof|Herr|Frau|Mme|Mlle|Sig|Sig\.ra|Sr|Sra|Pan|Paní|Dhr|Mevr|Д-р|Г-н|Г-жа|г-н|г-жа|д-р|κ|κα|Δρ"
_URL = re.compile(r"https?://\S+")
_PHONE = re.compile(
    r"(?<![\w.-])(?:\+|00)\s?\(?[1-9](?:[\s().\-/]*\d){7,13}(?![\w-])"
    r"|\b(?:tel|phone|mobile|fax|тел|телефон|моб|факс|tél|τηλ|puh|telefon)[.:\s]+\+?[\d(](?:[\s().\-/]*\d){5,}"
    r"|(?<![\w.-])0\d{1,4}[\s/-]\d{2,4}[\s-]\d{2,4}(?:[\s-]\d{2,4})?(?![\w-])",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"[^\s@<>\"'(),:;]+@[^\s@<>\"'(),:;]+\.[^\W\d_]{2,}")
_PERSON = re.compile(
    rf"(?i:\b(?:{_LABELS}))\s*[:–-]\s*[\"“„«]?[^\W\d_a-zа-я][^\W\d_]+\s+[^\W\d_a-zа-я][^\W\d_]+"
    rf"|(?<!\w)(?:{_TITLES})\.?\s+[^\W\d_a-zа-я][^\W\d_]{{2,}}(?:\s+[^\W\d_a-zа-я][^\W\d_]+)+"
)
_FUNCTIONS = frozenset(
    "info office contact mail post hello team support secretariat secretary admin administration general press media news "
    "energy climate environment covenant mayors europe eu international projects project programme network association agency "
    "municipalities cities towns regions energie klima climat clima medio ambiente kontakt kanzlei kontor toimisto posti sekretariat "
    "sekretariatet uffici segreteria secretaria secretariaat biuro urad kancelaria titkarsag iroda birou contacto contato oficina "
    "bureau accueil direction service services ofis ured pisarna grafeio grammateia oifig sekretariats birojs raštinė rastine".split()
)
_PRIVATE_HOSTS = frozenset(
    "gmail.com googlemail.com hotmail.com outlook.com yahoo.com icloud.com me.com live.com proton.me protonmail.com gmx.de gmx.net "
    "web.de abv.bg mail.bg mail.ru yandex.ru orange.fr free.fr libero.it seznam.cz wp.pl o2.pl freemail.hu ukr.net".split()
)


def check(registry: Registry, run: Run) -> Iterator[Problem]:
    for document in registry.documents.values():
        yield from _lines(document)
    for organisation in registry:
        yield from _mailbox(organisation)


def _lines(document: Document) -> Iterator[Problem]:
    text = _URL.sub(lambda match: " " * len(match[0]), document.text)
    for match in _PHONE.finditer(text):
        yield Problem(
            _place(document, match),
            "personal-phone",
            say("This looks like a telephone number. Numbers are not published here."),
            say("Delete it; the website and the functional mailbox are enough."),
        )
    for match in _PERSON.finditer(text):
        yield Problem(
            _place(document, match),
            "personal-name",
            say("This looks like the name of a person. Names of persons are not published here."),
            say("Delete it; write the department or the function instead."),
        )
    for match in _EMAIL.finditer(text):
        if not _is_contact_line(text, match):
            yield Problem(
                _place(document, match),
                "personal-email",
                say("An e-mail address has no place here."),
                say("Delete it; the one functional mailbox stands under “contact”."),
            )


def _is_contact_line(text: str, match: re.Match[str]) -> bool:
    start = text.rfind("\n", 0, match.start()) + 1
    return re.fullmatch(r"contact:\s*[\"']?", text[start : match.start()]) is not None


def _place(document: Document, match: re.Match[str]) -> Place:
    before = document.text[: match.start()]
    return Place(document.path, before.count("\n") + 1, match.start() - before.rfind("\n"))


def _mailbox(organisation: Organisation) -> Iterator[Problem]:
    if _looks_personal(organisation.supporter.contact):
        yield Problem(
            organisation.place(["contact"]),
            "personal-email",
            say("This mailbox looks like a person's own."),
            say("Use a functional mailbox of the organisation, such as office@… or info@…"),
        )


def _looks_personal(address: str) -> bool:
    """Whether a mailbox is at a private provider, or is made of two names or an initial and a name."""
    local, _, host = address.lower().partition("@")
    if host in _PRIVATE_HOSTS:
        return True
    parts = [part for part in re.split(r"[._+-]", fold(local)) if part]
    own = set(re.split(r"[.-]", host))
    return len(parts) >= 2 and not any(part in _FUNCTIONS or part in own or any(c.isdigit() for c in part) for part in parts)
