"""Lines whose contributions are those of the rate table, but in each other's columns.

The five amounts together prove it: only their order differs from what is due on the wage in one category,
with EIS and LINDUNG 24 JAM or without.
"""

from collections.abc import Iterator, Mapping

import numpy as np

from contributions.layouts import C2
from contributions.matrix.bands import Due, due_on
from contributions.matrix.types import Integers, Mask

__all__ = ["misplaced_of", "right_order"]

_SHARES = tuple(field.name for field in C2.shares)


def misplaced_of(sen: Mapping[str, Integers], months: Integers, suspects: Mask) -> Mask:
    """Which of the suspect lines, which do not fit the tables, have the right amounts in another order."""
    found = np.zeros(len(months), np.bool_)
    rows = np.flatnonzero(suspects)
    if not len(rows):
        return found
    shares = [sen[name][rows] for name in _SHARES]
    written, paid = np.sort(np.stack(shares, axis=1), axis=1), np.add.reduce(shares)
    same = np.zeros(len(rows), np.bool_)
    due = due_on(sen["wage"][rows], months[rows])
    for meant in _meant(due):
        # Few lines have the right sum: only those are sorted.
        likely = np.flatnonzero((np.add.reduce(meant) == paid) & ~same)
        if len(likely):
            sorted_ = np.sort(np.stack([amounts[likely] for amounts in meant], axis=1), axis=1)
            same[likely] = (written[likely] == sorted_).all(axis=1)
    found[rows] = same & ~_has_lindung_in_socso(sen, rows, due)
    return found


def _has_lindung_in_socso(sen: Mapping[str, Integers], rows: Integers, due: Due) -> Mask:
    """In the second category LINDUNG 24 JAM added to a share of nothing: some sources say to write it so."""
    return np.asarray(
        (sen["socso_employer"][rows] == due.employer_second) & (sen["socso_employee"][rows] == due.lindung)
    )


def right_order(shares: tuple[int, ...], wage: int, month: int) -> tuple[int, ...]:
    """The amounts of a misplaced line in the order of their columns.

    Raises:
        StopIteration: they are not those of the table in another order.
    """
    orders = (
        tuple(int(amounts[0]) for amounts in meant)
        for meant in _meant(due_on(np.array([wage]), np.array([month])))
    )
    return next(order for order in orders if sorted(order) == sorted(shares))


def _meant(due: Due) -> Iterator[tuple[Integers, ...]]:
    """The five contributions in their order, for each category, with and without EIS and LINDUNG 24 JAM."""
    none = np.zeros(len(due.eis), np.int64)
    for employer, employee in ((due.employer_first, due.employee_first), (due.employer_second, none)):
        for eis in (due.eis, none):
            for lindung in (due.lindung, none):
                yield employer, employee, eis, eis, lindung
