"""Who is logged in at the bank: kept in the bank's own signed cookie, by the world's clock."""

from datetime import datetime
from typing import Final

from flask import session

from mock_portal.bank.states import SESSION_LASTS

__all__ = ["find_approver", "find_payer", "forget", "let_in_approver", "let_in_payer"]

_PAYER: Final = "bank_payer"
_APPROVER: Final = "bank_approver"


def let_in_payer(user: str, token: str) -> None:
    """Remember who pays; only for this payment."""
    session[_PAYER] = {"user": user, "payment": token}


def find_payer(token: str) -> str | None:
    """Who logged in for this payment, or `None`."""
    known: dict[str, str] = session.get(_PAYER, {})
    return known.get("user") if known.get("payment") == token else None


def let_in_approver(user: str, *, now: datetime) -> None:
    """Remember an approver."""
    session[_APPROVER] = {"user": user, "at": now.isoformat()}


def find_approver(*, now: datetime) -> str | None:
    """The approver who logged in, or `None` when nobody did or the session at the bank is over."""
    known: dict[str, str] | None = session.get(_APPROVER)
    if known is None or now - datetime.fromisoformat(known["at"]) >= SESSION_LASTS:
        return None
    session[_APPROVER] = {**known, "at": now.isoformat()}
    return known["user"]


def forget() -> None:
    """Log out."""
    session.pop(_PAYER, None)
    session.pop(_APPROVER, None)
