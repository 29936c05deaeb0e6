"""The name of an uploaded file, made fit to be shown: it comes from a stranger."""

import unicodedata
from typing import Final

__all__ = ["LONGEST", "shown_name"]

LONGEST: Final = 100
LONGEST_ENDING: Final = 5
UNNAMED: Final = "unnamed.txt"
# Cc, Cf and Cs hold line ends, null bytes and the marks that turn the direction of text round.
UNSEEN: Final = frozenset({"Cc", "Cf", "Cs"})


def shown_name(sent: str | None) -> str:
    r"""The last part of a sent file name without control or direction marks, at most `LONGEST` letters.

    >>> shown_name("C:\\payroll\\oct.txt")
    'oct.txt'
    """
    last = (sent or "").replace("\\", "/").rpartition("/")[2]
    clean = " ".join("".join(c for c in last if unicodedata.category(c) not in UNSEEN).split())
    return _shortened(clean) or UNNAMED


def _shortened(name: str) -> str:
    if len(name) <= LONGEST:
        return name
    stem, dot, ending = name.rpartition(".")
    if not dot or len(ending) > LONGEST_ENDING:
        return name[: LONGEST - 1] + "…"
    return f"{stem[: LONGEST - len(ending) - 2]}….{ending}"
