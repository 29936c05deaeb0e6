"""What stands above a table: `Kod Majikan: B3200000123X`, or a title such as `Gaji bulan Oktober 2026`."""

import re
from collections.abc import Iterator, Sequence

from contributions.sheets import field_named, plain
from contributions.sheets.cells import is_blank, month
from contributions.sheets.errors import NotReadAs

__all__ = ["values_above"]

_LABELLED = frozenset({"employer_code", "ssm_number", "month"})
_TITLE = re.compile(r"\b(payroll|salary|salaries|wages|gaji|upah|caruman|contributions?)\b")
_MONTH = re.compile(r"(?<![0-9] )(?<![0-9])\b([A-Za-z]{3,9}\.? [0-9]{4}|[0-9]{1,2}/[0-9]{4})\b")


def values_above(rows: Sequence[Sequence[object]]) -> dict[str, tuple[int, int, object]]:
    """By field: row and column, from 0, and the value; titles count where no label names the month."""
    found: dict[str, tuple[int, int, object]] = {}
    for field, row, column, value in _labelled(rows):
        found.setdefault(field, (row, column, value))
    titles = list(_titles(rows))
    if "month" not in found and len({month(said) for _, _, said in titles}) == 1:
        found["month"] = titles[0]
    return found


def _labelled(rows: Sequence[Sequence[object]]) -> Iterator[tuple[str, int, int, object]]:
    for number, row in enumerate(rows):
        for index, cell in enumerate(row):
            label, _, rest = cell.partition(":") if isinstance(cell, str) else ("", "", "")
            field = field_named(label)
            if field not in _LABELLED:
                continue
            beside = ((at, row[at]) for at in range(index + 1, len(row)) if not is_blank(row[at]))
            at, value = (index, rest.strip()) if rest.strip() else next(beside, (index, ""))
            if value and field_named(value) is None:
                yield str(field), number, at, value


def _titles(rows: Sequence[Sequence[object]]) -> Iterator[tuple[int, int, str]]:
    """Months in titles that say that they are about wages."""
    for number, row in enumerate(rows):
        for index, cell in enumerate(row):
            if not isinstance(cell, str) or not _TITLE.search(plain(cell)):
                continue
            for match in _MONTH.finditer(cell):
                try:
                    month(match[0])
                except NotReadAs:
                    continue
                yield number, index, match[0]
