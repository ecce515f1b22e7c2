"""What of the theme's own files is kept."""

from __future__ import annotations

import pytest

from generator.theme_files import is_used, named

STYLE, WORKER = "assets/stylesheets/main.1a2b3c.min.css", "assets/javascripts/workers/search.1a2b3c.min.js"


@pytest.mark.parametrize(
    ("path", "used"),
    [
        (STYLE, True),
        (WORKER, True),
        (f"{WORKER}.map", False),
        ("assets/stylesheets/palette.1a2b3c.min.css", False),
        ("assets/javascripts/bundle.1a2b3c.min.js", False),
        ("assets/images/favicon.png", False),
        ("assets/javascripts/lunr/min/lunr.stemmer.support.min.js", True),
        ("assets/javascripts/lunr/min/lunr.de.min.js", True),
        ("assets/javascripts/lunr/min/lunr.fr.min.js", False),
        ("assets/covenant.css", True),
        ("bg/index.md", True),
    ],
)
def test_of_the_themes_own_files_only_what_the_site_uses_is_kept(path: str, used: bool) -> None:
    assert is_used(path, ["bg", "de"]) == used


def test_pages_name_the_style_and_the_worker() -> None:
    assert named([STYLE, WORKER, "bg/index.md"]) == {"material_css": STYLE, "search_worker": WORKER}
