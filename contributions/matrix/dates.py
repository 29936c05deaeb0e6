"""Days written DDMMYYYY on many lines, as layouts S1 and E1 have them beside a status."""

from dataclasses import dataclass

import numpy as np

from contributions.matrix.digits import SPACE, ZERO, is_digit, number
from contributions.matrix.masks import all_in_row
from contributions.matrix.types import Bytes, Integers, Mask
from contributions.months import MONTHS_A_YEAR

__all__ = ["FEBRUARY", "MONTH_LENGTHS", "Days", "days_of"]

NO_DAY = -1
FIRST_YEAR, LAST_YEAR = 1900, 2100
YEAR_DIGITS, PAIR = 10_000, 100
MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MONTH_LENGTHS = np.array(MONTH_LENGTHS, np.int64)
FEBRUARY = 2


@dataclass(frozen=True, slots=True)
class Days:
    """What stands in a field for a day."""

    given: Mask
    """Lines with something other than spaces and zeros."""
    zeros: Mask
    """Lines with `00000000`."""
    real: Mask
    """Lines with a day that exists."""
    months: Integers
    """`YearMonth.number` of a real day, else -1."""


def days_of(columns: Bytes) -> Days:
    """The days of a field of eight columns."""
    blank = all_in_row(columns == SPACE)
    zeros = all_in_row(columns == ZERO)
    value = number(columns)
    day, month, year = value // (PAIR * YEAR_DIGITS), value // YEAR_DIGITS % PAIR, value % YEAR_DIGITS
    real = all_in_row(is_digit(columns)) & (month >= 1) & (month <= MONTHS_A_YEAR)
    real &= (year >= FIRST_YEAR) & (year <= LAST_YEAR)
    real &= (day >= 1) & (day <= _length_of(np.clip(month, 1, MONTHS_A_YEAR), year))
    months = np.where(real, year * MONTHS_A_YEAR + month - 1, NO_DAY)
    return Days(given=~blank & ~zeros, zeros=zeros, real=real, months=months)


def _length_of(month: Integers, year: Integers) -> Integers:
    leap = (year % 4 == 0) & ((year % 100 != 0) | (year % 400 == 0))
    return np.asarray(_MONTH_LENGTHS[month - 1] + ((month == FEBRUARY) & leap))
