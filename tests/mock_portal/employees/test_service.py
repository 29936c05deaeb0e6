from datetime import date

import pytest
from sqlalchemy import select

from contributions import Group, YearMonth
from mock_portal.employees.models import Employee
from mock_portal.employees.service import count_employed, employed_in, roster
from mock_portal.employers.service import find_employer
from tests.mock_portal.conftest import Portal


def employer_id(portal: Portal) -> int:
    with portal.session() as session:
        employer = find_employer(session, "B3200000123X")
        assert employer is not None
        return employer.id


def test_the_roster_is_by_name_with_what_the_rate_tables_ask(portal: Portal) -> None:
    with portal.session() as session:
        rows = roster(session, employer_id(portal))

    assert [row.name for row in rows] == sorted(row.name for row in rows)
    foreign = next(row for row in rows if row.group is Group.FOREIGN)
    assert (foreign.identity_number, foreign.wage_sen) == ("SSFW12345678", 190_000)
    assert foreign.person.born == date(1994, 8, 9)


@pytest.mark.parametrize(
    ("started", "resigned", "there"),
    [
        pytest.param(date(2026, 10, 31), None, True, id="began on the last day"),
        pytest.param(date(2026, 11, 1), None, False, id="began a day later"),
        pytest.param(date(2024, 1, 1), date(2026, 10, 1), True, id="left on the first day"),
        pytest.param(date(2024, 1, 1), date(2026, 9, 30), False, id="left a day before"),
    ],
)
def test_who_worked_on_any_day_of_a_month_is_employed_in_it(
    portal: Portal, started: date, resigned: date | None, there: bool
) -> None:
    october = YearMonth(2026, 10)
    with portal.session(may_write=True) as session:
        row = session.scalars(select(Employee).filter_by(name="TAN WEI MING")).one()
        row.started, row.resigned = started, resigned

    with portal.session() as session:
        names = [row.name for row in employed_in(session, employer_id(portal), october)]
        count = count_employed(session, employer_id(portal), october)

    assert ("TAN WEI MING" in names) is there
    assert count == len(names) == 5 + there
