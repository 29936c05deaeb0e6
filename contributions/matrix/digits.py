"""Numbers in columns of digits.

Neighbouring digits are joined two by two while they still fit a byte, which leaves half as many columns
to multiply: quicker than a matrix product of floats, and free of the threads that BLAS would start.
"""

from functools import lru_cache

import numpy as np

from contributions.layouts import Field
from contributions.matrix.types import Bytes, Integers, Mask

__all__ = ["AmountColumns", "is_digit", "number"]

ZERO, SPACE, TEN = np.uint8(48), np.uint8(32), np.uint8(10)
LOW_BITS = np.uint8(15)  # of '0' to '9' the digit, of a space nothing
PAIR = 100


def is_digit(columns: Bytes) -> Mask:
    """Which bytes are digits."""
    found: Mask = (columns - ZERO) < TEN
    return found


def number(columns: Bytes) -> Integers:
    """The number in each row of digits; spaces count as zeros, anything else makes it meaningless."""
    pairs = _pairs(columns)
    return _joined(pairs, 0, pairs.shape[1])


def _pairs(columns: Bytes) -> Bytes:
    """Each two columns of digits as one number below a hundred; the width is even."""
    digits = columns & LOW_BITS
    pairs: Bytes = digits[:, 0::2] * TEN
    pairs += digits[:, 1::2]
    return pairs


def _joined(pairs: Bytes, first: int, last: int) -> Integers:
    value = pairs[:, first].astype(np.int64)
    for index in range(first + 1, last):
        value *= PAIR
        value += pairs[:, index]
    return value


class AmountColumns:
    """The money columns of a chunk, read together."""

    def __init__(self, matrix: Bytes, fields: tuple[Field, ...]) -> None:
        self.fields = fields
        self.first = fields[0].start - 1
        block = np.ascontiguousarray(matrix[:, self.first : fields[-1].end])
        pairs = _pairs(block)
        self.values: dict[str, Integers] = {
            field.name: _joined(pairs, self._columns(field).start // 2, self._columns(field).stop // 2)
            for field in fields
        }
        self._faulty = self._find_faulty(block)

    def is_well_formed(self, field: Field) -> Mask:
        """Which rows have digits, right justified, in the field."""
        return ~self._faulty[field.name]

    def _find_faulty(self, block: Bytes) -> dict[str, Mask]:
        digit, space = is_digit(block), block == SPACE
        faulty = ~(digit | space)
        faulty[:, :-1] |= digit[:, :-1] & space[:, 1:] & _inside(self.fields)
        any_faulty = bool(faulty.any())
        return {
            field.name: space[:, field.end - 1 - self.first]
            | (faulty[:, self._columns(field)].any(axis=1) if any_faulty else False)
            for field in self.fields
        }

    def _columns(self, field: Field) -> slice:
        return slice(field.start - 1 - self.first, field.end - self.first)


@lru_cache(maxsize=8)
def _inside(fields: tuple[Field, ...]) -> Mask:
    """Pairs of neighbouring columns that lie in one field."""
    first = fields[0].start
    inside = np.ones(fields[-1].end - first, np.bool_)
    for field in fields[:-1]:
        inside[field.end - first] = False
    return inside
