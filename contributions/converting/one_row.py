"""One row of a payroll sheet as a record: each cell read, what a spreadsheet spoilt put right and said so.

Amounts that stand in the sheet are kept and compared with the tables; those that do not are computed.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from contributions.bilingual import NOTHING, T
from contributions.converting.amounts import Due, born_by, differences, due, person_of
from contributions.converting.mapping import FIELDS, SHARES, Columns
from contributions.converting.moves import moves
from contributions.converting.result import Kind, Remark
from contributions.errors import RatesUnknown
from contributions.identifiers import employer_code, ssm_number
from contributions.layouts import C2, WAGE
from contributions.money import format_sen
from contributions.months import YearMonth
from contributions.record import Record
from contributions.sheets import cells
from contributions.sheets.errors import NotReadAs

__all__ = ["Given", "OneRow", "WrongRow"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What was said beside the sheet, for what the sheet lacks; `released` are identity numbers."""

    employer_code: str = ""
    ssm_number: str = ""
    month: YearMonth | None = None
    released: frozenset[str] = field(default_factory=frozenset)


class WrongRow(Exception):
    """The row cannot be taken, for the reason that the remark gives."""

    def __init__(self, remark: Remark) -> None:
        super().__init__(remark.message.en)
        self.remark = remark


@lru_cache(maxsize=1024)
def _compacted(compact: Callable[[str], str], written: str) -> str:
    return compact(written)


class OneRow:
    """A row, and what is to be said of it."""

    def __init__(self, row: int, values: Mapping[str, object], columns: Columns, given: Given) -> None:
        self.row = row
        self.values = values
        self.columns = columns
        self.given = given
        self.remarks: list[Remark] = []
        self.who = cells.text(values["name"])
        self.number = cells.text(values["identity_number"])

    def record(self) -> Record:
        """The record. Raises `WrongRow` for the first thing that cannot be taken."""
        number = self._identity()
        name = self._name()
        month = self._month()
        wage = self._sen(WAGE, needed=True)
        code = self._said("employer_code", employer_code.compact, self.given.employer_code, needed=True)
        ssm = self._said("ssm_number", ssm_number.compact, self.given.ssm_number)
        shares = {name: self._sen(name) for name in SHARES if name in self.values}
        computed = self._due(wage, month, number, needs=len(shares) < len(SHARES))
        others = differences(shares, computed.amounts) if computed else None
        if others:
            self.remarks.append(self.remark(Kind.DIFFERS, "", others))
        self._days(month)
        amounts = {
            name: shares.get(name, getattr(computed.amounts, name) if computed else 0) for name in SHARES
        }
        return Record(
            employer_code=code,
            ssm_number=ssm,
            identity_number=number,
            name=name,
            month=month,
            wage=wage,
            **amounts,
        )

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

    def _missing(self, name: str, mend: T) -> WrongRow:
        title = FIELDS[name]
        return self.wrong(name, T(f"{title.en} missing", f"{title.ms} tiada"), mend)

    def _identity(self) -> str:
        cell = self.values["identity_number"]
        if cells.is_blank(cell):
            raise self._missing(
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
        return self._fitting("identity_number", mended.value)

    def _name(self) -> str:
        cell = self.values["name"]
        if cells.is_blank(cell):
            raise self._missing("name", T("Write the name as on the card.", "Tulis nama seperti pada kad."))
        name = cells.text(cell)
        if self.columns.sheet.is_text:
            name = cells.without_guard(name)
        self.who = name
        plain = cells.plain_letters(name)
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
        return self._fitting("name", plain.upper())

    def _fitting(self, name: str, text: str) -> str:
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

    def _month(self) -> YearMonth:
        cell = self.values.get("month", "")
        above = self.columns.above.get("month")
        if cells.is_blank(cell) and self.given.month:
            return self.given.month
        if cells.is_blank(cell) and above:
            cell = above[1]
        if cells.is_blank(cell):
            raise self._missing(
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
        return month

    def _said(self, name: str, compact: Callable[[str], str], given: str, *, needed: bool = False) -> str:
        cell = self.values.get(name, "")
        above = self.columns.above.get(name)
        if cells.is_blank(cell) and above and not given:
            cell = above[1]
        said = "" if cells.is_blank(cell) else _compacted(compact, cells.text(cell).strip("'=\""))
        wanted = _compacted(compact, given) if given else ""
        if said and wanted and said != wanted:
            title, option = FIELDS[name], {"employer_code": "--employer"}.get(name, "--mycoid")
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
            raise self._missing(
                name,
                T(
                    "Add a column Employer Code, or --employer B3200000123X with your own code.",
                    "Tambah lajur Kod Majikan, atau --employer B3200000123X dengan kod anda sendiri.",
                ),
            )
        return self._fitting(name, said or wanted)

    def _sen(self, name: str, *, needed: bool = False) -> int:
        cell = self.values[name]
        if cells.is_blank(cell):
            if not needed:
                return 0
            raise self._missing(
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
            amount, how = cells.sen(cell)
        except NotReadAs as error:
            raise self.wrong(name, error.reason, error.mend) from None
        if len(str(amount)) > C2[name].length:
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

    def _due(self, wage: int, month: YearMonth, number: str, *, needs: bool) -> Due | None:
        """What the tables give; `None` when that cannot be told and is not needed."""
        try:
            person = person_of(number, month, self._born(month, number), released=self._is_released(number))
            found = due(wage, month, person)
        except NotReadAs as error:
            if needs and wage:
                raise self.wrong("identity_number", error.reason, error.mend) from None
            return None
        except RatesUnknown as error:
            if needs and wage:
                raise self.wrong(
                    "month",
                    T(
                        f"no rates are known for {month.name.en}",
                        f"kadar bagi {month.name.ms} tidak diketahui",
                    ),
                    T(
                        f"The first month known is {error.first}.",
                        f"Bulan pertama yang diketahui ialah {error.first}.",
                    ),
                ) from None
            return None
        if needs:
            self.remarks += [self.remark(Kind.DOUBT, "identity_number", doubt) for doubt in found.doubts]
        return found

    def _born(self, month: YearMonth, number: str) -> date | None:
        born = self._day("born")
        by_number = born_by(number, month)
        if born and by_number and born != by_number:
            self.remarks.append(
                self.remark(
                    Kind.DIFFERS,
                    "born",
                    T(
                        f"born on {born:%d/%m/%Y} by the sheet, {by_number:%d/%m/%Y} by the identity "
                        "number; the "
                        "sheet was taken",
                        f"lahir pada {born:%d/%m/%Y} menurut helaian, {by_number:%d/%m/%Y} menurut nombor "
                        "pengenalan; helaian diambil",
                    ),
                )
            )
        return born or by_number

    def _is_released(self, number: str) -> bool:
        try:
            return number in self.given.released or (
                "released" in self.values and cells.yes(self.values["released"])
            )
        except NotReadAs as error:
            raise self.wrong("released", error.reason, error.mend) from None

    def _day(self, name: str) -> date | None:
        if name not in self.values:
            return None
        try:
            return cells.day(self.values[name])
        except NotReadAs as error:
            raise self.wrong(name, error.reason, error.mend) from None

    def _days(self, month: YearMonth) -> None:
        started, resigned = self._day("started"), self._day("resigned")
        for name, what in moves(month, started, resigned):
            self.remarks.append(
                self.remark(
                    Kind.REGISTER,
                    name,
                    what,
                    T(
                        "Record it in ASSIST under Registration > Update: the file has no place for it.",
                        "Rekodkan dalam ASSIST di bawah Pendaftaran > Kemas Kini: fail tiada ruang untuknya.",
                    ),
                )
            )
