"""The employees that a scenario describes, and those that it only counts."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import insert
from sqlalchemy.orm import Session

from mock_portal.employees.models import Employee
from mock_portal.employers.service import find_employer
from mock_portal.worlds.scenarios import EmployerSeed, Scenario

__all__ = ["plant"]


def plant(session: Session, scenario: Scenario, now: datetime) -> None:
    """Put the scenario's employees into the world."""
    for number, employer in enumerate(scenario.employers):
        found = find_employer(session, employer.code)
        if found is None:
            raise LookupError(f"the scenario's employer {employer.code} was not planted")
        rows = [{"employer_id": found.id, **row} for row in _rows(employer, scenario.seed + number, now)]
        if rows:
            session.execute(insert(Employee), rows)


def _rows(employer: EmployerSeed, seed: int, now: datetime) -> Iterator[dict[str, object]]:
    for employee in employer.employees:
        yield employee.model_dump()
    if not employer.generate_employees:
        return
    # Faker costs a tenth of a second to import; most scenarios name their people.
    from mock_portal.employees.made_up import made_up

    taken = {employee.identity_number for employee in employer.employees}
    for person in made_up(employer.generate_employees, seed=seed, today=now.date(), taken=taken):
        yield {**asdict(person), "group": "local", "resigned": None, "released_from_lindung": False}
