"""Take the rows of a payroll sheet, one employee each, as records of layout C2.

Rows of sums and rows without a wage are left out and told; what cannot be taken is told with its row and
column.
"""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from contributions.bilingual import T
from contributions.converting.columns import AMOUNTS, SHARES, Columns
from contributions.converting.given import Given, refuse_contradicted, refuse_other_parts, refuse_unsaid
from contributions.converting.one_row import OneRow
from contributions.converting.pay_not_counted import doubt_about_wage
from contributions.converting.result import Conversion, Kind, Remark, Taken
from contributions.converting.row_cells import WrongRow
from contributions.layouts import WAGE
from contributions.money import format_sen
from contributions.record import Record
from contributions.sheets import cells, money
from contributions.sheets.below import is_count, is_nobody_below, last_person
from contributions.sheets.errors import NotReadAs
from contributions.sheets.headings import looks_like_total

if TYPE_CHECKING:
    from contributions.months import YearMonth

__all__ = ["EXAMPLE_NAME", "take_rows"]

EXAMPLE_NAME = "CONTOH SAHAJA (EXAMPLE ONLY)"
"""Who stands in the row of the template that shows how it is filled in."""
_WORD = re.compile(r"(?<![#A-Za-z])[A-Za-z]{4,}")
"""No unit of money is as long; `#VALUE!` is no word."""


def take_rows(columns: Columns, given: Given) -> Conversion:
    """The records of a sheet; what cannot be taken is among the remarks.

    Raises:
        NotConvertible: neither the sheet nor `given` says whose contributions of which month these are, or
            they do not say the same, or a line between people says another.
    """
    refuse_contradicted(columns, given)
    refuse_unsaid(columns, given)
    refuse_other_parts(columns, given)
    taking = _Taking(columns, given)
    for number, row in enumerate(columns.sheet.rows[columns.first :], start=columns.first + 1):
        taking.take(number, row)
    taking.refuse_example()
    return Conversion(taking.taken, taking.remarks)


