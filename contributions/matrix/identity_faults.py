"""What is to be said of identity numbers that have not twelve digits: one fault for each at most.

Shapes: contribution-files notes, 8.3 to 8.6. Only the beginning SSFW or SSFDW tells a foreign worker; what
follows it is published nowhere, and the numbers that are known fill the field with digits.
"""

from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from contributions.matrix.digits import SPACE, ZERO, is_digit
from contributions.matrix.hashing import in_capitals
from contributions.matrix.masks import all_in_row
from contributions.matrix.people import begins_foreign, is_mykad
from contributions.matrix.types import Bytes, Integers, Mask

__all__ = ["REFUSED", "IdentityFault", "faults_of", "is_foreign_number", "is_letter"]

OLD_IC_DIGITS = 7
PASSPORT_LENGTHS = (7, 10)
FEWEST_LEFT = 9
"""Digits left of a MyKad number of January 2000, which begins with three zeros."""
MYKAD_LENGTH, FEWEST_DIGITS_TYPED = 12, 10
FEWEST_CROSSES = 2
ARMY, POLICE = b"T", b"RF"
DOMESTIC = np.uint8(ord("D"))
CASE = np.uint8(32)
_LETTER = np.zeros(256, np.bool_)
_LETTER[[*range(65, 91), *range(97, 123)]] = True


class IdentityFault(IntEnum):
    """Why an identity number is remarkable."""

    NONE = 0
    SIGN = 1
    """A dash, a space inside, or another sign."""
    DIGITS = 2
    """Digits alone, but neither twelve nor the seven of an old IC."""
    PASSPORT = 3
    """A letter and six to nine digits."""
    OTHER = 4
    """Old IC, army, police or another number."""
    LOST_ZEROS = 5
    """Nine to eleven digits that are a MyKad number once zeros stand in front."""
    MISTYPED = 6
    """Twelve characters, one or two of them letters: a letter was typed for a digit of a MyKad number."""
    FOREIGN_SHAPE = 7
    """SSFW or SSFDW, but not digits alone to the end of the field after it."""
    PLACEHOLDER = 8
    """What people and programs write for no number."""


REFUSED = (IdentityFault.SIGN, IdentityFault.DIGITS, IdentityFault.LOST_ZEROS, IdentityFault.PLACEHOLDER)
"""Faults for which a number is certainly not the person's."""
_PLACEHOLDERS = (
    *(b"NULL", b"NONE", b"NIL", b"NAN", b"NA", b"N/A", b"#N/A", b"#REF!", b"#NAME?", b"#VALUE!"),
    *(b"TBA", b"TBC", b"TBD", b"TEST", b"TIADA", b"UNDEFINED", b"UNKNOWN", b"0000000"),
    *(b"X" * count for count in range(FEWEST_CROSSES, MYKAD_LENGTH + 1)),
)


def faults_of(ids: Bytes, is_foreign: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """The fault of each number; none for a blank or indented one, which other checks report."""
    filled = ids != SPACE
    columns = np.arange(ids.shape[1])
    lengths = np.where(filled, columns + 1, 0).max(axis=1)
    outside = columns >= lengths[:, np.newaxis]
    digit, letter = is_digit(ids), _LETTER[ids]
    has_sign = ~all_in_row(digit | letter | outside)
    all_digits = all_in_row(digit | outside)
    shortest, longest = PASSPORT_LENGTHS
    passport = (
        letter[:, 0] & all_in_row((digit | outside)[:, 1:]) & (lengths >= shortest) & (lengths <= longest)
    )
    known = (lengths == 0) | ~filled[:, 0]
    faults: NDArray[np.uint8] = np.select(
        [
            known,
            _are_placeholders(ids),
            has_sign,
            is_foreign & _fills_with_digits(ids, digit),
            is_foreign,
            all_digits & _lost_zeros(ids, lengths),
            all_digits & (lengths != OLD_IC_DIGITS),
            passport,
            _is_mistyped(ids, digit, lengths),
        ],
        [
            np.uint8(IdentityFault.NONE),
            np.uint8(IdentityFault.PLACEHOLDER),
            np.uint8(IdentityFault.SIGN),
            np.uint8(IdentityFault.NONE),
            np.uint8(IdentityFault.FOREIGN_SHAPE),
            np.uint8(IdentityFault.LOST_ZEROS),
            np.uint8(IdentityFault.DIGITS),
            np.uint8(IdentityFault.PASSPORT),
            np.uint8(IdentityFault.MISTYPED),
        ],
        np.uint8(IdentityFault.OTHER),
    )
    return faults


def is_letter(letters: Bytes) -> Mask:
    """Which bytes are letters, A to Z in either case."""
    return np.asarray(_LETTER[letters])


def is_foreign_number(ids: Bytes) -> Mask:
    """Which rows are numbers of foreign workers, SSFW or SSFDW and digits to the end of the field."""
    return np.asarray(begins_foreign(ids) & _fills_with_digits(ids, is_digit(ids)))


def _are_placeholders(ids: Bytes) -> Mask:
    texts = np.ascontiguousarray(in_capitals(ids)).view(f"S{ids.shape[1]}")[:, 0]
    return np.isin(texts, [text.ljust(ids.shape[1]) for text in _PLACEHOLDERS])


def _lost_zeros(ids: Bytes, lengths: Integers) -> Mask:
    """Rows that are a MyKad number, with a real date and place, once zeros fill them from the left."""
    found = np.zeros(len(ids), np.bool_)
    width = ids.shape[1]
    for length in range(FEWEST_LEFT, width):
        rows = lengths == length
        if rows.any():
            whole = np.full((int(rows.sum()), width), ZERO, np.uint8)
            whole[:, width - length :] = ids[rows][:, :length]
            found[rows] = is_mykad(whole)
    return found


def _fills_with_digits(ids: Bytes, digit: Mask) -> Mask:
    """Which foreign numbers are digits from behind SSFW or SSFDW to the end of the field."""
    wide = len(b"SSFW")
    is_domestic = ids[:, wide - 1] & ~CASE == DOMESTIC
    return np.asarray(all_in_row(digit[:, wide + 1 :]) & (digit[:, wide] | is_domestic))


def _is_mistyped(ids: Bytes, digit: Mask, lengths: Integers) -> Mask:
    """Rows as long as a MyKad number with a letter or two, but for the beginnings of army and police."""
    found: Mask = (lengths == MYKAD_LENGTH) & (digit.sum(axis=1) >= FEWEST_DIGITS_TYPED)
    if found.any():
        upper = ids & ~CASE
        for beginning in (ARMY, POLICE):
            count = len(beginning)
            begins = all_in_row(upper[:, :count] == np.frombuffer(beginning, np.uint8))
            found &= ~(begins & all_in_row(digit[:, count:]))
    return found
