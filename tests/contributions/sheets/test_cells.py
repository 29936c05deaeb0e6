"""What a cell says, whatever a spreadsheet made of it."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions.months import YearMonth
from contributions.sheets import cells
from contributions.sheets.errors import NotReadAs

OCTOBER = YearMonth(2026, 10)


@pytest.mark.parametrize(
    "cell",
    [
        date(2026, 10, 31),
        datetime(2026, 10, 1, 8, tzinfo=UTC),
        "10/2026",
        "102026",
        102026,
        102026.0,
        "2026-10",
        "2026/10",
        "202610",
        "10-2026",
        "10.2026",
        "10 2026",
        "Okt 2026",
        "Oct-26",
        "OKTOBER 2026",
        "October, 2026",
        "Okt'26",
        "31/10/2026",
        "2026-10-01",
        "01.10.2026",
    ],
)
def test_a_month_is_read_in_every_usual_way(cell: object) -> None:
    assert cells.month(cell) == OCTOBER


def test_a_month_that_lost_its_zero_is_read() -> None:
    assert [cells.month(cell) for cell in (62026, "6/2026", "Jun 2026")] == [YearMonth(2026, 6)] * 3


@pytest.mark.parametrize(
    "cell", ["", "soon", "13/2026", "2026", "10", "102", "Foo 2026", "32/10/2026", 46296, True]
)
def test_what_is_no_month_is_not_guessed(cell: object) -> None:
    with pytest.raises(NotReadAs, match="is no month"):
        cells.month(cell)


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        (50101145678, "050101145678"),
        ("900101-14-5678", "900101145678"),
        ("'900101145678", "900101145678"),
        ('="050101145678"', "050101145678"),
        (900101145678.0, "900101145678"),
        ("ssfw 12345678", "SSFW12345678"),
        (101145678, "000101145678"),
        ("1234567", "1234567"),
        ("900101145678.0", "900101145678"),
        ("50101145678.0", "050101145678"),
    ],
)
def test_identity_numbers_get_back_what_a_spreadsheet_took(cell: object, number: str) -> None:
    assert cells.mended_identity(cell).value == number
    assert cells.identity(cell) == number


def test_how_many_zeros_were_lost_is_said() -> None:
    one, three = cells.mended_identity(50101145678).how, cells.mended_identity(101145678).how

    assert one is not None
    assert three is not None
    assert (one.en, three.ms) == (
        "1 zero lost in the spreadsheet put back",
        "3 sifar yang hilang dalam hamparan dikembalikan",
    )


@pytest.mark.parametrize("cell", ["9.00101E+11", "9,00101E+11", "5E+10", 9001011456, "99999999999"])
def test_a_number_that_was_rounded_away_is_not_made_up(cell: object) -> None:
    with pytest.raises(NotReadAs):
        cells.mended_identity(cell)


@pytest.mark.parametrize("cell", ["", "-", " - ", "--", "N/A", "nil", "tiada"])
def test_a_dash_says_nothing(cell: str) -> None:
    assert cells.is_blank(cell)
    assert cells.day(cell) is None
    assert not cells.yes(cell)


@pytest.mark.parametrize("cell", [0, 0.0, "0", date(2026, 1, 1), "x", False])
def test_zero_says_something(cell: object) -> None:
    assert not cells.is_blank(cell)


def test_yes_and_no_are_known_in_both_languages() -> None:
    assert all(map(cells.yes, ("Ya", "yes", "Y", True, 1)))
    assert not any(map(cells.yes, ("tidak", "No", False, 0)))
    with pytest.raises(NotReadAs, match="neither yes nor no"):
        cells.yes("perhaps")


def test_text_is_one_line() -> None:
    assert [cells.text(cell) for cell in ("A\nB", " A\u00a0B ", 12.0, 1.5, date(2026, 10, 1))] == [
        "A B",
        "A B",
        "12",
        "1.5",
        "01/10/2026",
    ]


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=8))
def test_what_is_guarded_against_formulas_comes_back(written: str) -> None:
    assert not cells.guarded(written).startswith(("=", "+", "-", "@"))
    assert cells.without_guard(cells.guarded(written)) == written


@pytest.mark.parametrize("cell", ["#N/A", "#REF!", "#DIV/0!", "#NAME?", "#value!"])
def test_what_a_formula_gives_without_a_result_is_no_text(cell: str) -> None:
    with pytest.raises(NotReadAs, match=f"the formula gives {cell}".replace("?", r"\?")):
        cells.refuse_error(cell)
    with pytest.raises(NotReadAs, match="the formula gives"):
        cells.mended_identity(cell)


@pytest.mark.parametrize("cell", ["A", "#1 Jalan", "", 0, 3.5, None])
def test_everything_else_passes(cell: object) -> None:
    cells.refuse_error(cell)


def test_who_is_not_found_in_a_list_of_leavers_or_of_the_released_is_in_none() -> None:
    assert cells.day("#N/A") is None
    assert not cells.yes("#N/A")
