"""The Portal IDs of a scenario. Each distinct password is hashed once: hashing is slow on purpose."""

from datetime import datetime
from functools import cache
from typing import Final

from sqlalchemy.orm import Session

from mock_portal.accounts.models import Account, AccountState
from mock_portal.accounts.password_record import plan_reminder
from mock_portal.accounts.passwords import hashed
from mock_portal.employers.service import find_employer, let_act
from mock_portal.worlds.scenarios import Scenario
from mock_portal.worlds.settings import WorldSettings

__all__ = ["plant"]

_hash_once = cache(hashed)
# Who logs in for the first time is told so by the role; at the employer the ID prepares what others pay.
_ACTS_AS: Final = {"new": "preparer"}


def plant(session: Session, scenario: Scenario, now: datetime) -> None:
    """Put the scenario's accounts into the world, each linked with its employer."""
    settings = WorldSettings().changed(scenario.settings)
    for employer in scenario.employers:
        found = find_employer(session, employer.code)
        if found is None:
            raise LookupError(f"the scenario's employer {employer.code} was not planted")
        for seed in employer.accounts:
            account = Account(
                email=seed.email.lower(),
                user_id=seed.user_id.upper(),
                name=seed.name,
                designation=seed.designation,
                password_hash=_hash_once(seed.password),
                password_set_at=now,
                state=AccountState(seed.state).value,
            )
            session.add(account)
            session.flush()
            if seed.state == AccountState.ACTIVE.value:
                plan_reminder(session, account, settings)
            let_act(
                session, account_id=account.id, employer_id=found.id, role=_ACTS_AS.get(seed.role, seed.role)
            )
