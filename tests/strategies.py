"""Records made from the schemas: all that conform, and what becomes of them when they are changed at random."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from generator.schemas import codes
from tests.memory import SCHEMAS

Data = Any
Draw = Callable[[st.SearchStrategy[Any]], Any]

LANGUAGES = ["bg", "en", "el", "no", "ar", "he", "sr-Latn", "pt-PT", "uk"]

letters = st.characters(
    exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cn"],
    exclude_characters="\ufeff\ufff9\ufffa\ufffb\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
).filter(lambda letter: not 0xE0000 <= ord(letter) <= 0xE007F)
lines = st.text(letters, min_size=1, max_size=60).filter(str.strip)
paragraphs = st.text(letters | st.just("\n"), min_size=1, max_size=200).filter(str.strip)
labels = st.from_regex(r"[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?", fullmatch=True)
hosts = st.builds("{}.{}".format, labels, st.sampled_from(["example", "org", "bg"]))
addresses = st.builds("https://{}{}".format, hosts, st.sampled_from(["", "/", "/a/b?c=d#e", "/%D0%B0"]))
mailboxes = st.builds("{}@{}".format, labels, hosts)


def values(schema: Any) -> st.SearchStrategy[Data]:
    """Data that conforms to a schema in which every `$ref` is written out."""
    choices = list(codes(schema)) or schema.get("enum")
    if choices:
        return st.sampled_from(choices)
    return _BY_TYPE[schema["type"]](schema)


def _texts(schema: Any) -> st.SearchStrategy[str]:
    match schema:
        case {"format": "date"}:
            return st.dates().map(lambda day: day.isoformat())
        case {"format": "uri"}:
            return addresses
        case {"format": "email"}:
            return mailboxes
        case {"title": "Language code"} | {"description": "The language in which it was signed."}:
            return st.sampled_from(LANGUAGES)
        case {"maxLength": 160}:
            return lines
        case {"maxLength": 4000}:
            return paragraphs
    return st.from_regex(schema["pattern"].removesuffix("$"), fullmatch=True).filter(
        lambda text: len(text) <= schema.get("maxLength", 99)
    )


def _whole_numbers(schema: Any) -> st.SearchStrategy[int]:
    return st.integers(schema.get("minimum"), schema.get("maximum", 10**9))


def _numbers(schema: Any) -> st.SearchStrategy[float]:
    return st.integers(schema["minimum"] * 1000, schema["maximum"] * 1000).map(lambda number: number / 1000)


def _lists(schema: Any) -> st.SearchStrategy[list[Data]]:
    unique = {"unique_by": repr} if schema.get("uniqueItems") else {}
    return st.lists(values(schema["items"]), min_size=schema.get("minItems", 0), max_size=3, **unique)


def _canonical(data: Data) -> str:
    return json.dumps(data, sort_keys=True)


def _groups(schema: Any) -> st.SearchStrategy[dict[str, Data]]:
    if "propertyNames" in schema:
        return st.dictionaries(
            st.sampled_from(LANGUAGES), values(schema["additionalProperties"]), min_size=1, max_size=3
        )
    return _keys(schema)


@st.composite
def _keys(draw: Draw, schema: Any) -> dict[str, Data]:
    of_keys = {key: values(inner) for key, inner in schema["properties"].items()}
    chosen = draw(st.sets(st.sampled_from(list(of_keys)), min_size=schema.get("minProperties", 0)))
    chosen |= set(schema.get("required", ()))
    for key, needed in schema.get("dependentRequired", {}).items():
        chosen |= set(needed) if key in chosen else set()
    data = {key: draw(of_keys[key]) for key in draw(st.permutations(sorted(chosen)))}
    if "if" in schema:
        branch = "then" if Draft202012Validator(schema["if"]).is_valid(data) else "else"
        missing = set(schema.get(branch, {}).get("required", ())) - data.keys()
        data |= {key: draw(of_keys[key]) for key in sorted(missing)}
    return data


_BY_TYPE: dict[str, Callable[[Any], st.SearchStrategy[Any]]] = {
    "string": _texts,
    "integer": _whole_numbers,
    "number": _numbers,
    "boolean": lambda schema: st.booleans(),
    "array": _lists,
    "object": _groups,
}

records = {kind: values(schema) for kind, schema in SCHEMAS.resolved.items()}
"""Records that conform, by kind."""

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(letters),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(letters, max_size=8), inner, max_size=3),
    max_leaves=6,
)


@st.composite
def changed(draw: Draw, kind: str, planted: st.SearchStrategy[Data] = anything) -> Data:
    """A record in which something was replaced, added, renamed or deleted."""
    data = json.loads(json.dumps(draw(records[kind])))
    for _ in range(draw(st.integers(1, 3))):
        if steps := _steps(data):
            _change(draw, *draw(st.sampled_from(steps)), planted)
    return data


def _change(draw: Draw, group: Data, step: Any, planted: st.SearchStrategy[Data]) -> None:
    match draw(st.sampled_from(["replace", "delete", "rename", "add"])):
        case "replace":
            group[step] = draw(planted)
        case "delete":
            del group[step]
        case "rename" if isinstance(group, dict):
            group[str(draw(planted))] = group.pop(step)
        case _:
            if isinstance(group, dict):
                group[str(draw(st.text(letters, max_size=8) | planted))] = draw(planted)
            else:
                group.append(draw(planted))


def _steps(data: Data) -> list[tuple[Any, Any]]:
    """Every place in the data that can be changed: a group or list, and a key or index of it."""
    found = [(data, key) for key in (data if isinstance(data, dict) else range(len(data)))]
    inner = [data[step] for _, step in found if isinstance(data[step], dict | list)]
    return found + [step for each in inner for step in _steps(each)]


def written(data: Data) -> str:
    """The data as YAML in blocks, every text in quotes."""
    return "\n".join(_block(data)) + "\n" if isinstance(data, dict | list) and data else _quoted(data) + "\n"


def _block(data: Data, indent: str = "") -> list[str]:
    rows = []
    for key, value in data.items() if isinstance(data, dict) else (("-", item) for item in data):
        head = f"{indent}-" if isinstance(data, list) else f"{indent}{_quoted(key)}:"
        if isinstance(value, dict | list) and value:
            rows += [head, *_block(value, indent + "  ")]
        else:
            rows.append(f"{head} {_quoted(value)}")
    return rows


def _quoted(value: Data) -> str:
    return json.dumps(value, ensure_ascii=False)
