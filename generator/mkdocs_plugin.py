"""MkDocs at the rim: the only module that imports it. Everything shown comes from the editions.

One build makes all languages. Written pages run through MkDocs as usual; pages made from records get
their body from `generator.pages`; what exists once an organisation is stamped into shells (`generator.stamping`).
"""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping
from datetime import UTC, date, datetime
from gettext import NullTranslations
from pathlib import Path
from typing import Any, cast

from markupsafe import Markup
from mkdocs.commands.build import build
from mkdocs.config.base import Config, ConfigErrors, ConfigWarnings, ValidationError, load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from generator import foreign, inspection, languages, pages, reporters, side_by_side, theme_files
from generator.content import filled_in
from generator.edition import Edition, editions
from generator.frame import Frame
from generator.inspection import Inspection
from generator.languages import Language
from generator.outputs.search_index import Written
from generator.pages import Page
from generator.problems import Severity
from generator.project import DAY_VARIABLE, PREVIEW_VARIABLE, Project, Settings, SettingsError
from generator.publishing import publish
from generator.schemas import Schemas
from generator.site import POLICY, Site
from generator.stamping import SHELLS, Shell

log = logging.getLogger("mkdocs.plugins.covenant")

PACKAGE = Path(__file__).parent


class _NoOptions(Config):  # type: ignore[no-untyped-call]
    """What MkDocs reads of the plugin's options: nothing, for `load_config` reads them as `Settings`."""


