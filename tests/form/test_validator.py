"""The form says of a record what the check says: the same problems in the same words, in a real browser."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from generator.documents import parse
from generator.form.contract import LEFT_TO_CHECK, OF_THE_OFFICE, scripts
from generator.meant import closest
from tests.form.judging import PATHS, as_javascript_has_it, said_by_check, said_in_browser, start
from tests.memory import SCHEMAS, SUPPORTER
from tests.strategies import changed, records
from tests.test_drafts import REPORT
from tests.test_examples import EXAMPLES, codes_in_code

SCRIPT = next(script for script in scripts() if script.name == "validator.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_page() as opened:
        yield start(opened)


def examples(kind: str) -> dict[str, Any]:
    """The records of all examples that can be read, by their path."""
    files = (file for file in sorted(EXAMPLES.glob("*valid/*/supporters/**/*.yml")) if file.is_file())
    of_kind = [
        file
        for file in files
        if (file.name if kind == "supporter" else file.parent.name) in ("supporter.yml", "reports")
    ]
    read = {file: parse(PATHS[kind], file.read_bytes())[0] for file in of_kind}
    return {
        file.relative_to(EXAMPLES).as_posix(): as_javascript_has_it(each.data) for file, each in read.items() if each
    }


def agree(page: Page, kind: str, record: Any, language: str) -> None:
    (form,) = said_in_browser(page, kind, language, [record])
    assert form == said_by_check(kind, language, record)


@pytest.mark.parametrize("language", ["en", "bg"])
@pytest.mark.parametrize("kind", PATHS)
def test_every_example_gets_the_same_words(kind: str, language: str, page: Page) -> None:
    records = examples(kind)
    form = dict(zip(records, said_in_browser(page, kind, language, list(records.values())), strict=True))
    assert form == {name: said_by_check(kind, language, record) for name, record in records.items()}
    assert sum(map(len, form.values())) > len(records) / 4


# ---- records made by chance

TEXTS = [
    "EL", "gr", "Greece", "Bulgarian", "cz", "ee", "xx", "no", "sr-Latn", "zz-ZZ", "бг", "deu", "in", "ΝΑΙ", "да", "ОЙ", "oui",
    "2024-13", "1.5.2024", "05/2024", "13/05/2024", "2024/5", "2024-02-30", "2024-2-3", "٢٠٢٤-٠١-٠١", "0000-01-01",
    "www.vale.example", "HTTP://vale.example/a b", "http://vale.example", "https://vale", "vale.ıı", "https://[::1].x/", "https://a.b/\\",
    "Mr. Anna Smith", "Contact: Anna Smith", "Contact:\nAnna Smith", "Kontakt – Ана Петрова", "г-жа Ана Петрова", "Dr Climate Office",
    "Text\nMr Anna Smith and\nothers", 'say "Contact: "Anna Smith"', "tel. 02 773 02 46", "тел.: 7730246", "+359 2 773 02 46",
    "\\ 0359 773 02 46", "1 000 000 000", "anna.smith@vale.example", "a (at) vale.example", "office@vale.example", "anna@gmail.com",
    "<b>x</b>", "a < b > c", "&amp;", "{{x}}", "# x", "x\n# y", "x\r# y", "**x**", "__x__", "a\\b", "''", "", " ", "\n", "\t", "x\ny", "x ",
    "\u202e", "\u200f", "\x07", "\x85", "\ufeff", "x" * 161, "𝒱" * 161, "x" * 4001, "İstanbul", "Straße ſ ﬁ ǰ ΐ ς Σ",
    "Replace this text with what made the work difficult.", "https://www.example.org", "Example Union of Towns",
    "ee-EE", "si", "EE", "acr", "mix", "natio", "Mostly public", "stand ing", "Office@Vale.Example", "OFFICE@VALE.EXAMPLE ", 'Contact: "Anna Smith"',
    "nr 060012345678", "+3591234", "+35912345", "fax: 12 34 56", "(02) 773-02-46", "02.77.30.24.60", "x" * 161 + "\n", "x" * 4001 + "\t",
    "https://" + "x" * 300 + ".example\n", "5", "05", "1.50", "[en]", "true", "Yes", "null", "~", "https://vale.example/1234567", "2024-01-01 773",
]  # fmt: skip
HINTS = st.sampled_from(TEXTS)
OTHERS = st.sampled_from(
    "null true false 0 -1 1.5 0.00005 1000000 1000000000000 [] {} [[]] "
    '{"en":{}} ["energy","energy"] {"__proto__":"x"} {"to":"2024-01","from":"2025-12"}'.split()
).map(json.loads)
planted = HINTS | HINTS.map(lambda text: [text]) | HINTS.map(lambda text: {"bg": text}) | OTHERS
KEYS = [
    "naype",
    "acr",
    "emial",
    "web",
    "Name ",
    "to-tal",
    "constructor",
    "__proto__",
    "toString",
    "contact",
    "phone",
    "5",
    "en",
    "gr",
    "level",
    "x" * 101,
]


@st.composite
def broken(draw: Any, kind: str) -> Any:
    """A record in which several things are wrong that people get wrong, and some that nobody does."""
    data = draw(changed(kind, planted))
    if draw(st.booleans()):
        data[draw(st.sampled_from(KEYS))] = draw(planted)
    if draw(st.booleans()):
        data["period" if kind == "report" else "country"] = draw(planted)
    return as_javascript_has_it(data)


def has_a_writing(record: Any) -> bool:
    """Whether the record can stand in a file at all: a key of YAML is no longer than 1,024 characters."""
    return not re.search(r'"[^"]{900,}":', json.dumps(record))


WHERE: dict[str, list[Any]] = {
    "supporter": [
        lambda text: {"name": {"en": text}},
        lambda text: {"description": {"bg": text, "en": "x"}},
        lambda text: {"seat": {"city": {text: "x"}}},
        lambda text: {"seat": {"city": {"en": "x"}, "latitude": text, text: 1}},
        lambda text: {"country": text},
        lambda text: {"type": text},
        lambda text: {"mandate": text, "funding": [text]},
        lambda text: {"not_for_profit": text, "members": {"total": text}},
        lambda text: {"languages": [text, "bg", text]},
        lambda text: {"languages": text, "expertise": {text: text}},
        lambda text: {"coverage": text},
        lambda text: {"website": text},
        lambda text: {"contact": text},
        lambda text: {"former_names": [{"name": {"en": "x"}, "until": text}]},
        lambda text: {text: text},
    ],
    "report": [
        lambda text: {"period": {"from": text, "to": "2025-12"}},
        lambda text: {"submitted_on": text},
        lambda text: {"no_action": text},
        lambda text: {"challenges": {"en": text}},
        lambda text: {"activities": [{"commitment": text, "title": {"en": text}, "date": text, "link": text}]},
        lambda text: {text: text},
    ],
}  # fmt: skip


@pytest.mark.parametrize("language", ["en", "bg"])
@pytest.mark.parametrize("kind", PATHS)
def test_every_text_gets_the_same_words_everywhere(kind: str, language: str, page: Page) -> None:
    whole = SUPPORTER if kind == "supporter" else REPORT
    made = [as_javascript_has_it({**whole, **where(text)}) for text in [*TEXTS, *KEYS] for where in WHERE[kind]]
    broken = [record for record in made if has_a_writing(record)]
    form = said_in_browser(page, kind, language, broken)
    for record, told in zip(broken, form, strict=True):
        assert told == said_by_check(kind, language, record), record


@pytest.mark.parametrize("kind", PATHS)
@given(data=st.data())
@settings(max_examples=25)
def test_a_record_that_conforms_gets_the_same_words(kind: str, data: st.DataObject, page: Page) -> None:
    agree(page, kind, as_javascript_has_it(data.draw(records[kind])), "en")


@pytest.mark.parametrize("kind", PATHS)
@given(data=st.data())
@settings(max_examples=60)
def test_a_broken_record_gets_the_same_words(kind: str, data: st.DataObject, page: Page) -> None:
    record = data.draw(broken(kind).filter(has_a_writing))
    agree(page, kind, record, data.draw(st.sampled_from(["en", "bg"])))


def test_a_word_is_taken_for_the_same_one(page: Page) -> None:
    known = list(SCHEMAS.resolved["supporter"]["properties"])
    chance = Random("words")
    pieces = [name[at : at + 3] for name in known for at in range(0, len(name), 2)]
    words = ["".join(chance.choices(pieces, k=chance.randint(1, 4))) for _ in range(3_000)]
    meant = page.evaluate("([words, known]) => words.map((word) => closestWord(word, known) ?? null)", [words, known])
    assert meant == [closest(word, known) for word in words]
    assert len(set(meant)) > len(known)


# ---- nothing is left out, and nothing breaks


def test_every_rule_is_in_the_form_or_named_as_left_to_the_check() -> None:
    in_form = set(re.findall(r'"([a-z0-9]+(?:-[a-z0-9]+)+)"', SCRIPT))
    left = frozenset[str]().union(*(codes for _, codes in LEFT_TO_CHECK))
    assert not in_form & left
    assert in_form | left | OF_THE_OFFICE == codes_in_code()


@pytest.mark.parametrize("kind", PATHS)
def test_the_form_knows_every_keyword_of_the_schemas(kind: str, page: Page) -> None:
    known = page.evaluate("[...Object.keys(CONDITIONS), ...Object.keys(APPLICATORS), ...ANNOTATIONS]")
    assert set(keywords(SCHEMAS.resolved[kind])) <= set(known)
    assert page.evaluate("Object.keys(CONDITIONS).filter((each) => !EXPLANATIONS[each])") == [
        "const",
        "required",
        "dependentRequired",
    ]


def keywords(schema: Any) -> Iterator[str]:
    yield from schema
    inner = [
        schema[key] for key in ("additionalProperties", "propertyNames", "items", "if", "then", "else") if key in schema
    ]
    for each in [*inner, *schema.get("oneOf", ()), *schema.get("properties", {}).values()]:
        if isinstance(each, dict):
            yield from keywords(each)


def test_a_report_that_shares_months_with_another_is_told_so(page: Page) -> None:
    others = [
        {"name": "2023-2024", "from": "2023-01", "to": "2024-12"},
        {"name": "2022", "from": "2022-01", "to": "2022-12"},
    ]
    said = page.evaluate(
        "([record, reports]) => problemsOf(record, { ...window.contracts['report en'], reports })", [REPORT, others]
    )
    assert [(each["path"], each["code"], each["message"]) for each in said if each["code"] == "periods-overlap"] == [
        (["period"], "periods-overlap", "The period shares months with the report 2023-2024.yml.")
    ]


HOSTILE = r"""
    null, undefined, 0, NaN, "", [], {}, () => 1, Symbol("x"), 10n, new Date(0), new Map([["a", 1]]), [, 1],
    { name: undefined }, { name: { en: "\ud800" } }, { "\udfff": 1 }, Object.assign([], { name: 1 }),
    JSON.parse("[".repeat(5000) + "]".repeat(5000)), JSON.parse('{"a":'.repeat(5000) + "1" + "}".repeat(5000)),
    (() => { const self = {}; self.name = self; return self; })(),
    (() => { const self = []; self.push(self, self); return self; })(),
    Object.fromEntries(Array.from({ length: 300000 }, (_, index) => [`k${index}`, index])),
    { languages: Array.from({ length: 300000 }, () => "en") },
    JSON.parse('{"__proto__":{"name":{"en":"x"}},"constructor":{"prototype":1},"toString":1,"hasOwnProperty":null}'),
    { name: JSON.parse('{"__proto__":"x","constructor":"y"}'), seat: { valueOf: 1, city: { toString: "x" } } },
