"""The rate tables: complete, in order, and the amounts that were published."""

from itertools import pairwise

import pytest

from contributions import RatesUnknown, YearMonth
from contributions.rates import RateTable, rates_for
from contributions.rates.in_force import built_in, read_tables

TABLES = [table for scheme in ("act4", "act800", "skbbk") for table in read_tables(scheme)]
each_table = pytest.mark.parametrize(
    "table", [pytest.param(table, id=f"{table.scheme}-{table.first}") for table in TABLES]
)


def nearest_five(sen: float) -> int:
    """To five sen, ties to the even multiple."""
    return round(sen / 5) * 5


def test_every_version_is_there() -> None:
    versions = [(table.scheme, str(table.first), len(table.overs)) for table in TABLES]

    assert versions == [
        ("act4", "2016-06", 45),
        ("act4", "2022-09", 55),
        ("act4", "2024-10", 65),
        ("act800", "2018-01", 45),
        ("act800", "2022-09", 55),
        ("act800", "2024-10", 65),
        ("skbbk", "2026-06", 65),
        ("skbbk", "2028-06", 65),
        ("skbbk", "2031-06", 65),
    ]


@each_table
def test_bands_have_no_gap_and_no_overlap(table: RateTable) -> None:
    assert table.overs == (0, *table.uptos)
    assert all(lower < upper for lower, upper in pairwise(table.overs))


@each_table
def test_amounts_never_fall_as_wages_rise(table: RateTable) -> None:
    assert all(lower <= upper for column in table.columns.values() for lower, upper in pairwise(column))


@each_table
def test_the_ends_of_a_band_belong_to_it(table: RateTable) -> None:
    edges = [
        (table.band(over + 1), table.band(upto)) for over, upto in zip(table.overs, table.uptos, strict=False)
    ]

    assert edges == [(index, index) for index in range(len(table.uptos))]


@pytest.mark.parametrize("scheme", ["act4", "act800", "skbbk"])
def test_versions_follow_each_other_month_by_month(scheme: str) -> None:
    versions = read_tables(scheme)

    assert [before.last.next() if before.last else None for before in versions[:-1]] == [
        after.first for after in versions[1:]
    ]
    assert versions[-1].last is None


def test_the_shares_of_the_first_category_add_up_but_for_the_rows_that_the_law_printed_otherwise() -> None:
    odd = [
        (str(table.first), row)
        for table in read_tables("act4")
        for row, (employer, employee, second) in enumerate(
            zip(
                *(
                    table.columns[f"{name}_sen"]
                    for name in ("employer_cat1", "employee_cat1", "employer_cat2")
                ),
                strict=True,
            ),
            start=1,
        )
        if employer != employee + second
    ]

    assert odd == [("2016-06", 44), ("2016-06", 45)]


def test_the_second_category_is_the_formula_but_for_three_gazetted_rows() -> None:
    table = read_tables("act4")[-1]
    middles = [(over + upto) / 2 for over, upto in zip(table.overs, table.uptos, strict=False)]

    odd = [
        row
        for row, (middle, cell) in enumerate(
            zip(middles, table.columns["employer_cat2_sen"], strict=False), start=1
        )
        if nearest_five(middle * 0.0125) != cell
    ]

    assert odd == [1, 3, 4]


def test_the_highest_amounts_are_the_published_ones() -> None:
    rates = rates_for(YearMonth(2026, 10))

    assert [rates.act4.amount(column, 9_000_00) for column in rates.act4.columns] == [10415, 2975, 7440]
    assert rates.act800 is not None
    assert rates.act800.amount("employee_sen", 9_000_00) == 1190
    assert rates.lindung is not None
    assert rates.lindung.amount("employee_sen", 9_000_00) == 4465


def test_a_scheme_that_had_not_begun_has_no_table() -> None:
    rates = rates_for(YearMonth(2017, 12))

    assert (rates.act800, rates.lindung) == (None, None)


def test_months_before_the_oldest_table_are_unknown() -> None:
    with pytest.raises(RatesUnknown):
        rates_for(YearMonth(2016, 5))


def test_the_pack_says_which_months_it_knows() -> None:
    assert [
        built_in().knows(month)
        for month in (YearMonth(2016, 5), YearMonth(2016, 6), YearMonth(2028, 5), YearMonth(2028, 6))
    ] == [
        False,
        True,
        True,
        False,
    ]
