"""What is wrong with amounts that are not digits, right justified: one fault for each at most."""

from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from contributions.matrix.digits import SPACE, is_digit
from contributions.matrix.masks import any_in_row
from contributions.matrix.types import Bytes

__all__ = ["AmountFault", "amount_faults_of"]

_POINT = np.zeros(256, np.bool_)
_POINT[[ord("."), ord(",")]] = True


class AmountFault(IntEnum):
    """Why an amount cannot be read."""

    NONE = 0
    MINUS = 1
    """A minus and digits; alone it is how spreadsheets write zero."""
    POINT = 2
    """A decimal point or comma."""
    LETTER = 3
    """Anything else that is no digit, or a space inside."""
    LEFT = 4
    """Digits with spaces after them."""


def amount_faults_of(columns: Bytes) -> NDArray[np.uint8]:
    """The fault of each amount; the rows are known to be neither well formed nor blank."""
    digit, space = is_digit(columns), columns == SPACE
    minus = any_in_row(columns == ord("-")) & any_in_row(digit)
    point = any_in_row(_POINT[columns])
    strange = any_in_row(~(digit | space))
    begins_again = any_in_row(space[:, :-1] & digit[:, 1:] & (np.cumsum(digit, axis=1)[:, :-1] > 0))
    faults: NDArray[np.uint8] = np.select(
        [minus, point, strange | begins_again],
        [np.uint8(AmountFault.MINUS), np.uint8(AmountFault.POINT), np.uint8(AmountFault.LETTER)],
        np.uint8(AmountFault.LEFT),
    )
    return faults
