"""What looks like data about a person, and what only resembles it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from generator import privacy


def found(search: Callable[[str], Iterator[privacy.Span]], text: str) -> list[str]:
    return [text[start:end] for start, end in search(text)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("call +359 2 555 01 23 now", "+359 2 555 01 23"),
        ("call +359 (0)2 5550123", "+359 (0)2 5550123"),
        ("call (+359) 2 555 0123", "+359) 2 555 0123"),
        ("call 00 359 2 555 0123", "00 359 2 555 0123"),
        ("call 02 555 01 23", "02 555 01 23"),
        ("call 0888-123-456", "0888-123-456"),
        ("call 0888123456", "0888123456"),
        ("call (02) 555 01 23", "(02) 555 01 23"),
        ("call 01.55.50.01.23", "01.55.50.01.23"),
        ("tel.: 5550 123", "5550 123"),
        ("Тел. 5550 123", "5550 123"),
        ("fax 555-0123", "555-0123"),
        ("+359\u00a02\u00a0555\u00a00123", "+359\u00a02\u00a0555\u00a00123"),
        ('phone: "+35925550123"', "+35925550123"),
    ],
)
def test_a_telephone_number_is_found(text: str, number: str) -> None:
    assert found(privacy.telephone_numbers, text) == [number]


@pytest.mark.parametrize(
    "text",
    [
        "on: 2024-01-10",
        "from 2024-2025 on",
        "on 01.02.2025 and 01/02/2025 and 01-02-2025",
        "+10 500 000 EUR and 12 000 000 kWh",
        "+15 % by 2030",
        "project 101076123",
        "id 2021-1-BG01-KA220-000035",
        "ISBN 978-954-12-0345-6",
        "https://vale.example/00359255501234",
        "latitude: 42.697708",
        "v1.002.345.678",
        "0.123456789",
    ],
)
def test_other_numbers_are_none(text: str) -> None:
    assert found(privacy.telephone_numbers, text) == []


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("write to jane.doe@vale.example.", "jane.doe@vale.example"),
        ("<mailto:office+eu@mail.vale.example>", "office+eu@mail.vale.example"),
        ("jane (at) vale.example", "jane (at) vale.example"),
        ("jane[AT]vale.example", "jane[AT]vale.example"),
        ("jane%40vale.example", "jane%40vale.example"),
        ("jane＠vale.example", "jane＠vale.example"),
        ("офис@пример.бг", "офис@пример.бг"),
        ("https://vale.example/?to=jane@vale.example", "jane@vale.example"),
    ],
)
def test_an_address_is_found(text: str, address: str) -> None:
    assert found(privacy.addresses, text) == [address]


@pytest.mark.parametrize(
    "text", ["@vale on social media", "https://social.example/@vale.towns", "a @ b.example", "5 @ 3", "look (at) it"]
)
def test_other_signs_are_none(text: str) -> None:
    assert found(privacy.addresses, text) == []


@pytest.mark.parametrize(
    "mailbox",
    [
        "jane.doe@vale.example",
        "j.doe@vale.example",
        "jane-doe@vale.example",
        "jane_doe1985@vale.example",
        "JANE.DOE@VALE.EXAMPLE",
        "valetowns@gmail.com",
        "office@abv.bg",
    ],
)
def test_a_persons_mailbox_is_known(mailbox: str) -> None:
    assert privacy.looks_personal(mailbox)


@pytest.mark.parametrize(
    "mailbox",
    [
        "office@vale.example",
        "towns@vale.example",
        "vale.towns@vale-towns.example",
        "eu.projects@vale.example",
        "agenda2030@vale.example",
        "office.2030@vale.example",
        "medio.ambiente@vale.example",
        "energie-agentur@energie.example",
    ],
)
def test_a_functional_mailbox_is_none(mailbox: str) -> None:
    assert not privacy.looks_personal(mailbox)


@pytest.mark.parametrize(
    "text",
    [
        "Contact: Jane Doe",
        "contact person – Jane Doe, Office",
        'Contact: "Jane Doe"',
        "Kontaktperson: Åse Ødegård",
        "Ansprechpartnerin: Jana Müller-Lüdenscheidt",
        "İletişim. Kontakt: Öznur Şahin",
        "Лице за контакт: Яна Донева",
        "Επικοινωνία: Ιωάννα Δόε",
        "led by Mrs Jane Doe",
        "Dr. Jane Doe",
        "Prof. J. Doe",
        "г-жа Яна Донева",
        "Contact:\n  Jane Doe",
    ],
)
def test_a_contact_person_is_found(text: str) -> None:
    assert len(found(privacy.person_names, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Contact: Energy Department",
        "Contact: our office",
        "Kontakt: Abteilung Klima",
        "contact: office@vale.example",
        "Pan European Network",
        "Jane Doe Foundation",
        "a doctor and a Dr of science",
        "Subcontact: Jane Doe",
        "Amr Diab Street",
    ],
)
def test_other_names_are_none(text: str) -> None:
    assert found(privacy.person_names, text) == []
