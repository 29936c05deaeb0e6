"""The audit trail: who did what, to what, when by the world's clock. It is only ever added to."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from mock_portal.officer.models import OfficerAct, OfficerRow

__all__ = ["ACTS_ON_A_PAGE", "Act", "Entry", "Trail", "has_noted", "note", "trail"]

ACTS_ON_A_PAGE: Final = 25


class Act(StrEnum):
    """What an officer does that is written down."""

    LOGGED_IN = "logged_in"
    LOGGED_OUT = "logged_out"
    OPENED = "opened"
    GIVEN_BACK = "given_back"
    SAW_NUMBERS = "saw_numbers"
    READ_DOCUMENT = "read_document"
    QUERIED = "queried"
    REJECTED = "rejected"
    APPROVED = "approved"
    UNLOCKED = "unlocked"
    DISABLED = "disabled"
    ENABLED = "enabled"


@dataclass(frozen=True)
class Entry:
    """One line of the trail."""

    id: int
    at: datetime
    officer: str
    act: Act
    subject: str
    note: str

    @property
    def is_about_application(self) -> bool:
        """Whether the subject is the reference number of an application."""
        return bool(self.subject) and "@" not in self.subject


@dataclass(frozen=True)
class Trail:
    """One page of the trail, newest first.

    Attributes:
        total: how many lines there are on all pages.
        page: which page it is; the first is 1.
        pages: how many there are, at least 1.
    """

    entries: tuple[Entry, ...]
    total: int
    page: int
    pages: int


def note(  # noqa: PLR0913 - a line says who, what, to what, why and when
    session: Session, officer_id: int, act: Act, subject: str = "", *, note: str = "", now: datetime
) -> None:
    """Write down what an officer did."""
    session.add(OfficerAct(officer_id=officer_id, at=now, act=act.value, subject=subject, note=note))
    session.flush()


def has_noted(session: Session, officer_id: int, act: Act, subject: str, *, since: datetime) -> bool:
    """Whether an officer did something to a subject after a moment."""
    lines = select(OfficerAct.id).filter_by(officer_id=officer_id, act=act.value, subject=subject)
    return session.scalar(lines.where(OfficerAct.at > since).limit(1)) is not None


def trail(session: Session, *, search: str = "", page: int = 1) -> Trail:
    """A page of the trail; `search` finds a part of a subject or of an officer's name."""
    found = select(OfficerAct, OfficerRow.name).join(OfficerRow, OfficerRow.id == OfficerAct.officer_id)
    if search:
        found = found.where(
            or_(
                OfficerAct.subject.icontains(search, autoescape=True),
                OfficerRow.name.icontains(search, autoescape=True),
            )
        )
    total = session.scalars(select(func.count()).select_from(found.subquery())).one()
    pages = max(1, -(-total // ACTS_ON_A_PAGE))
    page = min(max(1, page), pages)
    rows = session.execute(
        found.order_by(OfficerAct.id.desc()).offset((page - 1) * ACTS_ON_A_PAGE).limit(ACTS_ON_A_PAGE)
    )
    entries = tuple(Entry(row.id, row.at, name, Act(row.act), row.subject, row.note) for row, name in rows)
    return Trail(entries, total, page, pages)
