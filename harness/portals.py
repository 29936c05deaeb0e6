"""Starts the mock portal: as a child process for a test run or a demo, or here for `assist portal`.

The single place of the harness that knows that a mock portal exists. Everything else reaches a portal by
its address.
"""

import contextlib
import importlib
import json
import queue
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from types import TracebackType
from typing import IO, Any, Final, Self
from urllib.parse import urlsplit, urlunsplit

from harness.errors import MissingExtra, PortalDidNotStart

__all__ = ["PortalAddresses", "PortalProcess", "addresses_of", "run_portal_here", "started_portal"]

_READY_SECONDS: Final = 60
_STOP_SECONDS: Final = 15
_LAST_WORDS_SECONDS: Final = 2


@dataclass(frozen=True, slots=True)
class PortalAddresses:
    """Where a portal's four sites are, and who can log in to its default world.

    `smtp` is where its worlds send their mail; empty for a portal that somebody else started.
    """

    portal: str
    bank: str
    inbox: str
    control: str
    logins: tuple[dict[str, str], ...] = field(default=(), repr=False)
    smtp: str = ""


def addresses_of(portal: str) -> PortalAddresses:
    """The addresses of a mock portal that already runs, from the address of its portal site."""
    parts = urlsplit(portal.rstrip("/"))

    def site(name: str) -> str:
        return urlunsplit((parts.scheme, f"{name}.{parts.netloc}", "", "", ""))

    own = urlunsplit((parts.scheme, parts.netloc, "", "", ""))
    return PortalAddresses(own, site("bank"), site("inbox"), site("control"))


def run_portal_here(arguments: Sequence[str]) -> int:
    """Run the mock portal in this process until it is told to stop; the answer is its exit code.

    Raises:
        MissingExtra: its packages are not installed.
    """
    _require_portal()
    entry: Any = importlib.import_module("mock_portal.__main__")
    return int(entry.main(list(arguments)) or 0)


@contextlib.contextmanager
def started_portal(*options: str) -> Iterator[PortalAddresses]:
    """A mock portal of one's own on a free port, stopped at the end."""
    with PortalProcess(options) as portal:
        yield portal.addresses


class PortalProcess:
    """A mock portal as a child process; `addresses` are valid from `start` to `stop`."""

    def __init__(self, options: Sequence[str] = ()) -> None:
        self._options = tuple(options)
        self._process: subprocess.Popen[str] | None = None
        self._errors: IO[bytes] | None = None
        self._addresses: PortalAddresses | None = None

    @property
    def addresses(self) -> PortalAddresses:
        """Where it listens; starts it when it does not run yet."""
        return self._addresses or self.start()

    def start(self) -> PortalAddresses:
        """Start it and wait until it is ready.

        Raises:
            MissingExtra: its packages are not installed.
            PortalDidNotStart: it ended, or was not ready within a minute.
        """
        _require_portal()
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115  # closed in stop()
        self._process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "mock_portal",
                "--json",
                "--port",
                "0",
                "--stop-with-stdin",
                *self._options,
            ],
            stdin=subprocess.PIPE,  # closing it stops the portal, on every system, even when we are killed
            stdout=subprocess.PIPE,
            stderr=self._errors,
            encoding="utf-8",
            # Ctrl-C at the terminal is for the run, which asks the portal once more before it stops it
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
            start_new_session=True,
        )
        try:
            self._addresses = self._read_ready_line(self._process)
        except BaseException:
            self.stop()
            raise
        return self._addresses

    def stop(self) -> None:
        """Let it end and remove what it made; harmless when it does not run."""
        process, self._process, self._addresses = self._process, None, None
        if process is not None:
            _end(process)
            if process.stdout is not None:
                process.stdout.close()
        if self._errors is not None:
            self._errors.close()
            self._errors = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _read_ready_line(self, process: "subprocess.Popen[str]") -> PortalAddresses:
        lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=_pump, args=(process.stdout, lines), daemon=True).start()
        try:
            line = lines.get(timeout=_READY_SECONDS)
        except queue.Empty:
            raise PortalDidNotStart(f"it was not ready within {_READY_SECONDS} seconds") from None
        if not line:
            code = process.wait(timeout=_STOP_SECONDS)
            raise PortalDidNotStart(f"it ended with code {code}", output=self._last_words())
        try:
            said = json.loads(line)
            return PortalAddresses(
                said["portal"],
                said["bank"],
                said["inbox"],
                said["control"],
                tuple(said["logins"]),
                said.get("smtp", ""),
            )
        except (ValueError, KeyError, TypeError):
            # why it did not is among its errors, once it has ended
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(timeout=_LAST_WORDS_SECONDS)
            said_in_all = "\n".join(filter(None, [line.strip(), self._last_words()]))
            raise PortalDidNotStart("it did not say its addresses", output=said_in_all) from None

    def _last_words(self) -> str:
        if self._errors is None:
            return ""
        self._errors.seek(0)
        return self._errors.read().decode("utf-8", "replace").strip()[-2000:]


def _pump(source: IO[str] | None, lines: "queue.Queue[str]") -> None:
    # reads on after the first line, so that a talkative portal never blocks on a full pipe
    if source is None:
        return
    with contextlib.suppress(ValueError):  # closed by stop()
        lines.put(source.readline())
        for _ in source:
            pass


def _end(process: "subprocess.Popen[str]") -> None:
    if process.stdin is not None:
        with contextlib.suppress(OSError):  # it ended before us
            process.stdin.close()
    for insist in (process.terminate, process.kill):
        try:
            process.wait(timeout=_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            insist()
        else:
            return
    process.wait(timeout=_STOP_SECONDS)


def _require_portal() -> None:
    if find_spec("mock_portal") is None or find_spec("flask") is None or find_spec("granian") is None:
        raise MissingExtra("portal", wanted_by="The mock portal")
