"""AM: the wage itself."""

from collections.abc import Iterator
from dataclasses import replace

from contributions.bilingual import T
from contributions.checks.check import Check, Sighting
from contributions.checks.examples import SAMPLE, file_of, record
from contributions.checks.row import Row
from contributions.checks.whole_file import WholeFile
from contributions.findings import Severity
from contributions.money import format_sen

__all__ = ["CHECKS"]

MOST_LIKELY_WAGE = 100_000_000
FEWEST_CAPPED, SHARE_CAPPED = 3, 0.1
SHARES = ("socso_employer", "socso_employee", "eis_employer", "eis_employee", "lindung")
NO_SHARES = dict.fromkeys(SHARES, 0)
_TOP = replace(
    SAMPLE, socso_employer=104_15, socso_employee=29_75, eis_employer=11_90, eis_employee=11_90, lindung=44_65
)
_THREE = (
    _TOP,
    replace(_TOP, identity_number="880515105437", name="TAN WEI MING"),
    replace(_TOP, identity_number="791123086211", name="SURESH A/L RAMASAMY"),
)


def _capped(file: WholeFile) -> Iterator[Sighting]:
    capped = file.tally.capped_wages
    if len(capped) >= max(FEWEST_CAPPED, SHARE_CAPPED * file.tally.records):
        yield file.at_records(capped)


def _other_wage(row: Row) -> int:
    """The wage that fits the SOCSO shares of a line whose wage is a hundred times too small or large."""
    wage = row.amount("wage")
    employer = row.amount("socso_employer")
    larger = {row.cell("employer_first", wage * 100), row.cell("employer_second", wage * 100)}
    return wage * 100 if employer in larger else wage // 100


def _scale(row: Row) -> dict[str, T]:
    fitting = _other_wage(row)
    return {"fitting": T.same(format_sen(fitting)), "put": T.same(str(fitting))}


AM21 = Check(
    code="AM21",
    severity=Severity.WARNING,
    source="contribution-files 10.4 W28",
    mark="assumed",
    title=T("Wages may have been capped", "Gaji mungkin telah dihadkan"),
    why=T(
        "The field takes the actual wage. Many wages of exactly RM 6,000.00 look like wages cut at the "
        "ceiling; the contributions stay the same.",
        "Medan ini menerima gaji sebenar. Banyak gaji tepat RM 6,000.00 kelihatan seperti gaji "
        "yang dihadkan; "
        "caruman tetap sama.",
    ),
    message=T(
        "The wage is exactly RM 6,000.00, as on many lines.",
        "Gaji tepat RM 6,000.00, seperti pada banyak baris.",
    ),
    mend=T("Write the actual wage if it is higher.", "Tulis gaji sebenar jika lebih tinggi."),
    points_at="wage",
    seen=_capped,
    bad=file_of(*(replace(person, wage=6_000_00) for person in _THREE)),
    good=file_of(*(replace(person, wage=6_000_00 + index) for index, person in enumerate(_THREE))),
)

AM22 = Check(
    code="AM22",
    severity=Severity.ERROR,
    source="contribution-files 10.4 W29, L48",
    mark="code",
    title=T("Wage a hundred times too small or too large", "Gaji seratus kali terlalu kecil atau besar"),
    why=T(
        "The SOCSO shares do not fit this wage, but fit exactly when it is multiplied or divided by a "
        "hundred: ringgit were written for sen, or the other way.",
        "Caruman PERKESO tidak sepadan dengan gaji ini, tetapi sepadan tepat apabila didarab atau dibahagi "
        "seratus: ringgit ditulis sebagai sen, atau sebaliknya.",
    ),
    message=T(
        "The wage reads {wage}; the SOCSO shares fit {fitting}.",
        "Gaji dibaca sebagai {wage}; caruman PERKESO sepadan dengan {fitting}.",
    ),
    mend=T("Write the wage in sen: {put}.", "Tulis gaji dalam sen: {put}."),
    points_at="wage",
    needs=("wage", "month", "socso_employer", "socso_employee"),
    wrong=lambda lines: lines.is_scaled,
    should_be=_other_wage,
    facts=_scale,
    bad=record(wage=3_250),
    good=record(),
)

AM23 = Check(
    code="AM23",
    severity=Severity.WARNING,
    source="contribution-files 10.4 W30",
    mark="assumed",
    title=T("A very high wage", "Gaji yang sangat tinggi"),
    why=T(
        "Wages over a million ringgit a month are rare.",
        "Gaji melebihi sejuta ringgit sebulan jarang berlaku.",
    ),
    message=T("The wage is {wage}.", "Gaji ialah {wage}."),
    mend=T("Check that it is written in sen.", "Pastikan ia ditulis dalam sen."),
    points_at="wage",
    needs=("wage",),
    wrong=lambda lines: (lines.sen("wage") > MOST_LIKELY_WAGE) & ~lines.is_scaled,
    bad=file_of(replace(_TOP, wage=MOST_LIKELY_WAGE + 1)),
    good=record(),
)

AM24 = Check(
    code="AM24",
    severity=Severity.WARNING,
    source="contribution-files 10.4 L55",
    mark="code",
    title=T("Nothing to pay for this person", "Tiada bayaran bagi orang ini"),
    why=T(
        "Programs leave such people out; an official page says that the form shows 00.00 for unpaid leave.",
        "Program tidak memasukkan orang sebegini; satu halaman rasmi menyatakan borang "
        "menunjukkan 00.00 bagi "
        "cuti tanpa gaji.",
    ),
    message=T("All five contributions are zero.", "Kelima-lima caruman ialah sifar."),
    mend=T(
        "Leave the line out, or keep it for unpaid leave.",
        "Keluarkan baris ini, atau kekalkan bagi cuti tanpa gaji.",
    ),
    needs=SHARES,
    wrong=lambda lines: lines.paid == 0,
    bad=record(wage=0, **NO_SHARES),
    good=record(),
)

AM25 = Check(
    code="AM25",
    severity=Severity.ERROR,
    source="contribution-files 10.4 L56",
    mark="official",
    title=T("Contributions without a wage", "Caruman tanpa gaji"),
    why=T(
        "Contributions are due on wages. In a month without wages nothing is due.",
        "Caruman dibayar atas gaji. Dalam bulan tanpa gaji tiada yang perlu dibayar.",
    ),
    message=T("The wage is zero, yet contributions are written.", "Gaji sifar, tetapi caruman ditulis."),
    mend=T("Write the wage into columns 201-214.", "Tulis gaji dalam lajur 201-214."),
    points_at="wage",
    needs=("wage", *SHARES),
    wrong=lambda lines: (lines.sen("wage") == 0) & (lines.paid > 0),
    bad=record(wage=0),
    good=record(),
)

CHECKS = (AM22, AM25, AM24, AM23, AM21)
