"""Starting and ending a portal: data folder, default world, mail server, web server."""

import contextlib
import errno
import os
import shutil
import signal
import socket
import sys
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mock_portal.database import close_all_kept
from mock_portal.edge import Edge
from mock_portal.errors import PortalError
from mock_portal.hosts import DEFAULT_WORLD
from mock_portal.inbox.server import InboxServer
from mock_portal.server import WebServer
from mock_portal.settings import Settings
from mock_portal.worlds import scenario_files

__all__ = ["BadDataFolder", "CannotListen", "DataFolderInUse", "DidNotStart", "Options", "PortInUse", "serve"]


class PortInUse(PortalError):
    """Another program listens on the port."""

    code = "serve.port_in_use"

    def __init__(self, host: str, port: int) -> None:
        super().__init__(f"{host}:{port}")
        self.host = host
        self.port = port


class CannotListen(PortalError):
    """The address is not of this machine, or the port is not for everybody.

    Attributes:
        problem: what the system says.
    """

    code = "serve.cannot_listen"

    def __init__(self, host: str, port: int, problem: str) -> None:
        super().__init__(f"{host}:{port}")
        self.host = host
        self.port = port
        self.problem = problem


class BadDataFolder(PortalError):
    """The data folder cannot be made or written.

    Attributes:
        problem: what the system says.
    """

    code = "serve.bad_data_folder"

    def __init__(self, folder: Path, problem: str) -> None:
        super().__init__(str(folder))
        self.folder = folder
        self.problem = problem


class DataFolderInUse(PortalError):
    """Another portal runs on the data folder."""

    code = "serve.data_folder_in_use"

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))
        self.folder = folder


class DidNotStart(PortalError):
    """The default world could not be made, or its first page did not come."""

    code = "serve.did_not_start"


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
    threads: int = 16
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
        CannotListen: nobody can listen there.
        BadDataFolder: the data folder cannot be written.
        DataFolderInUse: another portal runs on it.
        NoSuchScenario: the scenario is neither shipped nor a file.
        BadScenario: its file cannot be read.
        DidNotStart: the first page did not come.
    """
    _end_on_signals()
    _check_scenario(options.scenario)
    port = _free_port(options.host, options.port)
    with _data_folder(options.data) as data, _mail(options.smtp) as mail:
        settings = Settings(
            data=data,
            temporary=options.data is None,
            host=options.host,
            port=port,
            base_domain=options.base_domain,
            bank_domain=options.bank_domain,
            smtp_host=mail.host,
            smtp_port=mail.port,
            scenario=options.scenario,
            control_token_variable=options.control_token_variable,
        )
        settings.to_environment()
        start = _Start(options, settings, mail.inbox)
        server = WebServer(
            settings,
            workers=options.workers,
            threads=options.threads,
            when_started=lambda: start.begin(server),
        )
        try:
            server.run()
        finally:
            close_all_kept()
    if start.problem is not None:
        raise DidNotStart(str(start.problem)) from start.problem
    return 0


def _check_scenario(name: str) -> None:
    if not scenario_files.is_shipped(name):  # those that ship are read by tests
        from mock_portal.worlds import scenarios

        scenarios.check(name)


class _Start:
    """What happens beside the workers while they start: mail server, default world, announcement."""

    def __init__(self, options: Options, settings: Settings, inbox: InboxServer | None) -> None:
        self._options = options
        self._settings = settings
        self._inbox = inbox
        self.problem: Exception | None = None

    def begin(self, server: WebServer) -> None:
        """Do all that once the workers are made; returns at once."""
        if self._inbox is not None:
            self._inbox.start(self._settings)
        if self._options.stop_with_stdin:
            server.stop_with_stdin()
        threading.Thread(target=self._prepare, args=(server,), name="start", daemon=True).start()

    def _prepare(self, server: WebServer) -> None:
        # Beside the workers, which do not need these: on a machine of two cores nobody waits for them.
        from mock_portal import announcement
        from mock_portal.worlds.making import make_world

        try:
            edge = Edge.of(self._settings)
            if not edge.registry.exists(DEFAULT_WORLD):
                make_world(edge, scenario=self._options.scenario, name=DEFAULT_WORLD)
            announcement.wait_for_first_page(self._settings)
            self._announce()
        except Exception as problem:  # noqa: BLE001 - the edge of this thread; serve raises it
            if not server.interrupt_signal:
                self.problem = problem
                server.stop()

    def _announce(self) -> None:
        from mock_portal import announcement

        if self._options.as_json:
            said = announcement.as_json(self._settings)
        else:
            kept_in = str(self._options.data) if self._options.data else None
            said = announcement.as_text(self._settings, kept_in=kept_in)
        print(said, flush=True)  # noqa: T201 - what the command is asked for
        if warning := announcement.warning_of_others(self._settings):
            print(warning, file=sys.stderr, flush=True)  # noqa: T201 - whoever started it is to know


@dataclass(frozen=True)
class _MailServer:
    host: str
    port: int
    inbox: InboxServer | None = None


@contextlib.contextmanager
def _mail(smtp: str | None) -> Iterator[_MailServer]:
    """The mail server: the one that was named, or ours, which listens and is yet to be started."""
    if smtp is not None:
        host, _, port = smtp.rpartition(":")
        yield _MailServer(host or "127.0.0.1", int(port))
        return
    inbox = InboxServer()
    try:
        yield _MailServer("127.0.0.1", inbox.port, inbox)
    finally:
        inbox.stop()


def _end_on_signals() -> None:
    """Let whatever asks this process to end do it like Ctrl-C, from the first moment."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    if sys.platform == "win32":
        signal.signal(signal.SIGBREAK, signal.default_int_handler)


def _free_port(host: str, port: int) -> int:
    """The port itself when it is free, or a free one for 0."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        if os.name == "posix":
            # Without it a port that was just left counts as taken; on Windows it would steal one.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            # On Windows a port that another program keeps for itself is refused with EACCES.
            if error.errno == errno.EADDRINUSE or (os.name == "nt" and error.errno == errno.EACCES):
                raise PortInUse(host, port) from error
            raise CannotListen(host, port, error.strerror or str(error)) from error
        free: int = probe.getsockname()[1]
    return free


@contextlib.contextmanager
def _data_folder(chosen: Path | None) -> Iterator[Path]:
    if chosen is not None:
        from mock_portal.folder_lock import FolderTaken, locked

        with contextlib.ExitStack() as held:
            try:
                chosen.mkdir(parents=True, exist_ok=True)
                held.enter_context(locked(chosen))
                Settings(data=chosen.resolve()).secret()
            except FolderTaken as error:
                raise DataFolderInUse(chosen) from error
            except OSError as error:
                raise BadDataFolder(chosen, error.strerror or str(error)) from error
            yield chosen.resolve()
        return
    folder = Path(tempfile.mkdtemp(prefix="assist-portal-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
