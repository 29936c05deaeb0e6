"""Tables of applications for a Portal ID: what was typed, documents, links that were mailed, history."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from mock_portal.database import Base
from mock_portal.worlds.models import Moment

__all__ = ["Application", "ApplicationDocument", "ApplicationEvent", "ApplicationLink"]


class Application(Base):
    """One application, from its first saved step.

    Attributes:
        reference: PID-YYYYMMDD-nnnnn.
        browser_key: SHA-256 of what the applicant's browser holds while the application can be changed.
        language: the applicant's, for mail.
        world: the world's name, and `origin` its scheme, host and port: for links in mail.
        company: answers of step A, empty for an existing employer.
        representative: answers of step B.
        registration_no: of the business, compact; what must be unique among open applications.
        employer_code: of an existing employer; of a new one when it is approved.
        email: where mail goes, and the login to be.
        reason: what the officer asked or why it was rejected.
        taken_by_id: the officer who has it open, 0 for the automatic reviewer.
        portal_id: e-mail address of the account when it is approved.
    """

    __tablename__ = "application"

    id: Mapped[int] = mapped_column(primary_key=True)
    reference: Mapped[str] = mapped_column(String(18), unique=True)
    browser_key: Mapped[str] = mapped_column(String(64), index=True)
    kind: Mapped[str] = mapped_column(String(10))
    purpose: Mapped[str] = mapped_column(String(30))
    state: Mapped[str] = mapped_column(String(20), index=True)
    language: Mapped[str] = mapped_column(String(2), default="en")
    world: Mapped[str] = mapped_column(String(40))
    origin: Mapped[str] = mapped_column(String(200))
    company: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    representative: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    employer_name: Mapped[str] = mapped_column(String(150), default="")
    registration_no: Mapped[str] = mapped_column(String(20), default="", index=True)
    employer_code: Mapped[str] = mapped_column(String(12), default="")
    email: Mapped[str] = mapped_column(String(254), default="", index=True)
    reason: Mapped[str] = mapped_column(String(2000), default="")
    created_at: Mapped[datetime] = mapped_column(Moment)
    submitted_at: Mapped[datetime | None] = mapped_column(Moment)
    decided_at: Mapped[datetime | None] = mapped_column(Moment)
    taken_by_id: Mapped[int | None]
    taken_by: Mapped[str] = mapped_column(String(150), default="")
    portal_id: Mapped[str] = mapped_column(String(254), default="")
    documents: Mapped[list["ApplicationDocument"]] = relationship(order_by="ApplicationDocument.id")
    events: Mapped[list["ApplicationEvent"]] = relationship(order_by="ApplicationEvent.id")


class ApplicationDocument(Base):
    """A document that was uploaded, with its bytes: a world is one file."""

    __tablename__ = "application_document"

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"), index=True)
    kind: Mapped[str] = mapped_column(String(40))
    name: Mapped[str] = mapped_column(String(150))
    media_type: Mapped[str] = mapped_column(String(40))
    size: Mapped[int]
    remarks: Mapped[str] = mapped_column(String(200), default="")
    uploaded_at: Mapped[datetime] = mapped_column(Moment)
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)


class ApplicationEvent(Base):
    """One line of an application's history.

    Attributes:
        what: a value of `ApplicationState`, `amended` or `given_back`.
        who: an officer's name, `automatic`, or empty for the applicant and for the clock.
    """

    __tablename__ = "application_event"

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"), index=True)
    at: Mapped[datetime] = mapped_column(Moment)
    what: Mapped[str] = mapped_column(String(20))
    who: Mapped[str] = mapped_column(String(150), default="")
    reason: Mapped[str] = mapped_column(String(2000), default="")


class ApplicationLink(Base):
    """A link that was mailed. The token itself is nowhere, only its SHA-256."""

    __tablename__ = "application_link"

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"), index=True)
    purpose: Mapped[str] = mapped_column(String(10))
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    expires_at: Mapped[datetime] = mapped_column(Moment)
    used_at: Mapped[datetime | None] = mapped_column(Moment)
