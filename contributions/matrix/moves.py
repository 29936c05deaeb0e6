"""Lines whose month stands right, but whose amounts stand some columns beside their place from one field on.

A character was put in or lost in front of that field. The rate table proves it: moved back, the amounts are
exactly those that are due on the wage, and nothing is left behind them.
"""

from dataclasses import dataclass

import numpy as np

from contributions.layouts import C2, Field, Layout
from contributions.matrix.bands import due_on
from contributions.matrix.digits import SPACE, ZERO, AmountColumns, is_digit, number
from contributions.matrix.extremes import Extremes
from contributions.matrix.masks import all_in_row
from contributions.matrix.months import MONTH, month_numbers
from contributions.matrix.shares import Shares
from contributions.matrix.types import Bytes, Integers, Mask

__all__ = ["STEPS", "Move", "Moves", "move_of", "moved_back", "moves_of"]

STEPS = (1, -1, 2, -2, 3, -3)
"""By how many columns amounts are looked for beside their place; to the right above 0."""
_NOWHERE = -1
_START, _END = C2.amounts[0].columns.start, C2.amounts[-1].columns.stop


@dataclass(frozen=True, slots=True)
class Move:
    """From which field on the amounts of a line stand beside their place, and by how many columns."""

    field: Field
    by: int


@dataclass(frozen=True, slots=True)
class Moves:
    """The same for many lines: `begins` is the index of the amount, below 0 where nothing has moved."""

    begins: Integers
    by: Integers

    def at(self, row: int) -> Move | None:
        """The move of one line."""
        begins = int(self.begins[row])
        return Move(C2.amounts[begins], int(self.by[row])) if begins >= 0 else None


def moves_of(matrix: Bytes, suspects: Mask, steps: tuple[int, ...] = STEPS) -> Moves:
    """What has moved in each of the suspect lines, nearest first. The rows are those of a combined layout."""
    begins, by = np.full(len(matrix), _NOWHERE, np.int64), np.zeros(len(matrix), np.int64)
    for step in steps:
        rows = np.flatnonzero(suspects & (begins == _NOWHERE))
        rows = rows[_may_end(matrix[rows], step)]
        for index in range(len(C2.amounts)):
            if not len(rows):
                break
            fits = _fits(matrix[rows], index, step)
            begins[rows[fits]], by[rows[fits]] = index, step
            rows = rows[~fits]
    return Moves(begins, by)


def move_of(line: bytes, steps: tuple[int, ...] = STEPS, layout: Layout = C2) -> Move | None:
    """What has moved in one line of any width; `None` when nothing has or no table proves it."""
    if layout is not C2:
        return None
    row = np.frombuffer(line[: C2.width + max(STEPS)].ljust(C2.width + max(STEPS)), np.uint8)[np.newaxis, :]
    return moves_of(row, np.array([True]), steps).at(0)


def moved_back(line: bytes, move: Move) -> bytes:
    """A line with its amounts where they belong."""
    start = move.field.columns.start
    return line[:start] + b" " * -move.by + line[start + max(move.by, 0) :]


def _may_end(matrix: Bytes, step: int) -> Mask:
    """Rows whose last amount, of format 2 or of format 1.0, would end `step` columns beside its place."""
    found = np.zeros(len(matrix), np.bool_)
    for field in C2.amounts[-2:]:
        end = field.columns.stop + step
        likely = is_digit(matrix[:, end - 1]) & (matrix[:, end] == SPACE)
        if likely.any():
            likely[likely] = all_in_row(matrix[likely, end:] == SPACE)
            found |= likely
    return found


def _fits(matrix: Bytes, index: int, step: int) -> Mask:
    """Whose amounts are those of the table once they are moved back from one of them on."""
    field = C2.amounts[index]
    start = field.columns.start
    moved = matrix.copy()
    moved[:, start:] = SPACE
    if step > 0:
        moved[:, start:_END] = matrix[:, start + step : _END + step]
        put_in = matrix[:, start : start + step]
        fits = all_in_row((put_in == SPACE) | (put_in == ZERO))
    else:
        moved[:, start - step : _END] = matrix[:, start : _END + step]
        fits = ~_is_only_left_justified(matrix, index)
    columns = AmountColumns(moved, C2.amounts, Extremes.of(moved))
    for amount in C2.amounts:
        well = columns.is_well_formed(amount)
        if not amount.required:
            well |= all_in_row(moved[:, amount.columns] == SPACE)
        fits &= well
    if not fits.any():
        return fits
    if step < 0:
        fits &= ~_stands_right(matrix[:, field.columns], columns.values[field.name])
    wage, shares = columns.values["wage"], Shares.of(columns.values)
    due = due_on(wage, month_numbers(matrix[:, MONTH.columns]))
    return np.asarray(fits & (wage > 0) & (shares.socso_employer > 0) & shares.fit(due))


def _stands_right(columns: Bytes, values: Integers) -> Mask:
    """Which cells, where a shift would begin, end in their last column and are the same amount without it."""
    return np.asarray(is_digit(columns[:, -1]) & (number(columns) == values))


def _is_only_left_justified(matrix: Bytes, index: int) -> Mask:
    """Whose amounts from one on all begin in their first column and end early: each is mended by itself."""
    rest = C2.amounts[index + 1 :]
    is_last = np.logical_and.reduce(
        [np.ones(len(matrix), np.bool_), *(all_in_row(matrix[:, field.columns] == SPACE) for field in rest)]
    )
    starts = [field.columns.start for field in C2.amounts[index:]]
    ends = [field.columns.stop - 1 for field in C2.amounts[index:]]
    begin_and_end = all_in_row(is_digit(matrix[:, starts])) & all_in_row(matrix[:, ends] == SPACE)
    return np.asarray(is_last | begin_and_end)
