"""AM: the one amount of layouts S1 and E1, and what these and C1 cannot hold.

What the amount of S1 means is contested (contribution-files notes, section 5, conflict 4): PERKESO's sheet
and two programs say both shares together, one program writes the wage. So what looks like a wage is only
a warning.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import numpy as np

from contributions.bilingual import T
from contributions.checks.check import Check, Sighting
from contributions.checks.examples import SAMPLE, SAMPLE_TOTAL, as_c1, record, single
from contributions.checks.row import Row
from contributions.checks.whole_file import WholeFile
from contributions.findings import Severity
from contributions.layouts import C1, E1, S1, SINGLE
from contributions.matrix.fields import LINDUNG_FROM
from contributions.matrix.lines import Lines
from contributions.matrix.totals import HUNDRED, TotalFault, totals_in
from contributions.matrix.types import Mask
from contributions.money import format_sen
from contributions.months import YearMonth

__all__ = ["CHECKS"]

_EIS_TOTAL = SAMPLE.eis_employer + SAMPLE.eis_employee
_NEEDS = ("month", "total")
_ABOVE_ALL = T(
    "the highest contribution in {month} is {highest}", "caruman tertinggi pada {month} ialah {highest}"
)
_WHOLE_RINGGIT = T(
    "it is in whole ringgit, as most wages are, and no amount of the table",
    "ia dalam ringgit bulat, seperti kebanyakan gaji, dan bukan amaun dalam jadual",
)
_JUNE = YearMonth.from_number(LINDUNG_FROM)


def _has(faults: tuple[TotalFault, ...], lines: Lines) -> Mask:
    return np.asarray(np.isin(lines.total_fault, faults))


def _neighbours(row: Row) -> T:
    """The totals next to the amount, below and above it; below the lowest there is none."""
    totals = totals_in(row.layout.name, row.month_number)
    at = int(np.searchsorted(totals, row.amount("total")))
    above = format_sen(int(totals[at]))
    if not at:
        return T(f"the lowest is {above}", f"yang terendah ialah {above}")
    below = format_sen(int(totals[at - 1]))
    return T(f"its neighbours are {below} and {above}", f"yang terdekat ialah {below} dan {above}")


def _near(row: Row) -> dict[str, T]:
    return {"near": _neighbours(row)}


def _like_a_wage(row: Row) -> dict[str, T]:
    totals = totals_in(row.layout.name, row.month_number)
    if len(totals[int(np.searchsorted(totals, row.amount("total"))) :]):
        return {"proof": _WHOLE_RINGGIT}
    highest = format_sen(int(totals[-1]))
    return {"proof": _ABOVE_ALL.filled(month=row.shown("month"), highest=T.same(highest))}


def _meant(row: Row) -> T:
    amount = row.amount("total")
    is_hundredfold = amount in totals_in(row.layout.name, row.month_number) * HUNDRED
    return T.same(format_sen(amount // HUNDRED if is_hundredfold else amount * HUNDRED))


def _schemes(row: Row) -> dict[str, T]:
    socso, eis = T("SOCSO", "PERKESO"), T("EIS", "SIP")
    own, other = (socso, eis) if row.layout is S1 else (eis, socso)
    return {"own": own, "other": other}


def _without_lindung(layout: str, file: WholeFile) -> Iterator[Sighting]:
    """Records of months with LINDUNG 24 JAM in a layout that has no place for it and is still taken."""
    late = [number for number in file.tally.months if number >= LINDUNG_FROM]
    if file.layout == layout and late and not file.is_refused:
        yield file.in_months(late)


AM28 = Check(
    code="AM28",
    severity=Severity.ERROR,
    source="contribution-files 10.4 L57",
    mark="official",
    layouts=frozenset({S1.name}),
    title=T("SOCSO contribution is not in the table", "Caruman PERKESO tiada dalam jadual"),
    why=T(
        "Both shares together are a total of the Third Schedule: of the first category, or the employer's "
        "share alone in the second.",
        "Kedua-dua caruman ialah jumlah dalam Jadual Ketiga: kategori pertama, atau caruman majikan sahaja "
        "bagi kategori kedua.",
    ),
    message=T(
        "{total} is no total of the table for {month}; {near}.",
        "{total} bukan jumlah dalam jadual bagi {month}; {near}.",
    ),
    mend=T(
        "Look the wage up in the table and write both shares together into columns 201-214.",
        "Cari gaji dalam jadual dan tulis jumlah kedua-dua caruman dalam lajur 201-214.",
    ),
    points_at="total",
    needs=_NEEDS,
    wrong=partial(_has, (TotalFault.OTHER,)),
    facts=_near,
    bad=single(SAMPLE_TOTAL + 5),
    good=single(),
)

AM29 = Check(
    code="AM29",
    severity=Severity.ERROR,
    source="contribution-files 10.4 L58",
    mark="official",
    layouts=frozenset({E1.name}),
    title=T("EIS contribution is not in the table", "Caruman SIP tiada dalam jadual"),
    why=T(
        "Both shares are the same, so the amount is twice a share of the Second Schedule of Act 800.",
        "Kedua-dua caruman adalah sama, maka amaun ialah dua kali caruman dalam Jadual Kedua Akta 800.",
    ),
    message=T(
        "{total} is not twice a share of the table for {month}; {near}.",
        "{total} bukan dua kali caruman dalam jadual bagi {month}; {near}.",
    ),
    mend=T(
        "Look the wage up in the table and write both shares together into columns 201-214.",
        "Cari gaji dalam jadual dan tulis jumlah kedua-dua caruman dalam lajur 201-214.",
    ),
    points_at="total",
    needs=_NEEDS,
    wrong=partial(_has, (TotalFault.OTHER,)),
    facts=_near,
    bad=single(_EIS_TOTAL, _EIS_TOTAL, _EIS_TOTAL + 5, layout=E1),
    good=single(_EIS_TOTAL, layout=E1),
)

AM30 = Check(
    code="AM30",
    severity=Severity.WARNING,
    source="contribution-files 10.4 W22",
    mark="code",
    layouts=SINGLE,
    title=T("Looks like the wage", "Kelihatan seperti gaji"),
    why=T(
        "The field holds both shares of the contribution. One program is known to write the wage there; "
        "nobody could be found who says that the portal took it.",
        "Medan ini menyimpan kedua-dua caruman. Satu program diketahui menulis gaji di situ; tiada sesiapa "
        "yang mengesahkan portal menerimanya.",
    ),
    message=T(
        "{total} looks like the wage; {proof}.",
        "{total} kelihatan seperti gaji; {proof}.",
    ),
    mend=T("Write both shares together, not the wage.", "Tulis jumlah kedua-dua caruman, bukan gaji."),
    points_at="total",
    needs=_NEEDS,
    wrong=partial(_has, (TotalFault.WAGE,)),
    facts=_like_a_wage,
    bad=single(SAMPLE.wage),
    good=single(),
)

AM31 = Check(
    code="AM31",
    severity=Severity.INFO,
    source="contribution-files 10.4 L59",
    mark="code",
    layouts=frozenset({S1.name}),
    title=T("No place for LINDUNG 24 JAM", "Tiada ruang bagi LINDUNG 24 JAM"),
    why=T(
        "LINDUNG 24 JAM began with the wages of June 2026; only format 2 has columns for it.",
        "LINDUNG 24 JAM bermula dengan gaji Jun 2026; hanya format 2 mempunyai lajur baginya.",
    ),
    message=T(
        "The line is for {month}, and this layout has no place for LINDUNG 24 JAM.",
        "Baris ini bagi {month}, dan susun atur ini tiada ruang bagi LINDUNG 24 JAM.",
    ),
    mend=T("Export the file in the combined format 2.", "Eksport fail dalam format gabungan 2."),
    points_at="month",
    seen=partial(_without_lindung, S1.name),
    bad=single(month=_JUNE),
    good=single(),
)

AM32 = Check(
    code="AM32",
    severity=Severity.WARNING,
    source="contribution-files 10.4 W20",
    mark="official-2nd",
    layouts=frozenset({C1.name}),
    title=T("Looks like format 1.0", "Kelihatan seperti format 1.0"),
    why=T(
        "The columns of LINDUNG 24 JAM are blank in every line, as in format 1.0, although it was due for "
        "the month.",
        "Lajur LINDUNG 24 JAM kosong dalam setiap baris, seperti format 1.0, walaupun ia perlu dibayar bagi "
        "bulan itu.",
    ),
    message=T(
        "The line is for {month}, and columns 239-244 are blank in all lines.",
        "Baris ini bagi {month}, dan lajur 239-244 kosong dalam semua baris.",
    ),
    mend=T("Export the file in the combined format 2.", "Eksport fail dalam format gabungan 2."),
    points_at="month",
    seen=partial(_without_lindung, C1.name),
    bad=as_c1(replace(SAMPLE, month=_JUNE), as_of=_JUNE.due_date),
    good=record(),
)

AM33 = Check(
    code="AM33",
    severity=Severity.ERROR,
    source="contribution-files 10.4 W29, L57, L58",
    mark="official",
    layouts=SINGLE,
    title=T("A hundred times too small or too large", "Seratus kali terlalu kecil atau besar"),
    why=T(
        "The amount is no total of the table but becomes one when it is multiplied or divided by a hundred: "
        "ringgit were written for sen, or the other way.",
        "Amaun ini bukan jumlah dalam jadual tetapi menjadi jumlah apabila didarab atau dibahagi seratus: "
        "ringgit ditulis sebagai sen, atau sebaliknya.",
    ),
    message=T(
        "{total} is no total of the table for {month}; the amount meant is about {expected}.",
        "{total} bukan jumlah dalam jadual bagi {month}; amaun yang dimaksudkan ialah kira-kira {expected}.",
    ),
    mend=T("Write the amount in sen.", "Tulis amaun dalam sen."),
    points_at="total",
    needs=_NEEDS,
    wrong=partial(_has, (TotalFault.SMALL, TotalFault.LARGE)),
    expected=_meant,
    bad=single(SAMPLE_TOTAL * HUNDRED),
    good=single(),
)

AM35 = Check(
    code="AM35",
    severity=Severity.ERROR,
    source="contribution-files 10.1 F09, 10.4 L57, L58",
    mark="official",
    layouts=SINGLE,
    title=T("Amount of the other scheme", "Amaun skim lain"),
    why=T(
        "The files of SOCSO and of EIS have the same columns, so only the amounts tell them apart. This is "
        "not in the table of the file's scheme but in that of the other: lines of both may have been joined.",
        "Fail PERKESO dan fail SIP mempunyai lajur yang sama, maka hanya amaun yang membezakannya. Amaun ini "
        "tiada dalam jadual skim fail ini tetapi ada dalam jadual skim lain: baris kedua-duanya mungkin "
        "tercantum.",
    ),
    message=T(
        "{total} is a contribution to {other}, in a file of {own}; so it is on {on_lines}.",
        "{total} ialah caruman {other}, dalam fail {own}; begitulah pada {on_lines}.",
    ),
    mend=T(
        "Make one file for each scheme, or look the amount up again.",
        "Sediakan satu fail bagi setiap skim, atau cari semula amaun itu.",
    ),
    points_at="total",
    needs=_NEEDS,
    wrong=partial(_has, (TotalFault.OTHER_SCHEME,)),
    facts=_schemes,
    bad=single(SAMPLE_TOTAL, SAMPLE_TOTAL, _EIS_TOTAL),
    good=single(),
)

CHECKS = (AM35, AM28, AM29, AM33, AM30, AM31, AM32)
