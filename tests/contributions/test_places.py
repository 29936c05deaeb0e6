"""Where a finding is: every place counted, the first twenty shown, all of them when asked for."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from contributions import C2, YearMonth, check, write
from contributions.checks.examples import SAMPLE
from tests.contributions.people import person

AS_OF = date(2026, 11, 10)


@pytest.mark.parametrize(
    ("code", "changes"),
    [
        pytest.param("AM11", {"eis_employee": 6_70}, id="a check of lines"),
        pytest.param("MO04", {"month": YearMonth(2026, 9)}, id="a check of months"),
        pytest.param("ID16", {"ssm_number": "202399012345"}, id="a check of SSM numbers"),
        pytest.param("FL11", {"employer_code": "B32000001"}, id="a check of employer codes"),
        pytest.param("ID10", {}, id="a check of people"),
    ],
)
def test_every_place_is_described_when_asked_for(code: str, changes: dict[str, Any]) -> None:
    content = write([replace(person(number), name="A", **changes) for number in range(45)])

    first, every = (
        next(
            finding
            for finding in check(content, as_of=date(2026, 11, 30), all_places=all_places).findings
            if finding.code == code
        )
        for all_places in (False, True)
    )

    assert len(every.at) == every.places == first.places > 20
    assert first.at == every.at[:20]


@pytest.mark.parametrize("field", ["employer_code", "ssm_number"])
def test_a_field_of_a_tab_alone_has_its_place(field: str) -> None:
    good = write([SAMPLE])
    columns = C2[field].columns
    content = good[: columns.start] + b"\t".ljust(columns.stop - columns.start) + good[columns.stop :]

    found = check(content, as_of=AS_OF, all_places=True).findings

    assert [(each.line, each.column) for each in found if each.field == field] != []
    assert {place.line for each in found for place in each.at} == {1}


def test_another_employer_is_shown_at_the_first_twenty_of_its_lines() -> None:
    others = [replace(person(number), employer_code="B3200000456Y") for number in range(1, 46)]

    found = check(write([person(0), *others]), as_of=AS_OF).findings

    assert [(each.code, each.places, [place.line for place in each.at]) for each in found] == [
        ("FL12", 45, list(range(2, 22)))
    ]
