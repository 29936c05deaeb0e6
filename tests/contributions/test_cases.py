"""The cases in `cases/*.toml`: one file a code, one table a case. A case needs no Python.

`records` lists changes to the sample record; `month`, `as_of` and texts are written as in a file. `fields`
overwrites raw columns of the line with that number, as `line.field`. `findings` is all that may be found:
code, line, columns.
"""

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from contributions import C2, Finding, PortalExpectations, Record, YearMonth, check, write
from contributions.checks.examples import SAMPLE
from contributions.layouts import Kind

CASES = [
    pytest.param(case, id=f"{path.stem}-{name}")
    for path in sorted((Path(__file__).parent / "cases").glob("*.toml"))
    for name, case in tomllib.loads(path.read_text(encoding="utf-8")).items()
]


def record(changes: dict[str, Any]) -> Record:
    if "month" in changes:
        changes = {**changes, "month": YearMonth.parse(changes["month"])}
    return replace(SAMPLE, **changes)


def with_fields(content: bytes, fields: dict[str, dict[str, str]]) -> bytes:
    lines = content.splitlines(keepends=True)
    for number, changed in fields.items():
        for name, value in changed.items():
            field, line = C2[name], lines[int(number) - 1]
            filled = value.rjust(field.length) if field.kind is Kind.SEN else value.ljust(field.length)
            lines[int(number) - 1] = (
                line[: field.columns.start] + filled.encode("latin-1") + line[field.columns.stop :]
            )
    return b"".join(lines)


def portal(case: dict[str, Any]) -> PortalExpectations:
    return PortalExpectations(
        employer_code=case.get("employer_code"),
        closed_months=frozenset(YearMonth.parse(month) for month in case.get("closed_months", ())),
    )


def written(finding: Finding) -> str:
    place = f"{finding.code} line {finding.line}, columns {finding.column}-{finding.end_column}"
    return place if finding.places == 1 else f"{place}, {finding.places} places"


@pytest.mark.parametrize("case", CASES)
def test_a_case_gives_the_findings_that_it_names(case: dict[str, Any]) -> None:
    content = write([record(changes) for changes in case["records"]])

    report = check(
        with_fields(content, case.get("fields", {})),
        as_of=case.get("as_of", date(2026, 11, 10)),
        name=case.get("name"),
        portal=portal(case),
    )

    assert [written(finding) for finding in report.findings] == case["findings"]
