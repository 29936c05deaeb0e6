"""Lines whose amounts have lost digits at the end, or have zeros too many there, each by itself.

A program that makes text of RM 3,932.70 and takes the point out writes 39327 for it, and 6915 for RM 69.15
beside it; one that divides where it should not has lost a digit of every amount. So each may be off by ten or
by a hundred. Which wage is meant is told by the five contributions, which must all fit it.
"""

from collections.abc import Mapping

import numpy as np

from contributions.layouts import WAGE
from contributions.matrix.bands import Due, ceilings, due_on
from contributions.matrix.percentages import are_percentages
from contributions.matrix.shares import HUNDRED, Shares
from contributions.matrix.types import Integers, Mask

__all__ = ["believed", "wages_meant"]

TEN = 10
FEWEST = 2
"""Beside a wage that is right, one share may be a mistake of its own."""
MOST_MULTIPLIED = 20_000_00
"""The highest wage (sen) that is believed only because it is ten or a hundred times the one written."""


def believed(sen: Mapping[str, Integers], months: Integers, suspects: Mask) -> Integers:
    """The same as `wages_meant` where it is the likely cause.

    Contributions that may as well be percentages of the wage are left to these, unless other lines are none.
    """
    meant = wages_meant(sen, months, suspects)
    doubtful = are_percentages(sen, months, meant > 0)
    if not (meant[~doubtful] > 0).any():
        meant[doubtful] = 0
    return meant


def wages_meant(sen: Mapping[str, Integers], months: Integers, suspects: Mask) -> Integers:
    """The wage (sen) of each suspect line whose amounts have digits too few or too many at the end, else 0.

    The suspects do not fit the tables as written.
    """
    meant = np.zeros(len(suspects), np.int64)
    rows = np.flatnonzero(suspects)
    if len(rows):
        meant[rows] = _wages({name: amounts[rows] for name, amounts in sen.items()}, months[rows])
    return meant


def _wages(sen: Mapping[str, Integers], months: Integers) -> Integers:
    wage, shares = sen[WAGE], Shares.of(sen)
    found = np.where(_fit(shares, due_on(wage, months), FEWEST), wage, 0)
    for factor in (TEN, HUNDRED):
        for lost in (0, factor - 1, 1 - factor):
            found = _first(found, wage * factor + lost, shares, months)
    found[found > np.maximum(wage, MOST_MULTIPLIED)] = 0
    return _first(found, np.where(wage % TEN == 0, wage // TEN, 0), shares, months)


def _first(found: Integers, wages: Integers, shares: Shares, months: Integers) -> Integers:
    """What is found already, else these wages where they explain the shares.

    Above the ceiling every wage has the same shares, so they prove none unless one is off as well.
    """
    if found.all():
        return found
    fewest = (wages > ceilings(months)).astype(np.int64)
    return np.where((found == 0) & _fit(shares, due_on(wages, months), fewest), wages, found)


def _fit(shares: Shares, due: Due, fewest: int | Integers) -> Mask:
    """Whether all shares are those due but for their last digits, and how many must not be as due."""
    is_first = shares.socso_employee > 0
    pairs = (
        (shares.socso_employer, np.where(is_first, due.employer_first, due.employer_second)),
        (shares.socso_employee, np.where(is_first, due.employee_first, 0)),
        *((share, np.where(share == 0, 0, cell)) for share, cell in shares.others(due)),
    )
    fits = np.logical_and.reduce([_is_but_for_last_digits(share, cell) for share, cell in pairs])
    return np.asarray(fits & (np.sum([share != cell for share, cell in pairs], axis=0) >= fewest))


def _is_but_for_last_digits(share: Integers, cell: Integers) -> Mask:
    """Whether an amount is the one due, with up to two digits lost or up to two zeros too many."""
    is_there = cell > 0
    short = [np.abs(share * factor - cell) < factor for factor in (TEN, HUNDRED)]
    long = [share == cell * factor for factor in (TEN, HUNDRED)]
    return np.asarray((share == cell) | (is_there & (share > 0) & np.logical_or.reduce([*short, *long])))
