"""Of which month and employer a sheet is, by its name and the lines above its headings."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from contributions.bilingual import T
from contributions.months import YearMonth
from contributions.sheets.above import MonthsAbove, SaidMonth, months_above
from contributions.sheets.column_letters import cell_name
from contributions.sheets.months_said import months_said
from contributions.sheets.sheet_names import months_by_name

__all__ = ["codes_above", "months_of", "notes_on_months"]

_CODE = re.compile(r"\b[A-Z][0-9]{10}[A-Z]\b")
Rows = Sequence[Sequence[object]]


def codes_above(rows: Rows) -> set[str]:
    """The employer codes in the lines above the first person."""
    return {code for _, cell in _texts(rows) for code in _CODE.findall(cell.upper())}


def months_of(name: str, rows: Rows, with_headings: Rows) -> MonthsAbove:
    """The months of a sheet: by labels and titles above its headings, else by any line, else by its name."""
    said = months_above(rows)
    if not said.is_silent:
        return said
    months = tuple(
        SaidMonth(cell, month) for cell, text in _texts(with_headings) for month in months_said(text)
    )
    if months:
        return replace(said, months=tuple(dict.fromkeys(months)))
    return replace(months_by_name(name), unread=said.unread)


def notes_on_months(said: MonthsAbove, month: YearMonth) -> Iterator[T]:
    """What was understood in part of a sheet's month: for somebody who trusts that it is that of the file."""
    if len({each.month for each in said.months}) > 1:
        english = ", ".join(f"{each.month.name.en}{_at(each.cell, 'cell')}" for each in said.months)
        malay = ", ".join(f"{each.month.name.ms}{_at(each.cell, 'sel')}" for each in said.months)
        yield T(
            f"The sheet speaks of more than one month: {english}. It was compared as that of "
            f"{month.name.en}.",
            f"Hamparan menyebut lebih daripada satu bulan: {malay}. Ia dibandingkan sebagai hamparan "
            f"{month.name.ms}.",
        )
    for each in said.yearless:
        of_sheet = T("The name of the sheet", "Nama hamparan")
        where = T(f"Cell {each.cell}", f"Sel {each.cell}") if each.cell else of_sheet
        yield T(
            f'{where.en} says "{each.text}" without a year: it was taken as {month.name.en}.',
            f'{where.ms} menyatakan "{each.text}" tanpa tahun: ia dianggap {month.name.ms}.',
        )
    for one in said.unread:
        yield T(
            f'The month of the sheet was not understood: cell {one.cell} says "{one.text}". Look whether it '
            f"is of {month.name.en}.",
            f'Bulan hamparan tidak difahami: sel {one.cell} menyatakan "{one.text}". Semak sama ada hamparan '
            f"ini bagi {month.name.ms}.",
        )


def _at(cell: str, word: str) -> str:
    return f" ({word} {cell})" if cell else ""


def _texts(rows: Rows) -> Iterator[tuple[str, str]]:
    return (
        (cell_name(number, at), cell)
        for number, row in enumerate(rows)
        for at, cell in enumerate(row)
        if isinstance(cell, str) and cell
    )
