"""A contribution month: how it is written, ordered and when it is due."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions import NotAMonth, T, YearMonth

MONTHS = st.builds(YearMonth, st.integers(1969, 2100), st.integers(1, 12))


def test_a_month_is_written_in_three_ways() -> None:
    month = YearMonth(2026, 10)

    assert (str(month), month.mmyyyy, month.name) == ("2026-10", "102026", T("October 2026", "Oktober 2026"))


@given(MONTHS)
def test_what_is_written_is_read_back(month: YearMonth) -> None:
    assert YearMonth.parse(str(month)) == YearMonth.from_mmyyyy(month.mmyyyy) == month


@given(MONTHS)
def test_the_month_before_the_next_is_the_month_itself(month: YearMonth) -> None:
    assert month.next().previous() == month
    assert month < month.next()


@pytest.mark.parametrize(
    "text", ["", "2026", "2026-13", "2026-00", "202610", "10/2026", "2026-1", "２０２６-10"]
)
def test_what_is_no_month_is_refused_with_the_form_to_use(text: str) -> None:
    with pytest.raises(NotAMonth, match="YYYY-MM") as caught:
        YearMonth.parse(text)

    assert caught.value.text == text


@pytest.mark.parametrize("text", ["202610", "132026", "10-2026", "10202"])
def test_a_file_writes_the_month_first(text: str) -> None:
    with pytest.raises(NotAMonth, match="MMYYYY"):
        YearMonth.from_mmyyyy(text)


def test_a_contribution_is_due_on_the_fifteenth_of_the_next_month() -> None:
    assert YearMonth(2026, 12).due_date == date(2027, 1, 15)


def test_first_and_last_day_know_leap_years() -> None:
    month = YearMonth.of(date(2028, 2, 10))

    assert (month.first_day, month.last_day) == (date(2028, 2, 1), date(2028, 2, 29))


@pytest.mark.parametrize(
    ("year", "month", "says"),
    [
        pytest.param("2026", 1, "the year of a YearMonth is an int, not a str", id="a year in words"),
        pytest.param(2026, "01", "the month of a YearMonth is an int, not a str", id="a month in words"),
        pytest.param(2026, 1.0, "the month of a YearMonth is an int, not a float", id="a float"),
    ],
)
def test_what_is_no_whole_number_makes_no_month(year: Any, month: Any, says: str) -> None:
    with pytest.raises(TypeError, match=says):
        YearMonth(year, month)
