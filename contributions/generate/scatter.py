"""Numbers in an order that looks like chance, none of them twice: a walk through all numbers below a size.

Chance alone would give one number twice long before a file is full; sorting out what came twice takes longer
than writing the file.
"""

import numpy as np
from numpy.typing import NDArray

__all__ = ["scattered"]

_FIRST, _SECOND = 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F
"""Odd numbers with their bits well spread; multiplying by an odd number can be undone."""


def scattered(index: NDArray[np.uint64], size: int, seed: int) -> NDArray[np.uint64]:
    """For each number below `size` another one below it, different numbers for different ones.

    >>> sorted(scattered(np.arange(10, dtype=np.uint64), 10, seed=3).tolist())
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
    """
    bits = max((size - 1).bit_length(), 2)
    found = _mixed(index, bits, seed)
    outside = np.flatnonzero(found >= size)
    while len(outside):
        found[outside] = _mixed(found[outside], bits, seed)
        outside = outside[found[outside] >= size]
    return found


def _mixed(values: NDArray[np.uint64], bits: int, seed: int) -> NDArray[np.uint64]:
    """A walk through the numbers of so many bits: each step can be undone, so none is met twice."""
    mask = np.uint64((1 << bits) - 1)
    half = np.uint64(bits - bits // 2)
    add = np.uint64(seed * _SECOND & int(mask))
    mixed = (values + add) & mask
    mixed *= np.uint64(_FIRST)
    mixed &= mask
    mixed ^= mixed >> half
    mixed *= np.uint64(_SECOND)
    mixed &= mask
    mixed ^= mixed >> half
    return mixed
