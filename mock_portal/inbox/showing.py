"""What a page shows of a mail: text with its links, source, sizes; cut where nobody would read on."""

import re
from dataclasses import dataclass
from typing import Final

__all__ = ["Piece", "Shown", "file_size", "source", "text"]

_MOST_CHARACTERS: Final = 200_000
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"']+[^\s<>\"'.,;:!?)\]]")
_KIB: Final = 1024


@dataclass(frozen=True)
class Piece:
    """A stretch of text, and where it leads if it is an address."""

    words: str
    link: str = ""


@dataclass(frozen=True)
class Shown:
    """A text as a page shows it.

    Attributes:
        is_cut: there is more of it.
    """

    pieces: tuple[Piece, ...]
    is_cut: bool


def text(words: str) -> Shown:
    """A text with its addresses as links."""
    kept = _printable(words[:_MOST_CHARACTERS])
    pieces, end = [], 0
    for found in _ADDRESS.finditer(kept):
        pieces += [Piece(kept[end : found.start()]), Piece(found[0], link=found[0])]
        end = found.end()
    pieces.append(Piece(kept[end:]))
    return Shown(tuple(piece for piece in pieces if piece.words), is_cut=len(words) > _MOST_CHARACTERS)


def source(raw: bytes) -> Shown:
    """A source as it is, nothing of it a link."""
    words = raw[: _MOST_CHARACTERS + 4].decode("utf-8", "replace")[:_MOST_CHARACTERS]
    return Shown((Piece(_printable(words)),), is_cut=len(raw) > _MOST_CHARACTERS)


def file_size(count: int) -> str:
    """A size as people read it: `812 B`, `14 kB`, `2.1 MB`."""
    if count < _KIB:
        return f"{count} B"
    if count < _KIB * _KIB:
        return f"{count / _KIB:.0f} kB"
    return f"{count / _KIB / _KIB:.1f} MB"


def _printable(words: str) -> str:
    return "".join(c if c.isprintable() or c in "\n\t" else "\ufffd" for c in words.replace("\r\n", "\n"))
