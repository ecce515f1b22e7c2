"""Catalogues load in every editor of gettext files, and their plural forms are those of CLDR."""

from __future__ import annotations

import gettext
import shutil
import subprocess

import pytest
from babel import Locale
from babel.messages.pofile import read_po

from generator.extraction import plural_forms
from generator.languages import EU_ORDER, SOURCE
from tests.memory import ALL_LANGUAGES


@pytest.mark.parametrize("code", [*EU_ORDER, "pt_PT", "ar", "hy", "ka", "uk"])
def test_the_forms_of_a_catalogue_tell_apart_what_cldr_does(code: str) -> None:
    locale = Locale.parse(code)
    number_of_forms, _, plural = plural_forms(locale).removeprefix("nplurals=").partition("; plural=")
    form, category = gettext.c2py(plural.removesuffix(";")), locale.plural_form
    pairs = {(form(number), category(number)) for number in range(10_000)}
    assert len(pairs) == len({one for one, _ in pairs}) == len({other for _, other in pairs}) == int(number_of_forms)


def test_maltese_has_the_five_forms_that_gettext_does_not_know() -> None:
    assert plural_forms(Locale.parse("mt")).startswith("nplurals=5;")


@pytest.mark.parametrize("code", [code for code in ALL_LANGUAGES if code != SOURCE])
def test_every_catalogue_is_sound(code: str) -> None:
    file, locale = ALL_LANGUAGES[code].folder / "messages.po", ALL_LANGUAGES[code].locale
    with file.open("rb") as opened:
        catalogue = read_po(opened, locale=locale, abort_invalid=True)
    found = {message.id: errors for message, errors in catalogue.check() if isinstance(message.id, str)}
    assert found == {}  # of plurals, msgfmt and our own guards know which form serves which numbers
    assert dict(catalogue.mime_headers)["Plural-Forms"] == plural_forms(locale)
    if judge := shutil.which("msgfmt"):
        done = subprocess.run([judge, "--check", "-o", "-", file], capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
