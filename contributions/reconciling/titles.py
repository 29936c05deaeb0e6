"""Of which month and employer a sheet is, by its name and the lines above its headings.

A day is no month: "Printed on 3 November 2026" says nothing of the wages.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from contributions.months import YearMonth
from contributions.sheets import cells, field_named
from contributions.sheets.errors import NotReadAs

__all__ = ["codes_above", "months_above"]

_CODE = re.compile(r"\b[A-Z][0-9]{10}[A-Z]\b")
_DAY_BEFORE = r"(?<![0-9][ ./-])(?<![0-9])(?<![0-9](?:st|nd|rd|th) )"
_IN_WORDS = re.compile(_DAY_BEFORE + r"\b[A-Za-z]{3,9}\.?[ \-/,']*20[0-9]{2}\b", re.IGNORECASE)
_IN_FIGURES = re.compile(r"(?<![0-9/.\-])(?:0?[1-9]|1[0-2])[/\-]20[0-9]{2}(?![0-9/.\-]| [0-9])")


def codes_above(rows: Sequence[Sequence[object]]) -> set[str]:
    """The employer codes in the lines above the first person."""
    return {code for cell in _texts(rows) for code in _CODE.findall(cell.upper())}


def months_above(name: str, rows: Sequence[Sequence[object]]) -> set[YearMonth]:
    """The months that the lines above the first person speak of; if they speak of none, the sheet's name."""
    found = {month for cell in _texts(rows) for month in _months_in(cell)}
    found |= {YearMonth.of(day) for day in _days_beside_month(rows)}
    return found or {*_months_in(name)}


def _texts(rows: Sequence[Sequence[object]]) -> Iterator[str]:
    return (cell for row in rows for cell in row if isinstance(cell, str) and cell)


def _months_in(text: str) -> Iterator[YearMonth]:
    for pattern in (_IN_WORDS, _IN_FIGURES):
        for match in pattern.finditer(text):
            try:
                yield cells.month(match[0])
            except NotReadAs:
                continue


def _days_beside_month(rows: Sequence[Sequence[object]]) -> Iterator[date]:
    """Dates of Excel in the cell after one that says "Month"."""
    for row in rows:
        for label, cell in pairwise(row):
            if isinstance(cell, date) and field_named(label) == "month":
                yield cell
