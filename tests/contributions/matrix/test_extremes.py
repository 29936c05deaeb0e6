"""What is known of the columns of many lines at one look."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions.matrix.extremes import LINES_A_ROW, Extremes
from contributions.matrix.types import Bytes

WIDTH = 5
A_LINE_END = 2
COUNTS = [0, 1, 2, LINES_A_ROW, LINES_A_ROW + 1, 3 * LINES_A_ROW + 7]


def lines(*texts: str) -> Bytes:
    return np.array([list(text.encode()) for text in texts], np.uint8)


@given(st.sampled_from(COUNTS[1:]), st.sampled_from([0, A_LINE_END]), st.integers(0, 2**32 - 1))
def test_they_are_the_least_and_the_greatest_of_each_column(count: int, beside: int, seed: int) -> None:
    matrix = np.random.default_rng(seed).integers(0, 256, (count, WIDTH + beside), np.uint8)[:, :WIDTH]

    extremes = Extremes.of(matrix)

    assert extremes == Extremes(bytes(matrix.min(axis=0)), bytes(matrix.max(axis=0)))


@pytest.mark.parametrize("order", ["C", "F"])
def test_they_are_the_same_however_the_lines_lie_in_memory(order: str) -> None:
    matrix = np.arange(100 * WIDTH, dtype=np.uint8).reshape(100, WIDTH)

    laid = np.asarray(matrix, order=order)  # type: ignore[call-overload]

    assert Extremes.of(laid) == Extremes(bytes(matrix.min(axis=0)), bytes(matrix.max(axis=0)))


def test_of_no_lines_they_are_spaces() -> None:
    assert Extremes.of(np.empty((0, 3), np.uint8)) == Extremes(b"   ", b"   ")


def test_columns_are_the_same_on_all_lines_or_not() -> None:
    extremes = Extremes.of(lines("ABC1", "ABC2"))

    assert extremes.is_same(slice(0, 3))
    assert not extremes.is_same(slice(2, 4))


def test_columns_are_blank_when_every_line_has_spaces_there() -> None:
    extremes = Extremes.of(lines("A   ", "B  C"))

    assert extremes.is_blank(slice(1, 3))
    assert not extremes.is_blank(slice(1, 4))
    assert not extremes.is_blank(slice(0, 2))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("09", True, id="digits"),
        pytest.param("0:", False, id="the sign after nine"),
        pytest.param("0/", False, id="the sign before zero"),
    ],
)
def test_columns_are_digits_only_when_every_line_has_digits_there(text: str, told: bool) -> None:
    assert Extremes.of(lines("12", text)).is_digits(slice(0, 2)) is told


def test_a_column_may_be_a_space_unless_all_its_bytes_come_after_it() -> None:
    extremes = Extremes.of(lines("AB", "A "))

    assert [extremes.may_be_space(column) for column in (0, 1)] == [False, True]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        pytest.param("      ", 2, id="nothing but what another line has"),
        pytest.param("   A  ", 4, id="a letter"),
        pytest.param("   \t  ", 4, id="what comes before the space"),
    ],
)
def test_columns_are_used_as_far_as_any_line_fills_them(text: str, end: int) -> None:
    assert Extremes.of(lines("AB    ", text)).used(slice(0, 6)) == slice(0, end)
