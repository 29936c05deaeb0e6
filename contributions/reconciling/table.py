"""A sheet of payroll with its headings understood: which column has whom, what amount, which month."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from contributions.reconciling.people import FIELDS, WITH_LINDUNG
from contributions.reconciling.titles import months_of
from contributions.sheets import Sheet, field_named, find_headings, plain
from contributions.sheets.above import MonthsAbove

__all__ = ["Table", "table_in", "with_amounts"]

AMOUNTS = (*FIELDS, WITH_LINDUNG)


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet with its headings understood."""

    sheet: Sheet
    columns: Mapping[str, int]
    titles: Mapping[str, str]
    first: int
    """Index of the first row below the headings."""
    rows_of_headings: int

    @property
    def months(self) -> MonthsAbove:
        """What the sheet says of its month."""
        rows = self.sheet.rows[: self.first]
        return months_of(self.sheet.name, rows[: self.first - self.rows_of_headings], rows)

    @property
    def amounts(self) -> tuple[str, ...]:
        """The amounts that it has a column for."""
        return tuple(field for field in AMOUNTS if field in self.columns)

    def rows(self) -> Iterator[tuple[int, dict[str, object]]]:
        """The cells of each row by field, with the number that the row has in the sheet."""
        for number, row in enumerate(self.sheet.rows[self.first :], start=self.first + 1):
            yield (
                number,
                {field: row[index] if index < len(row) else "" for field, index in self.columns.items()},
            )


def table_in(sheet: Sheet) -> Table | None:
    """The table of a sheet; `None` where no row has headings for the identity number and an amount."""
    headings = find_headings(sheet.rows, sheet.merged)
    if headings is None:
        return None
    columns: dict[str, int] = {}
    for index, text in sorted(headings.texts.items()):
        field = field_named(text)
        if field:
            columns.setdefault(field, index)
    _take_bare_schemes(columns, headings.texts)
    if "identity_number" not in columns or not any(field in columns for field in AMOUNTS):
        return None
    titles = {field: headings.texts[index] for field, index in columns.items()}
    return Table(sheet, columns, titles, headings.first, headings.rows)


def with_amounts(table: Table, amounts: Collection[str]) -> Table:
    """The table without the columns of amounts that another one lacks."""
    columns = {
        field: index for field, index in table.columns.items() if field in amounts or field not in AMOUNTS
    }
    return replace(table, columns=columns, titles={field: table.titles[field] for field in columns})


def _take_bare_schemes(columns: dict[str, int], texts: Mapping[int, str]) -> None:
    """`SOCSO` beside `SOCSO Employer` is what the employee pays, and so is `EIS` or `SIP`."""
    for scheme, words in (("socso", {"socso", "perkeso"}), ("eis", {"eis", "sip"})):
        bare = next((index for index, text in sorted(texts.items()) if plain(text) in words), None)
        if bare is not None and f"{scheme}_employer" in columns:
            columns.setdefault(f"{scheme}_employee", bare)
