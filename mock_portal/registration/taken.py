"""What is taken: numbers of businesses, and e-mail addresses."""

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from mock_portal.accounts.issuing import email_in_use
from mock_portal.employers import registering as employers
from mock_portal.registration.errors import EmailInUse, EmailUnknown, NumberInUse
from mock_portal.registration.models import Application
from mock_portal.registration.states import OPEN, Kind, Purpose

__all__ = ["refuse_email", "refuse_number"]


def refuse_number(session: Session, number: str, own: Application | None) -> None:
    """A number that an employer or another open application has.

    Raises:
        NumberInUse: it has.
    """
    if employers.has_number(session, number):
        raise NumberInUse(registered=True)
    if _is_taken(session, Application.registration_no == number, own, Kind.NEW_EMPLOYER):
        raise NumberInUse(registered=False)


def refuse_email(session: Session, email: str, own: Application) -> None:
    """An address that cannot become the log-in, or that is none where one is needed.

    Raises:
        EmailInUse: a Portal ID or another open application has it.
        EmailUnknown: an employer is to be added to an ID that there is not.
    """
    if own.purpose == Purpose.ADDITIONAL_EMPLOYER:
        if not email_in_use(session, email):
            raise EmailUnknown
        return
    if email_in_use(session, email) or _is_taken(session, Application.email == email, own):
        raise EmailInUse


def _is_taken(
    session: Session, what: ColumnElement[bool], own: Application | None, kind: Kind | None = None
) -> bool:
    others = select(Application.id).where(what, Application.state.in_({s.value for s in OPEN}))
    if own is not None:
        others = others.where(Application.id != own.id)
    if kind is not None:
        others = others.where(Application.kind == kind.value)
    return session.scalar(others.limit(1)) is not None
