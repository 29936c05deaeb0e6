"""The name of an uploaded file, made fit to be shown: it comes from a stranger."""

import unicodedata
from typing import Final

__all__ = ["LONGEST", "shown_name"]

LONGEST: Final = 100
UNNAMED: Final = "unnamed.txt"


def shown_name(sent: str | None) -> str:
    """The last part of a sent file name without control or direction marks, at most `LONGEST` letters.

    >>> shown_name("C:\\\\payroll\\\\oct.txt")
    'oct.txt'
    """
    last = (sent or "").replace("\\", "/").rpartition("/")[2]
    # Cc and Cf hold line ends, null bytes and the marks that turn the direction of text round.
    clean = "".join(letter for letter in last if unicodedata.category(letter) not in {"Cc", "Cf", "Cs"})
    clean = " ".join(clean.split())
    if len(clean) > LONGEST:
        stem, dot, ending = clean.rpartition(".")
        clean = (
            f"{stem[: LONGEST - len(ending) - 2]}…{dot}{ending}"
            if dot and len(ending) <= 5
            else clean[:LONGEST]
        )
    return clean or UNNAMED
