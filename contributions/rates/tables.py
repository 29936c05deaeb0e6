"""A rate table, and the tables in force in one month.

A band is `wage_over < wage <= wage_upto`; the last band has no upper end.
"""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from contributions.months import YearMonth

__all__ = ["COLUMNS", "RateTable", "Rates"]

_BAND = ("effective_from", "effective_to", "wage_over_sen", "wage_upto_sen")
COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "act4": (*_BAND, "employer_cat1_sen", "employee_cat1_sen", "employer_cat2_sen"),
    "act800": (*_BAND, "employer_sen", "employee_sen"),
    "skbbk": (*_BAND, "employee_sen"),
}
"""The schemes and what their files must have: dates and band first, then the amounts."""


@dataclass(frozen=True, slots=True)
class RateTable:
    """One version of one scheme's table: `columns` has an amount in sen for each band."""

    scheme: str
    first: YearMonth
    last: YearMonth | None
    overs: tuple[int, ...]
    uptos: tuple[int, ...]
    """Upper ends of all bands but the last, which has none."""
    columns: Mapping[str, tuple[int, ...]]

    def covers(self, month: YearMonth) -> bool:
        """Whether this version is the one of that month."""
        return self.first <= month and (self.last is None or month <= self.last)

    def band(self, wage: int) -> int:
        """The index of the band that holds a wage above zero."""
        return bisect_left(self.uptos, wage)

    def amount(self, column: str, wage: int) -> int:
        """The cell for a wage, in sen; nothing is due on no wage."""
        return self.columns[column][self.band(wage)] if wage > 0 else 0


@dataclass(frozen=True, slots=True)
class Rates:
    """The tables in force in one month; `None` where the scheme had not begun."""

    month: YearMonth
    act4: RateTable
    act800: RateTable | None
    lindung: RateTable | None
