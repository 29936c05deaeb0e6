"""The officers of a scenario. Each distinct password is hashed once: hashing is slow on purpose."""

from datetime import datetime
from functools import cache

from sqlalchemy.orm import Session

from mock_portal.accounts.passwords import hashed
from mock_portal.officer.models import OfficerRow
from mock_portal.worlds.scenarios import Scenario

__all__ = ["plant"]

_hash_once = cache(hashed)


def plant(session: Session, scenario: Scenario, now: datetime) -> None:
    """Put the scenario's officers into the world."""
    del now
    for seed in scenario.officers:
        session.add(
            OfficerRow(
                email=seed.email.lower(),
                name=seed.name,
                designation=seed.designation,
                password_hash=_hash_once(seed.password),
            )
        )
    session.flush()
