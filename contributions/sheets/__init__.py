"""Tables that people keep: workbooks and CSV files, their headings in both languages, and their cells."""

from contributions.sheets.errors import UnreadableSheet
from contributions.sheets.headings import ROWS_WITH_HEADINGS, field_named, find_headings, plain
from contributions.sheets.opening import Sheet, read_sheets

__all__ = [
    "ROWS_WITH_HEADINGS",
    "Sheet",
    "UnreadableSheet",
    "field_named",
    "find_headings",
    "plain",
    "read_sheets",
]
