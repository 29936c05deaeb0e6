"""What an amount in a cell says, whatever a spreadsheet made of it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions.money import format_sen
from contributions.sheets.errors import NotReadAs
from contributions.sheets.money import sen


@pytest.mark.parametrize(
    ("cell", "amount"),
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
def test_ringgit_are_read_in_every_usual_way(cell: object, amount: int) -> None:
    assert sen(cell) == (amount, None)


@pytest.mark.parametrize(
    "cell", ["lots", "3,25", "1,2,3", "RM", "-5", -5, "(100.00)", True, "#N/A", "nan", "inf", float("inf")]
)
def test_what_is_no_amount_is_not_guessed(cell: object) -> None:
    if cell == "3,25":
        assert sen(cell) == (3_25, None)  # two digits after a comma can only be sen
        return
    with pytest.raises(NotReadAs):
        sen(cell)


def test_parts_of_a_sen_are_rounded_half_up_and_said() -> None:
    assert [sen(cell)[0] for cell in (10.005, "10.0049", 10.994999)] == [10_01, 10_00, 10_99]
    assert sen(10.005)[1] is not None


@given(st.integers(0, 10**11))
def test_no_amount_changes_on_its_way_through_a_sheet(amount: int) -> None:
    for cell in (amount / 100, format_sen(amount), str(Decimal(amount) / 100)):
        assert sen(cell) == (amount, None)


@pytest.mark.parametrize(
    ("cell", "thousands"),
    [
        pytest.param("3.250", "RM 3,250", id="three digits"),
        pytest.param("12.500", "RM 12,500", id="two before it"),
        pytest.param("RM 4.800", "RM 4,800", id="with RM"),
        pytest.param("myr10.500", "RM 10,500", id="with MYR"),
        pytest.param(" 1.234.567 ", "RM 1,234,567", id="two points"),
    ],
)
def test_a_point_before_three_digits_may_be_thousands_or_sen_and_is_not_guessed(
    cell: str, thousands: str
) -> None:
    with pytest.raises(NotReadAs) as refused:
        sen(cell)

    assert f"may be {thousands}.00" in refused.value.reason.en
    assert refused.value.mend.en == "Write two digits for the sen, such as 3250.00."
    assert refused.value.mend.ms == "Tulis dua digit bagi sen, seperti 3250.00."


def test_what_a_point_before_three_digits_may_be_is_said_with_both_amounts() -> None:
    with pytest.raises(NotReadAs) as refused:
        sen("3.250")

    assert refused.value.reason.en == (
        "'3.250' may be RM 3,250.00 or RM 3.25: a point stands before three digits"
    )
    assert refused.value.reason.ms == (
        "'3.250' mungkin RM 3,250.00 atau RM 3.25: titik terletak sebelum tiga digit"
    )


@pytest.mark.parametrize(
    ("cell", "amount"),
    [(325000, 325000), (325000.0, 325000), ("325000", 325000), ("325,000", 325000), ("0", 0)],
)
def test_a_column_of_sen_has_whole_numbers(cell: object, amount: int) -> None:
    assert sen(cell, is_sen=True) == (amount, None)


@pytest.mark.parametrize(
    "cell", [3250.5, "3250.00", "3.250", "RM 3", -5, "-5", True, "lots", "#N/A", "325,00"]
)
def test_what_is_no_whole_number_of_sen_is_not_guessed(cell: object) -> None:
    with pytest.raises(NotReadAs) as refused:
        sen(cell, is_sen=True)

    assert refused.value.mend.en.endswith(".")


@pytest.mark.parametrize(
    ("cell", "amount"),
    [
        (3.25, 3_25),
        ("0.125", 13),
        ("1234.500", 1234_50),
        ("3.25", 3_25),
        ("3.2500", 3_25),
        ("3,250", 3250_00),
    ],
)
def test_what_can_only_be_one_amount_is_taken(cell: object, amount: int) -> None:
    assert sen(cell)[0] == amount
