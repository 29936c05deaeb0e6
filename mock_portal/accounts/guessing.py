"""Against guessing: failures lock what was typed, and too many from one address let that address wait.

Both are rows of the world, so that its clock opens them. Nothing is hashed for whoever has to wait.
"""

import ipaddress
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from mock_portal.accounts.errors import AccountLocked, TooManyTries
from mock_portal.accounts.models import AddressLock, AddressTry, LogInFailure, LogInLock
from mock_portal.worlds.settings import WorldSettings

__all__ = ["network_of", "record_failure", "record_try", "refuse_address", "refuse_if_locked"]

# One house has so many addresses of version 6 that they are counted together.
_HOUSE_BITS: Final = 64


def refuse_address(session: Session, address: str, now: datetime) -> None:
    """Let an address wait that tried too often.

    Raises:
        TooManyTries: until when it has to.
    """
    lock = session.get(AddressLock, network_of(address))
    if lock is not None and now < lock.until:
        raise TooManyTries(lock.until, now)


def refuse_if_locked(
    session: Session, identifier: str, address: str, *, settings: WorldSettings, now: datetime
) -> None:
    """Refuse an identifier that is locked; whoever goes on trying is counted.

    Raises:
        AccountLocked: until when it is.
    """
    lock = session.get(LogInLock, identifier)
    if lock is not None and now < lock.until:
        record_try(session, address, settings=settings, now=now)
        raise AccountLocked(lock.until, now)


def record_failure(session: Session, identifier: str, *, settings: WorldSettings, now: datetime) -> None:
    """Count a wrong password.

    Raises:
        AccountLocked: this was one too many.
    """
    window = now - timedelta(seconds=settings.failure_window_seconds)
    session.execute(
        delete(LogInFailure).where(LogInFailure.identifier == identifier, LogInFailure.at <= window)
    )
    session.add(LogInFailure(identifier=identifier, at=now))
    session.flush()
    counted = select(func.count()).select_from(LogInFailure).filter_by(identifier=identifier)
    if session.scalars(counted).one() < settings.lock_after_failures:
        return
    until = now + timedelta(seconds=settings.lock_seconds)
    session.merge(LogInLock(identifier=identifier, until=until))
    session.execute(delete(LogInFailure).filter_by(identifier=identifier))
    session.flush()
    raise AccountLocked(until, now)


def record_try(session: Session, address: str, *, settings: WorldSettings, now: datetime) -> None:
    """Count a try for its address; one too many makes it wait from the next one on."""
    network = network_of(address)
    window = now - timedelta(seconds=settings.address_window_seconds)
    session.execute(delete(AddressTry).where(AddressTry.address == network, AddressTry.at <= window))
    session.add(AddressTry(address=network, at=now))
    session.flush()
    counted = select(func.count()).select_from(AddressTry).filter_by(address=network)
    if session.scalars(counted).one() >= settings.address_tries:
        until = now + timedelta(seconds=settings.address_lock_seconds)
        session.merge(AddressLock(address=network, until=until))
        session.execute(delete(AddressTry).filter_by(address=network))
        session.flush()


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
