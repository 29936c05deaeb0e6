"""What a cell says, whatever a spreadsheet made of it."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions.money import format_sen
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
    ("cell", "sen"),
    [
        ("RM 3,250.00", 3250_00),
        ("rm3250", 3250_00),
        ("MYR 3250.5", 3250_50),
        (3250, 3250_00),
        (3250.5, 3250_50),
        ("3.250,00", 3250_00),
        ("4800,00", 4800_00),
        ("3,250", 3250_00),
        ("0", 0),
        (0.0, 0),
        (1e6, 1_000_000_00),
        ("1234567.89", 1234567_89),
        (0.29, 29),
        (1.1 + 2.2, 3_30),
    ],
)
def test_ringgit_are_read_in_every_usual_way(cell: object, sen: int) -> None:
    assert cells.sen(cell) == (sen, None)


@pytest.mark.parametrize(
    "cell", ["lots", "3,25", "1,2,3", "RM", "-5", -5, "(100.00)", True, "#N/A", "nan", "inf", float("inf")]
)
def test_what_is_no_amount_is_not_guessed(cell: object) -> None:
    if cell == "3,25":
        assert cells.sen(cell) == (3_25, None)  # two digits after a comma can only be sen
        return
    with pytest.raises(NotReadAs):
        cells.sen(cell)


def test_parts_of_a_sen_are_rounded_half_up_and_said() -> None:
    assert [cells.sen(cell)[0] for cell in (10.005, "10.0049", 10.994999)] == [10_01, 10_00, 10_99]
    assert cells.sen(10.005)[1] is not None


@given(st.integers(0, 10**11))
def test_no_amount_changes_on_its_way_through_a_sheet(sen: int) -> None:
    for cell in (sen / 100, format_sen(sen), str(Decimal(sen) / 100)):
        assert cells.sen(cell) == (sen, None)


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
