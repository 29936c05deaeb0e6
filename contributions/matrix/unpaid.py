"""Who pays contributions for a month of LINDUNG 24 JAM, but not that."""

import numpy as np

from contributions.matrix.lines import LINDUNG_FROM, Lines
from contributions.matrix.types import Mask

__all__ = ["is_unpaid", "may_be_released"]


def is_unpaid(lines: Lines) -> Mask:
    """Lines of nobody's LINDUNG 24 JAM where it was due; a blank field has its own check."""
    share: Mask = (lines.sen("lindung") == 0) & ~lines.is_blank("lindung")
    unpaid: Mask = lines.is_assessable & share & lines.is_lindung_month & ~_is_in_socso(lines)
    return unpaid


def may_be_released(lines: Lines) -> Mask:
    """Those of them who may be released by a notice of their own: locals, but for the first month."""
    return is_unpaid(lines) & lines.is_local & (lines.month > LINDUNG_FROM)


def _is_in_socso(lines: Lines) -> Mask:
    """Whose LINDUNG 24 JAM stands in the SOCSO share, which has a check of its own."""
    extra = lines.sen("socso_employee") - lines.due.lindung
    added: Mask = (extra == lines.due.employee_first) | (extra == 0)
    return np.logical_and(added, lines.due.lindung > 0)
