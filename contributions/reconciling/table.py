"""A sheet of payroll with its headings understood: which column has whom, what amount, which month.

Columns are taken as `assist convert` takes them, so that one mapping serves both.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace

from contributions.converting import LEFT_OUT, NotConvertible, map_columns
from contributions.reconciling.people import FIELDS, WITH_LINDUNG
from contributions.reconciling.titles import months_of
from contributions.sheets import Sheet, field_named, find_headings, plain
from contributions.sheets.above import MonthsAbove
from contributions.sheets.column_letters import letter_of
from contributions.sheets.headings import Headings
from contributions.sheets.within import SaidWithin, said_within

__all__ = ["NOTHING_SAID", "SaidColumns", "Table", "table_in", "with_amounts"]

AMOUNTS = (*FIELDS, WITH_LINDUNG)
_NOT_CONVERTED = ("branch", WITH_LINDUNG)
"""What is compared and no file is made from."""


@dataclass(frozen=True, slots=True)
class SaidColumns:
    """What a person said of columns: fields by heading or letter, and whether the others are guessed."""

    fields: Mapping[str, str] = field(default_factory=dict)
    guess: bool = True


NOTHING_SAID = SaidColumns()


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet with its headings understood; `problem` where columns could be taken in several ways."""

    sheet: Sheet
    columns: Mapping[str, int]
    titles: Mapping[str, str]
    first: int
    """Index of the first row below the headings."""
    rows_of_headings: int
    problem: NotConvertible | None = None

    @property
    def letters(self) -> dict[str, str]:
        """By field, the letter of its column."""
        return {name: letter_of(index) for name, index in self.columns.items()}

    @property
    def months(self) -> MonthsAbove:
        """What the sheet says of its month."""
        rows = self.sheet.rows[: self.first]
        return months_of(self.sheet.name, rows[: self.first - self.rows_of_headings], rows)

    @property
    def within(self) -> tuple[SaidWithin, ...]:
        """The lines between people that say an employer code or a month."""
        return said_within(self.sheet.rows, self.first, self.columns["identity_number"])

    @property
    def amounts(self) -> tuple[str, ...]:
        """The amounts that it has a column for."""
        return tuple(name for name in AMOUNTS if name in self.columns)

    def rows(self) -> Iterator[tuple[int, dict[str, object]]]:
        """The cells of each row by field, with the number that the row has in the sheet."""
        for number, row in enumerate(self.sheet.rows[self.first :], start=self.first + 1):
            yield (
                number,
                {name: row[index] if index < len(row) else "" for name, index in self.columns.items()},
            )


def table_in(sheet: Sheet, said: SaidColumns = NOTHING_SAID) -> Table | None:
    """The table of a sheet; `None` where no row has headings for the identity number and an amount."""
    headings = find_headings(sheet.rows, sheet.merged, also=frozenset(map(plain, said.fields)))
    if headings is None:
        return None
    problem = None
    try:
        columns = _mapped(sheet, said)
    except NotConvertible as error:
        problem, columns = error, _first_of_each(headings)
    if "identity_number" not in columns or not any(name in columns for name in AMOUNTS):
        return None
    titles = {name: headings.texts[index] for name, index in columns.items()}
    return Table(sheet, columns, titles, headings.first, headings.rows, problem)


def with_amounts(table: Table, amounts: Collection[str]) -> Table:
    """The table without the columns of amounts that another one lacks."""
    columns = {name: index for name, index in table.columns.items() if name in amounts or name not in AMOUNTS}
    return replace(table, columns=columns, titles={name: table.titles[name] for name in columns})


def _mapped(sheet: Sheet, said: SaidColumns) -> dict[str, int]:
    """The columns by field. Raises `NotConvertible` where it cannot be told which is meant."""
    taken = map_columns(sheet, said.fields, guess=said.guess, needed=())
    columns = {column.field: column.index for column in taken.columns if column.field}
    left_out = {plain(name) for name, what in said.fields.items() if what == LEFT_OUT and said.guess}
    free = {
        column.index: column.heading
        for column in taken.columns
        if not column.field and not left_out & {plain(column.heading), column.letter.lower()}
    }
    wanted = _NOT_CONVERTED if said.guess else ("branch",)  # a kept mapping has no word for branches
    for index, text in free.items():
        name = field_named(text)
        if name in wanted:
            columns.setdefault(str(name), index)
    if said.guess:
        _take_bare_schemes(columns, free)
    return columns


def _first_of_each(headings: Headings) -> dict[str, int]:
    columns: dict[str, int] = {}
    for index, name in sorted(headings.fields.items()):
        columns.setdefault(name, index)
    return columns


def _take_bare_schemes(columns: dict[str, int], texts: Mapping[int, str]) -> None:
    """`SOCSO` beside `SOCSO Employer` is what the employee pays, and so is `EIS` or `SIP`."""
    for scheme, words in (("socso", {"socso", "perkeso"}), ("eis", {"eis", "sip"})):
        bare = next((index for index, text in sorted(texts.items()) if plain(text) in words), None)
        if bare is not None and f"{scheme}_employer" in columns:
            columns.setdefault(f"{scheme}_employee", bare)
