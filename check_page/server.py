"""The page and `POST /check` on this machine alone, by the standard library.

It listens on 127.0.0.1. A request must name this machine as its host (against names that a stranger points
here), must not come from another page, and must carry the token when it sends a file. Nothing is kept.
"""

import hmac
import json
import os
import re
import secrets
import socketserver
from collections.abc import Callable
from http.server import ThreadingHTTPServer
from importlib.resources import files
from threading import BoundedSemaphore
from typing import Final
from urllib.parse import parse_qsl, urlsplit

from check_page.answering import (
    NO_NAME,
    Answer,
    Asked,
    SentFile,
    answer_check,
    answer_lines,
    answer_mend,
    asked_of,
)
from check_page.exchange import HOST, Exchange
from check_page.multipart import form_of
from check_page.page import explained, static_file
from check_page.refusing import not_found, too_many_at_once, wrong_method, wrong_token
from check_page.whole_page import POLICY, whole_page

__all__ = ["LIMIT", "CheckServer"]

LIMIT: Final = 320_000_000
"""A million lines of 278 columns are 280 MB."""
TOKEN_HEADER: Final = "X-Assist-Token"  # noqa: S105 - a name
_BEARER: Final = re.compile("^bearer +", re.IGNORECASE)
"""The scheme of a token, in any case (RFC 9110, 11.1)."""
_CHECKS_AT_ONCE: Final = 2
_WAIT_SECONDS: Final = 120
_SENT_TO: Final = frozenset({"/check", "/mend", "/lines"})


class CheckServer(ThreadingHTTPServer):
    """A server on a port of this machine; port 0 takes a free one."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # there it would let another program take the port over
    request_queue_size = 64

    def __init__(self, port: int, *, defaults: Callable[[], Asked], limit: int = LIMIT) -> None:
        self.token = secrets.token_urlsafe(24)
        self.defaults = defaults
        self.limit = limit
        self.places = BoundedSemaphore(_CHECKS_AT_ONCE)
        self.wait_seconds: float = _WAIT_SECONDS
        super().__init__((HOST, port), _Handler)

    def server_bind(self) -> None:
        """Bind without asking any name server what this machine is called."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, self.server_address[1]

    @property
    def origin(self) -> str:
        """Scheme, host and port."""
        return f"http://{HOST}:{self.server_port}"

    @property
    def address(self) -> str:
        """The page's address, with the token that opens it."""
        return f"{self.origin}/?token={self.token}"

    def is_token(self, given: str) -> bool:
        """Whether this is the token, in the same time for every wrong one."""
        return hmac.compare_digest(given.encode(), self.token.encode())


class _Handler(Exchange):
    server: CheckServer

    @property
    def serving(self) -> CheckServer:
        """The server."""
        return self.server

    def do_GET(self) -> None:  # noqa: N802 - the library looks for this name
        """The page, its files, why each check is, the schema."""
        self.answered(self._get)

    def do_HEAD(self) -> None:  # noqa: N802 - the library looks for this name
        """As GET, without the body."""
        self.answered(self._get)

    def do_POST(self) -> None:  # noqa: N802 - the library looks for this name
        """Check or mend what comes, or hide who is in its lines."""
        self.answered(self._post)

    def do_OPTIONS(self) -> None:  # noqa: N802 - the library looks for this name
        """No other page may ask."""
        self.answered(self._no_such_method)

    do_PUT = do_DELETE = do_PATCH = do_OPTIONS  # noqa: N815 - the library looks for these names

    def _get(self) -> Answer:
        path = urlsplit(self.path).path
        query = dict(parse_qsl(urlsplit(self.path).query))
        if path == "/":
            if not self.server.is_token(query.get("token", "")):
                raise wrong_token()
            page = whole_page(self._asked(query).language, self.server)
            return Answer(body=page, type="text/html", headers={"Content-Security-Policy": POLICY})
        if path == "/explain.json":
            return Answer(body=json.dumps(explained(self.language())).encode(), type="application/json")
        if path == "/schema.json":
            schema = files("contributions.outputs").joinpath("check-1.schema.json").read_bytes()
            return Answer(body=schema, type="application/schema+json")
        if path.startswith("/static/"):
            return self._static(path.removeprefix("/static/"))
        if path in _SENT_TO:
            raise wrong_method("POST")
        raise not_found()

    def _static(self, name: str) -> Answer:
        try:
            body, kind = static_file(name)
        except KeyError:
            raise not_found() from None
        return Answer(body=body, type=kind)

    def _post(self) -> Answer:
        path = urlsplit(self.path).path
        if path not in _SENT_TO:
            raise wrong_method("GET") if path in {"/", "/explain.json"} else not_found()
        given = self.headers.get(TOKEN_HEADER) or _BEARER.sub("", self.headers.get("Authorization", ""))
        kind = self.headers.get("Content-Type", "")
        is_form = kind.lower().startswith("multipart/form-data")
        if given or not is_form:
            self._check_token(given)
        self.check_body()
        if not self.server.places.acquire(timeout=self.server.wait_seconds):
            raise too_many_at_once()
        try:
            return self._checked(path, kind, is_form=is_form, is_known=bool(given))
        finally:
            self.server.places.release()

    def _checked(self, path: str, kind: str, *, is_form: bool, is_known: bool) -> Answer:
        sent, options = self._sent(kind, is_form=is_form)
        token = options.pop("token", "")
        if not is_known:
            self._check_token(token)
        if path == "/lines":
            return answer_lines(sent[0].content if sent else b"")
        asked = asked_of(options, self.server.defaults())
        if path == "/mend":
            return answer_mend(sent, asked)
        return answer_check(sent, asked, as_page=self.wants_page())

    def _sent(self, kind: str, *, is_form: bool) -> tuple[list[SentFile], dict[str, str]]:
        """The files and the options of a request, read while there is a place for a check."""
        options = dict(parse_qsl(urlsplit(self.path).query, keep_blank_values=True))
        name = options.pop("name", "") or NO_NAME
        body = self.body()
        if not is_form:
            return [SentFile(name, body)], options
        form = form_of(body, kind)
        self.form = form.fields
        return list(form.files), {**options, **form.fields}

    def _check_token(self, given: str) -> None:
        if not self.server.is_token(given):
            raise wrong_token()

    def _asked(self, query: dict[str, str]) -> Asked:
        known = {key: value for key, value in query.items() if key != "token"}
        return asked_of(known, self.server.defaults())

    def _no_such_method(self) -> Answer:
        raise wrong_method("GET, POST")
