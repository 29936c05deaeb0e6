"""64-bit fingerprints of text columns, to find equal ones among millions without keeping the text.

Two different texts share a fingerprint with a chance of about 1 in 10**19 a pair; for a million lines
that is less than one wrong pair in ten million files.
"""

from collections.abc import Sequence

import numpy as np

from contributions.matrix.types import Bytes, Hashes, Mask

__all__ = ["Words", "in_capitals", "mixed"]

WORD, BITS_A_BYTE = 8, 8
_SPREAD = np.uint64(0x9E3779B97F4A7C15)
# Powers of an odd number, odd too and without a pattern; `numpy.random` takes longer to import than a check.
_SEEDS = np.array([pow(0xD1342543DE82EF95, power, 1 << 64) for power in range(1, 65)], np.uint64)
_FOLD, _HALF = np.uint64(29), np.uint64(32)
_WORD_TYPE = np.dtype("<u8")
_SPACES = np.uint64(0x2020202020202020)
_DIGIT_TURNED, _DIGITS = np.uint8(ord("0") ^ ord(" ")), np.uint8(10)

_FIRST_SMALL, _LETTERS, _CASE = np.uint8(ord("a")), np.uint8(26), np.uint8(ord("a") ^ ord("A"))


class Words:
    """Text columns cut into words of eight bytes, spaces as zeros; spaces at the end count nothing."""

    def __init__(self, columns: Bytes) -> None:
        rows, width = columns.shape
        self._words = np.empty((-(-width // WORD), rows), np.uint64)
        """Each word on a line of its own, which is quicker than a line of words."""
        if width < WORD or columns.strides[1] != 1:
            columns = _padded(columns)
            width = columns.shape[1]
        for index in range(len(self._words)):
            # The last word is read with bytes before it, since there may be none after it.
            start = min(index * WORD, width - WORD)
            read = columns[:, start : start + WORD].view(_WORD_TYPE)[:, 0] ^ _SPACES
            self._words[index] = read >> np.uint64((index * WORD - start) * BITS_A_BYTE)

    def has_digit(self) -> Mask:
        """Which rows hold a digit."""
        letters = self._words.view(np.uint8)
        digits = (letters - _DIGIT_TURNED) < _DIGITS
        if not digits.any():
            return np.zeros(self._words.shape[1], np.bool_)
        return np.asarray(digits.reshape(*self._words.shape, WORD).any(axis=(0, 2)))

    def is_one_of(self, texts: Sequence[bytes]) -> Mask:
        """Which rows are one of some texts of eight bytes at most."""
        keys = np.frombuffer(b"".join(text.ljust(WORD) for text in texts), _WORD_TYPE) ^ _SPACES
        first = self._words[:1]
        found: Mask = np.asarray(np.isin(first, keys).any(axis=0))
        if found.any():
            found[found] = ~self._words[1:, found].any(axis=0)
        return found

    def fingerprints(self) -> Hashes:
        """One fingerprint a row; trailing spaces do not count, so a blank row has 0."""
        total: Hashes = np.zeros(self._words.shape[1], np.uint64)
        for word, seed in zip(self._words, _SEEDS, strict=False):
            total += mixed(word, seed)
        return total


def in_capitals(columns: Bytes) -> Bytes:
    """Text columns with capitals for the small letters a to z."""
    is_small = columns - _FIRST_SMALL < _LETTERS
    return np.asarray(columns ^ (is_small * _CASE))


def _padded(columns: Bytes) -> Bytes:
    """The columns as whole words in memory of their own."""
    rows, width = columns.shape
    padded: Bytes = np.full((rows, -(-width // WORD) * WORD), ord(" "), np.uint8)
    padded[:, :width] = columns
    return padded


def mixed(words: Hashes, seed: np.uint64) -> Hashes:
    """Each word spread over 64 bits, one to one, zero staying zero."""
    spread = words >> _HALF
    spread ^= words
    spread *= seed
    spread ^= spread >> _FOLD
    spread *= _SPREAD
    spread ^= spread >> _HALF
    return spread
