"""Tables of submissions: listed months, uploaded files, submissions with their lines, records to pay."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, deferred, mapped_column, relationship

from mock_portal.database import Base
from mock_portal.worlds.models import Moment

__all__ = ["ListedMonth", "PayableRow", "Submission", "SubmissionLine", "Upload"]


class ListedMonth(Base):
    """A month that the portal listed for an employer; whether it is open is what its records say."""

    __tablename__ = "contribution_month"

    employer_id: Mapped[int] = mapped_column(ForeignKey("employer.id"), primary_key=True)
    month: Mapped[str] = mapped_column(String(7), primary_key=True)


class Upload(Base):
    """A contribution file as it came: bytes that are read, never run.

    Attributes:
        file_name: the sender's name for it, cleaned for showing; never a path.
        errors: findings that block Submit, counted when the file was last checked.
        submission_id: what came of it, once submitted.
    """

    __tablename__ = "upload"

    id: Mapped[int] = mapped_column(primary_key=True)
    employer_id: Mapped[int] = mapped_column(ForeignKey("employer.id"), index=True)
    account_id: Mapped[int]
    file_name: Mapped[str] = mapped_column(String(120))
    size_bytes: Mapped[int]
    sha256: Mapped[str] = mapped_column(String(64))
    content: Mapped[bytes] = deferred(mapped_column(LargeBinary))
    uploaded_at: Mapped[datetime] = mapped_column(Moment)
    state: Mapped[str] = mapped_column(String(20))
    records: Mapped[int] = mapped_column(default=0)
    months: Mapped[list[str]] = mapped_column(JSON, default=list)
    total_sen: Mapped[int] = mapped_column(default=0)
    errors: Mapped[int] = mapped_column(default=0)
    warnings: Mapped[int] = mapped_column(default=0)
    submission_id: Mapped[int | None] = mapped_column(ForeignKey("submission.id"))


class Submission(Base):
    """One Submit: what an employer declared, and when it was received.

    Attributes:
        account_id: who submitted; `None` for what a scenario put there.
        heads: employees in it, each counted once.
    """

    __tablename__ = "submission"

    id: Mapped[int] = mapped_column(primary_key=True)
    employer_id: Mapped[int] = mapped_column(ForeignKey("employer.id"), index=True)
    account_id: Mapped[int | None]
    received_at: Mapped[datetime] = mapped_column(Moment)
    months: Mapped[list[str]] = mapped_column(JSON)
    heads: Mapped[int]
    payables: Mapped[list["PayableRow"]] = relationship(
        back_populates="submission", order_by="PayableRow.id", lazy="selectin"
    )


class SubmissionLine(Base):
    """One employee and month of a submission. Amounts are sen."""

    __tablename__ = "submission_line"

    id: Mapped[int] = mapped_column(primary_key=True)
    submission_id: Mapped[int] = mapped_column(ForeignKey("submission.id"), index=True)
    identity_number: Mapped[str] = mapped_column(String(12))
    name: Mapped[str] = mapped_column(String(150))
    month: Mapped[str] = mapped_column(String(7))
    wage: Mapped[int]
    socso_employer: Mapped[int]
    socso_employee: Mapped[int]
    eis_employer: Mapped[int]
    eis_employee: Mapped[int]
    lindung: Mapped[int]


class PayableRow(Base):
    """An ACR (Act 4, with LINDUNG 24 JAM) or an ECR (Act 800). Amounts are sen."""

    __tablename__ = "payable"

    id: Mapped[int] = mapped_column(primary_key=True)
    submission_id: Mapped[int] = mapped_column(ForeignKey("submission.id"), index=True)
    employer_id: Mapped[int] = mapped_column(ForeignKey("employer.id"), index=True)
    number: Mapped[str] = mapped_column(String(15), unique=True)
    scheme: Mapped[str] = mapped_column(String(3))
    state: Mapped[str] = mapped_column(String(20))
    socso_employer: Mapped[int] = mapped_column(default=0)
    socso_employee: Mapped[int] = mapped_column(default=0)
    eis_employer: Mapped[int] = mapped_column(default=0)
    eis_employee: Mapped[int] = mapped_column(default=0)
    lindung: Mapped[int] = mapped_column(default=0)
    paid_at: Mapped[datetime | None] = mapped_column(Moment)
    submission: Mapped[Submission] = relationship(back_populates="payables", lazy="joined")
