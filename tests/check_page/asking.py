"""A server of the checker's page for a test, and requests to it as a program sends them."""

import http.client
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from check_page.answering import Asked
from check_page.server import CheckServer

AS_OF = date(2026, 11, 10)
FILES = Path("fixtures/files")
GOOD = (FILES / "contoh-maju-2026-10.txt").read_bytes()
BAD = (FILES / "bad-eis-shares-differ-2026-10.txt").read_bytes()
TRIMMED = b"\n".join(line.rstrip() for line in GOOD.lower().split(b"\r\n"))
LIMIT = 200_000
BOUNDARY = "-----boundary"


@dataclass(frozen=True)
class Reply:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Caller:
    """Whoever asks this server."""

    server: CheckServer
    headers: Mapping[str, str] = field(default_factory=dict)

    def ask(self, method: str, path: str, body: bytes = b"", **headers: str) -> Reply:
        connection = http.client.HTTPConnection("127.0.0.1", self.server.server_port, timeout=20)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body, {**self.headers, **sent})
        answer = connection.getresponse()
        reply = Reply(answer.status, dict(answer.getheaders()), answer.read())
        connection.close()
        return reply

    def post(self, path: str, body: bytes, **headers: str) -> Reply:
        return self.ask("POST", path, body, **{"X_Assist_Token": self.server.token, **headers})

    def send_form(self, path: str, *parts: bytes, **headers: str) -> Reply:
        kind = f"multipart/form-data; boundary={BOUNDARY}"
        return self.ask("POST", path, form(*parts), **{"Content_Type": kind, **headers})


def form(*parts: bytes) -> bytes:
    mark = b"--" + BOUNDARY.encode()
    return b"".join(mark + b"\r\n" + part + b"\r\n" for part in parts) + mark + b"--\r\n"


def field_part(name: str, value: str) -> bytes:
    return f'Content-Disposition: form-data; name="{name}"\r\n\r\n{value}'.encode()


def file_part(name: str, content: bytes) -> bytes:
    head = (
        f'Content-Disposition: form-data; name="file"; filename="{name}"\r\nContent-Type: text/plain\r\n\r\n'
    )
    return head.encode() + content


@contextmanager
def serving(
    limit: int = LIMIT, defaults: Callable[[], Asked] = lambda: Asked(as_of=AS_OF)
) -> Iterator[Caller]:
    server = CheckServer(0, defaults=defaults, limit=limit)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield Caller(server)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
