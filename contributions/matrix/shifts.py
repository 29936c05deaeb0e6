"""Lines whose month and amounts stand some columns beside their place."""

import re
from functools import lru_cache

import numpy as np

from contributions.layouts import C2, Layout
from contributions.matrix.digits import SPACE, ZERO, is_digit
from contributions.matrix.masks import all_in_row, any_in_row
from contributions.matrix.months import MONTH, NO_MONTH, month_numbers
from contributions.matrix.types import Bytes, Integers, Mask

__all__ = ["FARTHEST", "lack_zero", "lacks_zero", "shift_of", "shifts_of", "stands_at"]

FARTHEST = 30
FARTHEST_LEFT = 148
"""How far lines may stand to the left whose name has another width than 150, or its own."""
_MONTH_AND_YEAR = rb"(?=[0-1][0-9](19|20)[0-9]{2})"
ROWS_LOOKED_AT = 8
"""So many unlike lines are looked at one by one; the others of a file stand where one of them does."""


def shifts_of(matrix: Bytes, layout: Layout = C2) -> Integers:
    """For each row the shift that makes month and amounts readable, nearest first; 0 where none does."""
    shifts = np.zeros(len(matrix), np.int64)
    by_column = np.ascontiguousarray(is_digit(matrix).T)
    for distance in range(1, FARTHEST + 1):
        for shift in (distance, -distance):
            if layout.amounts[-1].end + shift > matrix.shape[1]:
                continue
            rows = np.flatnonzero(_may_fit(by_column, shift, layout) & (shifts == 0))
            if len(rows):
                shifts[rows[_fits(matrix[rows], shift, layout)]] = shift
    _find_far(matrix, shifts, layout)
    return shifts


def lack_zero(matrix: Bytes, layout: Layout = C2) -> Mask:
    """Rows where month and amounts stand right once a zero is put in front of the month."""
    start = MONTH.columns.start
    moved = np.roll(matrix, 1, axis=1)
    moved[:, :start], moved[:, start] = matrix[:, :start], ZERO
    may_be = (matrix[:, start - 1] == SPACE) & (matrix[:, -1] == SPACE)
    return np.asarray(may_be & _fits(moved, 0, layout))


def lacks_zero(line: bytes, layout: Layout = C2) -> bool:
    """The same for one line of the width of a record."""
    return bool(lack_zero(np.frombuffer(line, np.uint8)[np.newaxis, :], layout)[0])


def _find_far(matrix: Bytes, shifts: Integers, layout: Layout) -> None:
    """Put in the shifts of lines that stand farther to the left."""
    rows = np.flatnonzero(shifts == 0)
    for _ in range(ROWS_LOOKED_AT):
        if not len(rows):
            return
        shift = _far_shift(matrix[rows[:1]], layout)
        fits = _fits(matrix[rows], shift, layout)
        shifts[rows[fits]] = shift
        rows = rows[1:][~fits[1:]]


@lru_cache(maxsize=8)
def _digit_columns(layout: Layout) -> tuple[int, ...]:
    return (
        *range(MONTH.start - 1, MONTH.end),
        *(field.end - 1 for field in layout.amounts if field.required),
    )


def _may_fit(by_column: Mask, shift: int, layout: Layout) -> Mask:
    """Rows with digits where a shifted month stands and where shifted amounts end: quick, nearly enough."""
    columns = [column + shift for column in _digit_columns(layout)]
    may: Mask = by_column[columns[0]].copy()
    for column in columns[1:]:
        may &= by_column[column]
    return may


def stands_at(line: bytes, layout: Layout = C2) -> int | None:
    """The shift of one line of any width, 0 when it stands right; `None` when nothing fits."""
    needed = layout.amounts[-1].end + FARTHEST
    padded = np.frombuffer(line.ljust(needed), np.uint8)[np.newaxis, :]
    if _fits(padded, 0, layout)[0]:
        return 0
    return int(shifts_of(padded, layout)[0]) or None


def _far_shift(row: Bytes, layout: Layout) -> int:
    """How far one row stands to the left, beyond the near shifts; 0 where nothing fits."""
    starts = (match.start() for match in re.finditer(_MONTH_AND_YEAR, row.tobytes()))
    shifts = sorted((start - MONTH.columns.start for start in starts), reverse=True)
    far = (shift for shift in shifts if -FARTHEST_LEFT <= shift < -FARTHEST)
    return next((shift for shift in far if _fits(row, shift, layout)[0]), 0)


def shift_of(line: bytes, layout: Layout = C2) -> int:
    """The shift of one line of any width; 0 when it stands right or nothing fits."""
    return stands_at(line, layout) or 0


def _fits(matrix: Bytes, shift: int, layout: Layout) -> Mask:
    fits: Mask = month_numbers(matrix[:, _moved(MONTH.columns, shift)]) != NO_MONTH
    if not fits.any():
        return fits
    for field in layout.amounts:
        columns = matrix[:, _moved(field.columns, shift)]
        digit, space = is_digit(columns), columns == SPACE
        ends = digit[:, -1] if field.required else digit[:, -1] | all_in_row(space)
        fits &= all_in_row(digit | space) & ends
        fits &= ~any_in_row(digit[:, :-1] & space[:, 1:])
    return fits


def _moved(columns: slice, shift: int) -> slice:
    return slice(columns.start + shift, columns.stop + shift)
