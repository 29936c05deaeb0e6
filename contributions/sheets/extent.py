"""How far the sheets of a workbook reach: a stray value in its last cell makes a table of milliards of cells.

A reader that lays out the whole table would run out of memory, so the reach is looked up before. Most
programs write it at the head of a sheet; otherwise its cells are looked through.
"""

import re
import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile

__all__ = ["MOST_CELLS", "column_named", "vast_sheet"]

MOST_CELLS = 30_000_000
ALPHABET = 26
HEAD = 4096
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_DIMENSION = re.compile(rb'<dimension ref="(?:[A-Z]+[0-9]+:)?(?P<column>[A-Z]+)(?P<row>[0-9]+)"')
_CELL = re.compile(rb'<c r="(?P<column>[A-Z]{1,3})(?P<row>[0-9]{1,7})"')


def vast_sheet(content: bytes) -> str | None:
    """The last cell of a sheet that reaches too far to be read; `None` when there is none, or no workbook."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            for name in filter(_SHEET.fullmatch, archive.namelist()):
                last = _last_cell(archive, name)
                if last and column_named(last[0]) * last[1] > MOST_CELLS:
                    return f"{last[0]}{last[1]}"
    except (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError):
        return None  # what is damaged is told by the reader itself
    return None


def column_named(letters: str) -> int:
    """The number of a column, from 1, by its letters.

    >>> column_named("A"), column_named("AA")
    (1, 27)
    """
    number = 0
    for letter in letters:
        number = number * ALPHABET + ord(letter) - ord("A") + 1
    return number


def _last_cell(archive: ZipFile, name: str) -> tuple[str, int] | None:
    with archive.open(name) as sheet:
        head = sheet.read(HEAD)
        said = _DIMENSION.search(head)
        if said:
            return said["column"].decode(), int(said["row"])
        cells = {(match["column"], int(match["row"])) for match in _CELL.finditer(head + sheet.read())}
    if not cells:
        return None
    column = max((column for column, _ in cells), key=lambda letters: (len(letters), letters))
    return column.decode(), max(row for _, row in cells)
