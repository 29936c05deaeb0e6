"""What stands above a table: `Kod Majikan: B3200000123X`, `Bulan | Okt | 2026`, `Gaji bulan Oktober 2026`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from contributions.months import YearMonth
from contributions.sheets import cells, field_named, plain
from contributions.sheets.errors import NotReadAs
from contributions.sheets.months_said import months_said

__all__ = ["Said", "months_above", "values_above"]

_LABELLED = frozenset({"employer_code", "ssm_number", "month"})
_TITLE = re.compile(r"\b(payroll|salary|salaries|wages|gaji|upah|caruman|contributions?)\b")
_DAY = re.compile(r"\b(date|tarikh)\b")
_MONTH = re.compile(r"\b(month|bulan)\b")
_YEAR = re.compile(r"20[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Said:
    """A value above a table: its row and column, counted from 0."""

    row: int
    column: int
    value: object


def values_above(rows: Sequence[Sequence[object]]) -> dict[str, Said]:
    """The employer's code and number by their labels."""
    found: dict[str, Said] = {}
    for field, said in _labelled(rows):
        if field != "month":
            found.setdefault(field, said)
    return found


def months_above(rows: Sequence[Sequence[object]]) -> list[tuple[Said, YearMonth]]:
    """Every month that a label says, a title about wages, or a line with nothing else on it."""
    rows = [_with_years_joined(row) for row in rows]
    found = [
        (said, month) for field, said in _labelled(rows) if field == "month" for month in _months(said.value)
    ]
    for number, row in enumerate(rows):
        filled = [at for at, cell in enumerate(row) if not cells.is_blank(cell)]
        for index, at in enumerate(filled):
            label = plain(row[filled[index - 1]]) if index else ""
            spoken_of = _spoken_of(row[at], label, is_alone=len(filled) == 1)
            found += [(Said(number, at, row[at]), month) for month in spoken_of]
    return found


def _spoken_of(cell: object, label: str, *, is_alone: bool) -> Sequence[YearMonth]:
    """The months of a title about wages, or of a cell that says no more, alone or beside such a title."""
    is_beside = bool(_TITLE.search(label)) and not _DAY.search(label)
    if isinstance(cell, date):
        return [YearMonth.of(cell)] if is_beside and _MONTH.search(label) else []
    if not isinstance(cell, str):
        return []
    said = months_said(cell)
    is_title = bool(_TITLE.search(plain(cell)))
    return said if is_title or ((is_alone or is_beside) and _is_bare(cell)) else []


def _labelled(rows: Sequence[Sequence[object]]) -> Iterator[tuple[str, Said]]:
    for number, row in enumerate(rows):
        for index, cell in enumerate(row):
            label, _, rest = cell.partition(":") if isinstance(cell, str) else ("", "", "")
            field = field_named(label)
            if field not in _LABELLED:
                continue
            beside = ((at, row[at]) for at in range(index + 1, len(row)) if not cells.is_blank(row[at]))
            at, value = (index, rest.strip()) if rest.strip() else next(beside, (index, ""))
            if value and field_named(value) is None:
                yield str(field), Said(number, at, value)


def _with_years_joined(row: Sequence[object]) -> list[object]:
    """A row in which `Okt` and `2026` in the cell beside it are `Okt 2026`."""
    joined = [*row]
    for at, cell in enumerate(row[:-1]):
        year = cells.text(row[at + 1])
        if cells.text(cell).lower().rstrip(".") in cells.NAMED_MONTHS and _YEAR.fullmatch(year):
            joined[at], joined[at + 1] = f"{cells.text(cell)} {year}", ""
    return joined


def _months(value: object) -> list[YearMonth]:
    try:
        return [cells.month(value)]
    except NotReadAs:
        return months_said(cells.text(value))


def _is_bare(text: str) -> bool:
    """Whether a text says a month and nothing else."""
    try:
        cells.month(text)
    except NotReadAs:
        return False
    return True
