"""Whether the rows of sums of a payroll sheet say what the rows above them come to."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from contributions.bilingual import T
from contributions.money import format_sen
from contributions.reconciling.table import Table
from contributions.sheets import cells, money
from contributions.sheets.errors import NotReadAs
from contributions.sheets.headings import is_in_sen, looks_like_total

__all__ = ["SumsSaid"]


class SumsSaid:
    """The sums of a table's rows so far, and of those below its last row of sums. Amounts are sen."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._here: Counter[str] = Counter()
        self._part: Counter[str] = Counter()
        self._is_sure = True

    def add(self, row: Mapping[str, object]) -> None:
        """Somebody's row."""
        for field in self._table.amounts:
            said = self._sen(field, row)
            self._here[field] += said or 0
            self._part[field] += said or 0

    def leave_aside(self) -> None:
        """Remember that a row counts for nothing here, and perhaps in the sheet's sums."""
        self._is_sure = False

    def differing(self, number: int, row: Mapping[str, object]) -> Iterator[T]:
        """What a row of sums says of an amount and the rows above it do not; nothing of other rows."""
        label = _label(self._table.sheet.rows[number - 1])
        if not label:
            return
        for field in self._table.amounts:
            said, title = self._sen(field, row), self._table.titles[field]
            if self._is_sure and said not in {None, self._here[field], self._part[field]}:
                here, there = format_sen(self._here[field]), format_sen(said or 0)
                yield T(
                    f'Row {number} of the sheet ("{label}") says {there} in "{title}", and the rows above it '
                    f"come to {here}.",
                    f'Baris {number} hamparan ("{label}") menyatakan {there} dalam "{title}", manakala baris '
                    f"di atasnya berjumlah {here}.",
                )
        self._part.clear()

    def _sen(self, field: str, row: Mapping[str, object]) -> int | None:
        """The amount in a cell; `None` where it has none that is understood."""
        if cells.is_blank(row[field]):
            return None
        try:
            return money.sen(row[field], is_sen=is_in_sen(self._table.titles[field]))[0]
        except NotReadAs:
            return None


def _label(row: Sequence[object]) -> str:
    """By what a row is known as one of sums; empty where it is none."""
    return next((cells.text(cell) for cell in row if looks_like_total(cell)), "")
