"""The employers of a scenario."""

from datetime import datetime

from sqlalchemy.orm import Session

from mock_portal.employers.models import EmployerRow
from mock_portal.worlds.scenarios import Scenario

__all__ = ["plant"]


def plant(session: Session, scenario: Scenario, now: datetime) -> None:
    """Put the scenario's employers into the world."""
    del now
    session.add_all(
        EmployerRow(
            code=employer.code,
            name=employer.name,
            ssm_number=employer.ssm_number,
            address=list(employer.address),
            phone=employer.phone,
            email=employer.email,
            branch=employer.branch,
            status=employer.status,
        )
        for employer in scenario.employers
    )
    session.flush()
