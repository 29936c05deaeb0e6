"""Lines whose contributions are all those of the rate table, but for another wage than the one beside them.

Two shares at least must name the same band: a single amount stands in the table by chance too often.
"""

from collections.abc import Mapping

import numpy as np

from contributions.layouts import WAGE
from contributions.matrix.bands import due_on, lowest_wages
from contributions.matrix.shares import Shares
from contributions.matrix.types import Integers, Mask

__all__ = ["of_other_wages"]


def of_other_wages(sen: Mapping[str, Integers], months: Integers, suspects: Mask) -> Mask:
    """Which of the suspect lines, which do not fit the tables, fit them for another wage."""
    found = np.zeros(len(suspects), np.bool_)
    rows = np.flatnonzero(suspects)
    if not len(rows):
        return found
    shares = Shares.of({name: amounts[rows] for name, amounts in sen.items() if name != WAGE})
    is_first = shares.socso_employee > 0
    has_others = np.logical_or.reduce([share > 0 for share in (shares.eis_employer, shares.lindung)])
    wages = lowest_wages(shares.socso_employer, months[rows], is_first)
    found[rows] = (is_first | has_others) & shares.fit(due_on(wages, months[rows]))
    return found
