"""Names for the arrays that pass between the modules of this package."""

import numpy as np
from numpy.typing import NDArray

__all__ = ["Bytes", "Floats", "Hashes", "Integers", "Mask", "SmallIntegers"]

Bytes = NDArray[np.uint8]
Mask = NDArray[np.bool_]
Integers = NDArray[np.int64]
SmallIntegers = NDArray[np.int32]
Floats = NDArray[np.float64]
Hashes = NDArray[np.uint64]
