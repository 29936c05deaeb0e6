"""Who pays contributions for a month of LINDUNG 24 JAM, but not that."""

import numpy as np

from contributions.matrix.fields import LINDUNG_FROM
from contributions.matrix.lines import Lines
from contributions.matrix.types import Mask

__all__ = ["is_unpaid", "may_be_released"]


def is_unpaid(lines: Lines) -> Mask:
    """Lines of nobody's LINDUNG 24 JAM where it was due; a blank field has its own check."""
    share: Mask = (lines.sen("lindung") == 0) & ~lines.is_blank("lindung")
    unpaid: Mask = lines.is_assessable & share & lines.is_lindung_month
    return unpaid & ~_is_in_socso(lines) if unpaid.any() else unpaid


def may_be_released(lines: Lines) -> Mask:
    """Those of them who may be released by a notice of their own: locals, but for the first month."""
    return is_unpaid(lines) & lines.is_local & (lines.month > LINDUNG_FROM)


def _is_in_socso(lines: Lines) -> Mask:
    """Whose LINDUNG 24 JAM stands in a SOCSO share, which has checks of its own."""
    employer, employee, due = lines.sen("socso_employer"), lines.sen("socso_employee"), lines.due
    to_employee = (employee == due.employee_first + due.lindung) | (employee == due.lindung)
    to_first = (employer == due.employer_first + due.lindung) & (employee == due.employee_first)
    # In the lowest band this is also the sum of both shares of the first category.
    to_second = (employer == due.employer_second + due.lindung) & (employee == 0)
    to_second &= employer != due.employer_first + due.employee_first
    return np.asarray((to_employee | to_first | to_second) & (due.lindung > 0))
