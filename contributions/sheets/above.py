"""What stands above a table: `Kod Majikan: B3200000123X`, `Bulan | Okt | 2026`, `Gaji bulan Oktober 2026`.

Months are read here for everybody who asks of which month a sheet is. A month without a year and words at a
label that are no month are told apart from nothing said at all.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from contributions.bilingual import T
from contributions.months import YearMonth
from contributions.sheets import cells, field_named, plain
from contributions.sheets.column_letters import cell_name
from contributions.sheets.errors import NotReadAs
from contributions.sheets.months_said import is_period, months_said, numbers_said, periods_said

__all__ = ["MonthsAbove", "Said", "SaidMonth", "Unread", "Yearless", "months_above", "values_above"]

Rows = Sequence[Sequence[object]]
_LABELLED = frozenset({"employer_code", "ssm_number", "month"})
_MONTH_LABELS = frozenset({
    "tempoh", "tempoh caruman", "tempoh bayaran", "bagi bulan", "untuk bulan", "for month", "for the month",
    "for the month of", "for the period", "month of",
})  # fmt: skip
"""What asks for a month above a table, and might head a column of something else."""
_TITLE = re.compile(
    r"\b(payroll|salary|salaries|wages|gaji|upah|caruman|contributions?)\b|"
    r"\A(for |bagi |untuk )?(the )?(month|bulan|tempoh|period)\b"
)
_SAYS_NO_MONTH = re.compile(
    r"\b(payroll|salary|salaries|wages|gaji|upah|caruman|contributions?|penyata|senarai|bulan|month|list|sheet|"
    r"for|the|of|bagi|untuk)\b"
)
_DAY = re.compile(r"\b(date|tarikh)\b")
_MONTH = re.compile(r"\b(month|bulan)\b")
_YEAR = re.compile(r"20[0-9]{2}")
_WHOLE_DAY = re.compile(r"[0-9]{1,2}[/.\-](?:0?[1-9]|1[0-2])[/.\-]20[0-9]{2}")
_YEAR_LABELS = frozenset({"tahun", "year"})


@dataclass(frozen=True, slots=True)
class Said:
    """A value above a table: its row and column, counted from 0."""

    row: int
    column: int
    value: object

    @property
    def cell(self) -> str:
        """The name of its cell, such as B2."""
        return cell_name(self.row, self.column)


@dataclass(frozen=True, slots=True)
class SaidMonth:
    """A month above a table, and the name of its cell; none where the name of the sheet says it."""

    cell: str
    month: YearMonth


@dataclass(frozen=True, slots=True)
class Yearless:
    """A month above a table without a year: its cell, what stands there, and the number of the month."""

    cell: str
    text: str
    number: int


@dataclass(frozen=True, slots=True)
class Unread:
    """What stands at a label of the month and is none."""

    cell: str
    text: str


@dataclass(frozen=True, slots=True)
class MonthsAbove:
    """All that the lines above a table say of its month; `yearless` where none of them says a year."""

    months: tuple[SaidMonth, ...] = ()
    yearless: tuple[Yearless, ...] = ()
    unread: tuple[Unread, ...] = ()

    @property
    def is_silent(self) -> bool:
        """Whether no month is said, with a year or without."""
        return not self.months and not self.yearless

    @property
    def first(self) -> tuple[str, T]:
        """The cell of the first month that is said, and what it says; one must be."""
        for said in self.months:
            return said.cell, said.month.name
        yearless = self.yearless[0]
        return yearless.cell, T.same(repr(yearless.text))

    def has(self, month: YearMonth) -> bool:
        """Whether this month is among those that are said; one without a year is that of any year."""
        return any(said.month == month for said in self.months) or any(
            said.number == month.month for said in self.yearless
        )


@dataclass(slots=True)
class _Found:
    months: list[SaidMonth] = field(default_factory=list)
    spanned: list[SaidMonth] = field(default_factory=list)
    """Those of periods that reach from one month into another, which count where no month is named."""
    yearless: list[Yearless] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)


def values_above(rows: Rows) -> dict[str, Said]:
    """The employer's code and number by their labels."""
    found: dict[str, Said] = {}
    for name, said in _labelled(rows):
        if name != "month":
            found.setdefault(name, said)
    return found


def months_above(rows: Rows) -> MonthsAbove:
    """Every month that a label says, a title about wages, or a line with nothing else on it."""
    joined = [_with_years_joined(row) for row in rows]
    found = _Found()
    for name, said in _labelled(joined):
        if name == "month":
            _take(found, said, joined[said.row])
    for number, row in enumerate(joined):
        filled = [at for at, cell in enumerate(row) if not cells.is_blank(cell)]
        for index, at in enumerate(filled):
            label = plain(row[filled[index - 1]]) if index else ""
            said = Said(number, at, row[at])
            _add(found, said, _spoken_of(row[at], label, is_alone=len(filled) == 1))
            found.yearless += _title_without_year(said)
    found.months = found.months or found.spanned
    if not found.months:
        _add_year(found, joined)
    yearless: dict[tuple[str, int], Yearless] = {}
    for each in () if found.months else found.yearless:
        yearless.setdefault((each.cell, each.number), each)
    return MonthsAbove(tuple(dict.fromkeys(found.months)), tuple(yearless.values()), tuple(found.unread))


