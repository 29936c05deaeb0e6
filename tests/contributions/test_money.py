"""Money is integer sen; people write and read ringgit."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions import NotAnAmount, format_sen, parse_ringgit


@pytest.mark.parametrize(
    ("sen", "text"),
    [
        (0, "RM 0.00"),
        (5, "RM 0.05"),
        (130450, "RM 1,304.50"),
        (-250, "-RM 2.50"),
        (100_000_000, "RM 1,000,000.00"),
    ],
)
def test_sen_are_shown_as_ringgit(sen: int, text: str) -> None:
    assert format_sen(sen) == text


@given(st.integers(0, 10**13))
def test_what_is_shown_is_read_back(sen: int) -> None:
    assert parse_ringgit(format_sen(sen)) == sen


@pytest.mark.parametrize(
    ("text", "sen"),
    [("3250", 325000), ("3,250.00", 325000), (" RM 3250.5 ", 325050), ("0", 0), ("1,234,567.89", 123456789)],
)
def test_ringgit_are_read_in_the_ways_that_people_write_them(text: str, sen: int) -> None:
    assert parse_ringgit(text) == sen


@pytest.mark.parametrize("text", ["", "abc", "-5", "1.234", "1,23", "12,3456", "1e3", "٣", "RM"])
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(NotAnAmount) as caught:
        parse_ringgit(text)

    assert caught.value.text == text


@pytest.mark.parametrize("amount", [1.5, "325000", None, True])
def test_money_that_is_no_whole_sen_is_not_shown(amount: Any) -> None:
    with pytest.raises(TypeError, match=r"an amount is an int, not .*; write 325000, in sen"):
        format_sen(amount)


def test_a_number_is_no_text_to_read_ringgit_from() -> None:
    with pytest.raises(TypeError, match=r'an amount in ringgit is a str, not a float; write "3250.00"'):
        parse_ringgit(3250.0)  # type: ignore[arg-type]
