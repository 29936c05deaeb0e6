"""Contribution months of many lines."""

import numpy as np

from contributions.layouts import C2, Field, Kind
from contributions.matrix.digits import is_digit, number
from contributions.matrix.masks import all_in_row
from contributions.matrix.types import Bytes, Integers
from contributions.months import MONTHS_A_YEAR

__all__ = ["FIRST_YEAR", "LAST_YEAR", "MONTH", "NO_MONTH", "month_numbers"]

MONTH: Field = C2.of_kind(Kind.MONTH)[0]
NO_MONTH = -1
FIRST_YEAR, LAST_YEAR = 1969, 2100
YEAR_DIGITS = 10_000


def month_numbers(columns: Bytes) -> Integers:
    """`YearMonth.number` of each row written MMYYYY; `NO_MONTH` where there is no such month."""
    value = number(columns)
    month, year = value // YEAR_DIGITS, value % YEAR_DIGITS
    real = all_in_row(is_digit(columns)) & (month >= 1) & (month <= MONTHS_A_YEAR)
    real &= (year >= FIRST_YEAR) & (year <= LAST_YEAR)
    return np.where(real, year * MONTHS_A_YEAR + month - 1, NO_MONTH)
