"""What is due by the rate tables, for many wages at once."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from contributions.errors import RatesUnknown
from contributions.matrix.types import Integers, Mask
from contributions.months import YearMonth
from contributions.rates import Pack, Rates, RateTable, current, rates_for

__all__ = ["Due", "due_on", "known_months"]


@dataclass(frozen=True, slots=True)
class Due:
    """Cells of the rate tables for each line, in sen; 0 where nothing is due or no table is known."""

    employer_first: Integers
    employee_first: Integers
    employer_second: Integers
    eis: Integers
    lindung: Integers

    @classmethod
    def nothing(cls, size: int) -> "Due":
        """No amount for any line."""
        return cls(*(np.zeros(size, np.int64) for _ in range(5)))

    def put(self, rows: Mask, cells: "Due") -> None:
        """Copy the cells of some rows from others computed for them alone."""
        self.employer_first[rows] = cells.employer_first
        self.employee_first[rows] = cells.employee_first
        self.employer_second[rows] = cells.employer_second
        self.eis[rows] = cells.eis
        self.lindung[rows] = cells.lindung


def due_on(wages: Integers, months: Integers) -> Due:
    """What is due on wages (sen) in months (`YearMonth.number`, or -1 for none)."""
    distinct = _distinct(months)
    if len(distinct) == 1:
        return _in_one_month(wages, int(distinct[0]))
    due = Due.nothing(len(wages))
    for number in distinct.tolist():
        rows = months == number
        due.put(rows, _in_one_month(wages[rows], number))
    return due


def known_months(months: Integers) -> Mask:
    """Which lines have a month whose rates are known."""
    found = np.zeros(len(months), np.bool_)
    for number in _distinct(months).tolist():
        if number > 0 and current().knows(YearMonth.from_number(number)):
            found |= months == number
    return found


def _in_one_month(wages: Integers, number: int) -> Due:
    rates = _rates(current(), number)
    if rates is None:
        return Due.nothing(len(wages))
    act4 = _Cells(rates.act4, wages)
    return Due(
        act4.column("employer_cat1_sen"),
        act4.column("employee_cat1_sen"),
        act4.column("employer_cat2_sen"),
        _Cells(rates.act800, wages).column("employee_sen"),
        _Cells(rates.lindung, wages).column("employee_sen"),
    )


def _distinct(months: Integers) -> Integers:
    """The months that occur; nearly always one, which is told without sorting."""
    is_one = len(months) > 0 and months.min() == months.max()
    return months[:1] if is_one else np.unique(months)


@lru_cache(maxsize=512)
def _rates(pack: Pack, number: int) -> Rates | None:
    try:
        return rates_for(YearMonth.from_number(number), pack) if number > 0 else None
    except RatesUnknown:
        return None


class _Cells:
    """The bands of one table for many wages."""

    def __init__(self, table: RateTable | None, wages: Integers) -> None:
        self.table = table
        self.size = len(wages)
        if table is not None:
            # Band 0 is "no wage"; the last band has no upper end.
            self.bands = np.searchsorted(np.array((0, *table.uptos), np.int64), wages, side="left")

    def column(self, name: str) -> Integers:
        if self.table is None:
            return np.zeros(self.size, np.int64)
        cells: Integers = np.array((0, *self.table.columns[name]), np.int64)[self.bands]
        return cells
