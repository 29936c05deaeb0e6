"""The world's time. Nothing else in the portal asks what time it really is.

Malaysia keeps one time zone without summer time, eight hours ahead of UTC.
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Final

__all__ = ["MALAYSIA", "Clock", "real_now"]

MALAYSIA: Final = timezone(timedelta(hours=8), "MYT")


def real_now() -> datetime:
    """The real time, for what is outside every world: journals of speed, retries, file ages."""
    return datetime.now(UTC)


@dataclass(frozen=True)
class Clock:
    """A clock that runs with the real one, shifted, or stands still.

    Attributes:
        world_time: what the world's clock showed at `real_time`.
        real_time: the real moment of that.
        running: whether it goes on from there.
    """

    world_time: datetime
    real_time: datetime
    running: bool = True

    def now(self) -> datetime:
        """The world's time, in Malaysia's zone."""
        shown = self.world_time + (real_now() - self.real_time) if self.running else self.world_time
        return shown.astimezone(MALAYSIA)

    def moved_to(self, moment: datetime) -> "Clock":
        """The same clock showing another time from this moment on."""
        return replace(self, world_time=moment.astimezone(MALAYSIA), real_time=real_now())

    def stopped(self) -> "Clock":
        """The same clock standing still where it is."""
        return replace(self.moved_to(self.now()), running=False)

    def started(self) -> "Clock":
        """The same clock going on from where it is."""
        return replace(self.moved_to(self.now()), running=True)