class _Taking:
    """Rows one after the other, and who was in them."""

    def __init__(self, columns: Columns, given: Given) -> None:
        self.columns = columns
        self.given = given
        self.taken: list[Taken] = []
        self.remarks: list[Remark] = [*doubt_about_wage(columns)]
        self._at = {name: column.index for name, column in columns.by_field.items()}
        self._has_shares = any(name in self._at for name in SHARES)
        self._is_sen = columns.by_field[WAGE].is_sen
        self._has_sums = False
        self._part = 0
        at = self._at["identity_number"]
        rows = enumerate(columns.sheet.rows[columns.first :], start=columns.first + 1)
        self._last_person = last_person((number, row[at]) for number, row in rows if at < len(row))
        self._rows_of: dict[tuple[str, str, YearMonth], int] = {}

    def take(self, number: int, row: Sequence[object]) -> None:
        """One row: a record, or a remark that says why not."""
        if not any(row):
            return
        values = {name: row[at] if at < len(row) else "" for name, at in self._at.items()}
        who = values["identity_number"]
        if looks_like_total(who) or (cells.is_blank(who) and any(map(looks_like_total, row))):
            self._leave_out(number, row, values)
            return
        if self._is_elsewhere(number, row, values) or self._is_below(number, row, values):
            return
        if self._is_words(number, row, values) or (cells.is_blank(who) and self._is_sum(number, values)):
            return
        reader = OneRow(number, values, self.columns, self.given)
        try:
            record = reader.record()
            self._refuse_twice(number, record, reader)
        except WrongRow as wrong:
            self.remarks.append(wrong.remark)
            return
        if not record.wage and not self._has_shares:
            nothing = T(
                "no wage, so nothing is due: left out", "tiada gaji, jadi tiada caruman: ditinggalkan"
            )
            self.remarks.append(reader.remark(Kind.LEFT_OUT, WAGE, nothing))
            return
        self.remarks += reader.remarks
        self.taken.append(Taken(number, record))

    def _is_sum(self, number: int, values: Mapping[str, object]) -> bool:
        """Whether a row without anybody has the sum of all wages above it; told, where it does."""
        if not self.taken or not cells.is_blank(values["name"]) or cells.is_blank(values[WAGE]):
            return False
        try:
            said, _ = money.sen(values[WAGE], is_sen=self._is_sen)
        except NotReadAs:
            return False
        if said not in self._sums():
            return False
        self._end_part()
        message = T(
            "nobody, and the sum of the wages above: left out",
            "tiada sesiapa, dan jumlah gaji di atas: ditinggalkan",
        )
        self.remarks.append(Remark(kind=Kind.LEFT_OUT, row=number, message=message))
        return True

    def _is_elsewhere(self, number: int, row: Sequence[object], values: Mapping[str, object]) -> bool:
        """Whether a row has something in columns alone that are not taken; words are told, numbers not."""
        if not all(map(cells.is_blank, values.values())):
            return False
        if any(letter.isalpha() for cell in row for letter in cells.text(cell)):
            self.remarks.append(_of_words(number, row))
        return True

    def _is_below(self, number: int, row: Sequence[object], values: Mapping[str, object]) -> bool:
        """Whether a row stands below all people and is a count, or who signed and when; told, where it is."""
        name = values["name"]
        who, amounts = values["identity_number"], self._amounts(values)
        is_below = number > self._last_person > 0 and (cells.text(who) or cells.text(name))
        if not is_below or not is_nobody_below(who, name, amounts):
            return False
        self.remarks.append(_of_words(number, row, is_number=is_count(who) or is_count(name)))
        return True

    def _amounts(self, values: Mapping[str, object]) -> list[object]:
        return [cell for name, cell in values.items() if name == WAGE or name in AMOUNTS]

    def _is_words(self, number: int, row: Sequence[object], values: Mapping[str, object]) -> bool:
        """Whether a row is nobody but words, such as a branch or who prepared it; told, where it is."""
        amounts = self._amounts(values)
        if self._has_sums:  # below them `Tarikh: 5/11` is words too
            amounts = [cell for cell in amounts if not _WORD.search(cells.text(cell))]
        if any(map(cells.has_figures, (values["identity_number"], *amounts))):
            return False
        self.remarks.append(_of_words(number, row))
        return True

    def refuse_example(self) -> None:
        """Tell where the example of the template stands among people."""
        found = [each for each in self.taken if each.record.name == EXAMPLE_NAME]
        if found and len(self.taken) > len(found):
            self.taken = [each for each in self.taken if each.record.name != EXAMPLE_NAME]
            self.remarks += [
                Remark(
                    kind=Kind.WRONG,
                    row=each.row,
                    who=EXAMPLE_NAME,
                    message=T(
                        "the example of the template is still here", "contoh templat masih ada di sini"
                    ),
                    mend=T("Delete the row.", "Padam baris itu."),
                )
                for each in found
            ]

    def _refuse_twice(self, number: int, record: Record, reader: OneRow) -> None:
        key = record.identity_number, record.employer_code, record.month
        first = self._rows_of.setdefault(key, number)
        if first != number:
            raise reader.wrong(
                "identity_number",
                T(f"the same person as in row {first}", f"orang yang sama seperti baris {first}"),
                T(
                    "Put the wages of one person and month into one row.",
                    "Masukkan upah seorang bagi satu bulan dalam satu baris.",
                ),
            )

    def _leave_out(self, number: int, row: Sequence[object], values: Mapping[str, object]) -> None:
        label = next(cells.text(cell) for cell in row if looks_like_total(cell))
        message = T(f"{label!r} is a row of sums: left out", f"{label!r} ialah baris jumlah: ditinggalkan")
        try:
            said = None if cells.is_blank(values[WAGE]) else money.sen(values[WAGE], is_sen=self._is_sen)[0]
        except NotReadAs:
            said = None
        here, part = self._sums()
        if said not in {None, here, part} and not any(each.kind is Kind.WRONG for each in self.remarks):
            message = T(
                f"{message.en}; it says wages of {format_sen(said or 0)}, and the rows above have "
                f"{format_sen(here)}",
                f"{message.ms}; ia menyatakan gaji {format_sen(said or 0)}, dan baris di atas berjumlah "
                f"{format_sen(here)}",
            )
        self.remarks.append(Remark(kind=Kind.LEFT_OUT, row=number, message=message))
        self._end_part()

    def _sums(self) -> tuple[int, int]:
        """The wages of all rows so far, and of those below the last row of sums."""
        wages = [each.record.wage for each in self.taken]
        return sum(wages), sum(wages[self._part :])

    def _end_part(self) -> None:
        self._has_sums, self._part = True, len(self.taken)


def _of_words(number: int, row: Sequence[object], *, is_number: bool = False) -> Remark:
    """A row that is nobody, by its first words."""
    words = next(cells.text(cell) for cell in row if not cells.is_blank(cell))
    message = T(
        f"{words!r} has no identity number and no amount: left out",
        f"{words!r} tiada nombor pengenalan dan tiada amaun: ditinggalkan",
    )
    if is_number:
        message = T(f"{words!r} counts people: left out", f"{words!r} ialah bilangan orang: ditinggalkan")
    return Remark(kind=Kind.LEFT_OUT, row=number, who=words, message=message)
