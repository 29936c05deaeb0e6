"""Tables of employers and of who acts for them."""

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from mock_portal.database import Base

__all__ = ["EmployerAccount", "EmployerRow"]


class EmployerRow(Base):
    """One employer.

    Attributes:
        code: the employer code that PERKESO gave.
        ssm_number: business registration number (BRN).
        address: its lines.
        status: `active`, `dormant` or `ceased`.
    """

    __tablename__ = "employer"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(12), unique=True)
    name: Mapped[str] = mapped_column(String(150))
    ssm_number: Mapped[str] = mapped_column(String(20))
    address: Mapped[list[str]] = mapped_column(JSON, default=list)
    phone: Mapped[str] = mapped_column(String(30), default="")
    email: Mapped[str] = mapped_column(String(254), default="")
    branch: Mapped[str] = mapped_column(String(60), default="")
    status: Mapped[str] = mapped_column(String(20), default="active")


class EmployerAccount(Base):
    """A Portal ID may serve several employers (portal-flows 3.3, official section title "One to Many")."""

    __tablename__ = "employer_account"

    employer_id: Mapped[int] = mapped_column(ForeignKey("employer.id"), primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), primary_key=True, index=True)
    role: Mapped[str] = mapped_column(String(20))
