"""What an approval makes, and what a query opens again."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from contributions import YearMonth
from mock_portal.accounts import issuing
from mock_portal.accounts.directory import find_account_id
from mock_portal.employers import registering as employers
from mock_portal.employers.service import Employer, employers_of, find_employer, let_act
from mock_portal.registration import links, mail, places
from mock_portal.registration.answers import Company, Representative
from mock_portal.registration.errors import EmailInUse, EmailUnknown, NoEmployerMatches, NumberInUse
from mock_portal.registration.models import Application
from mock_portal.registration.states import AMENDMENT_HAS, Kind, Purpose
from mock_portal.submissions.months.service import list_months
from mock_portal.worlds import due
from mock_portal.worlds.models import WorldState
from mock_portal.worlds.settings import WorldSettings

__all__ = ["AMENDMENT_EXPIRED", "Approval", "ask_to_amend", "carry_out"]

AMENDMENT_EXPIRED = "registration.amendment_expired"


@dataclass(frozen=True)
class Approval:
    """What an approval gave."""

    employer_code: str
    portal_id: str


def ask_to_amend(session: Session, row: Application, *, now: datetime) -> None:
    """Open a queried application to its applicant for 14 days; the mail has the question and the link."""
    until = now + AMENDMENT_HAS
    row.taken_by_id, row.taken_by = None, ""
    due.cancel(session, AMENDMENT_EXPIRED, row.reference)
    due.plan(session, AMENDMENT_EXPIRED, due_at=until, subject=row.reference)
    link = links.make(session, row, links.LinkPurpose.AMEND, expires_at=until)
    mail.send_query(session, row, link, until=until, now=now)


def carry_out(session: Session, row: Application, *, now: datetime) -> Approval:
    """Make or link the employer, make or link the account, and mail what the applicant needs.

    Raises:
        NumberInUse: meanwhile the business is an employer.
        EmailInUse: meanwhile the address is the login of somebody.
        EmailUnknown: the Portal ID to be linked is gone.
        NoEmployerMatches: the employer is no longer active.
    """
    employer = _employer_of(session, row, now)
    row.employer_code, row.portal_id = employer.code, row.email
    if row.purpose == Purpose.ADDITIONAL_EMPLOYER:
        _link_account(session, row, employer)
        mail.send_linked(session, row, now=now)
        return Approval(employer.code, row.email)
    former = employers.accounts_of(session, employer.id)
    password = _new_account(session, row, employer, now)
    if row.purpose == Purpose.CHANGE_REPRESENTATIVE:
        for idle in employers.relieve(session, employer_id=employer.id, account_ids=former):
            issuing.disable(session, idle, now)
    settings = WorldSettings.from_json(session.get_one(WorldState, 1).settings)
    ends_at = now + timedelta(days=settings.temporary_password_days)
    mail.send_approval(session, row, password, ends_at=ends_at, now=now)
    return Approval(employer.code, row.email)


def _employer_of(session: Session, row: Application, now: datetime) -> Employer:
    if row.kind == Kind.EXISTING_EMPLOYER:
        found = find_employer(session, row.employer_code)
        if found is None or not found.is_active:
            raise NoEmployerMatches
        return found
    if row.registration_no and employers.has_number(session, row.registration_no):
        raise NumberInUse(registered=True)
    company = Company.from_json(row.company)
    state = places.STATES[company.state]
    place = f"{company.postcode} {company.city}"
    lines = (company.address_1, company.address_2, company.address_3, place, state.name)
    employer = employers.add_employer(
        session,
        employers.NewEmployer(
            name=company.name,
            ssm_number=company.registration_no,
            address=tuple(line for line in lines if line),
            phone=company.telephone,
            email=company.email,
            branch=state.branch,
        ),
    )
    # assumed: what was due before the registration is settled at a PERKESO office, and not in the list
    first = max(YearMonth.of(company.first_employee), YearMonth.of(now.date()).previous())
    list_months(session, employer.id, [first])
    return employer


def _link_account(session: Session, row: Application, employer: Employer) -> None:
    account_id = find_account_id(session, row.email)
    if account_id is None:
        raise EmailUnknown
    if employer.id not in {linked.employer.id for linked in employers_of(session, account_id)}:
        role = Representative.from_json(row.representative).acts_as
        let_act(session, account_id=account_id, employer_id=employer.id, role=role)


def _new_account(session: Session, row: Application, employer: Employer, now: datetime) -> str:
    who = Representative.from_json(row.representative)
    if issuing.email_in_use(session, row.email):
        raise EmailInUse
    issued = issuing.issue_account(
        session,
        email=row.email,
        name=who.name,
        designation=who.designation,
        phone=who.mobile,
        now=now,
        language=row.language,
    )
    let_act(session, account_id=issued.account_id, employer_id=employer.id, role=who.acts_as)
    return issued.temporary_password
