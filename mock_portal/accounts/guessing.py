"""Against guessing: failures lock what was typed, and too many from one address let that address wait.

Nothing is hashed for whoever has to wait.
"""

import ipaddress
from datetime import datetime
from typing import Final

from sqlalchemy.orm import Session

from mock_portal.accounts.errors import AccountLocked, TooManyTries
from mock_portal.tries import Limit, Of, count_try, locked_until
from mock_portal.worlds.settings import WorldSettings

__all__ = [
    "limit_of_names",
    "network_of",
    "record_failure",
    "record_try",
    "refuse_address",
    "refuse_if_locked",
]

# One house has so many addresses of version 6 that they are counted together.
_HOUSE_BITS: Final = 64


def refuse_address(session: Session, address: str, now: datetime) -> None:
    """Let an address wait that tried too often.

    Raises:
        TooManyTries: until when it has to.
    """
    until = locked_until(session, Of.ADDRESS, network_of(address), now=now)
    if until is not None:
        raise TooManyTries(until, now)


def refuse_if_locked(
    session: Session, identifier: str, address: str, *, settings: WorldSettings, now: datetime
) -> None:
    """Refuse an identifier that is locked; whoever goes on trying is counted.

    Raises:
        AccountLocked: until when it is.
    """
    until = locked_until(session, Of.ACCOUNT, identifier, now=now)
    if until is not None:
        record_try(session, address, settings=settings, now=now)
        raise AccountLocked(until, now)


def record_failure(session: Session, identifier: str, *, settings: WorldSettings, now: datetime) -> None:
    """Count a wrong password.

    Raises:
        AccountLocked: this was one too many.
    """
    until = count_try(session, Of.ACCOUNT, identifier, limit_of_names(settings), now=now)
    if until is not None:
        raise AccountLocked(until, now)


def limit_of_names(settings: WorldSettings) -> Limit:
    """How often a name may be tried, an account's or an officer's."""
    return Limit(settings.lock_after_failures, settings.failure_window_seconds, settings.lock_seconds)


def record_try(session: Session, address: str, *, settings: WorldSettings, now: datetime) -> None:
    """Count a try for its address; one too many makes it wait from the next one on."""
    limit = Limit(settings.address_tries, settings.address_window_seconds, settings.address_lock_seconds)
    count_try(session, Of.ADDRESS, network_of(address), limit, now=now)


def network_of(address: str) -> str:
    """What is counted as one: an address of version 4, or the network of one of version 6."""
    try:
        read = ipaddress.ip_address(address.strip())
    except ValueError:
        return "unknown"
    if isinstance(read, ipaddress.IPv6Address):
        if read.ipv4_mapped is not None:
            return str(read.ipv4_mapped)
        return str(ipaddress.ip_network((read, _HOUSE_BITS), strict=False))
    return str(read)