"""


@pytest.mark.parametrize("kind", PATHS)
def test_no_record_breaks_the_form(kind: str, page: Page) -> None:
    told = page.evaluate(f"(name) => [{HOSTILE}].map((each) => problemsOf(each, window.contracts[name]))", f"{kind} bg")
    assert len(told) == 25
    assert all(any(each["severity"] == "error" for each in verdict) for verdict in told)
    assert page.evaluate("Object.keys(Object.prototype)") == []


LONG = r"""([contract, part, record]) => [1_000_000].flatMap((size) => {
    const long = part.repeat(size / new TextEncoder().encode(part).length);
    const texts = [{ name: { en: long } }, { website: `https://${long}@` }, { contact: long }, { period: long }];
    const others = [{ [long]: 1 }, { description: { [long]: long } }, { country: long }, { submitted_on: long }];
    return [...texts, ...others].map((each) => problemsOf({ ...record, ...each }, contracts[contract]).length);
})"""


@pytest.mark.parametrize(
    "part",
    [
        " ", "x\n", "a.", "1 ", "+359 ", "(at)", "a@a.", "<a ", "__a", "Dr Aa ", "contact: ", "𝒱", ": Aa",
    ],
)  # fmt: skip
def test_no_long_text_hangs_the_form(part: str, page: Page) -> None:
    assert all(page.evaluate(LONG, ["supporter en", part, SUPPORTER]))
