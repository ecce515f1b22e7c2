"""The body of a written page: its title, what readers are told if it is not translated or not in step, its text."""

from __future__ import annotations

from markupsafe import Markup

from generator import languages
from generator.content import url_of
from generator.edition import Edition
from generator.pages import form_interest, form_report, home
from generator.pages.page import render

FORMS = {"apply.md": form_interest, "commitments/index.md": form_report}
"""The pages that lead to a form, and the form they lead to."""


def body(edition: Edition, source: str, html: Markup) -> Markup:
    """The body of the page at a path within the language; `html` is its text.

    In a preview for translators the headings of sections that are behind are marked `data-behind`.
    """
    written_in = edition.written_in(source)
    behind = edition.site.behind[edition.language.code].get(source, {})
    if edition.site.preview:
        for section in behind:
            html = html.replace(Markup('<h2 id="%s"') % section, Markup('<h2 data-behind id="%s"') % section)
    is_home = source == home.SOURCE
    up = "../" * (edition.root + url_of(source)).count("/")
    form = FORMS.get(source)
    text = render(
        "written.html",
        edition,
        form={"url": f"{up}{edition.root}{url_of(form.SOURCE)}", "label": edition.t(form.SHORT.text)} if form else None,
        title="" if is_home else edition.pages[source].title,
        lent_by=written_in if written_in is not edition.language else None,
        is_behind=bool(behind),
        original=f"{up}{languages.SOURCE}/{url_of(source)}",
        written=html,
    )
    return home.body(edition, text) if is_home else text