class CovenantPlugin(BasePlugin[_NoOptions]):  # type: ignore[no-untyped-call]
    """Builds the site of a registry in every language of `content/`."""

    settings: Settings
    editions: Mapping[str, Edition]
    serving = False
    handed_over: tuple[Inspection, date] | None = None
    """What `covenant build` has inspected already, as on which day."""

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
        self.serving = command == "serve"

    @property
    def processes(self) -> int:
        """How many processes may work at once: one while serving, for MkDocs then has threads of its own."""
        return 1 if self.serving else side_by_side.processors()

    @property
    def policy(self) -> str:
        """The policy of every page; while serving, MkDocs adds an inline script that reloads the page."""
        return POLICY.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'") if self.serving else POLICY

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        project = Project(Path(config.config_file_path).parent)
        if self.handed_over:
            self.found, self.today = self.handed_over
        else:
            self.today = _today(self.settings)
            self.found = inspection.inspect(project, self.today)
            self._log_problems()
        self.pages = pages.made(self.found.registry)
        self.editions = editions(self._site(project, config))
        self.shells: dict[str, dict[str, Shell]] = {code: {} for code in self.editions}
        self.made = side_by_side.results(self._make, list(self.editions), self.processes)
        self.written: dict[str, list[Written]] = {code: [] for code in self.editions}
        config.nav = None
        config.theme.static_templates.clear()
        config.watch += [
            str(folder) for folder in (project.supporters, project.schemas, PACKAGE / "theme", PACKAGE / "pages")
        ]
        return config

    def _log_problems(self) -> None:
        """Problems among the messages of MkDocs, and like them in English."""
        for problem in self.found.problems:
            level = logging.ERROR if problem.severity is Severity.ERROR else logging.INFO
            log.log(level, reporters.as_text([problem], NullTranslations()).strip())

    def _site(self, project: Project, config: MkDocsConfig) -> Site:
        repository, edit = _repository(config)
        schemas = Schemas(project.schemas)
        return Site(
            registry=self.found.registry,
            languages=_previewed(languages.published(project.content)),
            schemas=schemas,
            examples=inspection.examples(project, schemas),
            settings=self.settings,
            today=self.today,
            menu=_menu(config),
            made={source: page.short for source, page in self.pages.items()},
            site_url=config.site_url or "",
            repository_url=repository,
            edit_url=edit,
            policy=self.policy,
            preview=os.environ.get(PREVIEW_VARIABLE, ""),
        )

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        self.assets = theme_files.named(file.src_uri for file in files)
        for file in [file for file in files if not theme_files.is_used(file.src_uri, self.editions)]:
            files.remove(file)
        for code, edition in self.editions.items():
            for source in (*self.pages, *SHELLS):
                files.append(
                    File.generated(config, f"{code}/{source}", content="", inclusion=InclusionLevel.NOT_IN_NAV)
                )
            for source in edition.pages.keys() - edition.language.pages.keys():
                lent = edition.written_in(source).folder
                files.append(File.generated(config, f"{code}/{source}", abs_src_path=f"{lent}/{source}"))
        for path, logo in self.found.registry.logos.items():
            files.append(File.generated(config, path, content=logo))
        return files

    def on_page_markdown(self, markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        edition, _ = self._place(page)
        try:
            return filled_in(markdown, edition.placeholders)
        except KeyError as error:
            known = ", ".join(edition.placeholders)
            raise PluginError(f"{page.file.src_uri}: there is no placeholder {error}; there are: {known}") from None

    def on_page_content(self, html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        edition, source = self._place(page)
        if shell := SHELLS.get(source):
            return str(shell.page.body)
        if made := self._made(edition, source):
            return str(made.body)
        facts = edition.pages[source]
        self.written[edition.language.code].append((page.url.removeprefix(edition.root), facts.title, html))
        return str(pages.written.body(edition, source, Markup(html)))

    def on_page_context(
        self, context: TemplateContext, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        edition, source = self._place(page)
        headings = [item for item in page.toc.items if item.level == 2]
        cast(dict[str, Any], context).update(
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
        if shell := SHELLS.get(source):
            edit_url = f"{edition.site.edit_url}{shell.record}" if shell.record else ""
            return Frame(edition, source, shell.page.facts, edit_url, shell.structured_data, shell.indexed)
        if made := self._made(edition, source):
            return Frame(edition, source, made.facts)
        file = f"content/{edition.written_in(source).code}/{source}"
        return Frame(edition, source, edition.pages[source], f"{edition.site.edit_url}{file}")

    def _made(self, edition: Edition, source: str) -> Page | None:
        """The page made from records that stands at a source, if one does."""
        return self.made[edition.language.code].get(source)

    def _make(self, code: str) -> dict[str, Page]:
        """All pages of one language that are made from records."""
        return {source: made.page(self.editions[code]) for source, made in self.pages.items()}

    def _place(self, page: MkDocsPage) -> tuple[Edition, str]:
        code, _, source = page.file.src_uri.partition("/")
        return self.editions[code], source

    def on_post_page(self, output: str, page: MkDocsPage, config: MkDocsConfig) -> str:
        edition, source = self._place(page)
        shell, output = SHELLS.get(source), foreign.with_elements(output)
        if shell is None:
            return output
        self.shells[edition.language.code][source] = Shell.cut(output, shell.slots)
        return ""

    def on_post_build(self, config: MkDocsConfig) -> None:
        publish(self.editions, self.shells, self.written, Path(config.site_dir), self.processes)


def _menu(config: MkDocsConfig) -> tuple[str, ...]:
    """The menu of every language. Raises PluginError if it is not a plain list of paths."""
    menu: list[Any] = config.nav or []
    if not all(isinstance(source, str) for source in menu):
        raise PluginError(
            "mkdocs.yml: “nav” is a plain list of paths; the label of a page is “short” in its front matter"
        )
    return tuple(menu)


def _repository(config: MkDocsConfig) -> tuple[str, str]:
    """The address of the repository, and where the forge edits its files. Raises PluginError if either is missing."""
    if not config.repo_url or not config.edit_uri:
        raise PluginError("mkdocs.yml: “repo_url” and “edit_uri” are needed: every page leads to its source")
    repository = config.repo_url.rstrip("/")
    return repository, f"{repository}/{config.edit_uri.strip('/')}/"


def build_site(found: Inspection, today: date) -> None:
    """Build the site of an inspected registry as `mkdocs build --strict` does. Raises MkDocs' Abort on warnings."""
    logging.basicConfig(format="%(levelname)s: %(message)s", level=logging.WARNING)
    config = load_config(str(found.project.configuration), strict=True)
    plugin = cast(CovenantPlugin, config.plugins["covenant"])
    plugin.handed_over = (found, today)
    plugin.on_startup(command="build", dirty=False)
    build(config)


def _previewed(found: dict[str, Language]) -> dict[str, Language]:
    """The languages to build: all, or from `covenant serve --preview` the one with English."""
    wanted = os.environ.get(PREVIEW_VARIABLE)
    return {code: each for code, each in found.items() if not wanted or code in (wanted, languages.SOURCE)}


def _today(settings: Settings) -> date:
    """The day to build as: from `covenant serve --today`, else from the settings, else the real one."""
    given = os.environ.get(DAY_VARIABLE)
    return date.fromisoformat(given) if given else settings.day(datetime.now(UTC))
