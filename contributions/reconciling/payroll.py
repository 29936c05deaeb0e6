"""The sheet's side of a comparison: the rows of a payroll sheet that are of the file's employer and month."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from contributions.bilingual import T
from contributions.converting.mapping import refuse_part_of_wage
from contributions.months import YearMonth
from contributions.reconciling.errors import (
    AnotherEmployer,
    AnotherPart,
    NobodyListed,
    NoHeadings,
    NoSuchSheet,
    NothingFilledIn,
    UnreadableCell,
    WrongMonth,
)
from contributions.reconciling.notes import Seen, empty_columns, hidden
from contributions.reconciling.people import Person, added_up
from contributions.reconciling.sums_said import SumsSaid
from contributions.reconciling.table import NOTHING_SAID, SaidColumns, Table, table_in, with_amounts
from contributions.reconciling.titles import codes_above, notes_on_months
from contributions.sheets import Sheet, cells, find_headings, money, plain, read_sheets
from contributions.sheets.above import MonthsAbove, SaidMonth
from contributions.sheets.below import is_nobody_below, last_person
from contributions.sheets.errors import NotReadAs
from contributions.sheets.headings import is_in_sen, looks_like_total
from contributions.sheets.within import said_against

__all__ = ["Asked", "Payroll", "read_payroll"]


@dataclass(frozen=True, slots=True)
class Payroll:
    """What a payroll sheet says of the file's employer and month."""

    name: str
    """The name of the file, without its folder."""
    sheets: tuple[str, ...]
    titles: Mapping[str, str]
    """The heading of each field, as it stands in the sheet."""
    letters: Mapping[str, str]
    """The letter of each field's column."""
    amounts: tuple[str, ...]
    people: Mapping[str, Person]
    notes: tuple[T, ...]
    empty: tuple[str, ...] = ()
    """The amounts whose column is empty for everybody, and which are not compared."""
    not_read: tuple[str, ...] = ()
    """The sheets that have headings too, where none was named and one was chosen."""
    on_months: tuple[T, ...] = ()
    """What was understood in part, or not, of the month that the sheet says."""
    on_sums: tuple[T, ...] = ()
    """What its rows of sums say and the rows above them do not."""

    @property
    def has_branches(self) -> bool:
        """Whether a column says where people work."""
        return "branch" in self.titles


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was said beside a sheet of how it is to be read."""

    sheets: Sequence[str] = ()
    """Those of a workbook to add up; none where one is to be chosen."""
    any_month: bool = False
    """Whether it is compared even if it says that it is of another month."""
    columns: SaidColumns = NOTHING_SAID
    same: Collection[str] = ()
    """The identity numbers whose rows are of one person, whatever their names."""


NOTHING_ASKED = Asked()


def read_payroll(
    path: Path, *, month: YearMonth, employer_code: str, asked: Asked = NOTHING_ASKED
) -> Payroll:
    """The people of a payroll sheet.

    Raises:
        NotConvertible: several columns could be the same field, or a column that was named is not there.
        SeveralNames: rows of one identity number have different names.
        UnreadableSheet: it cannot be opened or understood, or is of another month or employer; each reason is
            a type of its own in `contributions.reconciling.errors`.
    """
    reader = _Reader(path, month, employer_code, any_month=asked.any_month)
    tables = reader.chosen(asked.sheets, asked.columns)
    for table in tables:
        if table.problem:
            raise table.problem
        reader.refuse_other_parts(table)
    rows = [row for table in tables for row in reader.rows(table)]
    if not rows:
        reader.say_why_nobody()
    first = tables[0]
    empty = tuple(field for field in first.amounts if all(cells.is_empty(row.cells[field]) for row in rows))
    amounts = tuple(field for field in first.amounts if field not in empty)
    if not amounts:
        raise NothingFilledIn(path, [first.titles[field] for field in empty])
    people = added_up((reader.person(row, amounts) for row in rows), same=asked.same)
    return Payroll(
        name=path.name,
        sheets=tuple(table.sheet.name for table in tables if table.sheet.name),
        titles=first.titles,
        letters=first.letters,
        amounts=amounts,
        people=people,
        notes=(
            *empty_columns([first.titles[field] for field in empty]),
            *hidden([row.number for row in rows if row.number in row.table.sheet.hidden]),
            *reader.seen.notes(),
        ),
        empty=empty,
        not_read=reader.not_chosen,
        on_months=() if asked.any_month else tuple(_on_months(tables, month)),
        on_sums=tuple(reader.on_sums),
    )


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of somebody, with its cells by field."""

    table: Table
    number: int
    identity: str
    name: str
    cells: Mapping[str, object]


