"""Of which month and employer a sheet is, by its name and the lines above its headings."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from contributions.months import YearMonth
from contributions.sheets import field_named
from contributions.sheets.months_said import months_said

__all__ = ["codes_above", "months_above"]

_CODE = re.compile(r"\b[A-Z][0-9]{10}[A-Z]\b")


def codes_above(rows: Sequence[Sequence[object]]) -> set[str]:
    """The employer codes in the lines above the first person."""
    return {code for cell in _texts(rows) for code in _CODE.findall(cell.upper())}


def months_above(name: str, rows: Sequence[Sequence[object]]) -> set[YearMonth]:
    """The months that the lines above the first person speak of; if they speak of none, the sheet's name."""
    found = {month for cell in _texts(rows) for month in months_said(cell)}
    found |= {YearMonth.of(day) for day in _days_beside_month(rows)}
    return found or {*months_said(name)}


def _texts(rows: Sequence[Sequence[object]]) -> Iterator[str]:
    return (cell for row in rows for cell in row if isinstance(cell, str) and cell)


def _days_beside_month(rows: Sequence[Sequence[object]]) -> Iterator[date]:
    """Dates of Excel in the cell after one that says "Month"."""
    for row in rows:
        for label, cell in pairwise(row):
            if isinstance(cell, date) and field_named(label) == "month":
                yield cell
