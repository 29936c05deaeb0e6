"""A portal as a process of its own, and a visitor that reaches it over HTTP."""

import contextlib
import http.client
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tests.mock_portal.browsing import Visitor

SECONDS = 60
if sys.platform == "win32":
    # Ctrl-Break reaches a process group of its own only; on POSIX every process can be told alone.
    FLAGS = subprocess.CREATE_NEW_PROCESS_GROUP
    CTRL_C = signal.CTRL_BREAK_EVENT
else:
    FLAGS = 0
    CTRL_C = signal.SIGINT


@dataclass(frozen=True)
class Running:
    """A portal that runs: its process, and what it said when it was ready."""

    process: "subprocess.Popen[str]"
    said: dict[str, Any]

    @property
    def port(self) -> int:
        return urlsplit(self.said["portal"]).port or 0

    def visitor(self, site: str = "portal", language: str = "en") -> Visitor:
        """A visitor of the default world."""
        return Visitor(over_http(self.port), self.said[site], language)

    def end(self, by: int = CTRL_C) -> int:
        """Tell it to end; its exit code."""
        self.process.send_signal(by)
        return self.process.wait(SECONDS)


@contextlib.contextmanager
def portal_process(*options: str, temporary: Path | None = None) -> Iterator[Running]:
    """A portal on a free port, gone at the end however the test went."""
    process = start(*options, "--json", "--port", "0", "--stop-with-stdin", temporary=temporary)
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line, f"it ended with {process.wait(SECONDS)}"
        yield Running(process, json.loads(line))
    finally:
        with contextlib.suppress(OSError):
            process.communicate(timeout=SECONDS)
        if process.poll() is None:
            process.kill()
            process.wait(SECONDS)


def start(*options: str, temporary: Path | None = None) -> "subprocess.Popen[str]":
    """`python -m mock_portal` with its standard streams in our hands."""
    environment = dict(os.environ)
    if temporary is not None:
        environment |= {"TMPDIR": str(temporary), "TEMP": str(temporary), "TMP": str(temporary)}
    return subprocess.Popen(
        [sys.executable, "-m", "mock_portal", *options],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=None,
        encoding="utf-8",
        env=environment,
        creationflags=FLAGS,
    )


def run(*options: str) -> "subprocess.CompletedProcess[str]":
    """A start that is expected to fail by itself."""
    return subprocess.run(
        [sys.executable, "-m", "mock_portal", *options],
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        timeout=SECONDS,
        check=False,
    )


def over_http(port: int) -> Callable[..., Iterable[bytes]]:
    """A WSGI application that asks the server on that port, so that a test visitor can reach it."""

    def ask(environ: dict[str, Any], start_response: Callable[[str, Sequence[tuple[str, str]]], Any]) -> Any:
        names = {key: key[5:].replace("_", "-").title() for key in environ if key.startswith("HTTP_")}
        headers = {name: environ[key] for key, name in names.items()}
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        if environ.get("CONTENT_TYPE"):
            headers["Content-Type"] = environ["CONTENT_TYPE"]
        path = environ["SCRIPT_NAME"] + environ["PATH_INFO"]
        query = environ.get("QUERY_STRING")
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=SECONDS)
        with contextlib.closing(connection):
            connection.request(
                environ["REQUEST_METHOD"], path + (f"?{query}" if query else ""), body or None, headers
            )
            answer = connection.getresponse()
            content = answer.read()
        kept = [(name, value) for name, value in answer.getheaders() if name.lower() != "transfer-encoding"]
        start_response(f"{answer.status} {answer.reason}", kept)
        return [content]

    return ask
