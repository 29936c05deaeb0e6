"""Lines whose contributions are percentages of the wage, where the rate table has amounts by bands of wages.

The percentages are those from which the tables were made (rates notes, section 2), and what many public
calculators multiply by (section 8, row 10). A program rounds what it gets to sen, or to 5 sen.
"""

from collections.abc import Mapping

import numpy as np

from contributions.layouts import WAGE
from contributions.matrix.bands import Due, ceilings, due_on
from contributions.matrix.shares import Shares
from contributions.matrix.types import Integers, Mask

__all__ = ["are_percentages"]

WHOLE = 10_000
FIRST_EMPLOYER, FIRST_EMPLOYEE, SECOND_EMPLOYER, EIS = 175, 50, 125, 20
"""Parts of `WHOLE`: 1.75 % and so on."""
ROUNDED = 5
"""A share (sen) is nearer than this to the exact percentage."""
FEWEST = 2
"""One share beside the table may be a mistake of its own."""
_HIGHEST = 1_000_000_000_00
"""A wage (sen) above every band."""


def are_percentages(sen: Mapping[str, Integers], months: Integers, suspects: Mask) -> Mask:
    """Which of the suspect lines, which do not fit the tables, are of percentages of the wage or ceiling."""
    found = np.zeros(len(suspects), np.bool_)
    rows = np.flatnonzero(suspects)
    if not len(rows):
        return found
    shares = Shares.of({name: amounts[rows] for name, amounts in sen.items() if name != WAGE})
    wages = sen[WAGE][rows]
    due, top = due_on(wages, months[rows]), due_on(np.full(len(rows), _HIGHEST), months[rows])
    # By phase: the table of LINDUNG 24 JAM is 60, 80, then 100 % of that of the second category.
    lindung = np.rint(SECOND_EMPLOYER * top.lindung / top.employer_second).astype(np.int64)
    capped = np.minimum(wages, ceilings(months[rows]))
    found[rows] = (_beside_table(shares, due) >= FEWEST) & (
        _are_parts(shares, due, wages, lindung) | _are_parts(shares, due, capped, lindung)
    )
    return found


def _are_parts(shares: Shares, due: Due, wages: Integers, lindung: Integers) -> Mask:
    """Whether SOCSO, EIS and LINDUNG 24 JAM are parts of the wages; the last two may be nothing."""
    first = _is_part(shares.socso_employer, wages, FIRST_EMPLOYER) & _is_part(
        shares.socso_employee, wages, FIRST_EMPLOYEE
    )
    second = _is_part(shares.socso_employer, wages, SECOND_EMPLOYER) & (shares.socso_employee == 0)
    fits = first | second
    parts: tuple[int | Integers, ...] = (EIS, EIS, lindung)
    for (share, cell), part in zip(shares.others(due), parts, strict=True):
        fits &= (share == 0) | ((cell > 0) & _is_part(share, wages, part))
    return np.asarray(fits)


def _is_part(share: Integers, wages: Integers, part: int | Integers) -> Mask:
    return np.asarray(np.abs(share * WHOLE - wages * part) < ROUNDED * WHOLE)


def _beside_table(shares: Shares, due: Due) -> Integers:
    """How many shares are not those of the table."""
    is_first = shares.socso_employee > 0
    wrong = [
        shares.socso_employer != np.where(is_first, due.employer_first, due.employer_second),
        is_first & (shares.socso_employee != due.employee_first),
        *((share != 0) & (share != cell) for share, cell in shares.others(due)),
    ]
    return np.asarray(np.sum(wrong, axis=0))
