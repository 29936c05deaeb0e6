"""From the layouts that a portal no longer takes to the current one.

C1 has everything but LINDUNG 24 JAM, which the tables give for the wage. S1 and E1 have the sum of both
shares and no wage (contribution-files notes, 5): with the wages of a sheet, each sum must be the one of the
tables for that wage, and then the shares are certain; otherwise the line is not taken.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from contributions.bilingual import T
from contributions.converting.amounts import whatever_the_age
from contributions.converting.errors import NotConvertible
from contributions.converting.given import Given
from contributions.converting.releases import release_in_vain
from contributions.converting.result import Conversion, Kind, Remark, Taken
from contributions.converting.wages import Wage
from contributions.errors import RatesUnknown
from contributions.layouts import C1, E1, S1
from contributions.money import format_sen
from contributions.months import YearMonth
from contributions.rates import rates_for
from contributions.record import Record, SingleRecord

__all__ = ["from_c1", "from_single", "month_of"]

_STATUS = {
    "B": T("new employee", "pekerja baharu"),
    "H": T("ended", "berhenti"),
    "M": T("died", "meninggal dunia"),
    "S": T("sick leave with benefit", "cuti sakit dengan faedah"),
    "T": T("unpaid leave", "cuti tanpa gaji"),
}


def from_c1(records: Iterable[Record], given: Given) -> Conversion:
    """The records with LINDUNG 24 JAM by the tables, for everybody under Act 4 who was not released."""
    taken, remarks = [], []
    for line, record in enumerate(records, start=1):
        lindung = 0
        if record.socso_employer or record.socso_employee:
            released = record.identity_number in given.released
            amounts = whatever_the_age(record.identity_number, record.wage, record.month, released=released)
            lindung = amounts.lindung
        taken.append(Taken(line, replace(record, lindung=lindung)))
        remarks += _release(line, C1.name, record, given)
    return Conversion(taken, remarks)


def month_of(socso: Sequence[SingleRecord], eis: Sequence[SingleRecord]) -> YearMonth:
    """The month of both files.

    Raises:
        NotConvertible: they are not of one employer and month.
    """
    found = {(record.employer_code, record.month) for record in (*socso, *eis)}
    if len(found) > 1:
        listed = ", ".join(f"{code} {month}" for code, month in sorted(found))
        raise NotConvertible(
            T(
                f"the files have more than one employer code and month: {listed}",
                f"fail-fail ada lebih daripada satu kod majikan dan bulan: {listed}",
            ),
            T("Give the two files of one month.", "Berikan dua fail bagi satu bulan."),
        )
    return found.pop()[1]


def from_single(
    socso: Sequence[SingleRecord], eis: Sequence[SingleRecord], wages: Mapping[str, Wage], given: Given
) -> Conversion:
    """The records of two files of one scheme each, with the wages of a sheet.

    Raises:
        NotConvertible: the files are not of one employer and month, or the rates of the month are not known.
    """
    month = month_of(socso, eis)
    try:
        rates_for(month)
    except RatesUnknown as error:
        raise NotConvertible(
            T(f"no rates are known for {month.name.en}", f"kadar bagi {month.name.ms} tidak diketahui"),
            T(
                f"The first month known is {error.first}.",
                f"Bulan pertama yang diketahui ialah {error.first}.",
            ),
        ) from None
    joining = _Joining(wages, given)
    both = {record.identity_number: record.total for record in eis}
    for line, record in enumerate(socso, start=1):
        joining.take(line, record, both.get(record.identity_number, 0))
    for line, record in enumerate(eis, start=1):
        if record.identity_number not in joining.seen:
            joining.remarks.append(
                _wrong_line(
                    line,
                    record,
                    T(
                        "in the EIS file, but not in the SOCSO file",
                        "dalam fail SIP, tetapi tiada dalam fail PERKESO",
                    ),
                    T(
                        "Add the SOCSO line, or remove this one.",
                        "Tambah baris PERKESO, atau buang baris ini.",
                    ),
                )
            )
    joining.remarks += [
        Remark(
            kind=Kind.LEFT_OUT,
            row=wage.row,
            number=number,
            message=T(
                "in the wage sheet, but in neither file: left out",
                "dalam helaian gaji, tetapi tiada dalam kedua-dua fail: ditinggalkan",
            ),
        )
        for number, wage in wages.items()
        if number not in joining.seen and wage.sen
    ]
    return Conversion(joining.taken, joining.remarks)


class _Joining:
    """Lines of a SOCSO file made whole one after the other."""

    def __init__(self, wages: Mapping[str, Wage], given: Given) -> None:
        self.wages = wages
        self.given = given
        self.seen: dict[str, int] = {}
        self.taken: list[Taken] = []
        self.remarks: list[Remark] = []

    def take(self, line: int, record: SingleRecord, eis: int) -> None:
        """One line: a record, or a remark that says why not."""
        number = record.identity_number
        wage = self.wages.get(number)
        first = self.seen.setdefault(number, line)
        if first != line:
            self._refuse(
                line,
                record,
                T(f"the same person as in line {first}", f"orang yang sama seperti baris {first}"),
                T("Join the lines first.", "Gabungkan baris itu dahulu."),
            )
        elif wage is None:
            self._refuse(
                line,
                record,
                T("the wage sheet has no wage for this person", "helaian gaji tiada gaji bagi orang ini"),
                T("Add the person to the wage sheet.", "Tambah orang itu dalam helaian gaji."),
            )
        else:
            self._join(line, record, wage.sen, eis)

    def _join(self, line: int, record: SingleRecord, wage: int, eis: int) -> None:
        rates = rates_for(record.month)
        first = tuple(rates.act4.amount(name, wage) for name in ("employer_cat1_sen", "employee_cat1_sen"))
        second = rates.act4.amount("employer_cat2_sen", wage), 0
        shares = next((each for each in (first, second) if sum(each) == record.total), None)
        share = rates.act800.amount("employee_sen", wage) if rates.act800 else 0
        if shares is None:
            self._refuse(line, record, *_does_not_fit(S1.name, record.total, wage, (sum(first), sum(second))))
        elif eis not in {0, 2 * share}:
            self._refuse(line, record, *_does_not_fit(E1.name, eis, wage, (2 * share,)))
        else:
            number = record.identity_number
            released = number in self.given.released
            amounts = whatever_the_age(number, wage, record.month, released=released)
            self._tell_status(line, record)
            self.remarks += _release(line, S1.name, record, self.given)
            self.taken.append(
                Taken(
                    line,
                    Record(
                        employer_code=record.employer_code,
                        ssm_number=record.ssm_number,
                        identity_number=record.identity_number,
                        name=record.name,
                        month=record.month,
                        wage=wage,
                        socso_employer=shares[0],
                        socso_employee=shares[1],
                        eis_employer=eis // 2,
                        eis_employee=eis // 2,
                        lindung=amounts.lindung if record.total else 0,
                    ),
                )
            )

    def _refuse(self, line: int, record: SingleRecord, reason: T, mend: T) -> None:
        self.remarks.append(_wrong_line(line, record, reason, mend))

    def _tell_status(self, line: int, record: SingleRecord) -> None:
        status = _STATUS.get(record.employment_status)
        if status is None:
            return
        day = f", {record.employment_date:%d/%m/%Y}" if record.employment_date else ""
        self.remarks.append(
            Remark(
                kind=Kind.REGISTER,
                row=line,
                source=S1.name,
                who=record.name,
                number=record.identity_number,
                message=T(f"{status.en}{day}", f"{status.ms}{day}"),
                mend=T(
                    "Record it in ASSIST under Registration > Update: the file has no place for it.",
                    "Rekodkan dalam ASSIST di bawah Pendaftaran > Kemas Kini: fail tiada ruang untuknya.",
                ),
            )
        )


def _release(line: int, source: str, record: Record | SingleRecord, given: Given) -> list[Remark]:
    """That the release of somebody who was said to be released changes nothing, where it does not."""
    number = record.identity_number
    in_vain = release_in_vain(number, record.month) if number in given.released else None
    if in_vain is None:
        return []
    return [Remark(kind=Kind.DOUBT, row=line, source=source, who=record.name, number=number, message=in_vain)]


def _does_not_fit(layout: str, total: int, wage: int, fitting: Iterable[int]) -> tuple[T, T]:
    scheme = T("SOCSO", "PERKESO") if layout == S1.name else T("EIS", "SIP")
    amounts = sorted(set(fitting), reverse=True)
    listed = T(" or ".join(map(format_sen, amounts)), " atau ".join(map(format_sen, amounts)))
    return (
        T(
            f"{scheme.en} of {format_sen(total)} does not belong to a wage of {format_sen(wage)}, which "
            "gives "
            f"{listed.en}",
            f"{scheme.ms} {format_sen(total)} tidak sepadan dengan gaji {format_sen(wage)}, yang memberi "
            f"{listed.ms}",
        ),
        T(
            "Check the wage and the contribution; one of them is of another month or person.",
            "Semak gaji dan caruman; salah satu adalah bagi bulan atau orang lain.",
        ),
    )


def _wrong_line(line: int, record: SingleRecord, reason: T, mend: T) -> Remark:
    return Remark(
        kind=Kind.WRONG, row=line, source=record.scheme, who=record.name, number=record.identity_number,
        message=reason, mend=mend,
    )  # fmt: skip
