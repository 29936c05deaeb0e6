"""Percentages of the wage, which many programs multiply by, where the rate table has bands of wages."""

import math
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions import FileReport, Record, YearMonth, check, write
from contributions.checks.examples import SAMPLE
from contributions.rates import current
from contributions.rates.in_force import using

PERCENT = Fraction(1, 100)
LOWEST = 300_00
"""Below it the shares are so small that other causes fit as well."""
ROUNDINGS: dict[str, Callable[[Fraction], int]] = {
    "down to a sen": math.floor,
    "to the nearest sen": round,
    "up to a sen": math.ceil,
    "down to 5 sen": lambda sen: math.floor(sen / 5) * 5,
    "to the nearest 5 sen": lambda sen: round(sen / 5) * 5,
    "up to 5 sen": lambda sen: math.ceil(sen / 5) * 5,
}


def multiplied(
    wage: int, rounded: Callable[[Fraction], int], *, lindung: Fraction = Fraction(3, 4)
) -> Record:
    """Somebody in the first category whose contributions are percentages of the wage (sen)."""
    shares = {
        "socso_employer": Fraction(7, 4),
        "socso_employee": Fraction(1, 2),
        "eis_employer": Fraction(1, 5),
        "eis_employee": Fraction(1, 5),
        "lindung": lindung,
    }
    parts = {name: rounded(wage * share * PERCENT) for name, share in shares.items()}
    return replace(SAMPLE, wage=wage, **parts)  # type: ignore[arg-type]


def checked(*records: Record) -> FileReport:
    return check(write(records), as_of=date(2026, 11, 10))


@pytest.mark.parametrize("rounding", ROUNDINGS)
@given(wage=st.integers(LOWEST, 9_000_00))
def test_a_line_of_percentages_has_one_finding_at_most(rounding: str, wage: int) -> None:
    assert len(checked(multiplied(wage, ROUNDINGS[rounding])).findings) <= 1


@pytest.mark.parametrize("rounding", ROUNDINGS)
@given(tens=st.integers(LOWEST // 10_00, 590).filter(lambda tens: tens % 10 not in {4, 5, 6}))
def test_away_from_the_middle_of_a_band_it_is_told_that_they_are_percentages(
    rounding: str, tens: int
) -> None:
    (finding,) = checked(multiplied(tens * 10_00, ROUNDINGS[rounding])).findings

    assert finding.code == "AM42"


def test_a_file_of_percentages_is_one_finding_with_the_count_of_its_lines_and_what_is_right() -> None:
    people = [
        replace(multiplied(wage, round), identity_number=number, name=name)
        for wage, number, name in (
            (2_110_00, "900101145678", "AMINAH BINTI CONTOH"),
            (3_270_00, "880515105437", "TAN WEI MING"),
            (7_500_00, "791123086211", "SURESH A/L RAMASAMY"),
        )
    ]

    (finding,) = checked(*people).findings

    assert (finding.code, finding.places, finding.fixable) == ("AM42", 3, False)
    assert finding.message.en.endswith("not the amounts of the rate table. So it is on all 3 lines.")
    assert "peratusan gaji, bukan amaun jadual kadar" in finding.message.ms
    assert "In line 1: 3765 into columns 215-220, 1075 into columns 221-226, 430 into" in finding.mend.en
    assert "Dalam baris 1: 3765 dalam lajur 215-220" in finding.mend.ms


def test_the_first_share_that_is_wrong_is_pointed_at() -> None:
    (finding,) = checked(replace(SAMPLE, socso_employee=16_26, lindung=24_38)).findings

    assert (finding.code, finding.field, finding.first.column) == ("AM42", "socso_employer", 221)


@pytest.mark.parametrize(
    ("month", "lindung"),
    [
        (YearMonth(2028, 5), Fraction(3, 4)),
        (YearMonth(2028, 6), Fraction(1)),
        (YearMonth(2031, 6), Fraction(5, 4)),
    ],
    ids=str,
)
def test_lindung_has_the_percentage_of_its_phase(month: YearMonth, lindung: Fraction) -> None:
    person = replace(multiplied(3_270_00, round, lindung=lindung), month=month)

    with using(replace(current(), known_until=YearMonth(2032, 12))):
        report = check(write([person]), as_of=month.due_date)

    assert [finding.code for finding in report.findings] == ["AM42"]
