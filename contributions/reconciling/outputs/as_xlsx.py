"""A reconciliation as a workbook: what differs, everybody on both sides, the sums, the sums by branch.

Every text is written as text, identity numbers too, so that no zero is lost and nothing is a formula.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from contributions.bilingual import T
from contributions.reconciling.comparison import Reconciliation
from contributions.reconciling.outputs.words import Shown, counts, notes, verdict
from contributions.reconciling.people import TITLES, Person
from contributions.reconciling.totals import Row, branches_of, totals_of

if TYPE_CHECKING:
    from xlsxwriter import Workbook

__all__ = ["reconciliation_as_xlsx"]

SEN = 100
HEAD_HEIGHT = 48
Cell = str | int | float | None
_WHO = ((T("Identity number", "Nombor pengenalan"), 17), (T("Name", "Nama"), 34))
_BRANCH = (T("Branch", "Cawangan"), 16)
_SIDES = (
    (T("File (RM)", "Fail (RM)"), 14),
    (T("Sheet (RM)", "Hamparan (RM)"), 14),
    (T("Difference (RM)", "Beza (RM)"), 14),
)
_PLACES = ((T("Line in file", "Baris fail"), 10), (T("Row in sheet", "Baris hamparan"), 12))
_WHAT = (T("What", "Perkara"), 34)
_SUM = (T("Sum", "Jumlah"), 34)


def reconciliation_as_xlsx(result: Reconciliation, shown: Shown) -> bytes:
    """The workbook; the same result gives the same bytes."""
    from xlsxwriter import Workbook

    out = BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    first = result.file.month.first_day
    book.set_properties({"created": datetime(first.year, first.month, first.day)})  # noqa: DTZ001 - no zones
    writer = _Writer(book, shown)
    _summary(writer, result)
    branch = (_BRANCH,) if result.sheet.has_branches else ()
    writer.sheet(
        T("Differences", "Perbezaan"),
        (_WHAT, *_WHO, *branch, *_SIDES, *_PLACES),
        (_cut(row, len(branch)) for row in _differences(result, shown)),
    )
    shared = [(title, field) for field, title in TITLES.items() if field in result.compared]
    amounts = tuple(
        (T(f"{title.en}, {side.en} (RM)", f"{title.ms}, {side.ms} (RM)"), 14)
        for title, _ in shared
        for side in (T("file", "fail"), T("sheet", "hamparan"))
    )
    writer.sheet(
        T("Everybody", "Semua orang"),
        (*_WHO, *branch, (T("Agrees", "Sepadan"), 12), *amounts, *_PLACES),
        (
            _without(row, 2, 1 - len(branch))
            for row in _everybody(result, shown, [field for _, field in shared])
        ),
    )
    if result.sheet.has_branches:
        writer.sheet(
            T("Branches", "Cawangan"),
            (_BRANCH, _SUM, *_SIDES),
            (
                (shown.say(branch.name), *_sums(row, shown))
                for branch in branches_of(result)
                for row in branch.rows
            ),
        )
    book.close()
    return out.getvalue()


class _Writer:
    """Writes sheets that look alike."""

    def __init__(self, book: "Workbook", shown: Shown) -> None:
        self.book = book
        self.shown = shown
        self.head = book.add_format(
            {"bold": True, "bg_color": "#14304F", "font_color": "#FFFFFF", "text_wrap": True, "valign": "top"}
        )
        self.head_right = book.add_format(
            {
                "bold": True, "bg_color": "#14304F", "font_color": "#FFFFFF", "text_wrap": True,
                "valign": "top", "align": "right",
            }
        )  # fmt: skip
        self.title = book.add_format({"bold": True, "font_size": 14, "font_color": "#14304F"})
        self.text = book.add_format({"num_format": "@", "valign": "top"})
        self.wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        self.count = book.add_format({"num_format": "#,##0", "valign": "top"})
        self.money = book.add_format({"num_format": "#,##0.00;[Red]-#,##0.00", "valign": "top"})

    def sheet(self, name: T, columns: Sequence[tuple[T, int]], rows: Iterable[Sequence[Cell]]) -> None:
        """A sheet to filter, whose headings stay while one scrolls and on each page of a print."""
        sheet = self.book.add_worksheet(self.shown.say(name))
        for index, (title, width) in enumerate(columns):
            sheet.set_column(index, index, width)
            self.heading(sheet, 0, index, title)
        last = 0
        for last, row in enumerate(rows, start=1):
            for index, cell in enumerate(row):
                self.cell(sheet, last, index, cell)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, last, len(columns) - 1)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.set_footer("&L&A&R&P / &N")

    def heading(self, sheet: "Workbook", row: int, column: int, title: T) -> None:
        """A heading, above its numbers where it is one of those; there is room for three lines."""
        is_money = "RM" in title.en
        sheet.set_row(row, HEAD_HEIGHT)
        sheet.write_string(row, column, self.shown.say(title), self.head_right if is_money else self.head)

    def cell(self, sheet: "Workbook", row: int, column: int, cell: Cell) -> None:
        """Text as text, whole numbers as counts, fractions as money."""
        if isinstance(cell, str):
            sheet.write_string(row, column, cell, self.text)
        elif cell is not None:
            sheet.write_number(row, column, cell, self.money if isinstance(cell, float) else self.count)


def _summary(writer: _Writer, result: Reconciliation) -> None:
    shown = writer.shown
    sheet = writer.book.add_worksheet(shown.say(T("Summary", "Ringkasan")))
    sheet.set_column(0, 0, 36)
    sheet.set_column(1, 3, 16)
    sheet.write_string(0, 0, shown.say(verdict(result)), writer.title)
    facts = (
        (T("File", "Fail"), result.file.name),
        (T("Sheet", "Hamparan"), " - ".join((result.sheet.name, *result.sheet.sheets))),
        (T("Employer code", "Kod majikan"), result.file.employer_code),
        (T("Contribution month", "Bulan caruman"), shown.say(result.file.month.name)),
    )
    row = 2
    for title, fact in facts:
        sheet.write_string(row, 0, shown.say(title))
        sheet.write_string(row, 1, fact, writer.text)
        row += 1
    row += 1
    for title, count in counts(result):
        sheet.write_string(row, 0, shown.say(title))
        sheet.write_number(row, 1, count, writer.count)
        row += 1
    row += 1
    for index, (title, _) in enumerate((_SUM, *_SIDES)):
        writer.heading(sheet, row, index, title)
    for sums in totals_of(result):
        row += 1
        for index, cell in enumerate(_sums(sums, shown)):
            writer.cell(sheet, row, index, cell)
    row += 2
    for note in notes(result):
        sheet.merge_range(row, 0, row, 3, shown.say(note), writer.wrapped)
        sheet.set_row(row, 30)
        row += 1
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _sums(row: Row, shown: Shown) -> tuple[Cell, ...]:
    amounts = (row.in_file, row.in_sheet, row.difference)
    return shown.say(row.title), *(
        amount / SEN if row.is_money and amount is not None else amount for amount in amounts
    )


def _differences(result: Reconciliation, shown: Shown) -> Iterator[tuple[Cell, ...]]:
    """A row for each difference; who is on one side alone has the sum of the amounts."""
    (only_file, _), (only_sheet, _), (renumbered, _), _ = counts(result)
    for person in result.only_in_file:
        what = shown.say(only_file)
        yield what, *_who(person, shown), _due(result, person), None, None, _places(person), None
    for person in result.only_in_sheet:
        what = shown.say(only_sheet)
        yield what, *_who(person, shown), None, _due(result, person), None, None, _places(person)
    for pair in result.renumbered:
        number = shown.number(pair.in_sheet)
        yield (
            f"{shown.say(renumbered)}: {number}",
            *_who(pair.in_file, shown, pair.in_sheet),
            None, None, None, _places(pair.in_file), _places(pair.in_sheet),
        )  # fmt: skip
    for pair in (*result.renumbered, *result.differing):
        for field in pair.fields:
            ours, theirs = pair.in_file.amounts[field], pair.in_sheet.amounts[field]
            yield (
                shown.say(TITLES[field]),
                *_who(pair.in_file, shown, pair.in_sheet),
                ours / SEN, theirs / SEN, (theirs - ours) / SEN,
                _places(pair.in_file), _places(pair.in_sheet),
            )  # fmt: skip


def _everybody(result: Reconciliation, shown: Shown, fields: Sequence[str]) -> Iterator[tuple[Cell, ...]]:
    yes, no = shown.say(T("yes", "ya")), shown.say(T("no", "tidak"))
    nothing = (None,) * (2 * len(fields))
    for pair in (*result.pairs, *result.renumbered):
        same = not pair.fields and pair.in_file.key == pair.in_sheet.key
        both = (person.amounts[field] / SEN for field in fields for person in (pair.in_file, pair.in_sheet))
        who = _who(pair.in_file, shown, pair.in_sheet)
        yield *who, yes if same else no, *both, _places(pair.in_file), _places(pair.in_sheet)
    for person in result.only_in_file:
        amounts = (cell for field in fields for cell in (person.amounts[field] / SEN, None))
        yield *_who(person, shown), no, *amounts, _places(person), None
    for person in result.only_in_sheet:
        amounts = (cell for field in fields for cell in (None, person.amounts[field] / SEN))
        yield *_who(person, shown), no, *amounts, None, _places(person)
    for person in result.paid_nothing:
        yield *_who(person, shown), yes, *nothing, None, _places(person)


def _who(person: Person, shown: Shown, in_sheet: Person | None = None) -> tuple[Cell, ...]:
    branches = ", ".join(filter(None, (in_sheet or person).branches))
    return shown.number(person), shown.name(person), branches


def _due(result: Reconciliation, person: Person) -> float:
    """What is paid for somebody; the wage where the sheet has nothing else."""
    shares = [field for field in result.compared if field != "wage"] or ["wage"]
    return sum(person.amounts[field] for field in shares) / SEN


def _places(person: Person) -> Cell:
    return person.places[0] if len(person.places) == 1 else ", ".join(map(str, person.places))


def _cut(row: tuple[Cell, ...], branches: int) -> tuple[Cell, ...]:
    """A row of differences without its branch where no column is for it."""
    return _without(row, 3, 1 - branches)


def _without(row: tuple[Cell, ...], index: int, count: int) -> tuple[Cell, ...]:
    return row[:index] + row[index + count :]
