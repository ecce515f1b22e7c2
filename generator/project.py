"""Where things are and what a deployment decides: every folder name and every setting, once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import quote
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import yaml

from generator.accounts import Author

DAY_VARIABLE, PREVIEW_VARIABLE = "COVENANT_TODAY", "COVENANT_PREVIEW"
"""The variables by which `covenant serve` tells MkDocs the day to assume, and the language that translators look at."""


class SetUpError(Exception):
    """Something that is no record cannot be used (settings, schemas, languages); the message says what and why."""


class SettingsError(SetUpError):
    """The settings in mkdocs.yml cannot be used."""


@dataclass(frozen=True, slots=True)
class Project:
    """The folders of one registry; `root` holds mkdocs.yml."""

    root: Path

    @property
    def configuration(self) -> Path:
        return self.root / "mkdocs.yml"

    @property
    def supporters(self) -> Path:
        return self.root / "supporters"

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def schemas(self) -> Path:
        return self.root / "schemas"

    @property
    def site(self) -> Path:
        return self.root / "site"

    @property
    def papers(self) -> Path:
        """Where papers are written; Git ignores it."""
        return self.root / "papers"

    @property
    def forms(self) -> Path:
        return self.root / ".github" / "ISSUE_TEMPLATE"

    def settings(self) -> Settings:
        """The settings of the `covenant` plugin in mkdocs.yml. Raises SettingsError."""
        plugins = self._configured().get("plugins")
        entries = plugins.items() if isinstance(plugins, dict) else _pairs(plugins)
        return Settings.of(next((options for name, options in entries if name == "covenant" and options), {}))

    def site_url(self) -> str:
        """The public address of the site, with a slash at its end; empty if mkdocs.yml has none. Raises SettingsError."""
        url = str(self._configured().get("site_url") or "")
        return f"{url.rstrip('/')}/" if url else ""

    def repository(self) -> Repository:
        """Where people find and change the repository, by `repo_url` and `edit_uri` in mkdocs.yml. Raises SettingsError."""
        configured = self._configured()
        url, edit = (str(configured.get(name) or "").strip("/") for name in ("repo_url", "edit_uri"))
        if not url:
            raise SettingsError("mkdocs.yml: “repo_url” is missing")
        if not edit.startswith("edit/"):
            raise SettingsError("mkdocs.yml: “edit_uri” must be “edit/”, the name of a branch, “/”, as in edit/main/")
        return Repository(url, edit.removeprefix("edit/"))

    def _configured(self) -> Mapping[str, Any]:
        """What mkdocs.yml says. Raises SettingsError."""
        try:
            text = self.configuration.read_text(encoding="utf-8")
            configuration = yaml.load(text, Loader=_PlainLoader)  # noqa: S506 - derived from the safe one
        except (yaml.YAMLError, OSError, ValueError) as error:
            raise SettingsError(f"mkdocs.yml: {error}") from error
        return configuration if isinstance(configuration, dict) else {}


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository on the forge: its address without a slash at the end, and the branch that is published."""

    url: str
    branch: str

    LONGEST_ADDRESS: ClassVar[int] = 8191
    """Characters; the forge refuses longer ones."""

    def new_file_url(self, path: str, text: str) -> str:
        """Where the forge's web editor begins a new file with a text, or an empty one if the text is too long for that."""
        page = f"{self.url}/new/{quote(self.branch)}?filename={quote(path)}"
        whole = f"{page}&value={quote(text, safe='')}"
        return whole if len(whole) <= self.LONGEST_ADDRESS else page


def _pairs(plugins: object) -> Iterator[tuple[object, Any]]:
    """Name and options of each plugin in a list, as MkDocs writes it: `- name` or `- name: {options}`."""
    for entry in plugins if isinstance(plugins, list) else ():
        yield from entry.items() if isinstance(entry, dict) else [(entry, None)]


def find(start: Path) -> Project | None:
    """The project that `start` lies in: the nearest folder upwards with mkdocs.yml and supporters/."""
    for folder in (start, *start.parents):
        if (folder / "mkdocs.yml").is_file() and (folder / "supporters").is_dir():
            return Project(folder)
    return None


class _PlainLoader(yaml.CSafeLoader):
    """Reads mkdocs.yml beside MkDocs: its special tags (`!ENV`, `!!python/name`) become null."""


