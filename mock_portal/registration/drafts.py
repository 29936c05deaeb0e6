"""Steps A and B of an application that its applicant may still change.

Such an application belongs to the browser that holds its key; the key's hash is in its row.
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mock_portal.database import leaves_nothing
from mock_portal.employers import registering as employers
from mock_portal.employers.service import Employer
from mock_portal.registration.answers import Company, Representative
from mock_portal.registration.errors import ApplicationNotFound, NoEmployerMatches, NotComplete
from mock_portal.registration.history import note
from mock_portal.registration.models import Application
from mock_portal.registration.states import EDITABLE, ApplicationState, Kind, Purpose
from mock_portal.registration.taken import refuse_email, refuse_number
from mock_portal.registration.views import ApplicationView, view_of

__all__ = [
    "Visit",
    "choose_purpose",
    "find_application",
    "find_employer",
    "get_editable",
    "new_key",
    "refuse_if_no_employer",
    "save_company",
    "save_representative",
    "start_existing",
]


@dataclass(frozen=True)
class Visit:
    """The applicant's browser: where it is, in which language, and what it holds.

    Attributes:
        key: of the application that this browser may change; empty for none.
        world: the world's name, and `origin` the portal's address, for links in mail.
    """

    key: str
    language: str
    world: str
    origin: str


def find_application(session: Session, key: str) -> ApplicationView | None:
    """The application that a browser holds the key of, in whatever state, or `None`."""
    row = _find(session, key)
    return None if row is None else view_of(row)


def get_editable(session: Session, key: str) -> Application:
    """The row of the application that a browser may change.

    Raises:
        ApplicationNotFound: it holds none, or one that can no longer be changed.
    """
    row = _find(session, key)
    if row is None or row.state not in EDITABLE:
        raise ApplicationNotFound
    return row


def find_employer(session: Session, view: ApplicationView) -> tuple[Employer | None, bool]:
    """The existing employer of an application, and whether it has a Portal ID."""
    employer = employers.match_employer(session, view.employer_code, view.registration_no)
    has_id = employer is not None and bool(employers.accounts_of(session, employer.id))
    return employer, has_id


@leaves_nothing
def save_company(session: Session, visit: Visit, company: Company, *, now: datetime) -> str:
    """Keep step A; the answer is the key, a new one where nothing was held.

    Raises:
        NumberInUse: an employer, or an open application, has the number.
    """
    row = _find(session, visit.key)
    if row is not None and (row.state not in EDITABLE or row.kind != Kind.NEW_EMPLOYER):
        row = None
    if company.registration_no:
        refuse_number(session, company.registration_no, row)
    key = visit.key
    if row is None:
        row, key = _begin(session, visit, Kind.NEW_EMPLOYER, now)
    row.company = company.to_json()
    row.employer_name, row.registration_no = company.name, company.registration_no
    session.flush()
    return key


@leaves_nothing
def start_existing(session: Session, visit: Visit, *, code: str, number: str, now: datetime) -> str:
    """Begin an application for an employer that has a code; the answer is the key.

    Raises:
        NoEmployerMatches: they are not those of one active employer.
    """
    employer = employers.match_employer(session, code, number)
    if employer is None:
        raise NoEmployerMatches
    row = _find(session, visit.key)
    key = visit.key
    if row is None or row.state not in EDITABLE or row.kind != Kind.EXISTING_EMPLOYER:
        row, key = _begin(session, visit, Kind.EXISTING_EMPLOYER, now)
    if row.employer_code != employer.code:
        row.purpose = Purpose.NOT_CHOSEN.value
    row.employer_code, row.employer_name = employer.code, employer.name
    row.registration_no = employer.ssm_number
    session.flush()
    return key


@leaves_nothing
def choose_purpose(session: Session, visit: Visit, purpose: Purpose) -> None:
    """What an existing employer wants.

    Raises:
        ApplicationNotFound: this browser holds no application that can be changed.
    """
    get_editable(session, visit.key).purpose = purpose.value
    session.flush()


@leaves_nothing
def save_representative(session: Session, visit: Visit, who: Representative) -> None:
    """Keep step B. After verification the address stays what it was.

    Raises:
        ApplicationNotFound: this browser holds no application that can be changed.
        NotComplete: step A is missing.
        EmailInUse: the address is taken.
        EmailUnknown: an employer is to be added to a Portal ID that does not exist.
    """
    row = get_editable(session, visit.key)
    refuse_if_no_employer(row)
    if row.state == ApplicationState.DRAFT:
        refuse_email(session, who.email, row)
        row.email = who.email
    row.representative = {**who.to_json(), "email": row.email}
    session.flush()


def refuse_if_no_employer(row: Application) -> None:
    """Step A comes first, and what an employer that has a code applies for.

    Raises:
        NotComplete: it is missing.
    """
    if row.kind == Kind.NEW_EMPLOYER and not row.company:
        raise NotComplete("company")
    if row.purpose == Purpose.NOT_CHOSEN:
        raise NotComplete("existing")


def new_key(row: Application) -> str:
    """A new key of an application: whoever held the one before holds nothing any more."""
    key = secrets.token_urlsafe(24)
    row.browser_key = _hash(key)
    return key


def _begin(session: Session, visit: Visit, kind: Kind, now: datetime) -> tuple[Application, str]:
    key = secrets.token_urlsafe(24)
    row = Application(
        reference=_new_reference(session, now),
        browser_key=_hash(key),
        kind=kind.value,
        purpose=Purpose.NEW_ID.value,
        state=ApplicationState.DRAFT.value,
        language=visit.language,
        world=visit.world,
        origin=visit.origin,
        created_at=now,
    )
    session.add(row)
    session.flush()
    note(session, row, ApplicationState.DRAFT.value, now=now)
    return row, key


def _new_reference(session: Session, now: datetime) -> str:
    start = f"PID-{now:%Y%m%d}-"
    last = session.scalar(
        select(func.max(Application.reference)).where(Application.reference.startswith(start))
    )
    return f"{start}{int(last.removeprefix(start)) + 1 if last else 1:05}"


def _find(session: Session, key: str) -> Application | None:
    return session.scalar(select(Application).filter_by(browser_key=_hash(key))) if key else None


def _hash(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()
