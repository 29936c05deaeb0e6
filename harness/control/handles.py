"""What a test holds of its world: its clock, its faults, its mail."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from harness.control.answers import Fault, Mail
from harness.control.client import WorldControl
from harness.errors import HarnessError

__all__ = ["FaultNotSet", "NoMail", "WorldClock", "WorldFaults", "WorldInbox"]

_MAIL_SECONDS = 10.0
_LISTED_AT_MOST = 5


class FaultNotSet(HarnessError):
    """A fault was to be taken away that nobody asked for."""

    def __init__(self, at: str, mode: str | None, *, known: Sequence[Fault]) -> None:
        self.at = at
        self.mode = mode
        wanted = at if mode is None else f"{at} {mode}"
        there = ", ".join(f"{fault.at} {fault.mode}" for fault in known) or "none"
        super().__init__(f"No fault {wanted} is set.", mend=f"Set are: {there}.")


class NoMail(HarnessError):
    """A mail that was waited for did not come; `there` is the mail that the world has, oldest first.

    `is_held_back` where mail waits because the fault `smtp` is set.
    """

    def __init__(
        self,
        *,
        to: str | None,
        subject: str | None,
        seconds: float,
        there: Sequence[Mail],
        is_held_back: bool,
    ) -> None:
        self.to = to
        self.subject = subject
        self.there = tuple(there)
        self.is_held_back = is_held_back
        wanted = " ".join(
            part for part in (f"to {to}" if to else "", f"about {subject!r}" if subject else "") if part
        )
        super().__init__(
            f"No mail {wanted} came within {seconds:g} seconds. {_listed(there)}".replace("  ", " "),
            mend='The fault smtp is set, so mail waits: faults.remove("smtp").'
            if is_held_back
            else "Look at the world's inbox for what did come.",
        )


@dataclass(frozen=True, slots=True)
class WorldClock:
    """The time of a world, to be read and moved."""

    control: WorldControl

    @property
    def now(self) -> datetime:
        """What the world's clock says."""
        return self.control.clock().now

    def advance(
        self, *, days: float = 0, hours: float = 0, minutes: float = 0, seconds: float = 0
    ) -> datetime:
        """Move it forward, or back by negative numbers; what fell due happens. The answer is the new time."""
        step = timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
        return self.control.advance(step).now

    def set(self, moment: datetime) -> datetime:
        """Move it to a moment.

        Raises:
            MomentWithoutZone: it does not carry its zone.
        """
        return self.control.set_time(moment).now

    def stop(self) -> None:
        """Hold it still."""
        self.control.let_run(running=False)

    def run(self) -> None:
        """Let it move by itself again."""
        self.control.let_run(running=True)


@dataclass(frozen=True, slots=True)
class WorldFaults:
    """What is to go wrong in a world."""

    control: WorldControl

    def add(self, at: str, mode: str, *, minutes: int = 0) -> None:
        """Ask for one more fault, such as `add("bank.callback", "never")`."""
        self.control.set_faults([*self.control.faults(), Fault(at, mode, minutes)])

    def remove(self, at: str, mode: str | None = None) -> None:
        """Take one away, such as `remove("smtp")`; the others stay.

        Raises:
            FaultNotSet: it was not asked for.
        """
        known = self.control.faults()
        left = [fault for fault in known if fault.at != at or mode not in {None, fault.mode}]
        if len(left) == len(known):
            raise FaultNotSet(at, mode, known=known)
        self.control.set_faults(left)

    def clear(self) -> None:
        """Let everything go right again."""
        self.control.set_faults([])


@dataclass(frozen=True, slots=True)
class WorldInbox:
    """The mail that a world sent."""

    control: WorldControl

    def mail(
        self, *, to: str | None = None, subject: str | None = None, after: Mail | None = None
    ) -> tuple[Mail, ...]:
        """What is there now, oldest first."""
        return self.control.mail(to=to, subject=subject, after=after)

    def newest(self) -> Mail | None:
        """The mail that came last, to wait for what comes after it; None where none came yet."""
        return next(reversed(self.mail()), None)

    def wait(
        self,
        *,
        to: str | None = None,
        subject: str | None = None,
        after: Mail | None = None,
        seconds: float = _MAIL_SECONDS,
    ) -> Mail:
        """The newest mail that fits; the server is asked to wait for it.

        Raises:
            NoMail: none came in time.
        """
        found = self.control.mail(to=to, subject=subject, after=after, wait_seconds=seconds)
        if not found:
            raise NoMail(
                to=to,
                subject=subject,
                seconds=seconds,
                there=self.mail(),
                is_held_back=any(fault.at == "smtp" for fault in self.control.faults()),
            )
        return found[-1]

    def clear(self) -> None:
        """Throw all mail away."""
        self.control.delete_mail()


def _listed(there: Sequence[Mail]) -> str:
    if not there:
        return "The world has no mail."
    newest = [f"{mail.subject!r} to {mail.to}" for mail in there[: -_LISTED_AT_MOST - 1 : -1]]
    more = ", ..." if len(there) > len(newest) else ""
    return f"The world has {len(there)}, newest first: {', '.join(newest)}{more}."
