"""One row of a payroll sheet as a record: amounts of the sheet kept and compared, others from the tables."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from contributions.bilingual import T
from contributions.computing import Amounts, Person
from contributions.converting.amounts import Due, born_by, differences, due, person_of, whatever_the_age
from contributions.converting.category import (
    category_in,
    doubt_about_age,
    doubt_about_eis,
    in_category,
    refuse_unsaid_category,
)
from contributions.converting.columns import AMOUNTS, SHARES
from contributions.converting.moves import moves
from contributions.converting.releases import release_in_vain
from contributions.converting.result import Kind
from contributions.converting.row_cells import RowCells
from contributions.errors import RatesUnknown
from contributions.identifiers import employer_code, ssm_number
from contributions.layouts import WAGE
from contributions.money import format_sen
from contributions.months import YearMonth
from contributions.record import Record
from contributions.sheets import cells
from contributions.sheets.errors import NotReadAs
from contributions.sheets.shares import WITH_LINDUNG

__all__ = ["OneRow"]

_SOCSO, _EIS = frozenset({"socso_employer", "socso_employee"}), frozenset({"eis_employer", "eis_employee"})
_ADD_CATEGORY = T(
    "Where it is another, add a column SOCSO Category with 1 or 2, or the amounts as columns.",
    "Jika lain, tambah lajur Kategori PERKESO dengan 1 atau 2, atau amaun sebagai lajur.",
)


class OneRow(RowCells):
    """A row, its record, and what is to be said of it."""

    def record(self) -> Record:
        """The record. Raises `WrongRow` for the first thing that cannot be taken."""
        number = self.identity()
        name = self.name()
        month = self.month()
        wage = self.sen(WAGE, needed=True)
        code = self.said("employer_code", employer_code.compact, self.given.employer_code, needed=True)
        ssm = self.said("ssm_number", ssm_number.compact, self.given.ssm_number)
        shares = {name: self.sen(name) for name in SHARES if name in self.values}
        missing = self._missing_shares(shares)
        computed = self._due(wage, month, number, missing - {"lindung"})
        tables = (
            computed.amounts
            if computed
            else whatever_the_age(number, wage, month, released=self._is_released(number))
        )
        self._refuse_empty(wage, tables, is_certain=computed is not None)
        if "lindung" not in shares or WITH_LINDUNG in self.values:
            self._divided(shares, tables)
        others = differences(shares, computed.amounts) if computed else None
        if others:
            self.remarks.append(self.remark(Kind.DIFFERS, "", others))
        in_vain = release_in_vain(number, month) if self._is_released(number) else None
        if in_vain:
            self.remarks.append(self.remark(Kind.DOUBT, "released", in_vain))
        self._days(month)
        amounts = {name: shares[name] if name in shares else getattr(tables, name) for name in SHARES}
        return Record(
            employer_code=code,
            ssm_number=ssm,
            identity_number=number,
            name=name,
            month=month,
            wage=wage,
            **amounts,
        )

    def _missing_shares(self, shares: Mapping[str, int]) -> set[str]:
        """The amounts that must come from the tables."""
        missing = set(SHARES) - shares.keys()
        return missing - {"socso_employee", "lindung"} if WITH_LINDUNG in self.values else missing

    def _due(self, wage: int, month: YearMonth, number: str, missing: Collection[str]) -> Due | None:
        """What the tables give; `None` when that cannot be told and is not `missing`."""
        needs_age = bool(missing)
        try:
            person = person_of(number, month, self._born(month, number), released=self._is_released(number))
            person = self._in_category(person, month, missing if wage else ())
            found = due(wage, month, person)
        except NotReadAs as error:
            if needs_age and wage:
                raise self.wrong("identity_number", error.reason, error.mend) from None
            return None
        except RatesUnknown as error:
            if needs_age and wage:
                raise self.wrong(
                    "month",
                    T(
                        f"no rates are known for {month.name.en}",
                        f"kadar bagi {month.name.ms} tidak diketahui",
                    ),
                    T(
                        f"The first month known is {error.first}.",
                        f"Bulan pertama yang diketahui ialah {error.first}.",
                    )
                    if error.last is None
                    else T(
                        f"The last month known is {error.last}: install a newer pack (assist rules update).",
                        f"Bulan terakhir yang diketahui ialah {error.last}: pasang pek baharu "
                        "(assist rules update).",
                    ),
                ) from None
            return None
        if needs_age:
            self.remarks += [self.remark(Kind.DOUBT, "identity_number", doubt) for doubt in found.doubts]
            self._tell_open_category(person, month, found.amounts, missing)
        return found

    def _tell_open_category(
        self, person: Person, month: YearMonth, amounts: Amounts, missing: Collection[str]
    ) -> None:
        """Say what was taken where the age leaves a choice and amounts were computed."""
        has_eis = bool(amounts.eis_employee and not _EIS.isdisjoint(missing))
        eis = doubt_about_eis(person, month) if has_eis else None
        if eis:
            self.remarks.append(self.remark(Kind.DOUBT, "category", eis))
        has_socso = bool(amounts.socso_employer and not _SOCSO.isdisjoint(missing))
        if "category" not in self.values:
            doubt = doubt_about_age(person, month, socso=has_socso, eis=has_eis)
            if doubt:
                self.remarks.append(self.remark(Kind.DOUBT, "identity_number", doubt, _ADD_CATEGORY))

    def _in_category(self, person: Person, month: YearMonth, missing: Collection[str]) -> Person:
        """The person in the category of the sheet. Raises `WrongRow` where it cannot be and counts."""
        try:
            category = category_in(self.values.get("category", ""))
            if category is None and "category" in self.values and not _SOCSO.isdisjoint(missing):
                refuse_unsaid_category(person, month)
        except NotReadAs as error:
            raise self.wrong("category", error.reason, error.mend) from None
        try:
            return in_category(person, category, month)
        except NotReadAs as error:
            if missing:
                raise self.wrong("category", error.reason, error.mend) from None
            self.remarks.append(self.remark(Kind.DIFFERS, "category", error.reason))
            return person

    def _refuse_empty(self, wage: int, tables: Amounts, *, is_certain: bool) -> None:
        """Raise `WrongRow` where nothing is written and something is due; say where that cannot be told."""
        given = {name: getattr(tables, name) for name in SHARES}
        given[WITH_LINDUNG] = tables.lindung + (tables.socso_employee if is_certain else 0)
        empty = [name for name, cell in self.values.items() if name in AMOUNTS and cells.is_empty(cell)]
        due = [name for name in empty if given[name] and (is_certain or name in {"lindung", WITH_LINDUNG})]
        if due:
            here = self._columns_are_empty(due)
            listed = ", ".join(format_sen(given[name]) for name in due)
            raise self.wrong(
                due[0],
                T(f"{here.en}, and the tables give {listed}", f"{here.ms}, dan jadual memberi {listed}"),
                T(
                    "Write the amount, or 0 for none; where a formula stands, open the workbook in Excel "
                    "and save it.",
                    "Tulis amaun, atau 0 jika tiada; jika ada formula, buka buku kerja dalam Excel dan "
                    "simpan.",
                ),
            )
        unsure = [name for name in empty if wage and not is_certain and (given[name] or not tables.total)]
        if unsure:
            here = self._columns_are_empty(unsure)
            self.remarks.append(
                self.remark(
                    Kind.DOUBT,
                    unsure[0],
                    T(
                        f"{here.en}: taken as RM 0.00, since it cannot be told what the tables give",
                        f"{here.ms}: diambil sebagai RM 0.00, kerana amaun menurut jadual tidak dapat "
                        "ditentukan",
                    ),
                )
            )

    def _columns_are_empty(self, names: Sequence[str]) -> T:
        letters = ", ".join(self.columns.by_field[name].letter for name in names)
        many = "columns {} are" if len(names) > 1 else "column {} is"
        return T(f"{many.format(letters)} empty here", f"lajur {letters} kosong di sini")

    def _divided(self, shares: dict[str, int], tables: Amounts) -> None:
        """LINDUNG 24 JAM out of a SOCSO share that holds it, as some payroll programs print it.

        Raises `WrongRow` where the sheet says that it does, and its parts cannot be told.
        """
        is_said = WITH_LINDUNG in self.values
        name = WITH_LINDUNG if is_said else "socso_employee"
        together = self.sen(name) if is_said else shares.get(name, 0)
        if is_said and together >= shares.get("lindung", together + 1):
            shares["socso_employee"] = together - shares["lindung"]
            return
        lindung = _lindung_in(together, tables, may_be_none=is_said)
        if lindung is None and is_said:
            raise self.wrong(
                name,
                T(
                    f"{format_sen(together)} cannot be divided into SOCSO and LINDUNG 24 JAM: the tables "
                    "give another amount for the wage",
                    f"{format_sen(together)} tidak dapat dibahagikan kepada PERKESO dan LINDUNG 24 JAM: "
                    "jadual memberi amaun lain bagi gaji itu",
                ),
                T("Give each a column of its own.", "Berikan lajur berasingan bagi setiap satu."),
            )
        if lindung is None:
            return
        shares |= {"socso_employee": tables.socso_employee, "lindung": lindung}
        if lindung:
            parts = f"{format_sen(tables.socso_employee)} + {format_sen(lindung)}"
            self.remarks.append(
                self.remark(
                    Kind.MENDED,
                    name,
                    T(
                        f"{format_sen(together)} has LINDUNG 24 JAM in it: taken as {parts}",
                        f"{format_sen(together)} termasuk LINDUNG 24 JAM: diambil sebagai {parts}",
                    ),
                )
            )

    def _born(self, month: YearMonth, number: str) -> date | None:
        born = self.day("born")
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

    def _days(self, month: YearMonth) -> None:
        started, resigned = self.day("started"), self.day("resigned")
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


def _lindung_in(together: int, tables: Amounts, *, may_be_none: bool) -> int | None:
    """How much of a share is LINDUNG 24 JAM; `None` when that cannot be told."""
    if tables.lindung and together == tables.socso_employee + tables.lindung:
        return tables.lindung
    return 0 if may_be_none and together == tables.socso_employee else None
