"""What the other capabilities ask about employees."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from contributions import Group, Person, RosterEntry, YearMonth
from mock_portal.employees.models import Employee

__all__ = ["EmployeeRow", "count_employed", "employed_in", "on_record", "roster"]


@dataclass(frozen=True)
class EmployeeRow:
    """One employee as other capabilities see it. The wage is sen."""

    id: int
    identity_number: str
    name: str
    born: date | None
    group: Group
    wage_sen: int
    started: date
    resigned: date | None
    released_from_lindung: bool

    @property
    def person(self) -> Person:
        """What the rate tables must know of this employee."""
        return Person(born=self.born, group=self.group, lindung_released=self.released_from_lindung)

    def is_employed_in(self, month: YearMonth) -> bool:
        """Whether the person worked for the employer on any day of a month."""
        return self.started <= month.last_day and (self.resigned is None or self.resigned >= month.first_day)


def roster(session: Session, employer_id: int) -> tuple[EmployeeRow, ...]:
    """All employees of an employer, those who left among them, by name."""
    rows = session.scalars(
        select(Employee).filter_by(employer_id=employer_id).order_by(Employee.name, Employee.id)
    )
    return tuple(_seen(row) for row in rows)


def on_record(session: Session, employer_id: int) -> tuple[RosterEntry, ...]:
    """All employees of an employer as the check of a contribution file wants them, without reading more."""
    columns = (Employee.identity_number, Employee.name, Employee.started, Employee.resigned)
    rows = session.execute(
        select(*columns).filter_by(employer_id=employer_id).order_by(Employee.name, Employee.id)
    )
    return tuple(
        RosterEntry(identity_number=number, name=name, started=started, resigned=resigned)
        for number, name, started, resigned in rows
    )


def employed_in(session: Session, employer_id: int, month: YearMonth) -> tuple[EmployeeRow, ...]:
    """The employees who worked for an employer in a month, by name."""
    return tuple(row for row in roster(session, employer_id) if row.is_employed_in(month))


def count_employed(session: Session, employer_id: int, month: YearMonth) -> int:
    """How many employees an employer had in a month, without reading them."""
    there = (
        Employee.employer_id == employer_id,
        Employee.started <= month.last_day,
        or_(Employee.resigned.is_(None), Employee.resigned >= month.first_day),
    )
    return session.scalar(select(func.count()).select_from(Employee).where(*there)) or 0


def _seen(row: Employee) -> EmployeeRow:
    return EmployeeRow(
        id=row.id,
        identity_number=row.identity_number,
        name=row.name,
        born=row.born,
        group=Group(row.group),
        wage_sen=row.wage_sen,
        started=row.started,
        resigned=row.resigned,
        released_from_lindung=row.released_from_lindung,
    )
