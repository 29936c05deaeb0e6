"""ST: the date and the status of layouts S1 and E1: who joined, left, died, or was on leave.

The letters and the remarks are those of PERKESO's own sheet as a vendor restates it (contribution-files
notes, section 5); the combined layouts have neither field.
"""

from datetime import date

import numpy as np

from contributions.bilingual import T
from contributions.checks.check import Check
from contributions.checks.examples import single, single_field
from contributions.checks.other_days import day_meant
from contributions.checks.row import Row
from contributions.findings import Severity
from contributions.layouts import SINGLE
from contributions.matrix.lines import Lines
from contributions.matrix.types import Mask

__all__ = ["CHECKS"]

_FORM = "%d%m%Y"
_MISSING = T("a day as DDMMYYYY", "tarikh sebagai HHBBTTTT")
_HEADINGS = {
    "B": T("a new employee", "pekerja baharu"),
    "H": T("somebody who left", "pekerja yang berhenti"),
    "M": T("somebody who died", "pekerja yang meninggal dunia"),
    "S": T("sick leave", "cuti sakit"),
    "T": T("leave without wages", "cuti tanpa gaji"),
}


def _needs_day(lines: Lines) -> Mask:
    return lines.has_status("BHM")


def _unknown(lines: Lines) -> Mask:
    return np.asarray(~lines.has_status(" BHMST"))


def _without_day(lines: Lines) -> Mask:
    return np.asarray(_needs_day(lines) & ~lines.days.given)


def _impossible(lines: Lines) -> Mask:
    return np.asarray(lines.days.given & ~lines.days.real)


def _in_another_month(lines: Lines) -> Mask:
    is_other = lines.days.real & (lines.days.months != lines.month)
    return np.asarray(_needs_day(lines) & is_other)


def _ignored(lines: Lines) -> Mask:
    return np.asarray(lines.days.real & lines.has_status(" "))


def _zeros(lines: Lines) -> Mask:
    return np.asarray(lines.days.zeros & ~_needs_day(lines))


def _paid_on_leave(lines: Lines) -> Mask:
    return np.asarray(lines.has_status("ST") & (lines.sen("total") > 0))


def _turned(row: Row) -> T:
    """The day meant by one that was written in another form."""
    day = day_meant(row.content[row.layout["employment_date"].columns.start :], row.text("month"))
    return T.same(day.strftime(_FORM)) if day else _MISSING


def _who(row: Row) -> dict[str, T]:
    return {"who": _HEADINGS.get(row.text("employment_status").upper(), _MISSING)}


def _month_name(row: Row) -> T:
    return row.month.name if row.month else _MISSING


ST01 = Check(
    code="ST01",
    severity=Severity.ERROR,
    source="contribution-files 10.5 L60",
    mark="official-2nd",
    layouts=SINGLE,
    title=T("Unknown status letter", "Huruf status tidak dikenali"),
    why=T(
        "The status is B (new), H (left), M (died), S (sick leave with PERKESO benefit), T (leave without "
        "wages), or a space for no change.",
        "Status ialah B (baharu), H (berhenti), M (meninggal dunia), S (cuti sakit dengan faedah PERKESO), "
        "T (cuti tanpa gaji), atau ruang kosong jika tiada perubahan.",
    ),
    message=T("{found} is no status.", "{found} bukan status."),
    mend=T(
        "Write B, H, M, S, T or a space into column 223.",
        "Tulis B, H, M, S, T atau ruang kosong di lajur 223.",
    ),
    points_at="employment_status",
    wrong=_unknown,
    bad=single_field("employment_status", "X"),
    good=single(),
)

ST02 = Check(
    code="ST02",
    severity=Severity.ERROR,
    source="contribution-files 10.5 L61",
    mark="official-2nd",
    layouts=SINGLE,
    title=T("The day is missing", "Tarikh tiada"),
    why=T(
        "With B, H or M the file says on which day somebody joined, left or died.",
        "Dengan B, H atau M, fail menyatakan tarikh seseorang mula bekerja, berhenti atau meninggal dunia.",
    ),
    message=T("The line is of {who} and has no day.", "Baris ini bagi {who} dan tiada tarikh."),
    mend=T(
        "Write the day into columns 215-222 as DDMMYYYY.",
        "Tulis tarikh dalam lajur 215-222 sebagai HHBBTTTT.",
    ),
    points_at="employment_date",
    wrong=_without_day,
    facts=_who,
    bad=single(status="H"),
    good=single(day=date(2026, 4, 30), status="H"),
)

