"""Amounts that lost digits at the end, or have zeros too many there, each amount by itself."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions import FileReport, Person, Record, YearMonth, check, compute, write
from contributions.checks.examples import SAMPLE
from contributions.layouts import C2

OCTOBER = YearMonth(2026, 10)
AMOUNTS = tuple(field.name for field in C2.amounts)
PEOPLE = (
    ("900101145678", "AMINAH BINTI CONTOH", 3_932_70),
    ("880515105437", "TAN WEI MING", 1_855_95),
    ("791123086211", "SURESH A/L RAMASAMY", 4_137_90),
)


def paid(wage: int, number: str = "900101145678", name: str = "AMINAH BINTI CONTOH") -> Record:
    """Somebody between 20 and 54 with the contributions due on a wage (sen)."""
    due = compute(wage, month=OCTOBER, person=Person(born=date(1990, 1, 1)))
    shares = {field.name: getattr(due, field.name) for field in C2.shares}
    return replace(SAMPLE, identity_number=number, name=name, month=OCTOBER, wage=wage, **shares)


def changed(record: Record, change: Callable[[int], int], names: tuple[str, ...] = AMOUNTS) -> Record:
    return replace(record, **{name: change(getattr(record, name)) for name in names})  # type: ignore[arg-type]


def without_zeros(sen: int) -> int:
    """As a number of ringgit is written as text, without its point."""
    return int(f"{sen / 100:g}".replace(".", ""))


def checked(*records: Record) -> FileReport:
    return check(write(records), as_of=date(2026, 11, 10))


def found(report: FileReport) -> list[tuple[str, int]]:
    return [(finding.code, finding.places) for finding in report.findings]


def test_amounts_without_their_last_zeros_show_the_wage_that_is_meant() -> None:
    report = checked(
        *(changed(paid(wage, number, name), without_zeros) for number, name, wage in PEOPLE),
    )

    assert found(report) == [("AM44", 2), ("AM38", 1)]
    of_wages, of_shares = report.findings
    assert (
        "for a wage of RM 3,932.70, but for digits lost or zeros too many at the end" in of_wages.message.en
    )
    assert "jadual kadar Oktober 2026 bagi gaji RM 3,932.70" in of_wages.message.ms
    assert "In line 1: 393270 into columns 201-214, 6915 into columns 215-220" in of_wages.mend.en
    assert "Dalam baris 1: 393270 dalam lajur 201-214, 6915 dalam lajur 215-220" in of_wages.mend.ms
    assert "3235 925 37 37 1385: but for digits lost or zeros too many at the end" in of_shares.message.en
    assert "3235 925 37 37 1385: kecuali digit yang hilang" in of_shares.message.ms
    assert (of_shares.first.column, of_shares.expected.en) == (227, "RM 3.70")


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda sen: sen * 10, id="ten times too large"),
        pytest.param(lambda sen: sen // 10, id="ten times too small, cut"),
        pytest.param(lambda sen: -(-sen // 10), id="ten times too small, rounded up"),
    ],
)
@given(wages=st.lists(st.integers(17_000, 59_000).map(lambda tens: tens * 10), min_size=3, max_size=3))
def test_a_file_that_is_off_by_ten_is_told_whatever_the_wages(
    change: Callable[[int], int], wages: list[int]
) -> None:
    people = [paid(wage, number, name) for wage, (number, name, _) in zip(wages, PEOPLE, strict=True)]

    report = checked(*(changed(person, change) for person in people))

    assert found(report) in ([("AM44", 3)], [("AM42", 3)])


def test_what_is_put_right_as_it_says_is_right() -> None:
    wrong = changed(paid(3_250_00), lambda sen: sen // 10)
    (finding,) = checked(
        wrong, changed(paid(2_110_00, "880515105437", "TAN WEI MING"), lambda sen: sen // 10)
    ).findings

    assert finding.expected.en == "RM 3,250.00"
    assert (
        "325000 into columns 201-214, 5685 into columns 215-220, 1625 into columns 221-226" in finding.mend.en
    )


def test_the_second_category_is_put_right_in_itself() -> None:
    elder = replace(
        paid(3_250_00), identity_number="650314025519", socso_employer=40_60, socso_employee=0,
        eis_employer=0, eis_employee=0,
    )  # fmt: skip

    (finding,) = checked(replace(elder, wage=32_500)).findings

    assert (
        "4060 into columns 215-220, 0000 into columns 221-226, 0000 into columns 227-232" in finding.mend.en
    )


def test_a_wage_that_lost_its_last_zero_beside_right_contributions_is_told_so() -> None:
    assert found(checked(replace(paid(3_250_00), wage=32_500))) == [("AM44", 1)]


def test_a_wage_with_one_zero_too_many_is_told_so() -> None:
    assert found(checked(replace(paid(3_250_00), wage=3_250_000))) == [("AM44", 1)]


def test_one_scheme_in_ringgit_is_one_finding_that_leaves_the_wage() -> None:
    report = checked(changed(paid(3_250_00), lambda sen: sen // 100, ("socso_employer", "socso_employee")))

    assert found(report) == [("AM38", 1)]
    assert report.findings[0].mend.en.startswith(
        "Leave the wage as it is, and write the contributions in sen."
    )


def test_one_share_of_another_unit_is_a_mistake_of_its_own() -> None:
    assert found(checked(replace(paid(3_250_00), lindung=243))) == [("AM15", 1)]


def test_percentages_of_a_low_wage_stay_percentages_where_nothing_shows_the_contrary() -> None:
    lone = changed(paid(3_250_00), lambda sen: sen // 10)

    assert found(checked(lone)) == [("AM42", 1)]
    assert found(
        checked(lone, changed(paid(2_110_00, "880515105437", "TAN WEI MING"), lambda sen: sen // 10))
    ) == [("AM44", 2)]
