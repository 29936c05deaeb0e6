"""Lines whose month stands right, but whose identity number and name stand some columns beside their place.

A program filled the SSM number to another width and made it good behind the name. The number proves it: where
the field of the identity number holds none, one stands whole across its border, a space before it and a
letter of the name right behind it.
"""

import numpy as np

from contributions.layouts import C2
from contributions.matrix.digits import SPACE
from contributions.matrix.identity_faults import is_foreign_number, is_letter
from contributions.matrix.people import is_mykad
from contributions.matrix.types import Bytes, Integers, Mask

__all__ = ["identity_shift_of", "identity_shifts_of"]

_IDENTITY = C2["identity_number"]
_START, _STOP = _IDENTITY.columns.start, _IDENTITY.columns.stop
_FARTHEST = _IDENTITY.length - 1
"""A number farther away has no column in its field."""


def identity_shifts_of(matrix: Bytes, suspects: Mask) -> Integers:
    """By how many columns the number of each suspect line stands too far right (left: below 0), else 0."""
    shifts = np.zeros(len(matrix), np.int64)
    for distance in range(1, _FARTHEST + 1):
        for shift in (-distance, distance):
            rows = np.flatnonzero(suspects & (shifts == 0))
            before, behind = matrix[rows, _START + shift - 1], matrix[rows, _STOP + shift]
            rows = rows[(before == SPACE) & is_letter(behind)]
            if len(rows):
                shifts[rows[_are_numbers(matrix[rows, _START + shift : _STOP + shift])]] = shift
    return shifts


def identity_shift_of(line: bytes) -> int:
    """The same for one line of the width of a record."""
    return int(identity_shifts_of(np.frombuffer(line, np.uint8)[np.newaxis, :], np.array([True]))[0])


def _are_numbers(ids: Bytes) -> Mask:
    return np.asarray(is_mykad(ids) | is_foreign_number(ids))
