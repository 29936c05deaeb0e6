"""Which months a title speaks of, and which words and figures are none."""

import pytest

from contributions.months import YearMonth
from contributions.sheets.months_said import months_said, periods_said

SEPTEMBER, OCTOBER = YearMonth(2026, 9), YearMonth(2026, 10)


@pytest.mark.parametrize(
    "text",
    [
        "Payroll for October 2026",
        "GAJI BULAN OKT 2026",
        "Gaji Okt. 2026",
        "Penyata Gaji 10/2026",
        "Gaji 10-2026",
        "Payroll October, 2026",
        "Gaji Oktober 2026 (Oktober)",
        "Payroll October 2026 printed 1st November 2026",
        "Payroll October 2026, printed November 5, 2026",
        "Payroll October 2026 printed 3 Nov",
        "Payroll 2026-10",
    ],
)
def test_one_month_is_found_in_the_ways_in_which_titles_say_it(text: str) -> None:
    assert months_said(text) == [OCTOBER]


@pytest.mark.parametrize(
    "text",
    [
        "Printed on 3 November 2026",
        "Printed 03/11/2026",
        "26 Sep 2026 - 25 Oct 2026",
        "Payroll of the year 2026",
        "Tel 03-2026 1234",
        "GAJI OKTOBER",
        "Foo 2026",
        "",
    ],
)
def test_days_years_and_names_without_any_year_are_no_months(text: str) -> None:
    assert months_said(text) == []


@pytest.mark.parametrize(
    ("text", "months"),
    [
        pytest.param("GAJI OKTOBER & BONUS SEPTEMBER 2026", [SEPTEMBER, OCTOBER], id="year once, at the end"),
        pytest.param("Bonus September 2026 dan gaji Oktober", [SEPTEMBER, OCTOBER], id="year once, before"),
        pytest.param("Ogos-Oktober 2026", [OCTOBER, YearMonth(2026, 8)], id="from and to"),
        pytest.param("Dis 2025 dan Jan 2026", [YearMonth(2025, 12), YearMonth(2026, 1)], id="two years"),
        pytest.param(
            "Nov & Dis 2025, Jan 2026",
            [YearMonth(2025, 12), YearMonth(2026, 1), YearMonth(2025, 11)],
            id="the next year counts",
        ),
    ],
)
def test_a_month_without_a_year_has_that_of_the_one_beside_it(text: str, months: list[YearMonth]) -> None:
    assert months_said(text) == months


@pytest.mark.parametrize(
    ("text", "months"),
    [
        pytest.param("1-31 Oktober 2026", [OCTOBER], id="first day as a number"),
        pytest.param("1 Sept - 31 Okt 2026", [SEPTEMBER, OCTOBER], id="year once"),
        pytest.param("26 Dis - 25 Jan 2026", [YearMonth(2025, 12), YearMonth(2026, 1)], id="over the year"),
        pytest.param("2026-10-01 to 2026-10-31", [OCTOBER], id="year first"),
        pytest.param("01-Okt-26 hingga 31-Okt-26", [OCTOBER], id="two digits of the year"),
        pytest.param("2026-13-01 to 2026-13-31", [], id="no such month"),
        pytest.param("Tel 03-2181 1234", [], id="a telephone number"),
    ],
)
def test_a_period_is_of_the_months_of_its_days(text: str, months: list[YearMonth]) -> None:
    assert periods_said(text) == months
