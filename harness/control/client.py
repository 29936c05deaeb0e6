"""The control API as Python: make worlds, move their clocks, ask for faults, read what happened."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any, TypeVar
from urllib.parse import quote

from pydantic import TypeAdapter

from harness.control.answers import (
    BankTransaction,
    Clock,
    Fault,
    Mail,
    Registration,
    SeenRequest,
    World,
)
from harness.control.records import Payment, Submission
from harness.control.wire import Wire
from harness.errors import HarnessError

__all__ = ["Control", "MomentWithoutZone", "WorldControl"]

Value = TypeVar("Value")


class MomentWithoutZone(HarnessError):
    """A moment was given that does not say its zone, so it could be any of a day."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment
        super().__init__(
            f"{moment.isoformat()} has no zone.",
            mend=f'Give one, as in datetime.fromisoformat("{moment.isoformat()}+08:00").',
        )


class Control:
    """The control API of one portal process, at an address such as `http://control.localhost:8000`.

    It is waited for `patience` seconds for each answer.
    """

    def __init__(self, address: str, *, patience: float = 30.0) -> None:
        self.address = address
        self._wire = Wire(address, patience)

    def version(self) -> str:
        """The portal's version; raises `PortalNotReachable` when nobody answers."""
        return str(self._wire.get("/v1/health")["version"])

    def new_world(
        self, name: str | None = None, *, scenario: str | None = None, fork_of: str | None = None
    ) -> World:
        """A fresh world, from a scenario (the portal's default: demo) or as a copy of another world."""
        asked = {"name": name, "scenario": scenario, "fork_of": fork_of}
        body = {key: value for key, value in asked.items() if value is not None}
        return _read(World, self._wire.send("POST", "/v1/worlds", body))

    def worlds(self) -> tuple[World, ...]:
        """Every world that lives in this portal."""
        return _read_all(World, self._wire.get("/v1/worlds")["worlds"])

    def world(self, name: str) -> World:
        """The world of that name; raises `ControlRefused` when there is none."""
        return _read(World, self._wire.get(f"/v1/worlds/{quote(name)}"))

    def delete_world(self, name: str) -> None:
        """End a world; nothing of it can be read afterwards."""
        self._wire.send("DELETE", f"/v1/worlds/{quote(name)}")

    def of(self, world: World | str) -> "WorldControl":
        """The controls of one world."""
        return WorldControl(self._wire, world if isinstance(world, str) else world.name)


