"""Two versions of a record compared in words, key by key, as the schema orders and names them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.problems import Message, say, say_number
from generator.review.words import Words
from generator.schemas import Schema, codes

Data = Mapping[str, Any]
Shown = str | Message | None
Entry = tuple[Any, str]
"""An entry of a list, and what it is called."""

LONGEST_LINE = 160
"""Texts that may be longer are prose, and only their words are counted."""


def compare(words: Words, kind: str, before: Data, after: Data) -> Iterator[tuple[str, Message]]:
    """What has changed between the data of two records of a kind that both conform: keys, and a sentence on each."""
    for key, schema in words.schemas.resolved[kind]["properties"].items():
        if before.get(key) != after.get(key):
            for message in _value(words, words.title_of(schema), schema, before.get(key), after.get(key)):
                yield key, message


def _value(words: Words, what: str, schema: Schema, before: Any, after: Any) -> Iterator[Message]:
    if "propertyNames" in schema:
        yield from _texts(words, what, schema["additionalProperties"], before or {}, after or {})
    elif "properties" in schema:
        yield from _group(words, what, schema, before or {}, after or {})
    elif schema.get("type") == "array":
        yield from _list(words, what, schema["items"], before or [], after or [])
    else:
        shown = [None if value is None else words.value(schema, value) for value in (before, after)]
        yield _from_to(what, *shown)


def _from_to(what: str, before: Shown, after: Shown) -> Message:
    if before is None:
        return say("%(what)s is new: %(after)s", what=what, after=after)
    if after is None:
        return say("%(what)s is left out now. Before: %(before)s", what=what, before=before)
    return say("%(what)s: %(before)s → %(after)s", what=what, before=before, after=after)


def _texts(words: Words, what: str, schema: Schema, before: Data, after: Data) -> Iterator[Message]:
    sentence = _prose if schema["maxLength"] > LONGEST_LINE else _from_to
    for code in dict.fromkeys([*after, *before]):
        if before.get(code) != after.get(code):
            in_language = f"{what} ({words.language.language(code)})"
            yield sentence(in_language, before.get(code), after.get(code))


def _prose(what: str, before: str | None, after: str | None) -> Message:
    if before is None or after is None:
        return _from_to(what, _length(before), _length(after))
    old, new = _length(before), _length(after)
    return say("%(what)s is another text now. Before: %(old)s; now: %(new)s", what=what, old=old, new=new)


def _length(text: str | None) -> Message | None:
    return None if text is None else say_number("%(number)d word", "%(number)d words", len(text.split()))


def _group(words: Words, what: str, schema: Schema, before: Data, after: Data) -> Iterator[Message]:
    inner = schema["properties"]
    if all("items" in each and codes(each["items"]) for each in inner.values()):
        yield from _more_and_fewer(words, what, _offers(words, inner, before), _offers(words, inner, after))
        return
    for key, each in inner.items():
        if before.get(key) != after.get(key):
            title = words.title_of(each)
            within = title if what.casefold() in title.casefold() else f"{what} – {title}"
            yield from _value(words, within, each, before.get(key), after.get(key))


def _offers(words: Words, groups: Mapping[str, Schema], chosen: Data) -> list[Entry]:
    """All codes of several groups in one list."""
    return [
        ((group, code), words.value(groups[group]["items"], code)) for group, list_ in chosen.items() for code in list_
    ]


def _list(words: Words, what: str, schema: Schema, before: Sequence[Any], after: Sequence[Any]) -> Iterator[Message]:
    yield from _more_and_fewer(
        words, what, *([(item, _label(words, schema, item)) for item in version] for version in (before, after))
    )


def _label(words: Words, schema: Schema, item: Any) -> str:
    """What an entry of a list is called: its value, or the title, name or login in it."""
    if not isinstance(item, dict):
        return words.value(schema, item)
    key = next(key for key in ("title", "name", "until", "login", *item) if key in item)
    return words.choose(item[key]) if isinstance(item[key], dict) else words.value(schema["properties"][key], item[key])


def _more_and_fewer(words: Words, what: str, before: Sequence[Entry], after: Sequence[Entry]) -> Iterator[Message]:
    more = [label for item, label in after if item not in [each for each, _ in before]]
    fewer = [label for item, label in before if item not in [each for each, _ in after]]
    changed = [label for label in more if label in fewer]
    more, fewer = ([label for label in labels if label not in changed] for labels in (more, fewer))
    if more:
        yield say_number(
            "%(what)s, %(number)d more: %(entries)s",
            "%(what)s, %(number)d more: %(entries)s",
            len(more),
            what=what,
            entries=words.some(more),
        )
    if fewer:
        yield say_number(
            "%(what)s, %(number)d fewer: %(entries)s",
            "%(what)s, %(number)d fewer: %(entries)s",
            len(fewer),
            what=what,
            entries=words.some(fewer),
        )
    if changed:
        yield say("%(what)s, changed: %(entries)s", what=what, entries=words.some(changed))
