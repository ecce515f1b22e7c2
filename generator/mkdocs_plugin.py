"""MkDocs at the rim: the only module that imports it. Everything shown comes from the editions.

One build makes all languages. Written pages run through MkDocs as usual; pages made from records get
their body from `generator.pages`; profiles are stamped into one shell a language (`generator.stamping`).
"""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from markupsafe import Markup
from mkdocs.config.base import ConfigErrors, ConfigWarnings, ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from generator import inspection, languages, pages, reporters
from generator.content import PageFacts, filled_in
from generator.edition import POLICY, Edition, Site
from generator.frame import Frame
from generator.outputs import write_all
from generator.outputs.search_index import Entries
from generator.problems import Severity
from generator.project import Project, Settings, SettingsError
from generator.schemas import Schemas
from generator.stamping import SHELL, Shell, stamp

log = logging.getLogger("mkdocs.plugins.covenant")

PACKAGE = Path(__file__).parent

_THEMES_OWN = re.compile(r"assets/(javascripts|stylesheets|images)/")
_USED = re.compile(r"assets/(?P<css>stylesheets/main\.\w+\.min\.css$)|assets/javascripts/workers/search\.\w+\.min\.js$")


class CovenantPlugin(BasePlugin):
    """Builds the site of a registry in every language of `content/`."""

    settings: Settings
    editions: Mapping[str, Edition]

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        try:
            self.settings = Settings.of(options)
        except SettingsError as error:
            return [("plugins", ValidationError(str(error)))], []
        return [], []

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Present also so that MkDocs keeps this plugin between the rebuilds of `serve`."""
        self.policy = POLICY
        if command == "serve":  # MkDocs adds an inline script that reloads the page
            self.policy = POLICY.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        project = Project(Path(config.config_file_path).parent)
        self.found = inspection.inspect(project, _today(self.settings))
        self._log_problems()
        self.editions = self._site(project, config).editions()
        self.shells: dict[str, Shell] = {}
        self.entries: dict[str, Entries] = {code: Entries() for code in self.editions}
        config.nav = None
        config.theme.static_templates.clear()
        config.watch += [str(folder) for folder in (project.supporters, project.schemas, PACKAGE / "theme", PACKAGE / "pages")]
        return config

    def _log_problems(self) -> None:
        source = self.found.problems
        for problem in source:
            level = logging.ERROR if problem.severity is Severity.ERROR else logging.INFO
            log.log(level, reporters.as_text([problem], self._catalogue()).strip())

    def _catalogue(self) -> Any:
        return languages.load(self.found.project.content)[languages.SOURCE].catalogue

    def _site(self, project: Project, config: MkDocsConfig) -> Site:
        repository = (config.repo_url or "").rstrip("/")
        return Site(
            self.found.registry,
            languages.load(project.content),
            Schemas(project.schemas),
            self.settings,
            _today(self.settings),
            tuple(config.nav or ()),
            config.site_url or "",
            repository,
            f"{repository}/{config.edit_uri}" if repository else "",
            self.policy,
        )

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        self.assets = _keep_used_assets(files)
        for code in self.editions:
            for source in (*(module.SOURCE for module in pages.ONCE), SHELL.source):
                files.append(File.generated(config, f"{code}/{source}", content="", inclusion=InclusionLevel.NOT_IN_NAV))
        for path, logo in self.found.registry.logos.items():
            files.append(File.generated(config, path, content=logo))
        return files

    def on_page_markdown(self, markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        edition, _ = self._place(page)
        return filled_in(markdown, edition.placeholders)

    def on_page_content(self, html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        edition, source = self._place(page)
        if source == SHELL.source:
            return SHELL.page.body
        for module in pages.ONCE:
            if source == module.SOURCE:
                return str(module.page(edition).body)
        facts = edition.pages[source]
        self.entries[edition.language.code].add_page(page.url.removeprefix(edition.root), facts.title, html)
        if source == pages.home.SOURCE:
            return str(pages.home.body(edition, Markup(html)))  # noqa: S704: rendered from content/
        return f"<h1>{Markup.escape(facts.title)}</h1>\n{html}"

    def on_page_context(
        self, context: TemplateContext, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        edition, source = self._place(page)
        headings = [item for item in page.toc.items if item.level == 2]
        context.update(
            edition=edition,
            _=edition.t,
            n=edition.n,
            frame=self._frame(edition, source),
            policy=self.policy,
            toc_items=headings if len(headings) > 2 and source != pages.home.SOURCE else [],
            Markup=Markup,
            **self.assets,
        )
        return context

    def _frame(self, edition: Edition, source: str) -> Frame:
        if source == SHELL.source:
            edit_url = f"{edition.site.edit_url}{SHELL.record}"
            return Frame(edition, source, SHELL.page.facts, tuple(self.editions), edit_url, SHELL.structured_data)
        generated = {module.SOURCE: module for module in pages.ONCE}
        if source in generated:
            return Frame(edition, source, generated[source].page(edition).facts, tuple(self.editions))
        exists_in = tuple(code for code, other in self.editions.items() if source in other.pages)
        edit_url = f"{edition.site.edit_url}content/{edition.root}{source}"
        return Frame(edition, source, edition.pages[source], exists_in, edit_url)

    def _place(self, page: MkDocsPage) -> tuple[Edition, str]:
        code, _, source = page.file.src_uri.partition("/")
        return self.editions[code], source

    def on_post_page(self, output: str, page: MkDocsPage, config: MkDocsConfig) -> str:
        edition, source = self._place(page)
        if source != SHELL.source:
            return output
        self.shells[edition.language.code] = Shell.cut(output)
        return ""

    def on_post_build(self, config: MkDocsConfig) -> None:
        site = Path(config.site_dir)
        for code, edition in self.editions.items():
            stamp(edition, self.shells[code], site)
        write_all(self.editions, self.entries, site)


def _keep_used_assets(files: Files) -> dict[str, str]:
    """Drop what the theme ships and this site does not use; the addresses of the two files that it does."""
    used: dict[str, str] = {}
    for file in list(files):
        if match := _USED.match(file.src_uri):
            used["material_css" if match["css"] else "search_worker"] = file.src_uri
        elif _THEMES_OWN.match(file.src_uri):
            files.remove(file)
    return used


def _today(settings: Settings) -> date:
    """The day of the build: from the command line, else from the settings, else the real one."""
    given = os.environ.get("COVENANT_TODAY")
    return date.fromisoformat(given) if given else settings.today or date.today()
