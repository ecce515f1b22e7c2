"""Plural forms of catalogues are those of CLDR, whatever gettext's own tables say."""

from __future__ import annotations

import gettext

import pytest
from babel import Locale

from generator.extraction import plural_forms
from generator.languages import EU_ORDER


@pytest.mark.parametrize("code", [*EU_ORDER, "pt_PT", "ar", "hy", "ka", "uk"])
def test_the_forms_of_a_catalogue_tell_apart_what_cldr_does(code: str) -> None:
    locale = Locale.parse(code)
    number_of_forms, _, plural = plural_forms(locale).removeprefix("nplurals=").partition("; plural=")
    form, category = gettext.c2py(plural.removesuffix(";")), locale.plural_form
    pairs = {(form(number), category(number)) for number in range(10_000)}
    assert len(pairs) == len({one for one, _ in pairs}) == len({other for _, other in pairs}) == int(number_of_forms)


def test_maltese_has_the_five_forms_that_gettext_does_not_know() -> None:
    assert plural_forms(Locale.parse("mt")).startswith("nplurals=5;")
