"""The months that a scenario lists, and what of them was submitted and paid before it begins."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.orm import Session

from contributions import Record, YearMonth, compute
from mock_portal.employees.service import employed_in
from mock_portal.employers.service import find_employer
from mock_portal.submissions.months.service import list_months
from mock_portal.submissions.payables import mark_paid
from mock_portal.submissions.recording import keep
from mock_portal.worlds.scenarios import EmployerSeed, Scenario

__all__ = ["plant"]

# A month of a scenario was submitted on the morning of this day of the next month, and paid soon after.
DAY_OF_SUBMIT, HOUR_OF_SUBMIT = 8, 10
UNTIL_PAID: Final = timedelta(minutes=25)


def plant(session: Session, scenario: Scenario, now: datetime) -> None:
    """Put the scenario's months into the world, each past one with its lines and records."""
    for employer in scenario.employers:
        found = find_employer(session, employer.code)
        if found is None:
            raise LookupError(f"the scenario's employer {employer.code} was not planted")
        _plant(session, employer, found.id, now)


def _plant(session: Session, employer: EmployerSeed, employer_id: int, now: datetime) -> None:
    paid, submitted, pending = (
        [YearMonth.parse(month) for month in months]
        for months in (employer.paid_months, employer.submitted_months, employer.pending_months)
    )
    list_months(session, employer_id, {*paid, *submitted, *pending})
    for month in sorted({*paid, *submitted}):
        at = _moment(month, now)
        submission = keep(
            session,
            employer_id=employer_id,
            account_id=None,
            records=list(_records(session, employer, employer_id, month)),
            received_at=at,
        )
        if month in paid:
            mark_paid(session, [payable.id for payable in submission.payables], at=at + UNTIL_PAID)


def _moment(month: YearMonth, now: datetime) -> datetime:
    usual = now.replace(
        year=month.next().year,
        month=month.next().month,
        day=DAY_OF_SUBMIT,
        hour=HOUR_OF_SUBMIT,
        minute=5,
        second=0,
        microsecond=0,
    )
    return min(usual, now - 2 * UNTIL_PAID)


def _records(
    session: Session, employer: EmployerSeed, employer_id: int, month: YearMonth
) -> Iterator[Record]:
    for employee in employed_in(session, employer_id, month):
        due = compute(employee.wage_sen, month=month, person=employee.person)
        yield Record(
            employer_code=employer.code,
            ssm_number=employer.ssm_number,
            identity_number=employee.identity_number,
            name=employee.name,
            month=month,
            wage=employee.wage_sen,
            socso_employer=due.socso_employer,
            socso_employee=due.socso_employee,
            eis_employer=due.eis_employer,
            eis_employee=due.eis_employee,
            lindung=due.lindung,
        )
