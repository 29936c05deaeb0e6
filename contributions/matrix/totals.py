"""The amounts that layouts S1 and E1 write: both shares of one scheme together.

S1 has a total of the first or of the second category of Act 4, E1 twice the share of Act 800.
"""

from enum import IntEnum
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from contributions.layouts import E1, S1
from contributions.matrix.types import Integers, Mask
from contributions.months import YearMonth
from contributions.rates import Pack, RateTable, current, rates_for

__all__ = ["TotalFault", "total_faults_of", "totals_ever", "totals_in"]

_SCHEMES = {S1.name: "act4", E1.name: "act800"}
_OTHER = {S1.name: E1.name, E1.name: S1.name}
NO_TOTAL = np.empty(0, np.int64)
HUNDRED = 100


class TotalFault(IntEnum):
    """Why an amount is no total of its month."""

    NONE = 0
    """It is one, or nothing, or the month has no table."""
    OTHER = 1
    WAGE = 2
    """It looks like the wage: it is above every total, or in S1 a number of whole ringgit."""
    SMALL = 3
    """It is in ringgit: a hundred times as much, with the sen that were lost, is a total."""
    LARGE = 4
    """A hundredth of it is a total."""
    OTHER_SCHEME = 5
    """It is a total of the other scheme."""


def total_faults_of(layout: str, amounts: Integers, months: Integers) -> NDArray[np.uint8]:
    """The fault of each amount. A hundredfold is only believed when most of the wrong amounts show it."""
    faults = np.zeros(len(amounts), np.uint8)
    for month in np.unique(months).tolist():
        totals = totals_in(layout, month)
        off = np.flatnonzero((months == month) & (amounts > 0) & ~np.isin(amounts, totals))
        if len(totals) and len(off):
            faults[off] = _faults(layout, amounts[off], totals, totals_in(_OTHER[layout], month))
    return faults


def _faults(layout: str, amounts: Integers, totals: Integers, others: Integers) -> NDArray[np.uint8]:
    whole = amounts % HUNDRED == 0
    large = whole & np.isin(amounts // HUNDRED, totals)
    small = _near(amounts * HUNDRED, totals)
    wage = (amounts > totals[-1]) | (whole & (layout == S1.name))
    faults: NDArray[np.uint8] = np.select(
        [large & _is_usual(large), small & _is_usual(small), np.isin(amounts, others), wage],
        [
            np.uint8(TotalFault.LARGE),
            np.uint8(TotalFault.SMALL),
            np.uint8(TotalFault.OTHER_SCHEME),
            np.uint8(TotalFault.WAGE),
        ],
        np.uint8(TotalFault.OTHER),
    )
    return faults


def _is_usual(found: Mask) -> bool:
    return int(found.sum()) * 2 > len(found)


def _near(amounts: Integers, totals: Integers) -> Mask:
    """Which amounts lie less than a ringgit below a total, in a table that they do not exceed."""
    above = totals[np.minimum(np.searchsorted(totals, amounts), len(totals) - 1)]
    return np.asarray((above >= amounts) & (above - amounts < HUNDRED))


def totals_ever(layout: str) -> frozenset[int]:
    """Every total (sen) that a table of the layout's scheme ever had."""
    return _ever(current(), layout)


@lru_cache(maxsize=8)
def _ever(pack: Pack, layout: str) -> frozenset[int]:
    return frozenset(total for table in pack.tables[_SCHEMES[layout]] for total in _totals_of(table))


def totals_in(layout: str, month: int) -> Integers:
    """The totals of a month (`YearMonth.number`), in order; none when its rates are not known."""
    return _in_month(current(), layout, month)


@lru_cache(maxsize=256)
def _in_month(pack: Pack, layout: str, month: int) -> Integers:
    is_known = month > 0 and pack.knows(YearMonth.from_number(month))
    rates = rates_for(YearMonth.from_number(month), pack) if is_known else None
    table = None if rates is None else rates.act4 if layout == S1.name else rates.act800
    return NO_TOTAL if table is None else np.array(sorted(_totals_of(table)), np.int64)


def _totals_of(table: RateTable) -> set[int]:
    cells = table.columns
    if table.scheme == "act800":
        return {2 * share for share in cells["employee_sen"]}
    both = zip(cells["employer_cat1_sen"], cells["employee_cat1_sen"], strict=True)
    return {employer + employee for employer, employee in both} | set(cells["employer_cat2_sen"])
