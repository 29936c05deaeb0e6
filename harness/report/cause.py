"""A failure in one line: as it was said, and as its cause, the same whatever world, port or number it had."""

import re

__all__ = ["cause_of", "message_of"]

_ANSI = re.compile(r"\x1b\[[0-9;]*m")
_ADDRESS = re.compile(r"https?://[^\s/\"']+")
_NUMBER = re.compile(r"\d+")
_LONGEST = 160


def cause_of(message: str) -> str:
    """What is the same in all lines of `message_of` about the same fault."""
    return _NUMBER.sub("#", _ADDRESS.sub("the portal", message))


def message_of(kind: str, message: str) -> str:
    """One line from an exception's name and message."""
    lines = [line.strip() for line in _ANSI.sub("", message).splitlines() if line.strip()]
    line = f"{kind}: {lines[0]}" if lines else kind
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