class _Reader:
    """Reads the tables of one file and remembers what was left out of them."""

    def __init__(self, path: Path, month: YearMonth, employer_code: str, *, any_month: bool) -> None:
        self.path = path
        self.month = month
        self.code = employer_code
        self.any_month = any_month
        self.seen = Seen()
        self._branches: dict[str, str] = {}
        self.not_chosen: tuple[str, ...] = ()
        self.on_sums: list[T] = []

    def chosen(self, names: Sequence[str], said: SaidColumns) -> list[Table]:
        """The tables to read: those named, else the first that is of the month or does not say of which."""
        listed = read_sheets(self.path)
        known = {sheet.name.casefold(): sheet for sheet in listed}
        for name in names:
            if name.casefold() not in known:
                raise NoSuchSheet(self.path, name, [sheet.name for sheet in listed if sheet.name])
        wanted = [known[name.casefold()] for name in names] if names else listed
        tables = [table for sheet in wanted if (table := table_in(sheet, said))]
        if not tables:
            _refuse_parts_of_wages(wanted)
        if not tables or (names and len(tables) < len(wanted)):
            raise NoHeadings(self.path)
        self._refuse_other_employers(tables)
        fitting = tables if self.any_month else self._of_month(tables, is_any_enough=not names)
        if names:
            amounts = set.intersection(*(set(table.amounts) for table in fitting))
            return [with_amounts(table, amounts) for table in fitting]
        self.not_chosen = tuple(table.sheet.name for table in tables if table is not fitting[0])
        return fitting[:1]

    def _refuse_other_employers(self, tables: Sequence[Table]) -> None:
        found = {code for table in tables for code in codes_above(table.sheet.rows[: table.first])}
        if found and self.code not in found:
            raise AnotherEmployer(self.path, sorted(found), self.code)

    def _of_month(self, tables: list[Table], *, is_any_enough: bool) -> list[Table]:
        """The tables of the month, else those that do not say of which they are; or all, if all may be."""
        said = [(table, table.months) for table in tables]
        fitting = [table for table, months in said if months.has(self.month)]
        silent = [table for table, months in said if months.is_silent]
        if len(fitting) + len(silent) == len(tables) and not is_any_enough:
            return tables
        if is_any_enough and (fitting or silent):
            return fitting or silent
        others = [months for table, months in said if table not in fitting]
        raise WrongMonth(
            self.path,
            MonthsAbove(
                tuple(dict.fromkeys(each for months in others for each in months.months)),
                tuple(dict.fromkeys(each for months in others for each in months.yearless)),
            ),
            self.month,
        )

    def refuse_other_parts(self, table: Table) -> None:
        """Raise where a line between people says that those below it are of another employer or month."""
        is_any_month = self.any_month or "month" in table.columns
        codes = () if "employer_code" in table.columns else (self.code,)
        against = said_against(table.within, codes, None if is_any_month else self.month)
        if against:
            raise AnotherPart(self.path, *against)

    def rows(self, table: Table) -> Iterator[_Row]:
        """The rows that count."""
        rows = [*table.rows()]
        last = last_person((number, row["identity_number"]) for number, row in rows)
        sums = SumsSaid(table)
        for number, row in rows:
            written, name = cells.text(row["identity_number"]), cells.text(row.get("name", ""))
            amounts = [row[field] for field in table.amounts]
            if number > last > 0 and is_nobody_below(row["identity_number"], name, amounts):
                self._leave_out(table, number)
                self.on_sums += sums.differing(number, row)
                continue
            identity = self._identity(table, number, row)
            if _is_nobody(identity, written, name, amounts):
                self._leave_out(table, number)
                self.on_sums += sums.differing(number, row)
                continue
            if plain(row["identity_number"]) == plain(table.titles["identity_number"]):
                continue  # the headings again, as on each page of a print
            if self._is_of_another(table, number, row):
                sums.leave_aside()
                continue
            sums.add(row)
            yield _Row(table, number, identity, name, row)

    def _leave_out(self, table: Table, number: int) -> None:
        """Remember a row with nobody in it, but where it has no words and no amount either."""
        row = table.sheet.rows[number - 1]
        amounts = (row[at] for field, at in table.columns.items() if field in table.amounts and at < len(row))
        if any(map(_has_letters, row)) or any(map(cells.has_figures, amounts)):
            self.seen.left_out.append(number)

    def person(self, row: _Row, amounts: Iterable[str]) -> Person:
        """Who is in a row, with these amounts."""
        paid = {field: self._sen(row.table, row.number, field, row.cells[field]) for field in amounts}
        branches = (self._branch(row.cells["branch"]),) if "branch" in row.cells else ()
        return Person(row.identity, row.name, paid, (row.number,), branches)

    def _branch(self, cell: object) -> str:
        """A branch as it was first written, whatever its capitals and spaces."""
        name = " ".join(cells.text(cell).split())
        return self._branches.setdefault(name.casefold(), name)

    def _identity(self, table: Table, number: int, row: Mapping[str, object]) -> str:
        cell = row["identity_number"]
        if cells.is_blank(cell):
            return ""
        try:
            return cells.mended_identity(cell).value
        except NotReadAs as error:
            if cells.identity(cell).isdigit():
                return cells.identity(cell)  # a number with too few digits is somebody all the same
            raise self._unreadable(table, number, "identity_number", error) from None

    def _is_of_another(self, table: Table, number: int, row: Mapping[str, object]) -> bool:
        """Whether a row is of another month or employer, by its own columns."""
        code = "".join(cells.text(row.get("employer_code", "")).upper().split())
        if code and code != self.code:
            self.seen.other_codes.append(code)
            return True
        if self.any_month or cells.is_blank(row.get("month", "")):
            return False
        try:
            month = cells.month(row["month"])
        except NotReadAs as error:
            raise self._unreadable(table, number, "month", error) from None
        if month != self.month:
            self.seen.other_months.append(month)
        return month != self.month

    def _sen(self, table: Table, number: int, field: str, cell: object) -> int:
        if cells.is_empty(cell):
            self.seen.empty.append(number)
        if cells.is_blank(cell):
            return 0
        try:
            sen, how = money.sen(cell, is_sen=is_in_sen(table.titles[field]))
        except NotReadAs as error:
            raise self._unreadable(table, number, field, error) from None
        if how:
            self.seen.rounded.append(number)
        return sen

    def _unreadable(self, table: Table, number: int, field: str, error: NotReadAs) -> UnreadableCell:
        return UnreadableCell(self.path, number, table.titles[field], error.reason, error.mend)

    def say_why_nobody(self) -> None:
        """Raise what explains that no row counts."""
        if self.seen.other_months:
            others = MonthsAbove(tuple(SaidMonth("", month) for month in sorted(set(self.seen.other_months))))
            raise WrongMonth(self.path, others, self.month)
        if self.seen.other_codes:
            raise AnotherEmployer(self.path, sorted(set(self.seen.other_codes)), self.code)
        raise NobodyListed(self.path)


def _has_letters(cell: object) -> bool:
    return any(map(str.isalpha, cells.text(cell)))


def _refuse_parts_of_wages(sheets: Iterable[Sheet]) -> None:
    """Raise `MissingHeading` where the basic wage of people is the only amount of a sheet."""
    for sheet in sheets:
        headings = find_headings(sheet.rows, sheet.merged)
        if headings and "identity_number" in headings.fields.values():
            refuse_part_of_wage(headings.texts.values())


def _is_nobody(identity: str, written: str, name: str, amounts: Sequence[object]) -> bool:
    """Whether a row is a row of sums, or a line of words such as who prepared the sheet.

    `written` is the identity number as it stands, with the spaces between words.
    """
    if looks_like_total(written) or (not identity and (not name or looks_like_total(name))):
        return True
    if not cells.has_figures(identity):
        return not any(map(cells.has_figures, amounts))
    return not name and all(map(cells.is_blank, amounts))


def _on_months(tables: Sequence[Table], month: YearMonth) -> Iterator[T]:
    """What is said of months above tables whose own column of months does not decide anyway."""
    for table in tables:
        if "month" not in table.columns:
            yield from notes_on_months(table.months, month)