ST03 = Check(
    code="ST03",
    severity=Severity.ERROR,
    source="contribution-files 10.5 L62",
    mark="official-2nd",
    layouts=SINGLE,
    title=T("Not a day", "Bukan tarikh"),
    why=T(
        "A day is eight digits, day, month, year: 15 April 2026 is 15042026. Other programs write the year "
        "first, or with two digits.",
        "Tarikh ialah lapan digit, hari, bulan, tahun: 15 April 2026 ialah 15042026. Program lain menulis "
        "tahun dahulu, atau dengan dua digit.",
    ),
    message=T("{found} is no day.", "{found} bukan tarikh."),
    mend=T(
        "Write {expected} into columns 215-222.",
        "Tulis {expected} dalam lajur 215-222.",
    ),
    points_at="employment_date",
    wrong=_impossible,
    expected=_turned,
    bad=single_field("employment_date", "20260415", status="B"),
    good=single(day=date(2026, 4, 15), status="B"),
)

ST04 = Check(
    code="ST04",
    severity=Severity.ERROR,
    source="contribution-files 10.5 L63",
    mark="official-2nd",
    layouts=SINGLE,
    title=T("The day lies outside the month", "Tarikh di luar bulan caruman"),
    why=T(
        "The day is written in the month in which somebody joined, left or died, and in no other.",
        "Tarikh ditulis pada bulan seseorang mula bekerja, berhenti atau meninggal dunia, bukan bulan lain.",
    ),
    message=T(
        "The line is of {who} on {found}, which is not in {month}.",
        "Baris ini bagi {who} pada {found}, yang bukan dalam {month}.",
    ),
    mend=T(
        "Write a day in {month}, or take day and status out.",
        "Tulis tarikh dalam {month}, atau buang tarikh dan status.",
    ),
    points_at="employment_date",
    needs=("month",),
    wrong=_in_another_month,
    facts=_who,
    expected=_month_name,
    bad=single(day=date(2026, 3, 15), status="B"),
    good=single(day=date(2026, 4, 1), status="B"),
)

ST05 = Check(
    code="ST05",
    severity=Severity.INFO,
    source="contribution-files 10.5 W23",
    mark="code",
    layouts=SINGLE,
    title=T("A day without a status", "Tarikh tanpa status"),
    why=T(
        "Some programs write the day of joining every month. Without a status it says nothing.",
        "Sesetengah program menulis tarikh mula bekerja setiap bulan. Tanpa status ia tidak bermakna.",
    ),
    message=T("{found} stands beside no status.", "{found} tiada status di sisinya."),
    mend=T(
        "Take the day out, or write the status, B, H or M.", "Buang tarikh, atau tulis status B, H atau M."
    ),
    points_at="employment_date",
    wrong=_ignored,
    bad=single(day=date(2020, 1, 2)),
    good=single(),
)

ST06 = Check(
    code="ST06",
    severity=Severity.WARNING,
    fixable=True,
    source="contribution-files 10.5 L64",
    mark="assumed",
    layouts=SINGLE,
    title=T("Zeros in place of a day", "Sifar menggantikan tarikh"),
    why=T(
        "Where there is no day the field stays blank; nobody is known to write zeros.",
        "Jika tiada tarikh, medan ini kosong; tiada program yang diketahui menulis sifar.",
    ),
    message=T("{found} stands for no day.", "{found} ditulis untuk tiada tarikh."),
    mend=T("Write eight spaces.", "Tulis lapan ruang kosong."),
    points_at="employment_date",
    wrong=_zeros,
    bad=single_field("employment_date", "00000000"),
    good=single(),
)

ST07 = Check(
    code="ST07",
    severity=Severity.WARNING,
    source="contribution-files 10.5 L65",
    mark="assumed",
    layouts=SINGLE,
    title=T("Contributions during leave", "Caruman semasa cuti"),
    why=T(
        "S and T say that somebody had no wages, and nothing is due without wages. Somebody on leave for a "
        "part of the month does have wages.",
        "S dan T menyatakan seseorang tiada gaji, dan tiada caruman tanpa gaji. Orang yang bercuti untuk "
        "sebahagian bulan masih bergaji.",
    ),
    message=T(
        "The line says {who}, yet {total} is written.", "Baris ini menyatakan {who}, tetapi {total} ditulis."
    ),
    mend=T("Check the leave and the amount.", "Semak cuti dan amaun."),
    points_at="total",
    needs=("total",),
    wrong=_paid_on_leave,
    facts=_who,
    bad=single(status="T"),
    good=single(),
)

CHECKS = (ST01, ST02, ST03, ST04, ST05, ST06, ST07)
