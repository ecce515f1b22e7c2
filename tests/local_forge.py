"""A forge on this machine: a real HTTP server that speaks the few endpoints that are used, and fails when told to."""

from __future__ import annotations

import json
import re
import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from typing import Any, TypeVar
from urllib.parse import parse_qs, unquote, urlsplit

from generator.forge import Access, Forge

REPOSITORY = "covenant/supporters"
TOKEN = "a-secret-token"
US = {"login": "covenant-reminders", "type": "User"}
BOT = {"login": "workflow[bot]", "type": "Bot"}
STRANGER = {"login": "stranger", "type": "User"}

Answer = tuple[int, Any]


@dataclass(frozen=True, slots=True)
class Fault:
    """A failure: an answer instead of the real one, or (status 0) a dropped connection; `acts` if only after acting."""

    status: int = 0
    headers: Mapping[str, str] = field(default_factory=dict)
    message: str = "Failure"
    acts: bool = False


@dataclass
class LocalForge:
    """What the forge holds, what it was asked, and what it fails at next."""

    user: Mapping[str, str] = field(default_factory=lambda: US)
    page_size: int = 100
    issues: dict[int, dict[str, Any]] = field(default_factory=dict)
    comments: dict[int, list[dict[str, Any]]] = field(default_factory=dict)
    labels: dict[str, dict[str, Any]] = field(default_factory=dict)
    requests: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    """The text of every issue and comment that has come over the API, renewed comments too, in order."""
    faults: list[Fault | None] = field(default_factory=list)
    """What happens to the next requests, in turn; None is no failure."""
    dies_after: int | None = None
    """How many further requests are answered; after that none is, until this is set again."""
    address: str = ""
    date: str = ""
    """What its clock says; else the real time."""
    waited: list[float] = field(default_factory=list)
    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    """The numbers of comments."""

    def connect(self, token: str = TOKEN) -> Forge:
        """The adapter connected to this forge; it waits in no time."""
        return Forge(Access(self.address, REPOSITORY, token), sleep=self.waited.append)

    def fault(self) -> Fault | None:
        """What happens to this request."""
        if self.dies_after is not None:
            self.dies_after -= 1
            if self.dies_after < 0:
                return Fault(acts=self.dies_after == -1)
        return self.faults.pop(0) if self.faults else None

    def add_issue(self, title: str, body: str, labels: list[str], user: Mapping[str, str], **more: Any) -> Answer:
        number = len(self.issues) + 1
        self.issues[number] = {
            "number": number,
            "title": title,
            "body": body,
            "labels": [{"name": name} for name in labels],
            "user": dict(user),
            "state": "open",
            **more,
        }
        self.comments[number] = []
        return 201, self.issues[number]

    def add_comment(self, number: int, body: str, user: Mapping[str, str]) -> Answer:
        id = next(self.numbers)
        address = f"https://forge.example/{REPOSITORY}/issues/{number}#comment-{id}"
        self.comments[number].append({"id": id, "body": body, "user": dict(user), "html_url": address})
        return 201, self.comments[number][-1]

    # The endpoints

    def answer(self, method: str, path: str, query: Mapping[str, str], data: Any) -> Answer:
        """Status and JSON for a request."""
        for of_method, pattern, endpoint in self._endpoints():
            if of_method == method and (match := re.fullmatch(pattern, path)):
                return endpoint(match, query, data)
        return 404, {"message": "Not Found"}

    def _endpoints(self) -> Iterator[tuple[str, str, Callable[..., Answer]]]:
        here = f"/repos/{REPOSITORY}"
        yield "GET", "/user", self._user
        yield "GET", f"{here}/issues", self._list
        yield "POST", f"{here}/issues", self._open
        yield "PATCH", rf"{here}/issues/(\d+)", self._edit
        yield "GET", rf"{here}/issues/(\d+)/comments", lambda match, *_: (200, self.comments[int(match[1])])
        yield "POST", rf"{here}/issues/(\d+)/comments", self._comment
        yield "PATCH", rf"{here}/issues/comments/(\d+)", self._renew_comment
        yield "DELETE", rf"{here}/issues/comments/(\d+)", self._delete_comment
        yield "GET", rf"{here}/labels/(.+)", self._label
        yield "POST", f"{here}/labels", self._new_label

    def _user(self, *_: Any) -> Answer:
        if self.user["type"] == "Bot":
            return 403, {"message": "Resource not accessible by integration"}
        return 200, dict(self.user)

    def _list(self, match: Any, query: Mapping[str, str], data: Any) -> Answer:
        found = [each for each in self.issues.values() if {"name": query["labels"]} in each["labels"]]
        return 200, [each for each in found if query["state"] in ("all", each["state"])]

    def _open(self, match: Any, query: Any, data: Any) -> Answer:
        self.said.append(data["body"])
        return self.add_issue(data["title"], data["body"], data["labels"], self.user)

    def _edit(self, match: re.Match[str], query: Any, data: Any) -> Answer:
        self.issues[int(match[1])] |= data
        return 200, self.issues[int(match[1])]

    def _comment(self, match: re.Match[str], query: Any, data: Any) -> Answer:
        self.said.append(data["body"])
        return self.add_comment(int(match[1]), data["body"], self.user)

    def _of_comment(self, match: re.Match[str]) -> tuple[list[dict[str, Any]], dict[str, Any]] | None:
        found = ((every, each) for every in self.comments.values() for each in every if each["id"] == int(match[1]))
        return next(found, None)

    def _renew_comment(self, match: re.Match[str], query: Any, data: Any) -> Answer:
        if (found := self._of_comment(match)) is None:
            return 404, {"message": "Not Found"}
        self.said.append(data["body"])
        found[1]["body"] = data["body"]
        return 200, found[1]

    def _delete_comment(self, match: re.Match[str], *_: Any) -> Answer:
        if (found := self._of_comment(match)) is None:
            return 404, {"message": "Not Found"}
        found[0].remove(found[1])
        return 204, None

    def _label(self, match: re.Match[str], *_: Any) -> Answer:
        name = unquote(match[1])
        return (200, self.labels[name]) if name in self.labels else (404, {"message": "Not Found"})

    def _new_label(self, match: Any, query: Any, data: Any) -> Answer:
        self.labels[data["name"]] = data
        return 201, data


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1
    forge: LocalForge

    def date_time_string(self, timestamp: float | None = None) -> str:
        return self.forge.date or super().date_time_string(timestamp)

    def log_message(self, *_: Any) -> None:
        """Nothing on the terminal."""

    def _serve(self) -> None:
        data = self.rfile.read(int(self.headers.get("content-length") or 0))
        url = urlsplit(self.path)
        self.forge.requests.append(f"{self.command} {url.path}")
        fault = self.forge.fault()
        if fault is None or fault.acts:
            answer = self._answer(url.path, {key: value[0] for key, value in parse_qs(url.query).items()}, data)
        if fault is None:
            self._send(*answer)
        elif fault.status:
            self._send(fault.status, {"message": fault.message}, fault.headers)
        else:
            self.close_connection = True
            self.connection.shutdown(socket.SHUT_RDWR)

    do_GET = do_POST = do_PATCH = do_DELETE = _serve  # noqa: N815

    def _answer(self, path: str, query: Mapping[str, str], data: bytes) -> tuple[int, Any, dict[str, str]]:
        if self.headers.get("authorization") != f"Bearer {TOKEN}":
            return 401, {"message": "Bad credentials"}, {}
        status, found = self.forge.answer(self.command, path, query, json.loads(data) if data else None)
        if not isinstance(found, list) or self.command != "GET":
            return status, found, {}
        size, page = min(self.forge.page_size, int(query["per_page"])), int(query.get("page", 1))
        rest = "&".join(f"{key}={value}" for key, value in query.items() if key != "page")
        more = {"Link": f'<{self.forge.address}{path}?{rest}&page={page + 1}>; rel="next", <x>; rel="last"'}
        return status, found[(page - 1) * size : page * size], more if page * size < len(found) else {}

    def _send(self, status: int, data: Any, headers: Mapping[str, str] | None = None) -> None:
        body = data.encode() if isinstance(data, str) else json.dumps(data).encode() if status != 204 else b""
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        if status != 204:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


Kind = TypeVar("Kind", bound=LocalForge)


@contextmanager
def running(forge: Kind) -> Iterator[Kind]:
    """A forge that runs as long as the block."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"forge": forge}))
    server.daemon_threads = True
    forge.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield forge
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def local_forge(**state: Any) -> Iterator[LocalForge]:
    """A forge of issues that runs as long as the block."""
    with running(LocalForge(**state)) as forge:
        yield forge