@dataclass(frozen=True, slots=True)
class WorldControl:
    """The controls of one world."""

    wire: Wire
    name: str

    def world(self) -> World:
        """The world as it is now."""
        return _read(World, self.wire.get(self._path("")))

    def clock(self) -> Clock:
        """The world's time."""
        return _read(Clock, self.wire.get(self._path("/clock")))

    def advance(self, step: timedelta) -> Clock:
        """Move the world's time, back by a negative step; whatever fell due happens, in order."""
        return self._change_clock({"advance_seconds": step.total_seconds()})

    def set_time(self, now: datetime) -> Clock:
        """Move the world's time to a moment.

        Raises:
            MomentWithoutZone: it does not carry its zone.
        """
        if now.utcoffset() is None:
            raise MomentWithoutZone(now)
        return self._change_clock({"now": now.isoformat()})

    def let_run(self, *, running: bool) -> Clock:
        """Let the world's time move by itself, or hold it still."""
        return self._change_clock({"running": running})

    def settings(self) -> Mapping[str, object]:
        """The world's settings by name."""
        return self._settings(self.wire.get(self._path("/settings")))

    def change(self, **settings: object) -> Mapping[str, object]:
        """Change settings, such as `javascript="off"`; the answer is all of them."""
        return self._settings(self.wire.send("PATCH", self._path("/settings"), settings))

    def faults(self) -> tuple[Fault, ...]:
        """What is set to go wrong."""
        return _read_all(Fault, self.wire.get(self._path("/faults"))["faults"])

    def set_faults(self, faults: Iterable[Fault]) -> None:
        """Set what is to go wrong, instead of whatever was set before."""
        self.wire.send("PUT", self._path("/faults"), {"faults": [asdict(fault) for fault in faults]})

    def mail(
        self,
        *,
        to: str | None = None,
        subject: str | None = None,
        after: Mail | None = None,
        wait_seconds: float = 0,
    ) -> tuple[Mail, ...]:
        """Mail that the world sent, oldest first; waits up to `wait_seconds` for the first that fits.

        `subject` is a part of it; `after` leaves out that mail and whatever came before it.
        """
        query = {
            "to": to,
            "subject": subject,
            "after": None if after is None else after.id,
            "wait_seconds": wait_seconds or None,
        }
        return _read_all(Mail, self.wire.get(self._path("/mail"), query, patience=wait_seconds)["mail"])

    def delete_mail(self, mail: Mail | None = None) -> None:
        """Throw a mail away, or all of it."""
        self.wire.send("DELETE", self._path("/mail" if mail is None else f"/mail/{mail.id}"))

    def attachment(self, mail: Mail, number: int = 1) -> bytes:
        """A file that came with a mail; the first is 1."""
        return self.wire.download(self._path(f"/mail/{mail.id}/attachments/{number}"))

    def journal(
        self, *, site: str | None = None, path: str | None = None, method: str | None = None
    ) -> tuple[SeenRequest, ...]:
        """The requests that the server saw, oldest first."""
        query = {"site": site, "path": path, "method": method}
        return _read_all(SeenRequest, self.wire.get(self._path("/journal"), query)["requests"])

    def user_agents(self) -> tuple[str, ...]:
        """The User-Agent of each browser that the server saw in this world, in order of appearance.

        Requests of programs are left out: the bank's own callback is one.
        """
        agents = (seen.user_agent for seen in self.journal())
        return tuple(dict.fromkeys(agent for agent in agents if agent.startswith("Mozilla/")))

    def ledger(self) -> tuple[BankTransaction, ...]:
        """The bank's own books."""
        return _read_all(BankTransaction, self.wire.get(self._path("/ledger"))["transactions"])

    def submissions(self) -> tuple[Submission, ...]:
        """What the portal says was submitted, oldest first."""
        return _read_all(Submission, self.wire.get(self._path("/submissions"))["submissions"])

    def payments(self) -> tuple[Payment, ...]:
        """What the portal says was paid, oldest first."""
        return _read_all(Payment, self.wire.get(self._path("/payments"))["payments"])

    def registration(self, reference: str) -> Registration:
        """Where an application for a Portal ID stands."""
        return _read(Registration, self.wire.get(self._path(f"/registrations/{quote(reference)}")))

    def approve_registration(self, reference: str, *, officer: str | None = None) -> Registration:
        """Get an application past the officer in one call; the temporary password is in the mail.

        Without an `officer`'s e-mail address the one who has it open decides, else the world's first.
        """
        return self._decide(reference, "approve", {"officer": officer})

    def query_registration(self, reference: str, reason: str, *, officer: str | None = None) -> Registration:
        """Let an officer ask the applicant for more; the mail has the link to amend."""
        return self._decide(reference, "query", {"reason": reason, "officer": officer})

    def reject_registration(self, reference: str, reason: str, *, officer: str | None = None) -> Registration:
        """Let an officer refuse an application for good."""
        return self._decide(reference, "reject", {"reason": reason, "officer": officer})

    def snapshot(self, name: str) -> None:
        """Keep the world as it is now under a name."""
        self.wire.send("POST", self._path("/snapshots"), {"name": name})

    def restore(self, snapshot: str) -> None:
        """Bring the world back to a snapshot."""
        self.wire.send("POST", self._path("/restore"), {"snapshot": snapshot})

    def export(self) -> bytes:
        """The whole world as a SQLite file."""
        return self.wire.download(self._path("/export"))

    def _decide(self, reference: str, what: str, asked: Mapping[str, str | None]) -> Registration:
        body = {key: value for key, value in asked.items() if value is not None}
        path = self._path(f"/registrations/{quote(reference)}/{what}")
        return _read(Registration, self.wire.send("POST", path, body))

    def _change_clock(self, change: Mapping[str, object]) -> Clock:
        return _read(Clock, self.wire.send("PATCH", self._path("/clock"), change))

    def _settings(self, answer: Any) -> Mapping[str, object]:
        values = answer.get("settings", answer)
        return {str(key): value for key, value in values.items()}

    def _path(self, tail: str) -> str:
        return f"/v1/worlds/{quote(self.name)}{tail}"


def _read(kind: type[Value], data: Any) -> Value:
    return TypeAdapter(kind).validate_python(data)


def _read_all(kind: type[Value], data: Any) -> tuple[Value, ...]:
    return TypeAdapter(tuple[kind, ...]).validate_python(data)  # type: ignore[valid-type]
