"""Where a test run gets its portal: one for the whole run, started when the first test asks.

With pytest-xdist the workers are processes of their own; they ask the controller, which alone starts the
portal and stops it.
"""

import secrets
import threading
from multiprocessing.connection import Client, Connection, Listener
from typing import Any, Protocol

from harness.errors import HarnessError, PortalDidNotStart
from harness.portals import PortalAddresses, PortalProcess, addresses_of

__all__ = ["GivenPortal", "OfficeForWorkers", "OwnPortal", "PortalOfController", "PortalSource"]


class PortalSource(Protocol):
    """Something that knows where the run's portal is."""

    def addresses(self) -> PortalAddresses:
        """Where it is; may take a second when it is asked first."""

    def close(self) -> None:
        """End what was started for it."""


class GivenPortal:
    """A portal that somebody else runs, by its address."""

    def __init__(self, url: str) -> None:
        self._addresses = addresses_of(url)

    def addresses(self) -> PortalAddresses:
        """Where it is."""
        return self._addresses

    def close(self) -> None:
        """Nothing: it is not ours."""


class OwnPortal:
    """The mock portal as a child of this process, started at the first question.

    New worlds are made from the scenario, a file or the name of one that ships; None: the demo.
    """

    def __init__(self, scenario: str | None = None) -> None:
        self._process = PortalProcess(["--scenario", scenario] if scenario is not None else [])
        self._lock = threading.Lock()

    def addresses(self) -> PortalAddresses:
        """Where it is; starts it when it does not run yet."""
        with self._lock:
            return self._process.addresses

    def close(self) -> None:
        """Stop it, if it was started."""
        with self._lock:
            self._process.stop()


class OfficeForWorkers:
    """The controller's desk: answers each worker's question for the portal's addresses."""

    def __init__(self, portal: PortalSource) -> None:
        self._portal = portal
        self._key = secrets.token_bytes(16)
        self._listener = Listener(("127.0.0.1", 0), authkey=self._key)
        threading.Thread(target=self._serve, daemon=True).start()

    def directions(self) -> dict[str, Any]:
        """What a worker needs to find the desk, as plain values for `workerinput`."""
        host, port = self._listener.address[:2]
        return {"host": host, "port": port, "key": self._key.hex()}

    def close(self) -> None:
        """Leave the desk."""
        self._listener.close()

    def _serve(self) -> None:
        while True:
            try:
                visitor = self._listener.accept()
            except (OSError, EOFError):
                return
            threading.Thread(target=self._answer, args=(visitor,), daemon=True).start()

    def _answer(self, visitor: "Connection[Any, Any]") -> None:
        with visitor:
            try:
                found = self._portal.addresses()
                sites = (found.portal, found.bank, found.inbox, found.control)
                visitor.send(("found", (*sites, found.logins, found.smtp)))
            except HarnessError as error:
                visitor.send(("failed", (str(error), error.mend)))


class PortalOfController:
    """A worker's view: the portal that the controller runs."""

    def __init__(self, directions: dict[str, Any]) -> None:
        self._directions = directions
        self._addresses: PortalAddresses | None = None

    def addresses(self) -> PortalAddresses:
        """Where it is; the controller starts it at the first question of any worker."""
        if self._addresses is None:
            desk = (str(self._directions["host"]), int(self._directions["port"]))
            with Client(desk, authkey=bytes.fromhex(self._directions["key"])) as connection:
                word, value = connection.recv()
            if word != "found":
                raise PortalDidNotStart(value[0], mend=value[1])
            self._addresses = PortalAddresses(*value)
        return self._addresses

    def close(self) -> None:
        """Nothing: the controller stops it."""
