"""What an applicant does with a whole application: submit, verify, amend, ask how it stands."""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.orm import Session

from mock_portal.database import leaves_nothing
from mock_portal.mail_limit import count_mail
from mock_portal.registration import links, mail
from mock_portal.registration.drafts import Visit, get_editable, new_key, refuse_if_no_employer
from mock_portal.registration.errors import ApplicationNotFound, NotComplete
from mock_portal.registration.history import get_by_reference, move, note
from mock_portal.registration.models import Application
from mock_portal.registration.papers import needed
from mock_portal.registration.states import AMENDMENT_HAS, LINK_LIVES, ApplicationState, Kind
from mock_portal.registration.taken import refuse_email, refuse_number
from mock_portal.registration.views import ApplicationView, view_of
from mock_portal.tries import Of
from mock_portal.worlds import due
from mock_portal.worlds.settings import WorldSettings

__all__ = ["read_status", "send_link_again", "submit", "take_up", "verify"]

VERIFICATION_EXPIRED: Final = "registration.verification_expired"
APPROVE_BY_ITSELF: Final = "registration.approve_by_itself"
_LINKS: Final = {
    ApplicationState.PENDING_EMAIL: links.LinkPurpose.VERIFY,
    ApplicationState.DRAFT: links.LinkPurpose.CONTINUE,
    ApplicationState.QUERY: links.LinkPurpose.AMEND,
}


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
        note(session, row, "amended", now=now)
        move(session, row, ApplicationState.SUBMITTED, now=now)
        row.submitted_at, row.reason, row.decided_at = now, "", None
        due.cancel(session, "registration.amendment_expired", row.reference)
        return view_of(row)
    if row.kind == Kind.NEW_EMPLOYER and row.registration_no:
        refuse_number(session, row.registration_no, row)
    refuse_email(session, row.email, row)
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
    key = new_key(row)
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
def send_link_again(
    session: Session, reference: str, visit: Visit, *, settings: WorldSettings, now: datetime
) -> bool:
    """Mail a new link: to verify, to continue a draft, or to answer a query.

    It is written in the language that it was asked for in. The answer is whether a link mailed before works
    no more.

    Raises:
        ApplicationNotFound: there is no such application, or it needs no link.
        TooManyMails: a link was asked for too often; the one before goes on working.
    """
    row = get_by_reference(session, reference)
    count_mail(session, Of.REGISTRATION_LINK, row.email, settings=settings, now=now)
    purpose = _LINKS.get(ApplicationState(row.state))
    if purpose is None or not row.email:
        raise ApplicationNotFound
    replaces = links.has_working(session, row, purpose, now=now)
    row.language, row.world, row.origin = visit.language, visit.world, visit.origin
    if purpose is links.LinkPurpose.VERIFY:
        _mail_verification(session, row, now, until=_came_to_be(row) + LINK_LIVES)
    elif purpose is links.LinkPurpose.CONTINUE:
        link = links.make(session, row, purpose, expires_at=now + LINK_LIVES)
        mail.send_continue(session, row, link, now=now)
    else:
        until = _came_to_be(row) + AMENDMENT_HAS
        link = links.make(session, row, purpose, expires_at=until)
        mail.send_query(session, row, link, until=until, now=now)
    return replaces


def _refuse_if_incomplete(row: Application) -> None:
    refuse_if_no_employer(row)
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


def _came_to_be(row: Application) -> datetime:
    """When the application got into the state that it is in."""
    return next(event.at for event in reversed(row.events) if event.what == row.state)
