"""What the identity numbers of many lines say: which kind they are, and the age they give."""

from functools import cached_property, lru_cache

import numpy as np

from contributions.identifiers.mykad import OLDEST, PLACE_CODES, YOUNGEST
from contributions.matrix.dates import FEBRUARY, MONTH_LENGTHS
from contributions.matrix.digits import ZERO, is_digit, number
from contributions.matrix.masks import all_in_row
from contributions.matrix.types import Bytes, Integers, Mask
from contributions.months import MONTHS_A_YEAR

__all__ = ["FOREIGN_PREFIXES", "People", "begins_foreign", "is_mykad"]

MYKAD_DIGITS, DATE_DIGITS, PLACE_DIGITS = 12, 6, 2
CENTURY = 100
FOREIGN_PREFIXES = (b"SSFW", b"SSFDW")
CASE = np.uint8(32)
LEAP_YEARS, LEAP_DAY = 4, 29
UNKNOWN_AGE = -1


def is_mykad(ids: Bytes) -> Mask:
    """Which rows of twelve digits have a real date and a real place."""
    digits = all_in_row(is_digit(ids))
    numbers = np.where(digits[:, None], ids, ZERO)
    date, place = (
        number(numbers[:, :DATE_DIGITS]),
        number(numbers[:, DATE_DIGITS : DATE_DIGITS + PLACE_DIGITS]),
    )
    return np.asarray(digits & _real_dates()[date] & _real_places()[place])


def begins_foreign(ids: Bytes) -> Mask:
    """Which rows begin as the numbers that PERKESO gives to foreign workers."""
    upper = ids & ~CASE
    found = np.zeros(len(ids), np.bool_)
    for prefix in FOREIGN_PREFIXES:
        letters = np.frombuffer(prefix, np.uint8)
        found |= all_in_row(upper[:, : len(prefix)] == letters)
    return found


class People:
    """The identity numbers of a chunk. `ids` are the identity columns, `months` are `YearMonth.number`."""

    def __init__(self, ids: Bytes, months: Integers, *, all_digits: bool = False) -> None:
        self.ids = ids
        self.has_twelve_digits = np.ones(len(ids), np.bool_) if all_digits else all_in_row(is_digit(ids))
        """Known beforehand where `all_digits` says so."""
        self._months = months
        # Of other numbers the date and the place are 0, which is neither a real one.
        self._date = number(ids[:, :DATE_DIGITS]) * self.has_twelve_digits
        self._place = number(ids[:, DATE_DIGITS : DATE_DIGITS + PLACE_DIGITS]) * self.has_twelve_digits
        self._is_real_date = self.has_twelve_digits & _real_dates()[self._date]
        self.is_foreign: Mask = self._begins_foreign()
        self.age, self.has_strange_age = self._ages()

    @property
    def has_impossible_date(self) -> Mask:
        """Twelve digits whose first six are no date in either century."""
        return self.has_twelve_digits & ~self._is_real_date

    @property
    def has_impossible_place(self) -> Mask:
        """Twelve digits whose place code does not exist."""
        return self.has_twelve_digits & ~_real_places()[self._place]

    @cached_property
    def is_birthday_month(self) -> Mask:
        """Whose birthday lies in the month of the line."""
        found: Mask = (self.age != UNKNOWN_AGE) & (self._birth_month == self._month_of_year)
        return found

    @cached_property
    def _birth_month(self) -> Integers:
        years = self._date // 10_000
        return (self._date - years * 10_000) // 100

    @cached_property
    def _month_of_year(self) -> Integers:
        # A remainder takes five times as long as a quotient.
        return self._months - self._months // MONTHS_A_YEAR * MONTHS_A_YEAR + 1

    def _begins_foreign(self) -> Mask:
        if self.has_twelve_digits.all():
            return np.zeros(len(self.ids), np.bool_)
        return begins_foreign(self.ids)

    def _ages(self) -> tuple[Integers, Mask]:
        """Completed years on the last day of the month, and who is no age that works."""
        born_1900s = self._months // MONTHS_A_YEAR - (CENTURY * 19 + self._date // 10_000)
        age = born_1900s - (self._birth_month > self._month_of_year)
        age = np.where(age > OLDEST, age - CENTURY, age)
        dated = self._is_real_date & (self._months >= 0)
        strange = dated & ((age < YOUNGEST) | (age > OLDEST))
        return np.where(dated & ~strange, age, UNKNOWN_AGE), strange


@lru_cache(maxsize=1)
def _real_dates() -> Mask:
    """For each YYMMDD whether the day exists in 19YY or 20YY (29 February 2000 did, 1900 did not)."""
    real = np.zeros((CENTURY, CENTURY, CENTURY), np.bool_)
    for month, length in enumerate(MONTH_LENGTHS, start=1):
        real[:, month, 1 : length + 1] = True
    real[::LEAP_YEARS, FEBRUARY, LEAP_DAY] = True
    return real.ravel()


@lru_cache(maxsize=1)
def _real_places() -> Mask:
    real = np.zeros(10**PLACE_DIGITS, np.bool_)
    real[sorted(PLACE_CODES)] = True
    return real
