"""The people of `fixtures/files/employees.toml` as records of a month: what the sample files are made of."""

import tomllib
from dataclasses import asdict
from typing import Any

from assist_data import data_path
from contributions import Group, Person, Record, YearMonth, compute

OCTOBER = YearMonth(2026, 10)


def sample_employers() -> list[dict[str, Any]]:
    return tomllib.loads(data_path("files", "employees.toml").read_text(encoding="utf-8"))["employer"]


def records_of(employer: dict[str, Any], month: YearMonth = OCTOBER) -> tuple[Record, ...]:
    return tuple(_record(employer, employee, month) for employee in employer["employee"])


def _record(employer: dict[str, Any], employee: dict[str, Any], month: YearMonth) -> Record:
    person = Person(born=employee["born"], group=Group(employee["group"]))
    return Record(
        employer_code=employer["employer_code"],
        ssm_number=employer["ssm_number"],
        identity_number=employee["identity_number"],
        name=employee["name"],
        month=month,
        wage=employee["wage"],
        **asdict(compute(employee["wage"], month=month, person=person)),
    )
