"""The lowest and the highest byte of each column of many lines: one look that answers most questions.

In nearly all files a column of digits holds digits on every line and a column of spaces nothing else. What is
known of a column for all lines need not be asked of each.
"""

from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import as_strided

from contributions.matrix.types import Bytes

__all__ = ["Extremes"]

SPACE, ZERO, NINE = ord(" "), ord("0"), ord("9")
LINES_A_ROW = 32
"""A minimum over few long rows is thrice as quick as one over many short ones."""


@dataclass(frozen=True, slots=True)
class Extremes:
    """The lowest and the highest byte of each column; spaces where there is no line."""

    lowest: bytes
    highest: bytes

    @classmethod
    def of(cls, matrix: Bytes) -> "Extremes":
        """Those of some lines."""
        rows, width = matrix.shape
        if not rows:
            return cls(b" " * width, b" " * width)
        stride, step = matrix.strides
        # The last line stays out of the long rows: what lies between lines may be missing after it.
        long = (rows - 1) // LINES_A_ROW if step == 1 and stride >= width else 0
        rest = matrix[long * LINES_A_ROW :]
        lowest, highest = rest.min(axis=0), rest.max(axis=0)
        if long:
            length = LINES_A_ROW * stride
            wide = as_strided(matrix, (long, length), (length, 1), writeable=False)
            lowest = np.minimum(lowest, wide.min(axis=0).reshape(-1, stride)[:, :width].min(axis=0))
            highest = np.maximum(highest, wide.max(axis=0).reshape(-1, stride)[:, :width].max(axis=0))
        return cls(lowest.tobytes(), highest.tobytes())

    def is_same(self, columns: slice) -> bool:
        """Whether all lines have the same in some columns."""
        return self.lowest[columns] == self.highest[columns]

    def is_blank(self, columns: slice) -> bool:
        """Whether all lines have only spaces in some columns."""
        return self.is_same(columns) and not self.lowest[columns].strip(b" ")

    def is_digits(self, columns: slice) -> bool:
        """Whether all lines have only digits in some columns."""
        return min(self.lowest[columns]) >= ZERO and max(self.highest[columns]) <= NINE

    def may_be_space(self, column: int) -> bool:
        """Whether a line may have a space in a column: surely not, if all bytes come after it."""
        return self.lowest[column] <= SPACE

    def used(self, columns: slice) -> slice:
        """The same columns without those at their end that are blank on all lines."""
        filled = len(self.highest[columns].rstrip(b" "))
        low = len(self.lowest[columns].rstrip(b" "))
        return slice(columns.start, columns.start + max(filled, low))
