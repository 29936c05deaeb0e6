"""The columns of a payroll sheet, and what each is taken as."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from contributions.bilingual import T
from contributions.layouts import C2
from contributions.sheets import Sheet, plain
from contributions.sheets.above import MonthsAbove, SaidMonth
from contributions.sheets.column_letters import letter_of
from contributions.sheets.headings import is_in_sen
from contributions.sheets.shares import WITH_LINDUNG
from contributions.sheets.sheet_names import months_by_name
from contributions.sheets.within import SaidWithin

__all__ = ["AMOUNTS", "FIELDS", "LEFT_OUT", "SHARES", "Column", "Columns"]

LEFT_OUT: Final = "-"
SHARES: Final = tuple(field.name for field in C2.shares)
AMOUNTS: Final = frozenset({*SHARES, WITH_LINDUNG})
"""What a column of contributions may be taken as."""
FIELDS: Final[Mapping[str, T]] = {
    **{field.name: field.title for field in C2 if field not in C2.fillers},
    WITH_LINDUNG: T(
        "SOCSO employee share with LINDUNG 24 JAM", "caruman PERKESO pekerja termasuk LINDUNG 24 JAM"
    ),
    "born": T("date of birth", "tarikh lahir"),
    "category": T("SOCSO category", "kategori PERKESO"),
    "released": T("released from LINDUNG 24 JAM", "dilepaskan daripada LINDUNG 24 JAM"),
    "started": T("start date (for remarks only)", "tarikh mula kerja (untuk catatan sahaja)"),
    "resigned": T("last day (for remarks only)", "hari terakhir (untuk catatan sahaja)"),
}
"""What a column may be taken as."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the sheet: what it is taken as, `None` for left out, and its first values."""

    index: int
    heading: str
    field: str | None
    samples: tuple[object, ...]
    is_empty: bool = False
    """Whether it is of amounts and nobody has one: then it counts as if it were not there."""
    is_said: bool = False
    """Whether a person said what it is taken as."""

    @property
    def is_sen(self) -> bool:
        """Whether its heading says that its amounts are sen."""
        return is_in_sen(self.heading)

    @property
    def letter(self) -> str:
        """As a spreadsheet names it: A, B, ... AA."""
        return letter_of(self.index)


@dataclass(frozen=True)
class Columns:
    """The columns of a sheet, and the values that stand above its table as `Kod Majikan: B3200000123X`."""

    sheet: Sheet
    first: int
    """Index of the first row below the headings."""
    columns: tuple[Column, ...]
    above: Mapping[str, tuple[str, object]]
    """By field: the cell's name, such as B2, and its value."""
    months_above: MonthsAbove = field(default_factory=MonthsAbove)
    within: tuple[SaidWithin, ...] = ()
    """The lines between people that say an employer code or a month."""

    @cached_property
    def by_field(self) -> dict[str, Column]:
        """The columns that are taken, without those that are empty."""
        return {column.field: column for column in self.columns if column.field and not column.is_empty}

    @property
    def months_said(self) -> MonthsAbove:
        """What the lines above the table say of its month, else the one that the sheet is named after."""
        if "month" in self.by_field or not self.months_above.is_silent:
            return self.months_above
        named = months_by_name(self.sheet.name)
        return named if len(named.months) + len(named.yearless) == 1 else self.months_above

    @property
    def months(self) -> tuple[SaidMonth, ...]:
        """Every month that stands above the table with its year."""
        return self.months_above.months

    @property
    def month(self) -> SaidMonth | None:
        """The month above the table, where it speaks of one alone."""
        return self.months[0] if len({said.month for said in self.months}) == 1 else None

    @property
    def said(self) -> dict[str, str]:
        """Every heading with its field or the sign for left out, as `map_columns` takes it."""
        return {_name(column, self.columns): column.field or LEFT_OUT for column in self.columns}


def _name(column: Column, columns: Iterable[Column]) -> str:
    alike = [other for other in columns if plain(other.heading) == plain(column.heading)]
    return column.heading if len(alike) == 1 and plain(column.heading) else column.letter
