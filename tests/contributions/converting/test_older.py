"""From C1, and from S1 and E1 with wages: only what is certain is derived, line by line."""

from dataclasses import replace
from datetime import date

import pytest

from contributions import SingleRecord, YearMonth
from contributions.checks.examples import SAMPLE
from contributions.converting import Conversion, Given, Kind, NotConvertible
from contributions.converting.older import from_c1, from_single
from contributions.converting.wages import Wage
from tests.contributions.converting.payrolls import AMINAH

APRIL, SEPTEMBER = YearMonth(2026, 4), YearMonth(2026, 9)
SOCSO = SingleRecord(
    scheme="S1", employer_code="B3200000123X", ssm_number="202301012345", identity_number=AMINAH,
    name="AMINAH BINTI CONTOH", month=APRIL, total=73_10,
)  # fmt: skip
EIS = replace(SOCSO, scheme="E1", total=13_00)
WAGES = {AMINAH: Wage(2, 3250_00)}


def joined(
    socso: list[SingleRecord],
    eis: list[SingleRecord],
    wages: dict[str, Wage] | None = None,
    given: Given | None = None,
) -> Conversion:
    return from_single(socso, eis, WAGES if wages is None else wages, given or Given())


def test_lindung_of_format_1_is_what_the_tables_give_whoever_is_under_act_4() -> None:
    september = replace(SAMPLE, month=SEPTEMBER, lindung=0)
    outside = replace(september, socso_employer=0, socso_employee=0)
    given = Given(released=frozenset({"880515105437"}))

    records = from_c1([september, outside, replace(september, identity_number="880515105437")], given).records

    assert [record.lindung for record in records] == [24_35, 0, 0]


def test_lindung_of_a_month_before_all_tables_is_none() -> None:
    assert from_c1([replace(SAMPLE, month=YearMonth(2015, 1))], Given()).records[0].lindung == 0


def test_both_shares_of_the_first_and_of_the_second_category_are_told_apart() -> None:
    older = replace(SOCSO, identity_number="650314025519", total=40_60)
    wages = {**WAGES, "650314025519": Wage(3, 3250_00)}

    first, second = joined([SOCSO, older], [EIS], wages).records

    assert (first.socso_employer, first.socso_employee, first.eis_employer, first.eis_employee) == (
        56_85, 16_25, 6_50, 6_50,
    )  # fmt: skip
    assert (second.socso_employer, second.socso_employee, second.eis_employee) == (40_60, 0, 0)
    assert second.wage == 3250_00


def test_lindung_is_added_for_the_months_that_have_it() -> None:
    socso, eis = replace(SOCSO, month=SEPTEMBER), replace(EIS, month=SEPTEMBER)

    assert [record.lindung for record in joined([socso], [eis]).records] == [24_35]
    assert [
        record.lindung for record in joined([socso], [eis], given=Given(released=frozenset({AMINAH}))).records
    ] == [0]


@pytest.mark.parametrize(
    ("socso", "eis", "wages", "message"),
    [
        pytest.param([SOCSO], [EIS], {}, "has no wage for this person", id="no wage"),
        pytest.param(
            [replace(SOCSO, total=73_15)], [EIS], WAGES, "which gives RM 73.10 or RM 40.60", id="SOCSO"
        ),
        pytest.param(
            [SOCSO], [replace(EIS, total=13_20)], WAGES, "EIS of RM 13.20 does not belong", id="EIS"
        ),
        pytest.param(
            [replace(SOCSO, total=3250_00)], [EIS], WAGES, "does not belong to a wage", id="a wage in it"
        ),
    ],
)
def test_what_does_not_fit_is_refused_line_by_line(
    socso: list[SingleRecord], eis: list[SingleRecord], wages: dict[str, Wage], message: str
) -> None:
    result = joined(socso, eis, wages)

    (remark,) = result.of_kind(Kind.WRONG)
    assert message in remark.message.en
    assert (remark.source, remark.row, result.records) == ("S1", 1, [])


def test_who_is_in_one_file_alone_twice_or_in_neither_is_told() -> None:
    stranger = replace(EIS, identity_number="880515105437", name="TAN WEI MING")
    wages = {**WAGES, "791123086211": Wage(7, 100)}

    result = joined([SOCSO, SOCSO], [EIS, stranger], wages)

    assert [(each.source, each.row, each.message.en) for each in result.remarks] == [
        ("S1", 2, "the same person as in line 1"),
        ("E1", 2, "in the EIS file, but not in the SOCSO file"),
        ("", 7, "in the wage sheet, but in neither file: left out"),
    ]
    assert len(result.records) == 1


@pytest.mark.parametrize("status", ["B", "H", "M", "S", "T"])
def test_a_status_goes_into_the_portal_since_the_file_has_no_place_for_it(status: str) -> None:
    day = date(2026, 4, 15) if status in "BHM" else None

    (remark,) = joined([replace(SOCSO, employment_status=status, employment_date=day)], [EIS]).remarks

    assert remark.kind is Kind.REGISTER
    assert remark.message.en.endswith(", 15/04/2026") is (day is not None)


def test_files_of_two_months_or_of_a_month_without_rates_are_refused() -> None:
    with pytest.raises(NotConvertible, match=r"B3200000123X 2026-04, B3200000123X 2026-05"):
        joined([SOCSO], [replace(EIS, month=YearMonth(2026, 5))])
    long_ago = YearMonth(2015, 1)
    with pytest.raises(NotConvertible, match="no rates are known for January 2015"):
        joined([replace(SOCSO, month=long_ago)], [replace(EIS, month=long_ago)])


def test_a_release_in_a_month_without_lindung_is_told() -> None:
    (doubt,) = joined([SOCSO], [EIS], given=Given(released=frozenset({AMINAH}))).remarks

    assert (doubt.kind, doubt.source, doubt.row) == (Kind.DOUBT, "S1", 1)
    assert "there was no LINDUNG 24 JAM in April 2026" in doubt.message.en
