"""Numbers in columns of digits.

Digits are multiplied by powers of ten as float64, which runs in BLAS and is exact below 2**53; the
longest field has 14 digits.
"""

from functools import lru_cache

import numpy as np

from contributions.layouts import C2, Field
from contributions.matrix.types import Bytes, Floats, Integers, Mask

__all__ = ["AmountColumns", "is_digit", "number"]

ZERO, SPACE, TEN = np.uint8(48), np.uint8(32), np.uint8(10)
LOW_BITS = np.uint8(15)  # of '0' to '9' the digit, of a space nothing


def is_digit(columns: Bytes) -> Mask:
    """Which bytes are digits."""
    found: Mask = (columns - ZERO) < TEN
    return found


def number(columns: Bytes) -> Integers:
    """The number in each row of digits; spaces count as zeros, anything else makes it meaningless."""
    powers = 10.0 ** np.arange(columns.shape[1] - 1, -1, -1)
    return ((columns & LOW_BITS).astype(np.float64) @ powers).astype(np.int64)


class AmountColumns:
    """The money columns of a chunk, read together: one product gives all amounts."""

    def __init__(self, matrix: Bytes) -> None:
        fields = C2.amounts
        self.first = fields[0].start - 1
        block = np.ascontiguousarray(matrix[:, self.first : fields[-1].end])
        self.block = block
        sums = (block & LOW_BITS).astype(np.float64) @ _powers()
        self.values: dict[str, Integers] = {
            field.name: sums[:, index].astype(np.int64) for index, field in enumerate(fields)
        }
        self._faulty = self._find_faulty(block)

    def is_well_formed(self, field: Field) -> Mask:
        """Which rows have digits, right justified, in the field."""
        return ~self._faulty[field.name]

    def _find_faulty(self, block: Bytes) -> dict[str, Mask]:
        digit, space = is_digit(block), block == SPACE
        faulty = ~(digit | space)
        faulty[:, :-1] |= digit[:, :-1] & space[:, 1:] & _inside()
        any_faulty = bool(faulty.any())
        return {
            field.name: space[:, field.end - 1 - self.first]
            | (faulty[:, self._columns(field)].any(axis=1) if any_faulty else False)
            for field in C2.amounts
        }

    def _columns(self, field: Field) -> slice:
        return slice(field.start - 1 - self.first, field.end - self.first)


@lru_cache(maxsize=1)
def _powers() -> Floats:
    fields = C2.amounts
    first = fields[0].start
    powers = np.zeros((fields[-1].end - first + 1, len(fields)))
    for index, field in enumerate(fields):
        powers[field.start - first : field.end - first + 1, index] = 10.0 ** np.arange(
            field.length - 1, -1, -1
        )
    return powers


@lru_cache(maxsize=1)
def _inside() -> Mask:
    """Pairs of neighbouring columns that lie in one field."""
    fields = C2.amounts
    first = fields[0].start
    inside = np.ones(fields[-1].end - first, np.bool_)
    for field in fields[:-1]:
        inside[field.end - first] = False
    return inside
