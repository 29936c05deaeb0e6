"""Forgotten passwords: a link by mail, and the password that it sets (portal-flows 3.1)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from mock_portal.accounts import mail
from mock_portal.accounts.changing_password import refuse_weak, tell_changed
from mock_portal.accounts.errors import AccountDisabled, LinkExpired, LinkOver, LinkUnknown
from mock_portal.accounts.guessing import record_try, refuse_address
from mock_portal.accounts.models import Account, AccountState, ResetRequest
from mock_portal.accounts.password_record import record_password
from mock_portal.accounts.reset_links import LinkMaker
from mock_portal.accounts.sessions import end_all
from mock_portal.database import leaves_nothing
from mock_portal.mail_limit import count_mail
from mock_portal.session_rows import EndReason
from mock_portal.tries import Of
from mock_portal.worlds.outbox import send_mail
from mock_portal.worlds.settings import WorldSettings

__all__ = ["Forgotten", "ask_for_link", "check_link", "reset_password"]

# As long as most are: the mail that nobody gets takes as long to write as one that somebody does.
_NOBODY: Final = "NOBODY BINTI NOWHERE"
_NOWHERE: Final = "nobody@nowhere.invalid"


@dataclass(frozen=True)
class Forgotten:
    """Somebody says that they forgot the password of the ID with this e-mail.

    Attributes:
        address: the network address that they ask from.
        language: of the page; the mail is written in it, since its reader reads that page.
    """

    email: str
    address: str
    language: str = "en"


@leaves_nothing
def ask_for_link(
    session: Session, asked: Forgotten, *, links: LinkMaker, settings: WorldSettings, now: datetime
) -> None:
    """Mail a link that sets a new password, if an ID has the e-mail; the one asked for before is over.

    The same is done for an e-mail that nobody registered, but for the sending: neither the answer nor the
    time that it takes tells which it was (`benchmarks/neutral_answers.py`).

    Raises:
        TooManyTries: this network address asked or failed too often.
        TooManyMails: a link for this e-mail address was asked for too often.
    """
    refuse_address(session, asked.address, now)
    record_try(session, asked.address, settings=settings, now=now)
    email = asked.email.strip().lower()
    count_mail(session, Of.RESET_LINK, email, settings=settings, now=now)
    account = session.scalar(select(Account).filter_by(email=email))
    session.execute(
        update(ResetRequest).filter_by(email=email, over_because="").values(over_because="replaced")
    )
    token = links.new_token()
    until = now + timedelta(minutes=settings.reset_link_minutes)
    name = account.name if account is not None else _NOBODY
    to = account.email if account is not None else _NOWHERE
    message = mail.reset_link(
        to=to, name=name, language=asked.language, link=links.link(token, asked.language), until=until
    )
    if account is not None and account.state == AccountState.DISABLED:
        message = mail.closed(to=to, name=name, language=asked.language)
    session.add(
        ResetRequest(
            email=email,
            account_id=None if account is None else account.id,
            token_hash=token.token_hash,
            asked_at=now,
            expires_at=until,
        )
    )
    send_mail(session, message, to=to, now=now, leaves=account is not None)


def check_link(session: Session, token: str, *, links: LinkMaker, now: datetime) -> int:
    """The account that a link can still set a password of; looking at it uses nothing up.

    Raises:
        LinkRefused: it cannot; the kinds of it say why.
        AccountDisabled: the ID was closed meanwhile.
    """
    _, account = _find(session, token, links=links, now=now)
    return account.id


@leaves_nothing
def reset_password(  # noqa: PLR0913 - three of them by keyword
    session: Session, token: str, password: str, *, links: LinkMaker, settings: WorldSettings, now: datetime
) -> None:
    """Set the password of a link's ID: locks open, every session ends, the link is used, a mail says so.

    Raises:
        LinkRefused: the link cannot be used; the kinds of it say why.
        AccountDisabled: the ID was closed meanwhile.
        PasswordRefused: the new password breaks rules; the link can still be used.
    """
    request, account = _find(session, token, links=links, now=now)
    refuse_weak(session, account, password, settings=settings)
    request.over_because = "used"
    record_password(session, account, password, state=AccountState.ACTIVE, settings=settings, now=now)
    end_all(session, account.id, because=EndReason.PASSWORD_CHANGED, now=now)
    tell_changed(session, account, now=now)


def _find(session: Session, token: str, *, links: LinkMaker, now: datetime) -> tuple[ResetRequest, Account]:
    request = session.scalar(select(ResetRequest).filter_by(token_hash=links.read(token)))
    if request is None or request.account_id is None:
        raise LinkUnknown
    if request.over_because:
        raise LinkOver(request.over_because)
    if now >= request.expires_at:
        raise LinkExpired(request.expires_at)
    account = session.get_one(Account, request.account_id)
    if account.state == AccountState.DISABLED:
        raise AccountDisabled
    return request, account
