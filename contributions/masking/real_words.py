"""The numbers and words of a file that tell who somebody is, to look for them in its copy."""

import re
from collections.abc import Iterable

__all__ = ["FOREIGN", "KEPT_WORDS", "RealWords"]

SHORTEST_WORD, SHORTEST_NUMBER = 4, 6
KEPT_WORDS = frozenset({b"BIN", b"BINTI", b"BT", b"BTE", b"A/L", b"A/P", b"S/O", b"D/O", b"ANAK"})
"""They say nothing of who somebody is."""
FOREIGN = re.compile(rb"SSFD?W", re.IGNORECASE)
_WORD = re.compile(rb"[A-Z\x80-\xff]{4,}")
_NUMBER = re.compile(rb"[0-9]{6,}")
_DASHED = re.compile(rb"(?<=[0-9])-(?=[0-9])")
_KEPT = re.compile(rb"(?<![A-Z\x80-\xff])(?:BINTI|ANAK)(?![A-Z\x80-\xff])|(?<![A-Z])SSFD?W(?![A-Z\x80-\xff])")
_YEAR_AND_TYPE = re.compile(rb"(?:19|20)[0-9]{2}0[1-6]")
"""How an SSM number begins; many do alike, and a copy keeps it."""


class RealWords:
    """Words of four letters and more and numbers of six digits and more, as long as they stand in a file."""

    def __init__(self, texts: Iterable[bytes]) -> None:
        words: set[bytes] = set()
        numbers: set[bytes] = set()
        for text in texts:
            plain = _plain(text)
            words.update(_WORD.findall(plain))
            numbers.update(_NUMBER.findall(plain))
        self._words = frozenset(words)
        self._numbers = frozenset(
            number for number in numbers if len(set(number)) > 1 and not _YEAR_AND_TYPE.fullmatch(number)
        )
        self._word_lengths = sorted(set(map(len, self._words)))
        self._number_lengths = sorted(set(map(len, self._numbers)))

    def are_in(self, text: bytes, *, digits: int = SHORTEST_NUMBER) -> bool:
        """Whether any of them stands anywhere in a text; of numbers only those of so many `digits`."""
        plain = _plain(text)
        for run in set(_WORD.findall(plain)):
            if not self._words.isdisjoint(_cuts(run, self._word_lengths)):
                return True
        lengths = [length for length in self._number_lengths if length >= digits]
        runs = set(_NUMBER.findall(plain)) if lengths else ()
        return any(not self._numbers.isdisjoint(_cuts(run, lengths)) for run in runs)


def _plain(text: bytes) -> bytes:
    return _KEPT.sub(b" ", _DASHED.sub(b"", text.upper()))


def _cuts(run: bytes, lengths: list[int]) -> list[bytes]:
    """Every piece of a run that is as long as one of some lengths."""
    size = len(run)
    return [
        run[start : start + length]
        for length in lengths
        if length <= size
        for start in range(size - length + 1)
    ]
