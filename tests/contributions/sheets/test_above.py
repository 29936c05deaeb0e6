"""Of which month a sheet says that it is, however people write it; a month in part is told from silence."""

from collections.abc import Sequence
from datetime import date, datetime

import pytest

from contributions.months import YearMonth
from contributions.sheets.above import MonthsAbove, SaidMonth, Unread, Yearless, months_above
from contributions.sheets.column_letters import letter_of

AUGUST, SEPTEMBER, OCTOBER = YearMonth(2026, 8), YearMonth(2026, 9), YearMonth(2026, 10)


@pytest.mark.parametrize(
    ("row", "cell"),
    [
        pytest.param(["Bulan", "Sep-26"], "B1", id="name and two digits of the year"),
        pytest.param(["Bulan: Sep-26"], "A1", id="the same in one cell"),
        pytest.param(["Month", "2026-09"], "B1", id="year before month"),
        pytest.param(["Month", "SEPT 26"], "B1", id="short name"),
        pytest.param(["Bulan", 202609], "B1", id="digits"),
        pytest.param(["2026-09"], "A1", id="nothing but digits"),
        pytest.param(["Bulan September 2026"], "A1", id="label and month without a colon"),
        pytest.param(["Tempoh Gaji", "01/09/2026 - 30/09/2026"], "B1", id="from day to day"),
        pytest.param(["Payroll for 01/09/2026 - 30/09/2026"], "A1", id="a title with days"),
        pytest.param(["Tempoh: 1 September 2026 hingga 30 September 2026"], "A1", id="days in words"),
        pytest.param(["1st Sept to 30th Sept 2026"], "A1", id="a line with nothing but days"),
        pytest.param(["Pay period", date(2026, 9, 1), "to", date(2026, 9, 30)], "B1", id="days in cells"),
        pytest.param(["Period", "01/09/2026", "30/09/2026"], "B1", id="days as text in cells"),
        pytest.param(["Bulan", 9, "Tahun", 2026], "B1", id="month and year by labels"),
        pytest.param(["Bulan: September", "Tahun: 2026"], "A1", id="labels and colons"),
    ],
)
def test_a_month_is_read_as_people_write_it(row: Sequence[object], cell: str) -> None:
    assert months_above([row]) == MonthsAbove(months=(SaidMonth(cell, SEPTEMBER),))


@pytest.mark.parametrize(
    ("row", "text"),
    [
        pytest.param(["Bulan", "September"], "September", id="name"),
        pytest.param(["Bulan", 9], "9", id="number"),
        pytest.param(["", "Gaji bulan September"], "Gaji bulan September", id="title"),
        pytest.param(["", "Bulan: September"], "September", id="label in the same cell"),
    ],
)
def test_a_month_without_a_year_is_that_month_of_any_year(row: Sequence[object], text: str) -> None:
    said = months_above([row])

    assert said == MonthsAbove(yearless=(Yearless("B1", text, 9),))
    assert said.first[1].en == repr(text)
    assert (said.has(SEPTEMBER), said.has(OCTOBER), said.is_silent) == (True, False, False)


def test_two_labels_of_years_settle_nothing() -> None:
    said = months_above([["Bulan", "September"], ["Tahun", 2025], ["Tahun", 2026]])

    assert [each.number for each in said.yearless] == [9]


@pytest.mark.parametrize(
    "value",
    [
        pytest.param("soon", id="a word"),
        pytest.param("31/02/2026", id="a day that there is not"),
        pytest.param(13, id="a number"),
    ],
)
def test_what_is_no_month_at_its_label_is_remembered(value: object) -> None:
    said = months_above([["Bulan", value]])

    assert said == MonthsAbove(unread=(Unread("B1", str(value)),))
    assert said.is_silent


def test_a_line_to_write_on_says_nothing() -> None:
    assert months_above([["Bulan: ________"], ["Gaji", "Oktober"], ["Gaji Mei Ling"]]) == MonthsAbove()


def test_a_period_over_two_months_is_of_both_where_no_month_is_named() -> None:
    days = ["Tempoh", "26/08/2026 - 25/09/2026"]

    assert [each.month for each in months_above([days]).months] == [AUGUST, SEPTEMBER]
    assert months_above([days, ["Gaji September 2026"]]).months == (SaidMonth("A2", SEPTEMBER),)
    cells_of_days = ["Tempoh", datetime(2026, 8, 26), "-", datetime(2026, 9, 25)]  # noqa: DTZ001
    assert [each.month for each in months_above([cells_of_days]).months] == [AUGUST, SEPTEMBER]


def test_days_of_something_else_are_no_month() -> None:
    assert months_above([["Lesen 01/09/2026 - 30/09/2026"], ["Dicetak", "01/09/2026"]]) == MonthsAbove()


def test_columns_are_named_as_a_spreadsheet_does() -> None:
    assert [letter_of(index) for index in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
