"""One exchange over HTTP: who may ask, the body as far as it is read, an answer or a refusal."""

import traceback
from collections.abc import Callable, Mapping
from http.client import HTTPMessage
from http.server import BaseHTTPRequestHandler
from types import MappingProxyType
from typing import Final, Protocol
from urllib.parse import parse_qsl, urlsplit

from check_page.answering import Answer, Asked
from check_page.refusing import (
    Refused,
    bad_length,
    cut_off,
    failed,
    length_required,
    no_http,
    too_large,
    wrong_host,
    wrong_origin,
)
from check_page.whole_page import POLICY, refusal_page
from contributions import Language

__all__ = ["HOST", "Exchange", "Serving", "query_of"]

HOST: Final = "127.0.0.1"
_BLOCK: Final = 1 << 16
_MOST_DIGITS: Final = 18


class Serving(Protocol):
    """The server, as far as an exchange knows it."""

    server_port: int
    limit: int

    def is_token(self, given: str) -> bool:
        """Whether this is the token that a request has to show."""

    def defaults(self) -> Asked:
        """What is asked of a check where a request names nothing."""


class Exchange(BaseHTTPRequestHandler):
    """What every request goes through; `answered` is given what makes its answer."""

    protocol_version = "HTTP/1.1"
    server_version = "assist"
    sys_version = ""
    timeout = 60
    unread = 0
    form: Mapping[str, str] = MappingProxyType({})
    """The fields of the form that was sent, as far as it was read."""

    @property
    def serving(self) -> Serving:
        """The server."""
        raise NotImplementedError

    def handle_one_request(self) -> None:
        """One request, of which nothing is known before it was read: not what the one before it said."""
        self.path, self.headers, self.form = "", HTTPMessage(), {}
        super().handle_one_request()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Nothing: names of files are nobody's business."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """What the library refuses by itself, in the same form as everything else."""
        del message, explain
        self.close_connection = True
        self.request_version = self.protocol_version  # without one the status would not be sent
        self._refuse(no_http(code))

    def handle_expect_100(self) -> bool:
        """Let a body come only if it will be read."""
        try:
            self.check_body()
        except Refused as refusal:
            self.close_connection = True
            self._refuse(refusal)
            return False
        return super().handle_expect_100()

    def answered(self, act: Callable[[], Answer]) -> None:
        """Answer, refuse or fail: whoever asked is told in any case."""
        self.unread = 0
        self.form = {}
        try:
            self.unread = self._length()
            self._check_caller()
            answer = act()
        except Refused as refusal:
            self._refuse(refusal)
            self._throw_away()
        except OSError:
            self.close_connection = True  # the caller went away
        except Exception:  # noqa: BLE001 - the edge: whoever asked gets an answer, whoever runs it the reason
            traceback.print_exc()
            self.close_connection = True
            self._refuse(failed(), language="en")  # what broke may be what tells the language
        else:
            self._send(200, answer)
            self._throw_away()

    def _check_caller(self) -> None:
        """Refuse names that only lead here, and pages of others."""
        port = self.serving.server_port
        hosts = {f"{HOST}:{port}", f"localhost:{port}"}
        if self.headers.get("Host", "").lower() not in hosts:
            raise wrong_host(f"http://{HOST}:{port}")
        origin = self.headers.get("Origin")
        if origin is not None and origin.lower() not in {f"http://{host}" for host in hosts}:
            raise wrong_origin()

    def check_body(self) -> None:
        """Refuse a body of no length or too great a one, before any of it is waited for."""
        is_in_pieces = "chunked" in self.headers.get("Transfer-Encoding", "").lower()
        if is_in_pieces or "Content-Length" not in self.headers:
            self.close_connection = True
            raise length_required()
        if self._length() > self.serving.limit:
            self.close_connection = True
            raise too_large(self.serving.limit)

    def body(self) -> bytes:
        """The body, to its end; `check_body` has let it in."""
        body = self.rfile.read(self.unread)
        wanted, self.unread = self.unread, 0
        if len(body) < wanted:
            self.close_connection = True
            raise cut_off()
        return body

    def _throw_away(self) -> None:
        """Read what is not wanted: a browser that cannot finish shows a broken connection and no words."""
        most = 4 * self.serving.limit
        try:
            while self.unread > 0 and most > 0:
                block = self.rfile.read(min(_BLOCK, self.unread))
                if not block:
                    break
                self.unread -= len(block)
                most -= len(block)
        except OSError:
            pass  # the caller went away, or says nothing more
        if self.unread:
            self.close_connection = True

    def language(self) -> Language:
        """The language of the request, its form or its page, or of the run where none of them names any."""
        for named in (query_of(self.path), self.form, query_of(self.headers.get("Referer", ""))):
            if named.get("lang") in {"en", "ms"}:
                return "ms" if named["lang"] == "ms" else "en"
        return self.serving.defaults().language

    def _shown_token(self) -> str:
        """The token, where the form or the page that the request came from has it: only that leads back."""
        given = (self.form.get("token", ""), query_of(self.headers.get("Referer", "")).get("token", ""))
        return next((token for token in given if self.serving.is_token(token)), "")

    def _length(self) -> int:
        """How many bytes the body is said to have; 0 where nothing is said of it."""
        said = set(self.headers.get_all("Content-Length", ["0"]))
        text = said.pop()
        if said or not (text.isascii() and text.isdigit()) or len(text) > _MOST_DIGITS:
            self.close_connection = True  # nobody knows where the next request begins
            raise bad_length(text)
        return int(text)

    def wants_page(self) -> bool:
        """Whether a person asks, without scripts, and not a program."""
        return "text/html" in self.headers.get("Accept", "")

    def _refuse(self, refusal: Refused, *, language: Language | None = None) -> None:
        language = language or self.language()
        if self.wants_page():
            page = refusal_page(refusal, language, self._shown_token())
            self._send(
                refusal.status,
                Answer(body=page, type="text/html", headers={"Content-Security-Policy": POLICY}),
            )
            return
        body = refusal.as_json(language)
        self._send(refusal.status, Answer(body=body, type="application/problem+json"))

    def _send(self, status: int, answer: Answer) -> None:
        is_text = answer.type.startswith("text/") and answer.type != "text/plain"
        headers = {
            "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
            **answer.headers,
            "Content-Type": f"{answer.type}; charset=utf-8" if is_text else answer.type,
            "Content-Length": str(len(answer.body)),
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
        }
        if self.close_connection:
            headers["Connection"] = "close"
        try:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(answer.body)
        except OSError:
            self.close_connection = True  # the caller went away


def query_of(address: str) -> dict[str, str]:
    """The options in an address; none in one that cannot be one."""
    try:
        return dict(parse_qsl(urlsplit(address).query))
    except ValueError:
        return {}
