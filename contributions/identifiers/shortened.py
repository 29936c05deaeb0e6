"""Numbers that a spreadsheet took for amounts and shows in powers of ten: their last digits are gone."""

import re

__all__ = ["is_shortened"]

_POWER_OF_TEN = r"[0-9][.,]?[0-9]*E\+[0-9]+"


def is_shortened(text: str) -> bool:
    """Whether a text is such a number.

    >>> is_shortened("9.00101E+11"), is_shortened("900101145678")
    (True, False)
    """
    return re.fullmatch(_POWER_OF_TEN, text, re.IGNORECASE) is not None
