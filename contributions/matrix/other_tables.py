"""Lines whose contributions are not those of their month but those of another version of the rate tables.

The versions of Act 4 and Act 800 begin in the same months but for the first; each phase of LINDUNG 24 JAM is
a version too. A line belongs to another version when both SOCSO shares are that version's and the others are
that version's, their own month's, or nothing. Where several fit, it is the one next in time: a table that is
not yet or no longer in force is likelier than one of ten years ago.
"""

from collections.abc import Mapping
from functools import lru_cache

import numpy as np

from contributions.matrix.bands import Due, due_on
from contributions.matrix.shares import Shares
from contributions.matrix.types import Integers, Mask
from contributions.months import YearMonth
from contributions.rates import Pack, current, rates_for

__all__ = ["NO_TABLE", "fits_table", "name_of_table", "tables_of"]

NO_TABLE = 0
_FAR = 10_000
"""Months: farther than any version."""


@lru_cache(maxsize=4)
def _versions(pack: Pack) -> tuple[int, ...]:
    """A month (`YearMonth.number`) of each version, with all schemes that it can have."""
    firsts = {table.first for scheme in ("act4", "skbbk") for table in pack.tables[scheme]}
    eis = pack.tables["act800"][0].first
    return tuple(sorted({max(first, eis).number for first in firsts}))


def tables_of(sen: Mapping[str, Integers], months: Integers, suspect: Mask) -> Integers:
    """For each suspect line a month of the version that it fits, next in time; `NO_TABLE` for none."""
    found = np.full(len(months), NO_TABLE, np.int64)
    rows = np.flatnonzero(suspect)
    if not len(rows):
        return found
    shares = Shares.of({name: amounts[rows] for name, amounts in sen.items()})
    wages, own_months = sen["wage"][rows], months[rows]
    own = due_on(wages, own_months)
    tables, distance = found[rows], np.full(len(rows), _FAR)
    first_of_lindung = current().tables["skbbk"][0].first.number
    for version in _versions(current()):
        fits = _fits(shares, due_on(wages, np.full(len(rows), version)), own)
        away = np.abs(own_months - version)
        fits &= (away > 0) & (away < distance)
        if version >= first_of_lindung:
            fits &= own_months >= first_of_lindung
        tables[fits], distance[fits] = version, away[fits]
    found[rows] = tables
    return found


def fits_table(sen: Mapping[str, Integers], months: Integers, version: int) -> Mask:
    """Which of all lines have the amounts of a version alone, right ones among them."""
    due, own = due_on(sen["wage"], np.full(len(months), version)), due_on(sen["wage"], months)
    shares = Shares.of(sen)
    fits = shares.fit_act4(due)
    for (share, cell), (_, own_cell) in zip(shares.others(due), shares.others(own), strict=True):
        begun = np.where(cell > 0, cell, own_cell)
        fits &= (share == begun) | (share == 0)
    return fits


def name_of_table(version: int) -> YearMonth:
    """The month in which the youngest table of a version came into force."""
    rates = rates_for(YearMonth.from_number(version))
    return max(table.first for table in (rates.act4, rates.lindung) if table is not None)


def _fits(shares: Shares, due: Due, own: Due) -> Mask:
    fits = shares.fit_act4(due)
    for (share, cell), (_, own_cell) in zip(shares.others(due), shares.others(own), strict=True):
        # A scheme that had not begun in the month is no matter of the wrong table.
        fits &= ((share == cell) & (own_cell > 0)) | (share == own_cell) | (share == 0)
    return fits
