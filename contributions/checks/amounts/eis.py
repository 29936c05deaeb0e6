"""AM: the EIS shares of Act 800 (rates notes, section 4)."""

from dataclasses import replace

import numpy as np

from contributions.bilingual import T
from contributions.checks.amounts.fields import JUDGED
from contributions.checks.check import Check
from contributions.checks.examples import SAMPLE, SAMPLE_FOREIGN, file_of, record
from contributions.checks.row import Row
from contributions.findings import Severity
from contributions.layouts import COMBINED, E1
from contributions.matrix.lines import Lines
from contributions.matrix.types import Mask
from contributions.money import format_sen
from contributions.months import YearMonth
from contributions.rates import current

__all__ = ["CHECKS"]

EIS_FROM = YearMonth(2018, 1)
_ELDER = replace(SAMPLE, identity_number="650314025519", socso_employer=40_60, socso_employee=0)
_BEFORE_EIS = replace(SAMPLE, month=YearMonth(2017, 12), ssm_number="1312525-A", lindung=0)


def _paid(lines: Lines) -> Mask:
    paid: Mask = (lines.sen("eis_employer") > 0) | (lines.sen("eis_employee") > 0)
    return paid


def _is_eis_month(lines: Lines) -> Mask:
    return np.asarray(lines.month >= EIS_FROM.number)


def _differs(lines: Lines) -> Mask:
    return np.asarray(lines.sen("eis_employer") != lines.sen("eis_employee"))


def _differs_where_covered(lines: Lines) -> Mask:
    """Whose shares differ; where none is due that is said, and nothing else."""
    differs = _differs(lines)
    return differs & ~_not_covered(lines) if differs.any() else differs


def _not_in_table(lines: Lines) -> Mask:
    share = lines.sen("eis_employer")
    wrong: Mask = (share != 0) & (share != lines.due.eis) & ~_differs(lines)
    return lines.is_assessable & wrong & _is_eis_month(lines)


def _not_covered(lines: Lines) -> Mask:
    age, birthday, rules = lines.people.age, lines.people.is_birthday_month, current().rules
    too_old = (age > rules.eis_until_age) | ((age == rules.eis_until_age) & ~birthday)
    too_young = (age >= 0) & (age < rules.eis_from_age)
    outside: Mask = too_old | too_young | lines.people.is_foreign
    return outside & _paid(lines) & _is_eis_month(lines)


def _at_sixtieth_birthday(lines: Lines) -> Mask:
    until = current().rules.eis_until_age
    at_sixty: Mask = (lines.people.age == until) & lines.people.is_birthday_month
    return at_sixty & _paid(lines)


def _covered_but_unpaid(lines: Lines) -> Mask:
    age, rules = lines.people.age, current().rules
    covered = (age >= rules.eis_from_age) & (age < rules.eis_late_entry_age)
    covered &= ~((age == rules.eis_from_age) & lines.people.is_birthday_month)
    return lines.is_assessable & ~_paid(lines) & covered & _is_eis_month(lines)


def _before_it_began(lines: Lines, field: str) -> Mask:
    return np.asarray(lines.is_readable(field) & (lines.sen(field) > 0) & ~_is_eis_month(lines))


def _how_without(_row: Row, field: str) -> dict[str, T]:
    """A file of EIS alone has nothing to pay in such a month."""
    if field == "total":
        how = T("take the line out", "keluarkan baris ini")
    else:
        how = T("put 0000 into the columns of EIS", "isi 0000 dalam lajur SIP")
    return {"how": how}


def _who(row: Row) -> dict[str, T]:
    if row.age is None:
        return {"who": T("foreign workers", "pekerja asing")}
    return {"who": T(f"a person of {row.age}", f"orang berumur {row.age}")}


def _due(row: Row) -> int:
    return row.cell("eis")


def _same_as_employer(row: Row) -> T:
    due = _due(row)
    if due and due == row.amount("eis_employee"):
        return T(f"{format_sen(due)} in both fields", f"{format_sen(due)} dalam kedua-dua medan")
    if due == row.amount("eis_employer"):
        return T(
            f"{format_sen(due)}, the same as the employer's share",
            f"{format_sen(due)}, sama dengan caruman majikan",
        )
    return T.same(format_sen(due))


AM11 = Check(
    code="AM11",
    severity=Severity.ERROR,
    source="contribution-files 10.4 L50",
    mark="official",
    layouts=COMBINED,
    title=T("EIS shares differ", "Caruman SIP tidak sama"),
    why=T(
        "Employer and employee pay the same under Act 800.",
        "Majikan dan pekerja membayar jumlah yang sama di bawah Akta 800.",
    ),
    message=T(
        "EIS employer share {eis_employer} and employee share {eis_employee} must be equal.",
        "Caruman SIP majikan {eis_employer} dan caruman pekerja {eis_employee} mesti sama.",
    ),
    mend=T(
        "Put {put} into columns 227-232 and 233-238 of line {line}.",
        "Isi {put} dalam lajur 227-232 dan 233-238 baris {line}.",
    ),
    points_at="eis_employee",
    needs=("eis_employer", "eis_employee"),
    wrong=_differs_where_covered,
    expected=_same_as_employer,
    should_be=_due,
    bad=record(eis_employer=6_50, eis_employee=6_70),
    good=record(eis_employer=6_50, eis_employee=6_50),
)

