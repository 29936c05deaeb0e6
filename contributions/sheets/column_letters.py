"""The letters by which a spreadsheet names its columns, and so its cells."""

__all__ = ["cell_name", "letter_of"]

ALPHABET = 26


def letter_of(index: int) -> str:
    """The name of a column counted from 0.

    >>> letter_of(0), letter_of(25), letter_of(26)
    ('A', 'Z', 'AA')
    """
    letters = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, ALPHABET)
        letters = chr(ord("A") + rest) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """The name of a cell, both counted from 0.

    >>> cell_name(1, 1)
    'B2'
    """
    return f"{letter_of(column)}{row + 1}"
