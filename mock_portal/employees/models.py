"""The table of employees."""

from datetime import date

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from mock_portal.database import Base

__all__ = ["Employee"]


class Employee(Base):
    """One insured person with one employer.

    Attributes:
        identity_number: MyKad without dashes, or the SSFW number of a foreign worker.
        born: the date on record; `None` where only the identity number tells it.
        group: who the person is before the law, one of `contributions.Group`.
        wage_sen: monthly wage on record, in sen.
    """

    __tablename__ = "employee"
    __table_args__ = (UniqueConstraint("employer_id", "identity_number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    employer_id: Mapped[int] = mapped_column(ForeignKey("employer.id"), index=True)
    identity_number: Mapped[str] = mapped_column(String(12))
    name: Mapped[str] = mapped_column(String(150))
    born: Mapped[date | None]
    group: Mapped[str] = mapped_column(String(20), default="local")
    wage_sen: Mapped[int]
    started: Mapped[date]
    resigned: Mapped[date | None]
    released_from_lindung: Mapped[bool] = mapped_column(default=False)
