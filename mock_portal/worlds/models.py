"""Tables that every world has, whatever its capabilities: state, due events, outbox, journal."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, DateTime, Index, Integer, LargeBinary, String, TypeDecorator
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import Mapped, mapped_column

from mock_portal.database import Base
from mock_portal.worlds.clock import MALAYSIA, Clock

__all__ = ["DueEvent", "Moment", "OutboxItem", "SeenRequest", "WorldState"]


class Moment(TypeDecorator[datetime]):
    """A moment of the world, stored in Malaysia's time without zone and read back with it."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a moment without zone: it would be somebody else's clock."""
        del dialect
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment of a world carries its zone")
        return value.astimezone(MALAYSIA).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Put the zone back."""
        del dialect
        return None if value is None else value.replace(tzinfo=MALAYSIA)


class WorldState(Base):
    """The one row that says what a world is: scenario, clock, settings, faults.

    Attributes:
        logins: who can log in to it when it is new, for those who test with it: role, email, password,
            user_id, employer_code. Nobody of them exists.
    """

    __tablename__ = "world_state"

    id: Mapped[int] = mapped_column(primary_key=True, default=1)
    scenario: Mapped[str] = mapped_column(String(60))
    clock_world: Mapped[datetime] = mapped_column(Moment)
    clock_real: Mapped[datetime] = mapped_column(Moment)
    clock_running: Mapped[bool]
    settings: Mapped[dict[str, Any]] = mapped_column(JSON)
    faults: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    logins: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)

    @property
    def clock(self) -> Clock:
        """The world's clock."""
        return Clock(self.clock_world, self.clock_real, running=self.clock_running)

    @clock.setter
    def clock(self, clock: Clock) -> None:
        self.clock_world, self.clock_real = clock.world_time, clock.real_time
        self.clock_running = clock.running


class DueEvent(Base):
    """Something that happens by itself when the world's clock gets there."""

    __tablename__ = "due_event"

    id: Mapped[int] = mapped_column(primary_key=True)
    due_at: Mapped[datetime] = mapped_column(Moment, index=True)
    kind: Mapped[str] = mapped_column(String(60))
    subject: Mapped[str] = mapped_column(String(200), default="")


class OutboxItem(Base):
    """A mail or a server callback, written with what caused it and sent after the commit, at least once."""

    __tablename__ = "outbox"
    __table_args__ = (Index("ix_outbox_waiting", "delivered", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    destination: Mapped[str] = mapped_column(String(400))
    body: Mapped[bytes] = mapped_column(LargeBinary)
    written_at: Mapped[datetime] = mapped_column(Moment)
    delivered: Mapped[bool] = mapped_column(default=False)
    attempts: Mapped[int] = mapped_column(Integer, default=0)
    last_problem: Mapped[str] = mapped_column(String(400), default="")


class SeenRequest(Base):
    """One request as the server saw it: what tests assert on, and what people look up."""

    __tablename__ = "journal"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(Moment)
    site: Mapped[str] = mapped_column(String(10))
    method: Mapped[str] = mapped_column(String(10))
    path: Mapped[str] = mapped_column(String(400), index=True)
    query: Mapped[str] = mapped_column(String(400))
    status: Mapped[int]
    user_agent: Mapped[str] = mapped_column(String(400))
    sec_fetch_site: Mapped[str] = mapped_column(String(20))
    cookies: Mapped[list[str]] = mapped_column(JSON)
    milliseconds: Mapped[float]
