"""What officers do with applications and Portal IDs, each act with its line in the audit trail.

The rules are those of `registration.reviewing` and `accounts.issuing`; here is who did it and when.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from mock_portal.accounts import issuing, overview
from mock_portal.accounts.overview import PortalId
from mock_portal.database import leaves_nothing
from mock_portal.officer.audit import Act, has_noted, note
from mock_portal.officer.errors import NoSuchOfficer, NoSuchPortalId
from mock_portal.officer.models import OfficerRow
from mock_portal.registration import reviewing
from mock_portal.registration.reviewing import ApplicationState, Approval, Document, Reviewer

__all__ = [
    "Desk",
    "approve",
    "disable",
    "enable",
    "find_reviewer",
    "give_back",
    "may_see_numbers",
    "open_for_review",
    "query",
    "read_document",
    "reject",
    "see_numbers",
    "unlock",
]

NUMBERS_SHOWN_FOR: Final = timedelta(minutes=15)  # assumed


@dataclass(frozen=True)
class Desk:
    """Where an officer sits: the world's name and the portal's address, for links in mail."""

    world: str
    origin: str


@leaves_nothing
def open_for_review(
    session: Session, reference: str, reviewer: Reviewer, desk: Desk, *, now: datetime
) -> None:
    """Take an application; raises as `reviewing.open_for_review` does."""
    before = reviewing.read_application(session, reference)
    reviewing.open_for_review(session, reference, reviewer, now)
    reviewing.mail_links_lead_to(session, reference, world=desk.world, origin=desk.origin)
    if before.state is ApplicationState.SUBMITTED:
        note(session, reviewer.id, Act.OPENED, before.reference, now=now)


@leaves_nothing
def give_back(session: Session, reference: str, reviewer: Reviewer, *, now: datetime) -> None:
    """Let other officers take an application; raises as `reviewing.give_back` does."""
    reviewing.give_back(session, reference, reviewer, now)
    note(session, reviewer.id, Act.GIVEN_BACK, reference, now=now)


@leaves_nothing
def query(session: Session, reference: str, reviewer: Reviewer, reason: str, *, now: datetime) -> None:
    """Ask the applicant for more; raises as `reviewing.query` does."""
    reviewing.query(session, reference, reviewer, reason, now)
    note(session, reviewer.id, Act.QUERIED, reference, note=reason, now=now)


@leaves_nothing
def reject(session: Session, reference: str, reviewer: Reviewer, reason: str, *, now: datetime) -> None:
    """Refuse an application for good; raises as `reviewing.reject` does."""
    reviewing.reject(session, reference, reviewer, reason, now)
    note(session, reviewer.id, Act.REJECTED, reference, note=reason, now=now)


@leaves_nothing
def approve(session: Session, reference: str, reviewer: Reviewer, *, now: datetime) -> Approval:
    """Give employer code and Portal ID; raises as `reviewing.approve` does."""
    approval = reviewing.approve(session, reference, reviewer, now)
    given = f"{approval.employer_code}, {approval.portal_id}"
    note(session, reviewer.id, Act.APPROVED, reference, note=given, now=now)
    return approval


@leaves_nothing
def read_document(
    session: Session, reference: str, document_id: int, reviewer: Reviewer, *, now: datetime
) -> Document:
    """A document with its bytes; raises as `reviewing.read_document` does."""
    document = reviewing.read_document(session, reference, document_id)
    note(session, reviewer.id, Act.READ_DOCUMENT, reference, note=document.name, now=now)
    return document


@leaves_nothing
def see_numbers(session: Session, reference: str, reviewer: Reviewer, *, now: datetime) -> None:
    """Write down that an officer let the identity numbers of an application be shown."""
    subject = reviewing.read_application(session, reference).reference
    note(session, reviewer.id, Act.SAW_NUMBERS, subject, now=now)


def may_see_numbers(session: Session, reference: str, reviewer: Reviewer, *, now: datetime) -> bool:
    """Whether an officer has let the identity numbers be shown, and not long ago."""
    since = now - NUMBERS_SHOWN_FOR
    return has_noted(session, reviewer.id, Act.SAW_NUMBERS, reference.strip().upper(), since=since)


@leaves_nothing
def unlock(session: Session, account_id: int, officer_id: int, *, now: datetime) -> None:
    """Open the lock of a Portal ID before its time.

    Raises:
        NoSuchPortalId: there is none of this number.
    """
    found = _get(session, account_id, now)
    issuing.unlock(session, account_id, now)
    note(session, officer_id, Act.UNLOCKED, found.email, now=now)


@leaves_nothing
def disable(session: Session, account_id: int, officer_id: int, *, now: datetime) -> None:
    """Close a Portal ID.

    Raises:
        NoSuchPortalId: there is none of this number.
        NotAllowed: it is closed already.
    """
    found = _get(session, account_id, now)
    issuing.disable(session, account_id, now)
    note(session, officer_id, Act.DISABLED, found.email, now=now)


@leaves_nothing
def enable(session: Session, account_id: int, officer_id: int, *, now: datetime) -> None:
    """Open a closed Portal ID.

    Raises:
        NoSuchPortalId: there is none of this number.
        NotAllowed: it is not closed.
    """
    found = _get(session, account_id, now)
    issuing.enable(session, account_id, now)
    note(session, officer_id, Act.ENABLED, found.email, now=now)


def find_reviewer(session: Session, email: str | None, *, reference: str) -> Reviewer:
    """The officer of an e-mail address; without one, who has the application open, else the first officer.

    Raises:
        ApplicationNotFound: there is no such application.
        NoSuchOfficer: no officer has this address, or the world has no officer.
    """
    officers = select(OfficerRow).order_by(OfficerRow.id)
    if email is not None:
        officers = officers.filter_by(email=email.strip().lower())
    else:
        taken_by = reviewing.read_application(session, reference).taken_by_id
        officers = officers.filter_by(id=taken_by) if taken_by else officers
    found = session.scalars(officers.limit(1)).one_or_none()
    if found is None:
        raise NoSuchOfficer(email or "")
    return Reviewer(found.id, found.name)


def _get(session: Session, account_id: int, now: datetime) -> PortalId:
    found = overview.find_portal_id(session, account_id, now=now)
    if found is None:
        raise NoSuchPortalId(str(account_id))
    return found
