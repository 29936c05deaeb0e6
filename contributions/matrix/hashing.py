"""64-bit fingerprints of text columns, to find equal ones among millions without keeping the text.

Two different texts share a fingerprint with a chance of about 1 in 10**19 a pair; for a million lines
that is less than one wrong pair in ten million files.
"""

import numpy as np

from contributions.matrix.types import Bytes, Hashes

__all__ = ["fingerprints", "mixed"]

WORD = 8
SPACE = np.uint8(32)
_SEEDS = np.random.default_rng(20260213).integers(1, 2**63, size=64, dtype=np.uint64) * np.uint64(
    2
) + np.uint64(1)
_SPREAD = np.uint64(0x9E3779B97F4A7C15)
_FOLD, _HALF = np.uint64(29), np.uint64(32)


def fingerprints(columns: Bytes) -> Hashes:
    """One fingerprint a row; trailing spaces do not count, so a blank row has 0."""
    used = _used_width(columns)
    words = -(-used // WORD)
    padded = np.zeros((len(columns), words * WORD), np.uint8)
    np.bitwise_xor(columns[:, :used], SPACE, out=padded[:, :used])
    values = padded.view(np.uint64)
    total: Hashes = np.zeros(len(columns), np.uint64)
    for index in range(words):
        total += mixed(values[:, index], _SEEDS[index])
    return total


def mixed(words: Hashes, seed: np.uint64) -> Hashes:
    """Each word spread over 64 bits, one to one, zero staying zero."""
    spread = (words ^ (words >> _HALF)) * seed
    spread ^= spread >> _FOLD
    spread *= _SPREAD
    spread ^= spread >> _HALF
    return spread


def _used_width(columns: Bytes) -> int:
    """The width that holds all but trailing blank words; cheap for names, which are mostly spaces."""
    used = int(columns.shape[1])
    while used > WORD and (columns[:, used - WORD : used] == SPACE).all():
        used -= WORD
    return used
