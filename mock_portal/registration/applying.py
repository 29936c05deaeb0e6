"""What an applicant does: begin, fill in steps, add documents, submit, verify, amend.

An application that can still be changed belongs to the browser that holds its key; the key's hash is in its
row. A mailed link gives the key to another browser.
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mock_portal.accounts.issuing import email_in_use
from mock_portal.database import leaves_nothing
from mock_portal.employers import registering as employers
from mock_portal.employers.service import Employer
from mock_portal.registration import links, mail
from mock_portal.registration.answers import Company, Representative
from mock_portal.registration.errors import (
    ApplicationNotFound,
    EmailInUse,
    EmailUnknown,
    NoEmployerMatches,
    NotComplete,
    NumberInUse,
)
from mock_portal.registration.history import get_by_reference, move, note
from mock_portal.registration.models import Application
from mock_portal.registration.papers import needed
from mock_portal.registration.states import EDITABLE, LINK_LIVES, OPEN, ApplicationState, Kind, Purpose
from mock_portal.registration.views import ApplicationView, view_of
from mock_portal.worlds import due
from mock_portal.worlds.settings import WorldSettings

__all__ = [
    "Visit",
    "choose_purpose",
    "find_application",
    "find_employer",
    "get_editable",
    "read_status",
    "save_company",
    "save_representative",
    "send_link_again",
    "start_existing",
    "submit",
    "take_up",
    "verify",
]

VERIFICATION_EXPIRED: Final = "registration.verification_expired"
APPROVE_BY_ITSELF: Final = "registration.approve_by_itself"


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
        _refuse_number(session, company.registration_no, row)
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
    row.employer_code, row.employer_name = employer.code, employer.name
    row.registration_no = employer.ssm_number
    has_id = bool(employers.accounts_of(session, employer.id))
    row.purpose = (Purpose.CHANGE_REPRESENTATIVE if has_id else Purpose.NEW_ID).value
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
    _refuse_if_no_employer(row)
    if row.state == ApplicationState.DRAFT:
        _refuse_email(session, who.email, row)
        row.email = who.email
    row.representative = {**who.to_json(), "email": row.email}
    session.flush()


@leaves_nothing
def submit(session: Session, visit: Visit, *, now: datetime) -> ApplicationView:
    """Send a draft: a link goes to its address. An amended one goes back to the officer at once.

    Raises:
        ApplicationNotFound: this browser holds no application that can be changed.
        NotComplete: a step or a document is missing.
        NumberInUse, EmailInUse, EmailUnknown: somebody was quicker meanwhile.
    """
    row = get_editable(session, visit.key)
    _refuse_if_incomplete(row)
    if row.state == ApplicationState.QUERY:
        move(session, row, ApplicationState.SUBMITTED, now=now)
        note(session, row, "amended", now=now)
        row.submitted_at, row.reason, row.decided_at = now, "", None
        due.cancel(session, "registration.amendment_expired", row.reference)
        return view_of(row)
    if row.kind == Kind.NEW_EMPLOYER and row.registration_no:
        _refuse_number(session, row.registration_no, row)
    _refuse_email(session, row.email, row)
    row.language, row.world, row.origin = visit.language, visit.world, visit.origin
    move(session, row, ApplicationState.PENDING_EMAIL, now=now)
    due.plan(session, VERIFICATION_EXPIRED, due_at=now + LINK_LIVES, subject=row.reference)
    _mail_verification(session, row, now, until=now + LINK_LIVES)
    return view_of(row)


@leaves_nothing
def verify(
    session: Session, token: str, *, world: str, settings: WorldSettings, now: datetime
) -> ApplicationView:
    """Use a verification link: the application is submitted.

    Raises:
        LinkRefused: altered, of another world, used, expired, or replaced by a newer one.
    """
    row = links.use(session, token, links.LinkPurpose.VERIFY, world=world, now=now)
    move(session, row, ApplicationState.SUBMITTED, now=now)
    row.submitted_at = now
    due.cancel(session, VERIFICATION_EXPIRED, row.reference)
    if settings.auto_approve_registrations:
        after = now + timedelta(minutes=settings.auto_approve_minutes)
        due.plan(session, APPROVE_BY_ITSELF, due_at=after, subject=row.reference)
    session.flush()
    return view_of(row)


@leaves_nothing
def take_up(
    session: Session, token: str, purpose: links.LinkPurpose, *, world: str, now: datetime
) -> tuple[str, ApplicationView]:
    """Use a link to amend or to continue: this browser gets the key, every other one loses it.

    A link to amend works until the application was sent again or the 14 days are over.

    Raises:
        LinkRefused: altered, of another world, used, expired, or the application moved on.
    """
    open_link = links.find if purpose is links.LinkPurpose.AMEND else links.use
    row = open_link(session, token, purpose, world=world, now=now)
    links.refuse_if_moved_on(row)
    key = secrets.token_urlsafe(24)
    row.browser_key = _hash(key)
    session.flush()
    return key, view_of(row)


def read_status(session: Session, reference: str, email: str) -> ApplicationView:
    """The application of a reference and the e-mail address that it goes by.

    Raises:
        ApplicationNotFound: no application has both; which of them is wrong is not said.
    """
    row = get_by_reference(session, reference)
    known = {row.email, str(row.company.get("email", ""))} - {""}
    if email.strip().lower() not in known:
        raise ApplicationNotFound
    return view_of(row)


@leaves_nothing
def send_link_again(session: Session, reference: str, visit: Visit, *, now: datetime) -> ApplicationView:
    """Mail a new link: to verify, or to continue a draft. The link before it works no more.

    Raises:
        ApplicationNotFound: there is no such application, or it needs no link.
    """
    row = get_by_reference(session, reference)
    row.world, row.origin = visit.world, visit.origin
    if row.state == ApplicationState.PENDING_EMAIL:
        _mail_verification(session, row, now, until=_sent_at(row) + LINK_LIVES)
    elif row.state == ApplicationState.DRAFT and row.email:
        link = links.make(session, row, links.LinkPurpose.CONTINUE, expires_at=now + LINK_LIVES)
        mail.send_continue(session, row, link, now=now)
    else:
        raise ApplicationNotFound
    return view_of(row)


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


def _refuse_number(session: Session, number: str, own: Application | None) -> None:
    if employers.has_number(session, number):
        raise NumberInUse(registered=True)
    if _is_taken(session, Application.registration_no == number, own, Kind.NEW_EMPLOYER):
        raise NumberInUse(registered=False)


def _refuse_email(session: Session, email: str, own: Application) -> None:
    if own.purpose == Purpose.ADDITIONAL_EMPLOYER:
        if not email_in_use(session, email):
            raise EmailUnknown
        return
    if email_in_use(session, email) or _is_taken(session, Application.email == email, own):
        raise EmailInUse


def _is_taken(session: Session, what: object, own: Application | None, kind: Kind | None = None) -> bool:
    others = select(Application.id).where(what, Application.state.in_({s.value for s in OPEN}))  # type: ignore[arg-type] # a column's comparison
    if own is not None:
        others = others.where(Application.id != own.id)
    if kind is not None:
        others = others.where(Application.kind == kind.value)
    return session.scalar(others.limit(1)) is not None


def _refuse_if_no_employer(row: Application) -> None:
    if row.kind == Kind.NEW_EMPLOYER and not row.company:
        raise NotComplete("company")


def _refuse_if_incomplete(row: Application) -> None:
    _refuse_if_no_employer(row)
    if not row.representative:
        raise NotComplete("representative")
    there = {document.kind for document in row.documents}
    wanted = needed(Kind(row.kind), row.company.get("entity", ""), row.representative["acts_as"])
    missing = tuple(kind for kind in wanted if kind not in there)
    if missing:
        raise NotComplete("documents", missing)


def _mail_verification(session: Session, row: Application, now: datetime, *, until: datetime) -> None:
    link = links.make(session, row, links.LinkPurpose.VERIFY, expires_at=until)
    mail.send_verification(session, row, link, now=now)


def _sent_at(row: Application) -> datetime:
    return next(event.at for event in reversed(row.events) if event.what == ApplicationState.PENDING_EMAIL)


def _hash(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()
