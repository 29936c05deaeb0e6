"""Amounts read from columns: the number, and whether it is digits on the right with spaces before them."""

import re

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from contributions.layouts import C2
from contributions.matrix.digits import AmountColumns
from contributions.matrix.extremes import Extremes

FIELD = C2["eis_employer"]
WELL_FORMED = re.compile(r" *[0-9]+")
AMOUNTS = st.one_of(
    st.from_regex(r"\A[0-9]{1,6}\Z").map(lambda text: text.rjust(6)),
    st.from_regex(r"\A[0-9]{1,6}\Z").map(lambda text: text.rjust(6, "0")),
    st.text(st.sampled_from(" 0159-./:A"), min_size=6, max_size=6),
)


def read(amounts: list[str]) -> AmountColumns:
    matrix = np.full((len(amounts), C2.width), ord(" "), np.uint8)
    matrix[:, FIELD.columns] = [list(amount.encode()) for amount in amounts]
    return AmountColumns(matrix, C2.amounts, Extremes.of(matrix))


@given(st.lists(AMOUNTS, min_size=1, max_size=8))
def test_an_amount_is_well_formed_when_it_is_digits_with_spaces_before_them(amounts: list[str]) -> None:
    found = read(amounts).is_well_formed(FIELD)

    assert found.tolist() == [WELL_FORMED.fullmatch(amount) is not None for amount in amounts]


@given(st.lists(AMOUNTS.filter(WELL_FORMED.fullmatch), min_size=1, max_size=8))
def test_a_well_formed_amount_is_the_number_that_it_shows(amounts: list[str]) -> None:
    assert read(amounts).values[FIELD.name].tolist() == [int(amount) for amount in amounts]


def test_a_blank_amount_is_not_well_formed() -> None:
    assert read([" " * 6, " " * 6]).is_well_formed(FIELD).tolist() == [False, False]
