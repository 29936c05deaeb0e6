"""The wages of a sheet, for files that hold contributions and no wages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from contributions.bilingual import T
from contributions.converting.columns import FIELDS, Columns
from contributions.converting.errors import NotConvertible, OtherPart
from contributions.converting.result import Kind, Remark
from contributions.layouts import WAGE
from contributions.months import YearMonth
from contributions.sheets import cells, money
from contributions.sheets.below import is_nobody_below, last_person
from contributions.sheets.errors import NotReadAs
from contributions.sheets.headings import looks_like_total
from contributions.sheets.within import said_against

__all__ = ["Wage", "wages_in"]


@dataclass(frozen=True, slots=True)
class Wage:
    """A wage in a sheet, and its row."""

    row: int
    sen: int


def wages_in(columns: Columns, month: YearMonth) -> tuple[dict[str, Wage], list[Remark]]:
    """Wages by identity number; a row that cannot be taken, or is of another month, is among the remarks.

    Raises:
        NotConvertible: the sheet says that it, or a part of it, is of other months.
    """
    _refuse_other_month(columns, month)
    reading = _Reading(columns, month)
    for number, values in _rows(columns):
        reading.take(number, values)
    if reading.others and not reading.found:
        raise _of_another("", min(reading.others).name, month)
    return reading.found, reading.remarks


def _refuse_other_month(columns: Columns, month: YearMonth) -> None:
    said = columns.months_said
    if "month" in columns.by_field:
        return
    if not said.is_silent and not said.has(month):
        raise _of_another(*said.first, month)
    against = said_against(columns.within, (), month)
    if against:
        raise OtherPart(*against)


def _of_another(cell: str, found: T, wanted: YearMonth) -> NotConvertible:
    where = T(f" (cell {cell})", f" (sel {cell})") if cell else T("", "")
    return NotConvertible(
        T(
            f"the wage sheet is of {found.en}{where.en}, and the files are of {wanted.name.en}",
            f"helaian gaji bagi {found.ms}{where.ms}, manakala fail bagi {wanted.name.ms}",
        ),
        T(
            f"Give the wages of {wanted.name.en}, or correct the month in the sheet.",
            f"Berikan gaji {wanted.name.ms}, atau betulkan bulan dalam helaian.",
        ),
    )


def _rows(columns: Columns) -> Iterator[tuple[int, dict[str, object]]]:
    """The cells of the rows that are not sums, or nobody, by field."""
    at = {name: column.index for name, column in columns.by_field.items()}
    rows = [
        (number, row, {name: row[index] if index < len(row) else "" for name, index in at.items()})
        for number, row in enumerate(columns.sheet.rows[columns.first :], start=columns.first + 1)
    ]
    last = last_person((number, values["identity_number"]) for number, _, values in rows)
    for number, row, values in rows:
        who = values["identity_number"]
        is_nobody = not any(map(cells.has_figures, (who, values[WAGE])))
        is_nobody |= (
            number > last > 0 and not cells.is_blank(who) and is_nobody_below(who, "", [values[WAGE]])
        )
        is_nobody |= cells.is_blank(who) and any(map(looks_like_total, row))
        if not is_nobody and not looks_like_total(who):
            yield number, values


class _Reading:
    """Wages row by row."""

    def __init__(self, columns: Columns, month: YearMonth) -> None:
        self.columns = columns
        self.month = month
        self.found: dict[str, Wage] = {}
        self.remarks: list[Remark] = []
        self.others: set[YearMonth] = set()

    def take(self, number: int, values: Mapping[str, object]) -> None:
        """One row: a wage, or a remark that says why not."""
        who, wage = values["identity_number"], values[WAGE]
        if cells.is_blank(who) or cells.is_blank(wage):
            title = FIELDS["identity_number" if cells.is_blank(who) else WAGE]
            mend = T("Fill it in, or delete the row.", "Isi, atau padam baris itu.")
            missing = T(f"{title.en} missing", f"{title.ms} tiada")
            self._refuse(number, cells.text(who), missing, mend)
            return
        try:
            identity = cells.mended_identity(who).value
            if self._is_of_another_month(number, identity, values.get("month", "")):
                return
            sen = money.sen(wage, is_sen=self.columns.by_field[WAGE].is_sen)[0]
        except NotReadAs as error:
            self._refuse(number, cells.text(who), error.reason, error.mend)
            return
        known = self.found.setdefault(identity, Wage(number, sen))
        if known.row != number:
            reason = T(f"the same person as in row {known.row}", f"orang yang sama seperti baris {known.row}")
            mend = T("Put the wages of one person into one row.", "Masukkan upah seorang dalam satu baris.")
            self._refuse(number, identity, reason, mend)

    def _is_of_another_month(self, number: int, identity: str, cell: object) -> bool:
        """Whether a row says so by its own column, which is told. Raises `NotReadAs` for no month."""
        if cells.is_blank(cell):
            return False
        month = cells.month(cell)
        if month == self.month:
            return False
        self.others.add(month)
        message = T(f"of {month.name.en}: left out", f"bagi {month.name.ms}: ditinggalkan")
        self.remarks.append(Remark(kind=Kind.LEFT_OUT, row=number, number=identity, message=message))
        return True

    def _refuse(self, row: int, number: str, reason: T, mend: T) -> None:
        self.remarks.append(Remark(kind=Kind.WRONG, row=row, number=number, message=reason, mend=mend))
