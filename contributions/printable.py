"""Text that a terminal, a log or a page may show, whatever a file holds.

A control character could move the cursor, change colours or the title of a window; one that turns the
direction of writing could make a line say something else than it does.
"""

__all__ = ["printable"]

_KEPT = "\n"
_ASTRAL = 0x10000


def printable(text: str) -> str:
    r"""The text with everything that cannot be seen written as its number, as JSON writes it.

    >>> printable("TAN\x1b[31m")
    'TAN\\u001b[31m'
    """
    if text.isprintable():
        return text
    return "".join(
        letter if letter.isprintable() or letter in _KEPT else _numbered(letter) for letter in text
    )


def _numbered(letter: str) -> str:
    number = ord(letter)
    if number < _ASTRAL:
        return f"\\u{number:04x}"
    high, low = divmod(number - _ASTRAL, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