_PlainLoader.add_multi_constructor("", lambda loader, suffix, node: None)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the operator of a site decides, under `plugins: covenant:` in mkdocs.yml."""

    operator_name: Mapping[str, str] = field(default_factory=lambda: {"en": "Operator of this site"})
    operator_url: str = ""
    operator_email: str = ""
    run_by_the_office: bool = False
    office_email: str = "supporters@eumayors.eu"
    demonstration: bool = False
    show_on_hold: bool = False
    accessibility_reviewed_on: date | None = None
    footer_pages: tuple[str, ...] = ()
    footer_links: Mapping[str, str] = field(default_factory=dict)
    follow_links: Mapping[str, str] = field(default_factory=dict)
    statement_version: str = "2016"
    report_interval_months: int = 24
    due_soon_days: int = 90
    show_due_dates: bool = False
    show_overdue_names: bool = False
    office_accounts: tuple[str, ...] = ()
    office_consortium: tuple[str, ...] = ()
    reminders_a_day: int = 20
    time_zone: str = "Europe/Brussels"
    today: date | None = None

    FOOTER_LINKS = ("registration_form", "news", "agenda", "rss_help", "credits", "rules")
    FOLLOW_LINKS = ("x", "facebook", "newsletter", "rss")

    @classmethod
    def of(cls, options: Mapping[str, object]) -> Settings:
        """Settings from a mapping. Raises SettingsError for a name or value that means nothing."""
        if not isinstance(options, Mapping):
            raise SettingsError("plugins.covenant: the settings must be “name: value”, one on each line")
        known = {f.name: f.type for f in fields(cls)}
        for name in options:
            if name not in known:
                raise SettingsError(f"plugins.covenant: there is no setting “{name}”; there are: {', '.join(known)}")
        values: dict[str, Any] = {
            name: _value(name, str(known[name]), value) for name, value in options.items() if value is not None
        }
        return cls(**values)

    @property
    def office_ids(self) -> frozenset[int]:
        """The numbers of the accounts on the forge that belong to the Office."""
        return frozenset(Author.of(account).id for account in self.office_accounts)

    def day(self, now: datetime) -> date:
        """The day it is for the Office at a moment (with its zone), unless the settings fix one."""
        return self.today or now.astimezone(ZoneInfo(self.time_zone)).date()


def _value(name: str, kind: str, value: object) -> object:
    if kind.startswith("bool") and isinstance(value, bool):
        return value
    if name == "time_zone":
        return _time_zone(name, value)
    if name == "office_accounts":
        return _accounts(name, value)
    if kind.startswith("str") and isinstance(value, str):
        return value
    if kind == "int" and isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return value
    if kind.startswith("date"):
        return _date(name, value)
    if kind.startswith("tuple") and isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    if name == "operator_name" and isinstance(value, str | dict):
        return {"en": value} if isinstance(value, str) else {str(code): str(text) for code, text in value.items()}
    if kind.startswith("Mapping") and isinstance(value, dict):
        return _links(name, value)
    raise SettingsError(f"plugins.covenant.{name}: “{value}” cannot be used here")


def _date(name: str, value: object) -> date:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise SettingsError(f"plugins.covenant.{name}: “{value}” is no date such as 2026-03-31") from None


def _time_zone(name: str, value: object) -> str:
    try:
        return ZoneInfo(str(value)).key
    except (ZoneInfoNotFoundError, ValueError):
        raise SettingsError(f"plugins.covenant.{name}: “{value}” is no time zone such as Europe/Brussels") from None


def _accounts(name: str, value: object) -> tuple[str, ...]:
    """Accounts as `ID:login`: the number decides, the login is for people."""
    accounts = value if isinstance(value, list) else [value]
    for account in accounts:
        try:
            Author.of(str(account))
        except ValueError:
            example = "123456:example-login"
            raise SettingsError(f"plugins.covenant.{name}: “{account}” is no account such as {example}") from None
    return tuple(map(str, accounts))


def _links(name: str, links: Mapping[str, object]) -> Mapping[str, str]:
    allowed = Settings.FOOTER_LINKS if name == "footer_links" else Settings.FOLLOW_LINKS
    for key, url in links.items():
        if key not in allowed:
            raise SettingsError(f"plugins.covenant.{name}: there is no “{key}”; there are: {', '.join(allowed)}")
        if url and not re.match(r"https://|mailto:", str(url)):
            raise SettingsError(f"plugins.covenant.{name}.{key}: “{url}” must begin with https:// or mailto:")
    return {key: str(url) for key, url in links.items() if url}
