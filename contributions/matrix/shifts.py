"""Lines whose month and amounts stand some columns beside their place."""

import numpy as np

from contributions.layouts import C2
from contributions.matrix.digits import SPACE, is_digit
from contributions.matrix.masks import all_in_row, any_in_row
from contributions.matrix.months import MONTH, NO_MONTH, month_numbers
from contributions.matrix.types import Bytes, Integers, Mask

__all__ = ["FARTHEST", "shift_of", "shifts_of", "stands_at"]

FARTHEST = 30
_DIGIT_COLUMNS = [*range(MONTH.start - 1, MONTH.end), *(field.end - 1 for field in C2.amounts)]


def shifts_of(matrix: Bytes) -> Integers:
    """For each row the shift that makes month and amounts readable, nearest first; 0 where none does."""
    shifts = np.zeros(len(matrix), np.int64)
    by_column = np.ascontiguousarray(is_digit(matrix).T)
    for distance in range(1, FARTHEST + 1):
        for shift in (distance, -distance):
            rows = np.flatnonzero(_may_fit(by_column, shift) & (shifts == 0))
            if len(rows):
                shifts[rows[_fits(matrix[rows], shift)]] = shift
    return shifts


def _may_fit(by_column: Mask, shift: int) -> Mask:
    """Rows with digits where a shifted month stands and where shifted amounts end: quick, nearly enough."""
    columns = [column + shift for column in _DIGIT_COLUMNS]
    may: Mask = by_column[columns[0]].copy()
    for column in columns[1:]:
        may &= by_column[column]
    return may


def stands_at(line: bytes) -> int | None:
    """The shift of one line of any width, 0 when it stands right; `None` when nothing fits."""
    needed = C2.trimmed_width + FARTHEST
    padded = np.frombuffer(line.ljust(needed), np.uint8)[np.newaxis, :]
    if _fits(padded, 0)[0]:
        return 0
    return int(shifts_of(padded)[0]) or None


def shift_of(line: bytes) -> int:
    """The shift of one line of any width; 0 when it stands right or nothing fits."""
    return stands_at(line) or 0


def _fits(matrix: Bytes, shift: int) -> Mask:
    fits: Mask = month_numbers(matrix[:, _moved(MONTH.columns, shift)]) != NO_MONTH
    if not fits.any():
        return fits
    for field in C2.amounts:
        columns = matrix[:, _moved(field.columns, shift)]
        digit, space = is_digit(columns), columns == SPACE
        fits &= all_in_row(digit | space) & digit[:, -1]
        fits &= ~any_in_row(digit[:, :-1] & space[:, 1:])
    return fits


def _moved(columns: slice, shift: int) -> slice:
    return slice(columns.start + shift, columns.stop + shift)
