"""The month that wages and contributions belong to.

A contribution is due on the 15th of the month after it (rates notes, section 6: official for Act 4 and
EIS, assumed for LINDUNG 24 JAM, which is paid with them).
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from contributions.bilingual import T
from contributions.errors import ContributionsError
from contributions.wrong_types import must_be_whole

__all__ = ["NotAMonth", "YearMonth"]

DUE_DAY = 15
MONTHS_A_YEAR = 12
FIRST_YEAR, LAST_YEAR = 1900, 2999

_NAMES = (
    T("January", "Januari"),
    T("February", "Februari"),
    T("March", "Mac"),
    T("April", "April"),
    T("May", "Mei"),
    T("June", "Jun"),
    T("July", "Julai"),
    T("August", "Ogos"),
    T("September", "September"),
    T("October", "Oktober"),
    T("November", "November"),
    T("December", "Disember"),
)
_YEAR_FIRST = T("YYYY-MM, such as 2026-10", "TTTT-BB, misalnya 2026-10")
_MONTH_FIRST = T("MMYYYY, such as 102026", "BBTTTT, misalnya 102026")


class NotAMonth(ContributionsError):
    """The text is not a month; `text` is what was given."""

    def __init__(self, text: str, expected: T = _YEAR_FIRST) -> None:
        super().__init__(
            T(
                f"{text!r} is not a month; write {expected.en}",
                f"{text!r} bukan bulan; tulis {expected.ms}",
            )
        )
        self.text = text
        self.expected = expected.en


@dataclass(frozen=True, order=True, slots=True)
class YearMonth:
    """A month of a year, ordered by time.

    >>> YearMonth(2026, 10).next().previous() == YearMonth.parse("2026-10")
    True
    >>> YearMonth(2026, 10).due_date
    datetime.date(2026, 11, 15)
    """

    year: int
    month: int

    def __post_init__(self) -> None:
        must_be_whole(self.year, what="the year of a YearMonth", such_as="YearMonth(2026, 10)")
        must_be_whole(self.month, what="the month of a YearMonth", such_as="YearMonth(2026, 10)")
        if not (FIRST_YEAR <= self.year <= LAST_YEAR and 1 <= self.month <= MONTHS_A_YEAR):
            raise NotAMonth(f"{self.year}-{self.month}")

    @classmethod
    def parse(cls, text: str) -> Self:
        """The month written as `2026-10`.

        Raises:
            NotAMonth: it is written otherwise, or there is no such month.
        """
        match = re.fullmatch(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})", text)
        return cls._read(text, match, _YEAR_FIRST)

    @classmethod
    def from_mmyyyy(cls, text: str) -> Self:
        """The month as contribution files write it: `102026` is October 2026.

        Raises:
            NotAMonth: it is written otherwise, or there is no such month.
        """
        match = re.fullmatch(r"(?P<month>[0-9]{2})(?P<year>[0-9]{4})", text)
        return cls._read(text, match, _MONTH_FIRST)

    @classmethod
    def _read(cls, text: str, match: re.Match[str] | None, expected: T) -> Self:
        if match is None:
            raise NotAMonth(text, expected)
        try:
            return cls(int(match["year"]), int(match["month"]))
        except NotAMonth:
            raise NotAMonth(text, expected) from None

    @classmethod
    def of(cls, day: date) -> Self:
        """The month that a day lies in."""
        return cls(day.year, day.month)

    @property
    def mmyyyy(self) -> str:
        """As contribution files write it: `102026`."""
        return f"{self.month:02}{self.year:04}"

    @property
    def first_day(self) -> date:
        """The first day of the month."""
        return date(self.year, self.month, 1)

    @property
    def last_day(self) -> date:
        """The last day of the month."""
        return date(self.year + self.month // MONTHS_A_YEAR, self.month % MONTHS_A_YEAR + 1, 1) - timedelta(1)

    @property
    def due_date(self) -> date:
        """The day on which the contribution of this month must have been paid."""
        return self.next().first_day.replace(day=DUE_DAY)

    @property
    def name(self) -> T:
        """The month in words: "October 2026", "Oktober 2026"."""
        words = _NAMES[self.month - 1]
        return T(f"{words.en} {self.year}", f"{words.ms} {self.year}")

    @property
    def number(self) -> int:
        """Months since January of year 0: for arithmetic and arrays."""
        return self.year * MONTHS_A_YEAR + self.month - 1

    @classmethod
    def from_number(cls, number: int) -> Self:
        """The month whose `number` is given."""
        return cls(number // MONTHS_A_YEAR, number % MONTHS_A_YEAR + 1)

    def next(self) -> Self:
        """The month after this one."""
        return self.from_number(self.number + 1)

    def previous(self) -> Self:
        """The month before this one."""
        return self.from_number(self.number - 1)

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}"
