"""Templates: values are escaped, and a name that means nothing is an error."""

from __future__ import annotations

import pytest
from jinja2 import UndefinedError

from generator.templates import templates


@pytest.mark.parametrize("folder", ["pages", "papers", "outputs"])
def test_values_are_escaped_and_unknown_names_are_errors(folder: str) -> None:
    environment = templates(folder)
    assert environment.list_templates(["html"])
    assert environment.from_string("{{ name }}").render(name="<b>&") == "&lt;b&gt;&amp;"
    with pytest.raises(UndefinedError):
        environment.from_string("{{ nmae }}").render(name="")
