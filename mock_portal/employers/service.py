"""What the other capabilities ask of employers."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from mock_portal.database import leaves_nothing
from mock_portal.employers.models import EmployerAccount, EmployerRow

__all__ = ["Employer", "LinkedEmployer", "employers_of", "find_employer", "get_employer", "let_act"]


@dataclass(frozen=True)
class Employer:
    """One employer as others see it; the fields are those of the table."""

    id: int
    code: str
    name: str
    ssm_number: str
    address: tuple[str, ...]
    phone: str
    email: str
    branch: str
    status: str

    @property
    def is_active(self) -> bool:
        """Whether it may submit: it did not cease."""
        return self.status != "ceased"


@dataclass(frozen=True)
class LinkedEmployer:
    """An employer that an account acts for, and as what (`owner`, `preparer`, `payer`)."""

    employer: Employer
    role: str


def find_employer(session: Session, code: str) -> Employer | None:
    """The employer with a code, or `None`."""
    row = session.scalar(select(EmployerRow).filter_by(code=code.strip().upper()))
    return None if row is None else _seen(row)


def get_employer(session: Session, employer_id: int) -> Employer:
    """The employer of a row that is known to exist."""
    return _seen(session.get_one(EmployerRow, employer_id))


def employers_of(session: Session, account_id: int) -> tuple[LinkedEmployer, ...]:
    """The employers that an account acts for, in the order in which they were linked."""
    linked = session.execute(
        select(EmployerRow, EmployerAccount.role)
        .join(EmployerAccount, EmployerAccount.employer_id == EmployerRow.id)
        .where(EmployerAccount.account_id == account_id)
        .order_by(EmployerRow.id)
    )
    return tuple(LinkedEmployer(_seen(row), role) for row, role in linked)


@leaves_nothing
def let_act(session: Session, *, account_id: int, employer_id: int, role: str) -> None:
    """Link an account with an employer."""
    session.add(EmployerAccount(account_id=account_id, employer_id=employer_id, role=role))
    session.flush()


def _seen(row: EmployerRow) -> Employer:
    return Employer(
        id=row.id,
        code=row.code,
        name=row.name,
        ssm_number=row.ssm_number,
        address=tuple(row.address),
        phone=row.phone,
        email=row.email,
        branch=row.branch,
        status=row.status,
    )
