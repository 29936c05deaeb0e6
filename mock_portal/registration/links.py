"""Links that are mailed: `world.random.checksum`, so that each way of being wrong can be told apart.

What makes a link secret is its random part, of which the database keeps a hash. The checksum says whether it
was altered on its way, and the world's name whether it was opened in another world than its own.
"""

import hashlib
import secrets
from datetime import datetime
from enum import StrEnum
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from mock_portal.registration.errors import LinkRefused
from mock_portal.registration.models import Application, ApplicationLink
from mock_portal.registration.states import EDITABLE

__all__ = ["LinkPurpose", "find", "has_working", "make", "refuse_if_moved_on", "use"]


class LinkPurpose(StrEnum):
    """What a link is for; the values are the last part of its page's address."""

    VERIFY = "verify"
    AMEND = "amend"
    CONTINUE = "continue"


_PATHS: Final = "/employer/register"


def make(session: Session, row: Application, purpose: LinkPurpose, *, expires_at: datetime) -> str:
    """A new link for an application, whole, in the applicant's language; earlier ones are used up."""
    earlier = select(ApplicationLink).filter_by(application_id=row.id, purpose=purpose.value, used_at=None)
    for link in session.scalars(earlier):
        session.delete(link)
    random = secrets.token_urlsafe(24)
    token = f"{row.world}.{random}.{_checksum(row.world, random)}"
    session.add(
        ApplicationLink(
            application_id=row.id, purpose=purpose.value, token_hash=_hash(token), expires_at=expires_at
        )
    )
    session.flush()
    root = "/ms" if row.language == "ms" else ""
    return f"{row.origin}{root}{_PATHS}/{purpose.value}?link={token}"


def has_working(session: Session, row: Application, purpose: LinkPurpose, *, now: datetime) -> bool:
    """Whether a link that was mailed before still works."""
    unused = select(ApplicationLink).filter_by(application_id=row.id, purpose=purpose.value, used_at=None)
    return session.scalar(unused.where(ApplicationLink.expires_at > now).limit(1)) is not None


def find(session: Session, token: str, purpose: LinkPurpose, *, world: str, now: datetime) -> Application:
    """The application that a link leads to.

    Raises:
        LinkRefused: altered, of another world, used, expired, or replaced by a newer one.
    """
    link = _link(session, token, purpose, world)
    row = session.get_one(Application, link.application_id)
    if link.used_at is not None:
        raise LinkRefused("used", reference=row.reference)
    if now >= link.expires_at:
        raise LinkRefused("expired", reference=row.reference)
    return row


def use(session: Session, token: str, purpose: LinkPurpose, *, world: str, now: datetime) -> Application:
    """As `find`, and the link works no more.

    Raises:
        LinkRefused: altered, of another world, used, expired, or replaced by a newer one.
    """
    row = find(session, token, purpose, world=world, now=now)
    _link(session, token, purpose, world).used_at = now
    session.flush()
    return row


def refuse_if_moved_on(row: Application) -> None:
    """Refuse a link to change an application that can no longer be changed.

    Raises:
        LinkRefused: it was sent again or decided.
    """
    if row.state not in EDITABLE:
        raise LinkRefused("gone", reference=row.reference)


def _link(session: Session, token: str, purpose: LinkPurpose, world: str) -> ApplicationLink:
    made_in, _, rest = token.partition(".")
    random, _, checksum = rest.partition(".")
    if checksum != _checksum(made_in, random):
        raise LinkRefused("altered")
    if made_in != world:
        raise LinkRefused("elsewhere", world=made_in)
    link = session.scalar(select(ApplicationLink).filter_by(token_hash=_hash(token), purpose=purpose.value))
    if link is None:
        raise LinkRefused("replaced")
    return link


def _checksum(world: str, random: str) -> str:
    return _hash(f"{world}.{random}")[:10]


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
