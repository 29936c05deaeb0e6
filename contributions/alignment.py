"""Text moved to the left of its field and amounts to the right, where that alone can have been meant.

Characters put in or lost before a field shift all that follows, and a shifted field may look like one that is
only badly justified: moved back by itself it would take a digit of its neighbour, or leave one behind. So
amounts are moved where each is a number that begins in its first column and ends before its last, or where
afterwards all amounts of the line are those of the rate table.
"""

import re
from functools import lru_cache

import numpy as np

from contributions.layouts import C2, COMBINED, Field, Layout
from contributions.matrix.digits import SPACE
from contributions.matrix.months import MONTH, month_numbers
from contributions.matrix.scales import are_due
from contributions.months import NotAMonth, YearMonth

__all__ = ["aligned", "is_alignable", "is_in_place"]

_CONTROL = rb"[\x00-\x1f]"
_AMOUNT = rb" *([0-9]*) *"
_FILLED = rb" *0+[1-9]"
"""Zeros in front fill a field, so that spaces behind are not its own."""
_NAME = "name"
_Fields = tuple[tuple[Field, slice], ...]


def aligned(line: bytes, layout: Layout) -> bytes:
    """A line of the width of its layout with its fields justified, as far as that is certain."""
    texts, amounts = _fields_of(layout)
    for field, columns in texts:
        if line[columns.start] == SPACE and _is_text_whole(line, field):
            line = _with(line, columns, line[columns].lstrip(b" ").ljust(field.length))
    if any(line[columns.stop - 1] == SPACE for _, columns in amounts):
        return _amounts_aligned(line, layout)
    return line


def is_in_place(line: bytes, layout: Layout) -> bool:
    """Whether the month stands where it belongs, so that the other fields do too."""
    if re.search(_CONTROL, line):
        return False
    try:
        YearMonth.from_mmyyyy(line[layout["month"].columns].decode("latin-1"))
    except NotAMonth:
        return False
    return True


def is_alignable(line: bytes, layout: Layout, field: str) -> bool:
    """Whether what stands in a field of a line is justified by a program (`assist check --fix`)."""
    columns = layout[field].columns
    return is_in_place(line, layout) and aligned(line, layout)[columns] != line[columns]


def _is_text_whole(line: bytes, field: Field) -> bool:
    """Whether a text that is set in ends in its field, and does not go on from the one before it."""
    before = line[field.columns.start - 1 : field.columns.start]
    return line[field.columns.stop - 1] == SPACE and not (field.name == _NAME and before.isalpha())


def _amounts_aligned(line: bytes, layout: Layout) -> bytes:
    cells = [(columns, line[columns]) for _, columns in _fields_of(layout)[1]]
    loose = [(columns, cell) for columns, cell in cells if cell[-1] == SPACE and cell.strip()]
    if not loose or not all(re.fullmatch(_AMOUNT, cell) for _, cell in cells):
        return line
    moved = line
    for columns, cell in loose:
        moved = _with(moved, columns, cell.strip().rjust(len(cell)))
    begin_first = all(cell[0] != SPACE for _, cell in loose)
    if begin_first and not any(re.match(_FILLED, cell) for _, cell in cells):
        return moved
    return moved if layout.name in COMBINED and _is_proven(moved) else line


def _is_proven(line: bytes) -> bool:
    """Whether all amounts of a combined line are those of the rate table."""
    money = {field.name: int(line[field.columns].strip() or b"0") for field in C2.amounts}
    month = month_numbers(np.frombuffer(line[MONTH.columns], np.uint8)[np.newaxis, :])
    return are_due(money, int(month[0]))


def _with(line: bytes, columns: slice, cell: bytes) -> bytes:
    return line[: columns.start] + cell + line[columns.stop :]


@lru_cache(maxsize=8)
def _fields_of(layout: Layout) -> tuple[_Fields, _Fields]:
    """The texts and the amounts of a layout, with their columns."""
    texts, amounts = (
        tuple((field, field.columns) for field in fields) for fields in (layout.texts, layout.amounts)
    )
    return texts, amounts
