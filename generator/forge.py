"""The REST API of the forge: one session, pages, patience, and errors that say what to do.

What lies in a repository (issues, comments) has modules of its own on top. A request that may be
repeated without harm is, when the forge fails. One that creates something is repeated only when
the forge has refused it because of its limits, for then it surely has not been carried out.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import Any

import requests

from generator.problems import Message, say

Data = Any
"""What the forge answers: JSON of another party, of any shape until looked at."""

PAGE_SIZE = 100
TIMEOUT = (10, 30)
"""Seconds to wait for a connection, and for an answer."""

WAITS = (1.0, 4.0, 15.0)
"""Seconds to wait before the second, third and fourth attempt."""

LONGEST_WAIT = 120.0
"""Seconds; if the forge asks for more patience, the request is given up."""

_LIMIT_WITHOUT_A_TIME = 60.0


class ForgeError(Exception):
    """The forge has not done what was asked; `message` says why.

    `status` is that of HTTP: 429 whenever the forge has had too many requests, 0 without an answer.
    """

    def __init__(self, message: Message, status: int = 0) -> None:
        super().__init__(message.text)
        self.message = message
        self.status = status


@dataclass(frozen=True, slots=True)
class Access:
    """Where the API is, which repository (`owner/name`) is meant, and the token, which is never shown."""

    api: str
    repository: str
    token: str = field(repr=False)


class Forge:
    """The API of the forge. Paths are relative to it, such as `user` or, within the repository, `{here}/issues`.

    Every method raises ForgeError.
    """

    def __init__(self, access: Access, sleep: Callable[[float], None] = time.sleep) -> None:
        self.here = f"repos/{access.repository}"
        self._api = access.api.rstrip("/")
        self._sleep = sleep
        self._session = requests.Session()
        self._session.headers["Accept"] = "application/vnd.github+json"
        self._session.headers["X-GitHub-Api-Version"] = "2022-11-28"
        self._session.auth = _Bearer(access.token)

    def get(self, path: str, **parameters: str | int) -> Data:
        """What is at a path."""
        return _json(self._send("GET", f"{self._api}/{path}", params=parameters))

    def every(self, path: str, **parameters: str | int) -> Iterator[Data]:
        """The items of a list, from all of its pages."""
        url: str | None = f"{self._api}/{path}"
        query: Mapping[str, str | int] | None = {**parameters, "per_page": PAGE_SIZE}
        while url:
            answer = self._send("GET", url, params=query)
            items = _json(answer)
            if not isinstance(items, list):
                raise ForgeError(say("The forge answers with something else than a list."), answer.status_code)
            yield from items
            url, query = answer.links.get("next", {}).get("url"), None

    def create(self, path: str, data: Data, *, again: bool = False) -> Data:
        """Create something below a path; what was created. `again`: to create it twice would do no harm."""
        return _json(self._send("POST", f"{self._api}/{path}", again=again, json=data))

    def change(self, path: str, data: Data) -> Data:
        """Change what is at a path; what it is now."""
        return _json(self._send("PATCH", f"{self._api}/{path}", json=data))

    def delete(self, path: str) -> None:
        """Take away what is at a path; nothing happens if it is gone already."""
        try:
            self._send("DELETE", f"{self._api}/{path}")
        except ForgeError as error:
            if error.status not in {404, 410}:
                raise

    def _send(self, method: str, url: str, *, again: bool = False, **content: Any) -> requests.Response:
        for wait in WAITS:
            answer = self._attempt(method, url, content)
            pause = _pause(answer, wait, again=again or method != "POST")
            if pause is None:
                return _granted(answer)
            self._sleep(pause)
        return _granted(self._attempt(method, url, content))

    def _attempt(self, method: str, url: str, content: Mapping[str, Any]) -> requests.Response | None:
        """The answer; None if there was none. A redirect would turn what creates into a request that only reads."""
        try:
            return self._session.request(method, url, timeout=TIMEOUT, allow_redirects=method == "GET", **content)
        except requests.RequestException:
            return None


class _Bearer(requests.auth.AuthBase):
    """The token on every request, also where a `.netrc` knows another one."""

    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = f"Bearer {self._token}"
        return request


def _pause(answer: requests.Response | None, wait: float, *, again: bool) -> float | None:
    """How many seconds to wait before another attempt; None if there should be none."""
    if answer is not None and _is_limited(answer):
        asked = _seconds_asked(answer)
        return asked if asked <= LONGEST_WAIT else None
    failed = answer is None or answer.status_code >= 500
    return wait if failed and again else None


def _is_limited(answer: requests.Response) -> bool:
    """Whether the forge refuses because there were too many requests."""
    if answer.status_code not in {403, 429}:
        return False
    spent = answer.headers.get("x-ratelimit-remaining") == "0"
    return answer.status_code == 429 or spent or "retry-after" in answer.headers or "rate limit" in answer.text.lower()


def _seconds_asked(answer: requests.Response) -> float:
    """How long the forge asks to wait; by its own clock."""
    headers = answer.headers
    try:
        if "retry-after" in headers:
            return max(0.0, float(headers["retry-after"]))
        return max(0.0, float(headers["x-ratelimit-reset"]) - parsedate_to_datetime(headers["date"]).timestamp())
    except (KeyError, ValueError):
        return _LIMIT_WITHOUT_A_TIME


def _granted(answer: requests.Response | None) -> requests.Response:
    """The answer, if it is what was asked for. Raises ForgeError."""
    if answer is None:
        raise ForgeError(say("The forge does not answer."))
    if not 200 <= answer.status_code < 300:
        raise ForgeError(_explanation(answer), 429 if _is_limited(answer) else answer.status_code)
    return answer


def _explanation(answer: requests.Response) -> Message:
    status = answer.status_code
    if _is_limited(answer):
        return say("The forge has had too many requests. Try again in an hour.")
    if status == 401:
        return say("The forge does not accept the token.")
    if status == 403:
        needed = answer.headers.get("x-accepted-github-permissions")
        missing = say("The token may not do this. It needs the permission: %(needed)s", needed=needed)
        return missing if needed else say("The token may not do this.")
    if status in {404, 410}:
        return say("The forge does not have this, or the token may not see it: %(path)s", path=_path(answer))
    if 300 <= status < 400:
        return say("The repository has moved. Use its new name.")
    return say("The forge answers %(status)s: %(reason)s", status=status, reason=_reason(answer))


def _path(answer: requests.Response) -> str:
    return (answer.request.path_url or "").partition("?")[0]


def _reason(answer: requests.Response) -> str:
    """What the forge says about it, in its own words."""
    try:
        return str(answer.json()["message"])
    except (ValueError, LookupError, TypeError):
        return answer.reason or "?"


def _json(answer: requests.Response) -> Data:
    try:
        return answer.json()
    except ValueError:
        raise ForgeError(say("The forge answers with something else than JSON."), answer.status_code) from None