AM12 = Check(
    code="AM12",
    severity=Severity.ERROR,
    source="contribution-files 10.4 L51",
    mark="official",
    layouts=COMBINED,
    title=T("EIS shares do not fit the wage", "Caruman SIP tidak sepadan dengan gaji"),
    why=T(
        "The shares are read from the table of the Second Schedule of Act 800 for the wage.",
        "Caruman dibaca daripada Jadual Kedua Akta 800 bagi gaji berkenaan.",
    ),
    message=T(
        "On a wage of {wage} in {month} EIS is {due_eis} for each side, not {eis_employer}.",
        "Atas gaji {wage} pada {month} SIP ialah {due_eis} bagi setiap pihak, bukan {eis_employer}.",
    ),
    mend=T(
        "Put {put} into columns 227-232 and 233-238 of line {line}.",
        "Isi {put} dalam lajur 227-232 dan 233-238 baris {line}.",
    ),
    points_at="eis_employer",
    needs=JUDGED,
    wrong=_not_in_table,
    should_be=_due,
    bad=record(eis_employer=6_70, eis_employee=6_70),
    good=record(),
)

AM13 = Check(
    code="AM13",
    severity=Severity.ERROR,
    source="contribution-files 10.4 L52",
    mark="official",
    layouts=COMBINED,
    title=T("EIS for somebody not covered", "SIP bagi orang yang tidak dilindungi"),
    why=T(
        "EIS covers people from 18 to 59 who are citizens or permanent residents.",
        "SIP melindungi warganegara atau pemastautin tetap yang berumur 18 hingga 59 tahun.",
    ),
    message=T(
        "EIS of {eis_employer} and {eis_employee} is written for {who}, whom EIS does not cover.",
        "SIP {eis_employer} dan {eis_employee} ditulis bagi {who}, yang tidak dilindungi SIP.",
    ),
    mend=T("Put 0000 into columns 227-232 and 233-238.", "Isi 0000 dalam lajur 227-232 dan 233-238."),
    points_at="eis_employer",
    needs=("month", "eis_employer", "eis_employee"),
    wrong=_not_covered,
    facts=_who,
    should_be=lambda _row: 0,
    bad=file_of(replace(SAMPLE_FOREIGN, eis_employer=6_50, eis_employee=6_50)),
    good=file_of(SAMPLE_FOREIGN),
)

AM14 = Check(
    code="AM14",
    severity=Severity.WARNING,
    source="contribution-files 10.4 W24",
    mark="official",
    layouts=COMBINED,
    title=T("No EIS for somebody covered", "Tiada SIP bagi orang yang dilindungi"),
    why=T(
        "EIS covers citizens and permanent residents from 18 to 56. The public service and the employer's "
        "spouse are outside it, which a file does not show.",
        "SIP melindungi warganegara dan pemastautin tetap berumur 18 hingga 56. Perkhidmatan "
        "awam dan pasangan "
        "majikan terkecuali, yang tidak kelihatan dalam fail.",
    ),
    message=T(
        "No EIS is written for a person of {age}; it would be {due_eis} for each side.",
        "Tiada SIP ditulis bagi orang berumur {age}; jumlahnya {due_eis} bagi setiap pihak.",
    ),
    mend=T("Check whether the person is covered.", "Semak sama ada orang ini dilindungi."),
    points_at="eis_employer",
    needs=JUDGED,
    wrong=_covered_but_unpaid,
    expected=lambda row: T.same(format_sen(_due(row))),
    bad=record(eis_employer=0, eis_employee=0),
    good=record(),
)

AM26 = Check(
    code="AM26",
    severity=Severity.ERROR,
    source="contribution-files 10.3 L35",
    mark="official",
    layouts=COMBINED | {E1.name},
    title=T("EIS before it began", "SIP sebelum ia bermula"),
    why=T("EIS began with the wages of January 2018.", "SIP bermula dengan gaji Januari 2018."),
    message=T("EIS of {found} is written for {month}.", "SIP {found} ditulis bagi {month}."),
    mend=T("Nothing was due then: {how}.", "Tiada yang perlu dibayar ketika itu: {how}."),
    facts_in=_how_without,
    wrong_in=_before_it_began,
    fields=("eis_employer", "eis_employee", "total"),
    needs=("month",),
    should_be=lambda _row: 0,
    bad=replace(file_of(_BEFORE_EIS), as_of=YearMonth(2018, 1).first_day),
    good=replace(
        file_of(replace(_BEFORE_EIS, eis_employer=0, eis_employee=0)), as_of=YearMonth(2018, 1).first_day
    ),
)

AM27 = Check(
    code="AM27",
    severity=Severity.WARNING,
    source="rates 5",
    mark="assumed",
    layouts=COMBINED,
    title=T("EIS in the month of the 60th birthday", "SIP pada bulan hari lahir ke-60"),
    why=T(
        "EIS ends at 60. The law does not say whether the month of the birthday still counts; "
        "programs differ.",
        "SIP tamat pada umur 60. Undang-undang tidak menyatakan sama ada bulan hari lahir masih dikira; "
        "program berbeza.",
    ),
    message=T(
        "The person becomes 60 in {month} and EIS of {eis_employer} is written.",
        "Orang ini mencapai umur 60 pada {month} dan SIP {eis_employer} ditulis.",
    ),
    mend=T("Check how your payroll treats this month.", "Semak cara sistem gaji mengendalikan bulan ini."),
    points_at="eis_employer",
    needs=("month", "eis_employer", "eis_employee"),
    wrong=_at_sixtieth_birthday,
    bad=file_of(replace(_ELDER, identity_number="661014025519")),
    good=file_of(replace(_ELDER, eis_employer=0, eis_employee=0)),
)

CHECKS = (AM26, AM13, AM11, AM12, AM14, AM27)
