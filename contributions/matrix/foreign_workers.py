"""In which category foreign workers are, in months in which both are open to them."""

import numpy as np

from contributions.matrix.lines import Lines
from contributions.matrix.types import Mask
from contributions.rates import current

__all__ = ["foreign_categories"]


def foreign_categories(lines: Lines) -> tuple[Mask, Mask]:
    """Which lines are of foreign workers in the second category, and which of others of them."""
    foreign = lines.people.is_foreign
    if not foreign.any():
        return lines.none, lines.none
    judged = (
        foreign & lines.is_assessable & (lines.month >= current().rules.foreign_both_categories_from.number)
    )
    second = (lines.sen("socso_employer") == lines.due.employer_second) & (lines.sen("socso_employee") == 0)
    return np.asarray(judged & second), np.asarray(judged & ~second)
