"""64-bit fingerprints of text columns, to find equal ones among millions without keeping the text.

Two different texts share a fingerprint with a chance of about 1 in 10**19 a pair; for a million lines
that is less than one wrong pair in ten million files.
"""

import numpy as np

from contributions.matrix.types import Bytes, Hashes

__all__ = ["Words", "mixed"]

WORD = 8
SPACE = np.uint8(32)
_SPREAD = np.uint64(0x9E3779B97F4A7C15)
# Powers of an odd number, odd too and without a pattern; `numpy.random` takes longer to import than a check.
_SEEDS = np.array([pow(0xD1342543DE82EF95, power, 1 << 64) for power in range(1, 65)], np.uint64)
_FOLD, _HALF = np.uint64(29), np.uint64(32)


class Words:
    """Text columns cut into words of eight bytes, spaces as zeros; only as many as are used."""

    def __init__(self, columns: Bytes) -> None:
        rows, width = columns.shape
        words = -(-width // WORD)
        padded = np.zeros((rows, words * WORD), np.uint8)
        np.bitwise_xor(columns, SPACE, out=padded[:, :width])
        self._words = padded.view(np.uint64)
        while words > 1 and not self._words[:, words // 2 : words].any():
            words //= 2
        self._used = words
        self._padded = padded

    @property
    def letters(self) -> Bytes:
        """The columns that are used, each byte with its bit of the space turned."""
        return self._padded[:, : self._used * WORD]

    def fingerprints(self) -> Hashes:
        """One fingerprint a row; trailing spaces do not count, so a blank row has 0."""
        total: Hashes = np.zeros(len(self._words), np.uint64)
        for index in range(self._used):
            total += mixed(self._words[:, index], _SEEDS[index])
        return total


def mixed(words: Hashes, seed: np.uint64) -> Hashes:
    """Each word spread over 64 bits, one to one, zero staying zero."""
    spread = (words ^ (words >> _HALF)) * seed
    spread ^= spread >> _FOLD
    spread *= _SPREAD
    spread ^= spread >> _HALF
    return spread
