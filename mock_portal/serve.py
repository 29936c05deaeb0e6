"""Starting and ending a portal: data folder, default world, inbox, server; what it prints for people."""

import contextlib
import errno
import json
import os
import shutil
import socket
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from mock_portal.edge import Edge
from mock_portal.errors import PortalError
from mock_portal.hosts import DEFAULT_WORLD, Site
from mock_portal.settings import Settings
from mock_portal.worlds import scenarios
from mock_portal.worlds.making import make_world

__all__ = ["Options", "PortInUse", "serve"]

_READY_WITHIN_SECONDS: Final = 60.0
_FIRST_PAGE: Final = "/employer/login"


class PortInUse(PortalError):
    """Another program listens on the port."""

    code = "serve.port_in_use"

    def __init__(self, host: str, port: int) -> None:
        super().__init__(f"{host}:{port}")
        self.host = host
        self.port = port


@dataclass(frozen=True)
class Options:
    """How `assist portal` was called.

    Attributes:
        port: 0 takes a free one.
        data: folder that outlives the process; `None` for one that is removed at the end.
        smtp: `host:port` of another mail server; `None` starts the inbox.
        as_json: print one JSON line instead of a page of text.
        stop_with_stdin: end when standard input closes, so that a dead parent leaves nothing behind.
    """

    host: str = "127.0.0.1"
    port: int = 8000
    data: Path | None = None
    scenario: str = "demo"
    workers: int = 1
    threads: int = 8
    base_domain: str = "localhost"
    bank_domain: str | None = None
    smtp: str | None = None
    control_token_variable: str | None = None
    as_json: bool = False
    stop_with_stdin: bool = False


def serve(options: Options) -> int:
    """Run a portal until it is told to stop; the exit code of the process.

    Raises:
        PortInUse: somebody listens there already.
        NoSuchScenario: the scenario is neither shipped nor a file.
    """
    port = _free_port(options.host, options.port)
    with _data_folder(options.data) as data:
        settings = Settings(
            data=data,
            host=options.host,
            port=port,
            base_domain=options.base_domain,
            bank_domain=options.bank_domain,
            scenario=options.scenario,
            control_token_variable=options.control_token_variable,
        )
        edge = Edge.of(settings)
        if not edge.registry.exists(DEFAULT_WORLD):
            make_world(edge, scenario=options.scenario, name=DEFAULT_WORLD)
        with _mail(settings, options.smtp) as with_mail:
            with_mail.to_environment()
            _run_server(options, with_mail)
    return 0


def _run_server(options: Options, settings: Settings) -> None:
    from granian.constants import Interfaces
    from granian.log import LogLevels
    from granian.server import Server

    server = Server(
        "mock_portal.wsgi:create",
        factory=True,
        address=options.host,
        port=settings.port,
        interface=Interfaces.WSGI,
        workers=options.workers,
        blocking_threads=options.threads,
        websockets=False,
        log_level=LogLevels.error,
        respawn_failed_workers=True,
    )
    threading.Thread(target=_announce, args=(options, settings), daemon=True).start()
    if options.stop_with_stdin:
        threading.Thread(target=_stop_with_stdin, daemon=True).start()
    server.serve()


def _announce(options: Options, settings: Settings) -> None:
    """Say where everything is, once the first log-in page can be read."""
    deadline = time.monotonic() + _READY_WITHIN_SECONDS
    request = urllib.request.Request(
        f"http://{options.host}:{settings.port}{_FIRST_PAGE}", headers={"Host": settings.base_domain}
    )
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    while time.monotonic() < deadline:
        try:
            with opener.open(request, timeout=_READY_WITHIN_SECONDS):
                break
        except urllib.error.HTTPError as error:
            error.close()
            break
        except OSError:
            time.sleep(0.01)
    print(_as_json(settings) if options.as_json else _as_text(options, settings), flush=True)  # noqa: T201


def _as_json(settings: Settings) -> str:
    origin = settings.hosts.origin
    return json.dumps(
        {
            **{site.value: origin(site) for site in Site},
            "logins": [
                {"role": account.role, "email": account.email, "password": account.password}
                for _, account in scenarios.logins(settings.scenario)
            ],
        }
    )


def _as_text(options: Options, settings: Settings) -> str:
    origin = settings.hosts.origin
    rows = [
        ("Portal", Site.PORTAL),
        ("Bank", Site.BANK),
        ("Inbox", Site.INBOX),
        ("Control panel", Site.CONTROL),
    ]
    lines = ["Mock portal for testing. Not PERKESO.", ""]
    lines += [f"  {title:<15}{origin(site)}" for title, site in rows]
    lines += ["", "  Log in with"]
    lines += [
        f"    {account.email:<30}{account.password:<16}{account.role}, {code}"
        for code, account in scenarios.logins(settings.scenario)
    ]
    kept = "in " + str(options.data) if options.data else "for this run only; --data DIR keeps it"
    lines += ["", f"  Data is kept {kept}.", "  Ctrl-C ends it."]
    if options.base_domain != "localhost" and options.bank_domain is None:
        lines += [
            "",
            "  The bank's return is same-site on this server; --bank-domain names a second registrable",
            "  domain and makes it cross-site, as in life.",
        ]
    return "\n".join(lines)


def _stop_with_stdin() -> None:
    """Wait for the parent to close standard input, or to die, then end like Ctrl-C."""
    import _thread

    with contextlib.suppress(OSError, ValueError):
        while sys.stdin.buffer.read(4096):
            pass
    _thread.interrupt_main()


def _free_port(host: str, port: int) -> int:
    """The port itself when it is free, or a free one for 0."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        if os.name == "posix":
            # Without it a port that was just left counts as taken; on Windows it would steal one.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            if error.errno in {errno.EADDRINUSE, errno.EACCES}:
                raise PortInUse(host, port) from error
            raise
        free: int = probe.getsockname()[1]
    return free


@contextlib.contextmanager
def _data_folder(chosen: Path | None) -> Iterator[Path]:
    if chosen is not None:
        chosen.mkdir(parents=True, exist_ok=True)
        yield chosen.resolve()
        return
    folder = Path(tempfile.mkdtemp(prefix="assist-portal-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def _mail(settings: Settings, smtp: str | None) -> Iterator[Settings]:
    """The settings with a mail server that runs: ours, or the one that was named."""
    if smtp is not None:
        host, _, port = smtp.rpartition(":")
        yield replace(settings, smtp_host=host or "127.0.0.1", smtp_port=int(port))
        return
    from mock_portal.inbox.server import inbox_server

    with inbox_server(settings) as smtp_port:
        yield replace(settings, smtp_host="127.0.0.1", smtp_port=smtp_port)
