"""The cause of a failure in one line: the same for the same fault, whatever world, port or number it had."""

import re

__all__ = ["cause_of"]

_ANSI = re.compile(r"\x1b\[[0-9;]*m")
_ADDRESS = re.compile(r"https?://[^\s/\"']+")
_NUMBER = re.compile(r"\d+")
_LONGEST = 160


def cause_of(kind: str, message: str) -> str:
    """One line from an exception's name and message."""
    lines = [line.strip() for line in _ANSI.sub("", message).splitlines() if line.strip()]
    first = lines[0] if lines else ""
    plain = _NUMBER.sub("#", _ADDRESS.sub("the portal", first))
    line = f"{kind}: {plain}" if plain else kind
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
