"""What is due on many wages at once is what each table says of each wage."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from contributions.matrix.bands import MOST_RUNGS, Due, ceilings, due_on, lowest_wages
from contributions.months import YearMonth
from contributions.rates import Pack, Rates, RateTable, current, rates_for
from contributions.rates.in_force import using

MONTHS = [YearMonth(2016, 6), YearMonth(2018, 1), YearMonth(2022, 9), YearMonth(2026, 10)]
A_LARGE_WAGE = 10**13


def test_the_lowest_wage_of_a_share_is_that_of_its_band_and_0_where_no_table_has_it() -> None:
    shares, october = np.array([56_85, 40_60, 56_86, 104_15]), YearMonth(2026, 10).number
    is_first = np.array([True, False, True, True])

    wages = lowest_wages(shares, np.full(4, october), is_first)
    without_month = lowest_wages(shares, np.full(4, -1), is_first)

    assert (wages > 3_200_00).tolist() == [True, True, False, True]
    assert due_on(wages, np.full(4, october)).employer_first.tolist()[0] == 56_85
    assert due_on(wages, np.full(4, october)).employer_second.tolist()[1] == 40_60
    assert (wages[2], without_month.tolist()) == (0, [0, 0, 0, 0])


def test_the_ceiling_is_that_of_the_month_and_0_where_no_table_is_known() -> None:
    months = np.array([month.number for month in MONTHS] + [-1])

    assert ceilings(months).tolist() == [4_000_00, 4_000_00, 5_000_00, 6_000_00, 0]


def near_the_ends(rates: Rates) -> list[int]:
    ends = [0, *rates.act4.uptos, A_LARGE_WAGE]
    return sorted({max(0, end + beside) for end in ends for beside in (-1, 0, 1)})


def by_the_tables(rates: Rates, wages: list[int]) -> list[list[int]]:
    cells = (
        (rates.act4, "employer_cat1_sen"),
        (rates.act4, "employee_cat1_sen"),
        (rates.act4, "employer_cat2_sen"),
        (rates.act800, "employee_sen"),
        (rates.lindung, "employee_sen"),
    )
    return [[table.amount(column, wage) if table else 0 for wage in wages] for table, column in cells]


def as_lists(due: Due) -> list[list[int]]:
    return [column.tolist() for column in due.columns()]


@pytest.mark.parametrize("month", [pytest.param(month, id=str(month)) for month in MONTHS])
def test_every_wage_at_the_end_of_a_band_gets_what_the_table_says(month: YearMonth) -> None:
    rates = rates_for(month)
    wages = near_the_ends(rates)

    found = due_on(np.array(wages), np.full(len(wages), month.number))

    assert as_lists(found) == by_the_tables(rates, wages)


def test_wages_of_several_months_get_what_is_due_in_each() -> None:
    wages = [325_000] * len(MONTHS)

    found = due_on(np.array(wages), np.array([month.number for month in MONTHS]))

    each = [by_the_tables(rates_for(month), [325_000]) for month in MONTHS]
    assert as_lists(found) == [[one[column][0] for one in each] for column in range(5)]


def _odd(table: RateTable) -> RateTable:
    return replace(table, uptos=tuple(upto + 7 * number for number, upto in enumerate(table.uptos, start=1)))


@pytest.fixture
def with_odd_bands() -> Iterator[Pack]:
    """A pack in which no even step fits all bands: each ends seven sen later than the one before."""
    pack = current()
    odd = {scheme: tuple(map(_odd, tables)) for scheme, tables in pack.tables.items()}
    with using(replace(pack, tables=odd)) as changed:
        yield changed


def test_bands_that_no_even_step_fits_are_found_all_the_same(with_odd_bands: Pack) -> None:
    rates = rates_for(MONTHS[-1], with_odd_bands)
    wages = near_the_ends(rates)
    assert rates.act4.uptos[-1] > MOST_RUNGS

    found = due_on(np.array(wages), np.full(len(wages), MONTHS[-1].number))

    assert as_lists(found) == by_the_tables(rates, wages)


def test_a_wage_below_nothing_gets_nothing() -> None:
    found = due_on(np.array([-99]), np.array([MONTHS[-1].number]))

    assert as_lists(found) == [[0]] * 5
