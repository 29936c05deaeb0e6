"""What the registration of a Portal ID asks of employers: a new one with its code, and who may act."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from contributions.identifiers import ssm_number
from mock_portal.database import leaves_nothing
from mock_portal.employers.models import EmployerAccount, EmployerRow
from mock_portal.employers.service import Employer, find_employer, get_employer

__all__ = ["NewEmployer", "accounts_of", "add_employer", "has_number", "match_employer", "relieve"]

# The letter that ends a code is a check character whose rule was not found; ours is of our own making.
_LETTERS: Final = "ABCDEFGHJKLMNPQRSTUVWXYZ"


@dataclass(frozen=True)
class NewEmployer:
    """What is known of an employer before it has a code."""

    name: str
    ssm_number: str
    address: tuple[str, ...]
    phone: str
    email: str
    branch: str


@leaves_nothing
def add_employer(session: Session, new: NewEmployer) -> Employer:
    """Give a new employer its code: B, ten digits, a letter (its shape: contribution-files 8.1)."""
    highest = session.scalar(select(func.max(EmployerRow.id))) or 0
    number = 3300000000 + highest + 1
    row = EmployerRow(
        code=f"B{number}{_LETTERS[number % len(_LETTERS)]}",
        name=new.name,
        ssm_number=new.ssm_number,
        address=list(new.address),
        phone=new.phone,
        email=new.email,
        branch=new.branch,
    )
    session.add(row)
    session.flush()
    return get_employer(session, row.id)


def match_employer(session: Session, code: str, number: str) -> Employer | None:
    """The active employer that has both this code and this registration number, or `None`."""
    found = find_employer(session, code)
    if found is None or not found.is_active:
        return None
    same = ssm_number.compact(found.ssm_number) == ssm_number.compact(number)
    return found if same else None


def has_number(session: Session, number: str) -> bool:
    """Whether an active employer has this registration number."""
    rows = session.execute(select(EmployerRow.ssm_number, EmployerRow.status))
    wanted = ssm_number.compact(number)
    return any(status != "ceased" and ssm_number.compact(own) == wanted for own, status in rows)


def accounts_of(session: Session, employer_id: int) -> tuple[int, ...]:
    """The accounts that act for an employer."""
    chosen = select(EmployerAccount.account_id).filter_by(employer_id=employer_id)
    return tuple(session.scalars(chosen.order_by(EmployerAccount.account_id)))


@leaves_nothing
def relieve(session: Session, *, employer_id: int, account_ids: Sequence[int]) -> tuple[int, ...]:
    """Let accounts act for an employer no longer; those of them that act for nobody now are returned."""
    for account_id in account_ids:
        session.delete(session.get_one(EmployerAccount, (employer_id, account_id)))
    session.flush()
    still = select(EmployerAccount.account_id).where(EmployerAccount.account_id.in_(account_ids))
    busy = set(session.scalars(still))
    return tuple(account_id for account_id in account_ids if account_id not in busy)
