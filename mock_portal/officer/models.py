"""Tables of officers, their log-ins and what they did."""

from datetime import datetime
from typing import Final

from sqlalchemy import DDL, ForeignKey, String, event
from sqlalchemy.orm import Mapped, mapped_column

from mock_portal.database import Base
from mock_portal.session_rows import SessionColumns
from mock_portal.worlds.models import Moment

__all__ = ["OfficerAct", "OfficerRow", "OfficerSession"]


class OfficerRow(Base):
    """An officer who may log in.

    Attributes:
        email: in small letters.
        password_hash: argon2id.
    """

    __tablename__ = "officer"

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(254), unique=True)
    name: Mapped[str] = mapped_column(String(150))
    designation: Mapped[str] = mapped_column(String(80), default="")
    password_hash: Mapped[str] = mapped_column(String(120))


class OfficerSession(SessionColumns, Base):
    """One session of an officer."""

    __tablename__ = "officer_session"

    officer_id: Mapped[int] = mapped_column(ForeignKey("officer.id"), index=True)


class OfficerAct(Base):
    """One thing that an officer did. Rows are only ever added; the database itself refuses the rest.

    Attributes:
        act: a value of `Act`.
        subject: reference of an application or e-mail of a Portal ID; empty for a log-in.
        note: the reason that was given, or the name of the document opened.
    """

    __tablename__ = "officer_act"

    id: Mapped[int] = mapped_column(primary_key=True)
    officer_id: Mapped[int] = mapped_column(ForeignKey("officer.id"), index=True)
    at: Mapped[datetime] = mapped_column(Moment)
    act: Mapped[str] = mapped_column(String(30), index=True)
    subject: Mapped[str] = mapped_column(String(254), default="", index=True)
    note: Mapped[str] = mapped_column(String(2000), default="")


_ADD_ONLY: Final = (
    "CREATE TRIGGER officer_act_no_{verb} BEFORE {verb} ON officer_act "
    "BEGIN SELECT RAISE(ABORT, 'the audit trail is only added to'); END"
)
for _verb in ("update", "delete"):
    _trigger = DDL(_ADD_ONLY.format(verb=_verb))  # type: ignore[no-untyped-call] # SQLAlchemy's own
    event.listen(OfficerAct.__table__, "after_create", _trigger)
