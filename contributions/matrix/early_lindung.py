"""Lines with LINDUNG 24 JAM for a month before it began, and those of them with an amount of its tables."""

import numpy as np

from contributions.layouts import WAGE
from contributions.matrix.bands import due_on
from contributions.matrix.fields import LINDUNG_FROM
from contributions.matrix.lines import Lines
from contributions.matrix.types import Mask
from contributions.rates import current

__all__ = ["early_lindung"]


def early_lindung(lines: Lines) -> tuple[Mask, Mask]:
    """Such lines among those that do not fit the tables of their month, and those with what is due later."""
    share, wages = lines.sen("lindung"), lines.sen(WAGE)
    early = lines.is_misfit & (share > 0) & (lines.month < LINDUNG_FROM)
    later, rows = np.zeros(len(lines), np.bool_), np.flatnonzero(early)
    for table in current().tables["skbbk"]:
        due = due_on(wages[rows], np.full(len(rows), table.first.number))
        later[rows] |= due.lindung == share[rows]
    return early, later
