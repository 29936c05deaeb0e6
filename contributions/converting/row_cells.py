"""The cells of one row of a payroll sheet: what a spreadsheet spoilt is put right, and said so.

The first thing that cannot be read raises, with its row and column, why, and what to do about it.
"""

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache

from contributions.bilingual import NOTHING, T
from contributions.converting.columns import FIELDS, Columns
from contributions.converting.errors import OPTIONS
from contributions.converting.given import Given
from contributions.converting.result import Kind, Remark
from contributions.layouts import C2
from contributions.money import format_sen
from contributions.months import YearMonth
from contributions.names import plain_letters
from contributions.sheets import cells, money
from contributions.sheets.errors import NotReadAs

__all__ = ["RowCells", "WrongRow"]


class WrongRow(Exception):
    """The row cannot be taken, for the reason that the remark gives."""

    def __init__(self, remark: Remark) -> None:
        super().__init__(remark.message.en)
        self.remark = remark


@lru_cache(maxsize=1024)
def _compacted(compact: Callable[[str], str], written: str) -> str:
    return compact(written)


class RowCells:
    """A row, and what is to be said of it. Its methods raise `WrongRow` where a cell cannot be taken."""

    def __init__(self, row: int, values: Mapping[str, object], columns: Columns, given: Given) -> None:
        self.row = row
        self.values = values
        self.columns = columns
        self.given = given
        self.remarks: list[Remark] = []
        self.who = cells.text(values["name"])
        self.number = cells.text(values["identity_number"])

    def remark(self, kind: Kind, name: str, message: T, mend: T = NOTHING) -> Remark:
        """A remark about a field of this row, at its column."""
        column = self.columns.by_field.get(name)
        return Remark(
            kind=kind,
            row=self.row,
            column=column.letter if column else "",
            heading=column.heading if column else "",
            who=self.who,
            number=self.number,
            message=message,
            mend=mend,
        )

    def wrong(self, name: str, message: T, mend: T) -> WrongRow:
        """Why the row cannot be taken, to be raised."""
        return WrongRow(self.remark(Kind.WRONG, name, message, mend))

    def missing(self, name: str, mend: T) -> WrongRow:
        """What every line needs and the row lacks."""
        title = FIELDS[name]
        return self.wrong(name, T(f"{title.en} missing", f"{title.ms} tiada"), mend)

    def refuse_error(self, name: str, cell: object) -> None:
        """Raise where a formula has no result: its error would be taken for a text."""
        try:
            cells.refuse_error(cell)
        except NotReadAs as error:
            raise self.wrong(name, error.reason, error.mend) from None

    def identity(self) -> str:
        """The identity number, with the zeros that a spreadsheet took."""
        cell = self.values["identity_number"]
        if cells.is_blank(cell):
            raise self.missing(
                "identity_number", T("Write the MyKad or SSFW number.", "Tulis nombor MyKad atau SSFW.")
            )
        try:
            mended = cells.mended_identity(cell)
        except NotReadAs as error:
            raise self.wrong("identity_number", error.reason, error.mend) from None
        self.number = mended.value
        if mended.how:
            self.remarks.append(
                self.remark(
                    Kind.MENDED,
                    "identity_number",
                    T(f"{mended.how.en}: {mended.value}", f"{mended.how.ms}: {mended.value}"),
                )
            )
        return self.fitting("identity_number", mended.value)

    def name(self) -> str:
        """The name, in letters that the file can hold."""
        cell = self.values["name"]
        if cells.is_blank(cell):
            raise self.missing("name", T("Write the name as on the card.", "Tulis nama seperti pada kad."))
        self.refuse_error("name", cell)
        name = cells.text(cell)
        if self.columns.sheet.is_text:
            name = cells.without_guard(name)
        self.who = name
        plain = plain_letters(name)
        if not plain.isascii() or not plain.isprintable():
            letter = next(each for each in plain if not each.isascii() or not each.isprintable())
            raise self.wrong(
                "name",
                T(
                    f"{name!r} has {letter!r}, which the file cannot hold",
                    f"{name!r} ada {letter!r}, yang tidak boleh ada dalam fail",
                ),
                T(
                    "Write the name in letters from A to Z, as on the card.",
                    "Tulis nama dengan huruf A hingga Z, seperti pada kad.",
                ),
            )
        if plain != name:
            self.remarks.append(
                self.remark(
                    Kind.MENDED, "name", T(f"{name} written as {plain}", f"{name} ditulis sebagai {plain}")
                )
            )
        return self.fitting("name", plain.upper())

    def fitting(self, name: str, text: str) -> str:
        """A text that its field can hold."""
        length = C2[name].length
        if len(text) > length or not text.isascii() or not text.isprintable():
            title = FIELDS[name]
            raise self.wrong(
                name,
                T(
                    f"{title.en} {text!r} does not fit: {length} plain letters and digits at most",
                    f"{title.ms} {text!r} tidak muat: paling banyak {length} huruf dan digit biasa",
                ),
                T("Correct it in the sheet.", "Betulkan dalam helaian."),
            )
        return text

    def month(self) -> YearMonth:
        """The month by the row, by an option, or by what stands above the table."""
        cell = self.values.get("month", "")
        if cells.is_blank(cell) and self.given.month:
            return self.given.month
        if cells.is_blank(cell) and self.columns.month:
            return self.columns.month.month
        if cells.is_blank(cell):
            raise self.missing(
                "month",
                T("Add a column Month, or --month 2026-10.", "Tambah lajur Bulan, atau --month 2026-10."),
            )
        try:
            month = cells.month(cell)
        except NotReadAs as error:
            raise self.wrong("month", error.reason, error.mend) from None
        given = self.given.month
        if given and given != month:
            raise self.wrong(
                "month",
                T(
                    f"the sheet says {month.name.en}, and --month {given}",
                    f"helaian menyatakan {month.name.ms}, dan --month {given}",
                ),
                T("Leave --month out, or correct the sheet.", "Tinggalkan --month, atau betulkan helaian."),
            )
        above = self.columns.months_above
        says_one = self.columns.month is not None or len(above.yearless) == 1
        if says_one and not above.has(month):
            at, there = above.first
            raise self.wrong(
                "month",
                T(
                    f"the row says {month.name.en}, and cell {at} {there.en}",
                    f"baris ini menyatakan {month.name.ms}, dan sel {at} {there.ms}",
                ),
                T("Correct the one that is wrong.", "Betulkan yang salah."),
            )
        return month

    def said(self, name: str, compact: Callable[[str], str], given: str, *, needed: bool = False) -> str:
        """The employer's code or number by the row, by an option, or by what stands above the table."""
        cell = self.values.get(name, "")
        above = self.columns.above.get(name)
        if cells.is_blank(cell) and above and not given:
            cell = above[1]
        self.refuse_error(name, cell)
        said = "" if cells.is_blank(cell) else _compacted(compact, cells.text(cell).strip("'=\""))
        wanted = _compacted(compact, given) if given else ""
        if said and wanted and said != wanted:
            title, option = FIELDS[name], OPTIONS[name]
            raise self.wrong(
                name,
                T(
                    f"{title.en}: the sheet says {said}, and {option} {wanted}",
                    f"{title.ms}: helaian menyatakan {said}, dan {option} {wanted}",
                ),
                T(
                    f"Leave {option} out, or correct the sheet.",
                    f"Tinggalkan {option}, atau betulkan helaian.",
                ),
            )
        if needed and not said and not wanted:
            raise self.missing(
                name,
                T(
                    "Add a column Employer Code, or --employer B3200000123X with your own code.",
                    "Tambah lajur Kod Majikan, atau --employer B3200000123X dengan kod anda sendiri.",
                ),
            )
        return self.fitting(name, said or wanted)

    def sen(self, name: str, *, needed: bool = False) -> int:
        """An amount; nothing in a cell is none, where it is not needed."""
        cell = self.values[name]
        if cells.is_blank(cell):
            if not needed:
                return 0
            raise self.missing(
                name,
                T(
                    "Write the wage, 0 for none. Where a formula stands, open the workbook in Excel and "
                    "save it, so "
                    "that its value is kept.",
                    "Tulis gaji, 0 jika tiada. Jika ada formula, buka buku kerja dalam Excel dan simpan "
                    "supaya "
                    "nilainya disimpan.",
                ),
            )
        try:
            amount, how = money.sen(cell, is_sen=self.columns.by_field[name].is_sen)
        except NotReadAs as error:
            raise self.wrong(name, error.reason, error.mend) from None
        if len(str(amount)) > C2[name if name in C2 else "socso_employee"].length:
            raise self.wrong(
                name,
                T(
                    f"{format_sen(amount)} does not fit the file",
                    f"{format_sen(amount)} tidak muat dalam fail",
                ),
                T("Correct the amount.", "Betulkan amaun."),
            )
        if how:
            self.remarks.append(self.remark(Kind.MENDED, name, how))
        return amount

    def day(self, name: str) -> date | None:
        """A day; `None` where the sheet has none."""
        if name not in self.values:
            return None
        try:
            return cells.day(self.values[name])
        except NotReadAs as error:
            raise self.wrong(name, error.reason, error.mend) from None
