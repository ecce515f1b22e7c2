"""English texts beside their translations."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import languages
from generator.translations.pairs import pairs

MESSAGES = (
    'msgid ""\nmsgstr ""\n"Language: sl\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    '"Plural-Forms: nplurals=4; plural=(n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3);\\n"\n\n'
)
ONE = 'msgid "a town"\nmsgid_plural "%(number)d towns"\n'


@pytest.fixture
def content(tmp_path: Path) -> Path:
    for code in ("en", "sl", "et"):
        (tmp_path / code).mkdir()
        (tmp_path / code / "language.yml").write_text(f"locale: {code}\n", encoding="utf-8")
    return tmp_path


def found(content: Path, code: str, messages: str) -> list[tuple[str, str]]:
    (content / code / "messages.po").write_text(messages, encoding="utf-8")
    known = languages.load(content)
    return [(pair.english, pair.translated) for pair in pairs(known[code], known["en"])]


def test_a_form_for_many_numbers_stands_beside_the_plural(content: Path) -> None:
    forms = (
        'msgstr[0] "mesto"\nmsgstr[1] "%(number)d mesti"\nmsgstr[2] "%(number)d mesta"\nmsgstr[3] "%(number)d mest"\n'
    )
    assert found(content, "sl", MESSAGES + ONE + forms)[0] == ("%(number)d towns", "mesto")  # also for 101


def test_a_form_for_one_number_may_leave_it_out(content: Path) -> None:
    header = MESSAGES.replace("sl", "et").replace(
        MESSAGES[MESSAGES.index("nplurals") : MESSAGES.rindex(";")], "nplurals=2; plural=(n != 1)"
    )
    forms = 'msgstr[0] "%s"\nmsgstr[1] "%%(number)d linna"\n'
    assert found(content, "et", header + ONE + forms % "linn")[0] == ("a town", "linn")
    assert found(content, "et", header + ONE + forms % "%(number)d linn")[0] == ("%(number)d towns", "%(number)d linn")


def test_what_is_empty_or_doubtful_is_left_out(content: Path) -> None:
    texts = 'msgid "a"\nmsgstr ""\n\n#, fuzzy\nmsgid "b"\nmsgstr "c"\n\nmsgid "d"\nmsgstr "e"\n'
    assert found(content, "sl", MESSAGES + texts) == [("d", "e")]
