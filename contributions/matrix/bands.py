"""What is due by the rate tables, for many wages at once."""

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from contributions.errors import RatesUnknown
from contributions.matrix.types import Integers, Mask
from contributions.months import YearMonth
from contributions.rates import Pack, Rates, RateTable, current, rates_for

__all__ = ["Due", "ceilings", "due_on", "known_months", "lowest_wages"]

MOST_RUNGS = 10_000


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

    def columns(self) -> tuple[Integers, ...]:
        """The cells of all lines, a column of the tables each."""
        return self.employer_first, self.employee_first, self.employer_second, self.eis, self.lindung

    def put(self, rows: Mask, cells: "Due") -> None:
        """Copy the cells of some rows from others computed for them alone."""
        for mine, theirs in zip(self.columns(), cells.columns(), strict=True):
            mine[rows] = theirs


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


def lowest_wages(shares: Integers, months: Integers, is_first: Mask) -> Integers:
    """The lowest wages (sen) on which employers' SOCSO shares of the first or second category are due.

    0 where no table has the share.
    """
    wages = np.zeros(len(shares), np.int64)
    for number in _distinct(months).tolist():
        ladder = _ladder(current(), number)
        if ladder is not None:
            for is_it, cells in (
                (is_first, ladder.cells.employer_first),
                (~is_first, ladder.cells.employer_second),
            ):
                rows = is_it & (months == number)
                wages[rows] = ladder.lowest_wages(shares[rows], cells)
    return wages


def ceilings(months: Integers) -> Integers:
    """The wages (sen) above which contributions rise no more; 0 where no table is known."""
    found = np.zeros(len(months), np.int64)
    for number in _distinct(months).tolist():
        ladder = _ladder(current(), number)
        if ladder is not None:
            found[months == number] = ladder.ceiling
    return found


def known_months(months: Integers) -> Mask:
    """Which lines have a month whose rates are known."""
    found = np.zeros(len(months), np.bool_)
    for number in _distinct(months).tolist():
        if number > 0 and current().knows(YearMonth.from_number(number)):
            found |= months == number
    return found


def _in_one_month(wages: Integers, number: int) -> Due:
    ladder = _ladder(current(), number)
    return Due.nothing(len(wages)) if ladder is None else ladder.due_on(wages)


def _distinct(months: Integers) -> Integers:
    """The months that occur; nearly always one, which is told without sorting."""
    is_one = len(months) > 0 and months.min() == months.max()
    return months[:1] if is_one else np.unique(months)


@lru_cache(maxsize=512)
def _ladder(pack: Pack, number: int) -> "_Ladder | None":
    try:
        return _Ladder(rates_for(YearMonth.from_number(number), pack)) if number > 0 else None
    except RatesUnknown:
        return None


class _Ladder:
    """The tables of a month laid out by wage in even steps, so that a division finds the band in all of them.

    A step is the greatest amount that divides the upper ends of all bands: 10 ringgit in the tables so far.
    Tables that would need too many steps are laid out by the ends themselves, and searched.
    """

    def __init__(self, rates: Rates) -> None:
        tables = [table for table in (rates.act4, rates.act800, rates.lindung) if table is not None]
        ends = sorted({0, *(upto for table in tables for upto in table.uptos)})
        step = math.gcd(*ends) or 1
        self.ceiling = rates.act4.overs[-1]
        self.step = step if ends[-1] // step < MOST_RUNGS else None
        # The first rung is "no wage", the last one is above the last band, which has no upper end.
        rungs = [*ends, ends[-1] + 1] if self.step is None else range(0, ends[-1] + step + 1, step)
        self.rungs: Integers = np.array(rungs, np.int64)
        self.cells = Due(
            _column(rates.act4, "employer_cat1_sen", self.rungs),
            _column(rates.act4, "employee_cat1_sen", self.rungs),
            _column(rates.act4, "employer_cat2_sen", self.rungs),
            _column(rates.act800, "employee_sen", self.rungs),
            _column(rates.lindung, "employee_sen", self.rungs),
        )

    def due_on(self, wages: Integers) -> Due:
        """What is due on each wage."""
        # The first rung that is not below the wage.
        if self.step is None:
            rung: Integers = np.searchsorted(self.rungs, wages)
        else:
            rung = wages + (self.step - 1)
            rung //= self.step
        np.clip(rung, 0, len(self.rungs) - 1, out=rung)
        return Due(*(column.take(rung) for column in self.cells.columns()))

    def lowest_wages(self, amounts: Integers, cells: Integers) -> Integers:
        """The lowest wages whose cells in a column are these amounts; 0 where none is."""
        # No share falls as wages rise, so that the column is in order.
        rung = np.minimum(np.searchsorted(cells, amounts), len(cells) - 1)
        return np.where(cells[rung] == amounts, self.rungs[rung], 0)


def _column(table: RateTable | None, name: str, wages: Integers) -> Integers:
    """A column of a table, or nothing, for each wage."""
    if table is None:
        return np.zeros(len(wages), np.int64)
    band = np.searchsorted(np.array((0, *table.uptos), np.int64), wages, side="left")
    return np.array((0, *table.columns[name]), np.int64)[band]
