"""Text that a terminal, a log or a page may show, whatever a file holds.

A control character could move the cursor, change colours or the title of a window; one that turns the
direction of writing could make a line say something else than it does.
"""

__all__ = ["is_undecoded", "name_as_text", "numbered", "printable"]

_KEPT = "\n"
_ASTRAL = 0x10000
_BYTES = range(0xDC80, 0xDD00)
"""What Python makes of bytes from 0x80 in a name that is no UTF-8."""


def printable(text: str) -> str:
    r"""The text with everything that cannot be seen written as its number, as JSON writes it.

    >>> printable("TAN\x1b[31m")
    'TAN\\u001b[31m'

    A byte of a name that is no UTF-8 is written as that byte.

    >>> printable("bad\udcff.txt")
    'bad\\xff.txt'
    """
    if text.isprintable():
        return text
    return "".join(letter if letter.isprintable() or letter in _KEPT else numbered(letter) for letter in text)


def name_as_text(name: str) -> str:
    r"""The name of a file in letters that can be encoded, else as it is.

    >>> print(name_as_text("bad\udcff.txt"))
    bad\xff.txt
    """
    return "".join(numbered(letter) if is_undecoded(letter) else letter for letter in name)


def is_undecoded(letter: str) -> bool:
    """Whether it is half a letter, which stands for no letter at all."""
    return "\ud800" <= letter <= "\udfff"


def numbered(letter: str) -> str:
    """A letter as its number, as JSON writes it; a byte that is none by that of the byte."""
    number = ord(letter)
    if number in _BYTES:
        return f"\\x{number - 0xDC00:02x}"
    if number < _ASTRAL:
        return f"\\u{number:04x}"
    high, low = divmod(number - _ASTRAL, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
