"""Numbers in columns of digits.

Columns are taken one by one, each over all lines: what is done to it then runs on bytes that lie side by
side. That is quicker than a matrix product of floats, and free of the threads that BLAS would start.
"""

import numpy as np

from contributions.layouts import Field
from contributions.matrix.extremes import Extremes
from contributions.matrix.types import Bytes, Integers, Mask

__all__ = ["AmountColumns", "is_digit", "number"]

ZERO, SPACE, TEN = np.uint8(48), np.uint8(32), np.uint8(10)
LOW_BITS = np.uint8(15)  # of '0' to '9' the digit, of a space nothing
PAIR = 100


def is_digit(columns: Bytes) -> Mask:
    """Which bytes are digits."""
    found: Mask = (columns - ZERO) < TEN
    return found


def number(columns: Bytes, first: int = 0) -> Integers:
    """The number in each row of digits; spaces count as zeros, anything else makes it meaningless.

    The width is even; columns before `first` are known to hold only spaces.
    """
    value: Integers = np.zeros(len(columns), np.int64)
    for column in range(first - first % 2, columns.shape[1], 2):
        pair = columns[:, column] & LOW_BITS
        pair *= TEN
        pair += columns[:, column + 1] & LOW_BITS
        value *= PAIR
        value += pair
    return value


class AmountColumns:
    """The money columns of a chunk, read together; `extremes` are those of the chunk."""

    def __init__(self, matrix: Bytes, fields: tuple[Field, ...], extremes: Extremes) -> None:
        start = fields[0].columns.start
        # Beside each other the columns of a chunk stay in the cache of one core.
        block = np.ascontiguousarray(matrix[:, start : fields[-1].end])
        self.values: dict[str, Integers] = {}
        self._faulty: dict[str, Mask] = {}
        for field in fields:
            columns = block[:, field.columns.start - start : field.columns.stop - start]
            known = _Known(extremes, field.columns)
            self.values[field.name] = number(columns, known.blank)
            self._faulty[field.name] = _faulty(columns, known)

    def is_sound(self, field: Field) -> bool:
        """Whether all rows have digits, right justified, in the field."""
        return not self._faulty[field.name].any()

    def is_well_formed(self, field: Field) -> Mask:
        """Which rows have digits, right justified, in the field."""
        return ~self._faulty[field.name]


class _Known:
    """What is known of the columns of an amount for all lines: first come spaces, last come digits."""

    def __init__(self, extremes: Extremes, columns: slice) -> None:
        lowest, highest = extremes.lowest[columns], extremes.highest[columns]
        self.blank = 0
        """How many columns at the beginning hold only spaces."""
        while self.blank < len(lowest) and lowest[self.blank] == highest[self.blank] == SPACE:
            self.blank += 1
        self.digits = len(lowest)
        """The column from which on there are only digits."""
        while (
            self.digits > self.blank
            and lowest[self.digits - 1] >= ZERO
            and highest[self.digits - 1] < ZERO + TEN
        ):
            self.digits -= 1


def _faulty(columns: Bytes, known: _Known) -> Mask:
    """Rows with anything but spaces, and digits after them to the end."""
    last_is_digit = known.digits < columns.shape[1]
    faulty: Mask = np.zeros(len(columns), np.bool_)
    if not last_is_digit:
        faulty |= columns[:, -1] == SPACE
    was_digit = np.zeros(len(columns), np.bool_)
    for column in range(known.blank, known.digits):
        letters = np.ascontiguousarray(columns[:, column])
        space, digit = letters == SPACE, is_digit(letters)
        faulty |= ~(digit | space)
        faulty |= was_digit & space
        was_digit = digit
    return faulty