def _take(found: _Found, said: Said, row: Sequence[object]) -> None:
    """What stands at a label of the month; a period may have its second day in a cell of its own."""
    text = cells.text(said.value)
    months = _months(said.value)
    if _is_day(said.value):
        days = [cells.month(cell) for cell in row[said.column :] if _is_day(cell)]
        months = _Spoken(days, is_period=True)
    if months.found:
        _add(found, said, months)
    elif numbers := numbers_said(text):
        found.yearless += [Yearless(said.cell, text, number) for number in numbers]
    elif any(map(str.isalnum, text)):
        found.unread.append(Unread(said.cell, text))


def _add(found: _Found, said: Said, spoken: "_Spoken") -> None:
    """Months of a cell, each once; of a period from one month into another they count for less."""
    months = [SaidMonth(said.cell, month) for month in dict.fromkeys(spoken.found)]
    if spoken.is_period and len(months) > 1:
        found.spanned += months
    else:
        found.months += months


def _is_day(cell: object) -> bool:
    if isinstance(cell, date):
        return True
    try:
        return bool(_WHOLE_DAY.fullmatch(cells.text(cell))) and cells.day(cell) is not None
    except NotReadAs:
        return False


def _title_without_year(said: Said) -> list[Yearless]:
    """The month of a title that says no more than `Gaji bulan September`."""
    text = cells.text(said.value)
    words = plain(text)
    number = cells.NAMED_MONTHS.get(" ".join(_SAYS_NO_MONTH.sub(" ", words).split()))
    return [Yearless(said.cell, text, number)] if number and _TITLE.search(words) else []


def _add_year(found: _Found, rows: Rows) -> None:
    """Months without a year have that of a label for it, such as `Bulan | 9 | Tahun | 2026`."""
    years = {
        int(cells.text(value))
        for row in rows
        for at, cell in enumerate(row)
        for label, value in (_at_label(row, at, cell),)
        if plain(label) in _YEAR_LABELS and _YEAR.fullmatch(cells.text(value))
    }
    if len(years) == 1:
        (year,) = years
        found.months += [SaidMonth(said.cell, YearMonth(year, said.number)) for said in found.yearless]


def _at_label(row: Sequence[object], at: int, cell: object) -> tuple[str, object]:
    """The label in a cell, and what stands after its colon or in the next cell."""
    label, _, rest = cell.partition(":") if isinstance(cell, str) else ("", "", "")
    beside = (each for each in row[at + 1 :] if not cells.is_blank(each))
    return label, rest.strip() or next(beside, "")


@dataclass(frozen=True, slots=True)
class _Spoken:
    """The months of a cell, and whether they are those of a period."""

    found: Sequence[YearMonth] = ()
    is_period: bool = False


def _spoken_of(cell: object, label: str, *, is_alone: bool) -> _Spoken:
    """The months of a title about wages, or of a cell that says no more, alone or beside such a title."""
    is_beside = bool(_TITLE.search(label)) and not _DAY.search(label)
    if isinstance(cell, date):
        return _Spoken([YearMonth.of(cell)] if is_beside and _MONTH.search(label) else [])
    if isinstance(cell, str):
        is_title = bool(_TITLE.search(plain(cell)))
        if is_title or ((is_alone or is_beside) and _is_bare(cell)):
            return _in_text(cell)
    return _Spoken()


def _in_text(text: str) -> _Spoken:
    named = months_said(text)
    return _Spoken(named) if named else _Spoken(periods_said(text), is_period=True)


def _labelled(rows: Rows) -> Iterator[tuple[str, Said]]:
    for number, row in enumerate(rows):
        for index, cell in enumerate(row):
            label, _, rest = cell.partition(":") if isinstance(cell, str) else ("", "", "")
            name = "month" if plain(label) in _MONTH_LABELS else field_named(label)
            if name not in _LABELLED:
                continue
            beside = ((at, row[at]) for at in range(index + 1, len(row)) if not cells.is_blank(row[at]))
            at, value = (index, rest.strip()) if rest.strip() else next(beside, (index, ""))
            if value and field_named(value) is None:
                yield str(name), Said(number, at, value)


def _with_years_joined(row: Sequence[object]) -> list[object]:
    """A row in which `Okt` and `2026` in the cell beside it are `Okt 2026`."""
    joined = [*row]
    for at, cell in enumerate(row[:-1]):
        year = cells.text(row[at + 1])
        if cells.text(cell).lower().rstrip(".") in cells.NAMED_MONTHS and _YEAR.fullmatch(year):
            joined[at], joined[at + 1] = f"{cells.text(cell)} {year}", ""
    return joined


def _months(value: object) -> _Spoken:
    try:
        return _Spoken([cells.month(value)])
    except NotReadAs:
        return _in_text(cells.text(value))


def _is_bare(text: str) -> bool:
    """Whether a text says a month or a period and nothing else."""
    try:
        cells.month(text)
    except NotReadAs:
        return is_period(text)
    return True
