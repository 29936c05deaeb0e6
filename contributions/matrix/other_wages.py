"""Lines whose contributions are those of the rate table, but for another wage than the one beside them.

Two shares at least must name the same band: a single amount stands in the table by chance too often. One
scheme beside SOCSO may be that of the wage that is written, as where a program takes only some of its amounts
from the basic pay: then more shares must name the other wage than this one.
"""

from collections.abc import Mapping
from dataclasses import replace

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
    is_first, has_eis, has_lindung = (
        share > 0 for share in (shares.socso_employee, shares.eis_employer, shares.lindung)
    )
    wages = lowest_wages(shares.socso_employer, months[rows], is_first)
    other, own = due_on(wages, months[rows]), due_on(sen[WAGE][rows], months[rows])
    none = np.zeros(len(rows), np.int64)
    own_eis = (shares.eis_employer == own.eis) & (shares.eis_employee == own.eis)
    but_eis = own_eis & replace(shares, eis_employer=none, eis_employee=none).fit(other)
    but_lindung = (shares.lindung == own.lindung) & replace(shares, lindung=none).fit(other)
    found[rows] = (
        ((is_first | has_eis | has_lindung) & shares.fit(other))
        | ((is_first | has_eis) & but_lindung)
        | (is_first & has_lindung & but_eis)
    )
    return found
