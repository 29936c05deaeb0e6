"""MO: the contribution month of the lines."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from contributions.bilingual import T
from contributions.checks.check import Check, Sight, Sighting
from contributions.checks.counting import lines_in_words
from contributions.checks.examples import SAMPLE, Example, file_of, record, with_field
from contributions.checks.lost_digits import month_meant
from contributions.checks.row import Row
from contributions.checks.whole_file import WholeFile
from contributions.expectations import PortalExpectations
from contributions.findings import Severity
from contributions.matrix.months import FIRST_YEAR, LAST_YEAR, NO_MONTH
from contributions.months import YearMonth
from contributions.rates import current
from contributions.writing import write

__all__ = ["CHECKS"]

MONTHS_AWAY = 24
"""How far from its months a file may be named by two digits for the year; farther they are something else."""
_SAMPLE_LINE = write([SAMPLE])
_NAME_MONTHS = (
    re.compile(r"(?<![0-9])(?P<month>0[1-9]|1[0-2])(?P<year>20[0-9]{2})(?![0-9])"),
    re.compile(r"(?<![0-9])(?P<year>20[0-9]{2})[-_]?(?P<month>0[1-9]|1[0-2])(?![0-9])"),
    re.compile(r"(?<![0-9])(?P<month>0[1-9]|1[0-2])(?P<year>[0-9]{2})(?![0-9])"),
)


def _of_months(file: WholeFile, is_meant: Callable[[YearMonth], bool]) -> Iterator[Sighting]:
    """One sighting of all records of the months meant."""
    meant = [number for number in file.tally.months if is_meant(YearMonth.from_number(number))]
    if meant:
        yield file.in_months(meant)


def _late(file: WholeFile) -> Iterator[Sighting]:
    closed = _closed_months(file)  # what was submitted or paid is no more to be paid soon
    return _of_months(file, lambda month: month.due_date < file.context.as_of and month not in closed)


def _future(file: WholeFile) -> Iterator[Sighting]:
    return _of_months(file, lambda month: month > YearMonth.of(file.context.as_of))


def _current(file: WholeFile) -> Iterator[Sighting]:
    return _of_months(file, lambda month: month == YearMonth.of(file.context.as_of))


def _closed(file: WholeFile) -> Iterator[Sighting]:
    closed = _closed_months(file)
    return _of_months(file, lambda month: month in closed)


def _closed_months(file: WholeFile) -> frozenset[YearMonth]:
    return file.context.portal.closed_months if file.context.portal else frozenset()


def _several(file: WholeFile) -> Iterator[Sighting]:
    if file.main_month is None:
        return
    main, counted = file.main_month
    for sighting in _of_months(file, lambda month: month != main):
        lines = lines_in_words(counted.times, file.tally.records)
        facts = {"other": main.name, "lines": lines, "written": T.same(main.mmyyyy)}
        yield replace(sighting, at=tuple(replace(sight, facts=facts) for sight in sighting.at))


def _of_name(name: str, first: YearMonth) -> YearMonth | None:
    """The month in the name of a file whose first month is known; four digits may be something else."""
    for match in (match for pattern in _NAME_MONTHS for match in pattern.finditer(name)):
        year, has_century = match["year"], len(match["year"]) == len("2026")
        month = YearMonth(int(year if has_century else f"20{year}"), int(match["month"]))
        if has_century or abs(month.number - first.number) <= MONTHS_AWAY:
            return month
    return None


def _named_otherwise(file: WholeFile) -> Iterator[Sighting]:
    months = [YearMonth.from_number(number) for number in sorted(file.tally.months)]
    named = _of_name(file.context.name, months[0]) if file.context.name and months else None
    if named and named not in months:
        found = T(f"{named.name.en} in the name", f"{named.name.ms} pada nama")
        yield Sighting(places=1, at=(Sight(found=found, expected=months[0].name),))


def _turned(row: Row) -> T:
    """The month of a text with its year first."""
    raw = row.text("month")
    return T.same(raw[4:] + raw[:4])


def _meant(row: Row, file: WholeFile) -> T:
    """The month that has lost a digit, where it can be only one; else how months are written."""
    month = month_meant(row.text("month").strip(), file.named_months)
    return T.same(month.mmyyyy) if month else T("MMYYYY, such as 102026", "BBTTTT, seperti 102026")


def _wrong(row: Row) -> dict[str, T]:
    """What is wrong with what stands there."""
    if not row.text("month").strip():
        return {"wrong": T("is blank", "kosong")}
    shown = row.shown("month")
    if row.month is None:
        return {"wrong": T(f"{shown.en} does not exist", f"{shown.ms} tidak wujud")}
    if row.month.year < FIRST_YEAR:
        return {
            "wrong": T(
                f"{shown.en} is too early: there were no contributions before {FIRST_YEAR}",
                f"{shown.ms} terlalu awal: tiada caruman sebelum {FIRST_YEAR}",
            )
        }
    return {
        "wrong": T(
            f"{shown.en} is too late: months are taken up to {LAST_YEAR}",
            f"{shown.ms} terlalu lewat: bulan diterima hingga {LAST_YEAR}",
        )
    }


def _due(row: Row) -> dict[str, T]:
    return {"due": T.same(f"{row.month.due_date:%d/%m/%Y}" if row.month else "?")}


def _rates(_row: Row) -> dict[str, T]:
    pack = current()
    return {"first": pack.known_from.name, "last": pack.known_until.name, "pack": T.same(pack.version)}


MO01 = Check(
    code="MO01",
    severity=Severity.ERROR,
    source="contribution-files 10.3 L30",
    mark="code",
    title=T("Not a month", "Bukan bulan"),
    why=T(
        "The month is six digits, MMYYYY: October 2026 is 102026. A spreadsheet drops a zero in front; which "
        "digit was lost is told by the months of the other lines.",
        "Bulan ialah enam digit, BBTTTT: Oktober 2026 ialah 102026. Hamparan membuang sifar di "
        "hadapan; digit yang hilang diketahui daripada bulan pada baris lain.",
    ),
    message=T("The month {wrong}.", "Bulan {wrong}."),
    mend=T(
        "Write the month into columns 195-200 as {expected}.",
        "Tulis bulan dalam lajur 195-200 sebagai {expected}.",
    ),
    points_at="month",
    wrong=lambda lines: (lines.month == NO_MONTH) & ~lines.has_year_first,
    expected_in=_meant,
    facts=_wrong,
    bad=with_field("month", "132026"),
    good=record(),
)

MO09 = Check(
    code="MO09",
    severity=Severity.ERROR,
    source="contribution-files 10.3 L30",
    mark="code",
    title=T("The year stands before the month", "Tahun berada sebelum bulan"),
    why=T(
        "The month is six digits with the year last, MMYYYY. With the year first, YYYYMM, it is no month. "
        "The amounts of such a line cannot be compared with the tables of a month.",
        "Bulan ialah enam digit dengan tahun di hujung, BBTTTT. Dengan tahun dahulu, TTTTBB, ia bukan bulan. "
        "Amaun baris sebegini tidak dapat dibandingkan dengan jadual sesuatu bulan.",
    ),
    message=T(
        "{found} is {expected} with the year first; so it is on {on_lines}.",
        "{found} ialah {expected} dengan tahun dahulu; begitulah pada {on_lines}.",
    ),
    mend=T(
        "Write the month into columns 195-200 as {expected}.",
        "Tulis bulan dalam lajur 195-200 sebagai {expected}.",
    ),
    explains=True,
    points_at="month",
    wrong=lambda lines: lines.has_year_first,
    expected=_turned,
    bad=with_field("month", "202610"),
    good=record(),
)

MO02 = Check(
    code="MO02",
    severity=Severity.ERROR,
    source="contribution-files 10.3 L31",
    mark="official-2nd",
    title=T("A month in the future", "Bulan akan datang"),
    why=T(
        "The month is the one that the wages were earned in. It cannot lie after today.",
        "Bulan ialah bulan gaji diperoleh. Ia tidak boleh selepas hari ini.",
    ),
    message=T("{month} has not begun.", "{month} belum bermula."),
    mend=T("Write the month that the wages are for.", "Tulis bulan bagi gaji tersebut."),
    points_at="month",
    seen=_future,
    bad=record(month=YearMonth(2026, 12)),
    good=record(),
)

MO03 = Check(
    code="MO03",
    severity=Severity.INFO,
    source="contribution-files 10.3 L32",
    mark="assumed",
    title=T("The current month", "Bulan semasa"),
    why=T(
        "Usual in the last days of a month. Earlier, the month of payment may have been written for that "
        "of the wages.",
        "Lazim pada hari-hari terakhir bulan. Lebih awal, bulan bayaran mungkin tertulis sebagai bulan gaji.",
    ),
    message=T(
        "The lines are for {month}, which is not over.", "Baris ini bagi {month}, yang belum berakhir."
    ),
    mend=T("Check that these are the wages of {month}.", "Pastikan ini gaji bagi {month}."),
    points_at="month",
    seen=_current,
    bad=record(month=YearMonth(2026, 11)),
    good=record(),
)

MO04 = Check(
    code="MO04",
    severity=Severity.WARNING,
    source="contribution-files 10.3 L33",
    mark="official",
    title=T("The due date has passed", "Tarikh akhir telah berlalu"),
    why=T(
        "Contributions are due on the 15th of the next month. Late payment costs interest (FCLB).",
        "Caruman perlu dibayar sebelum atau pada 15 hari bulan berikutnya. Bayaran lewat "
        "dikenakan faedah (FCLB).",
    ),
    message=T("{month} was due on {due}.", "{month} perlu dibayar pada {due}."),
    mend=T("Pay soon; expect interest.", "Bayar segera; jangkakan faedah."),
    points_at="month",
    seen=_late,
    facts=_due,
    bad=Example(content=_SAMPLE_LINE, as_of=YearMonth(2026, 12).first_day),
    good=Example(content=_SAMPLE_LINE, as_of=YearMonth(2026, 10).due_date),
)

MO05 = Check(
    code="MO05",
    severity=Severity.ERROR,
    source="contribution-files 10.3 L34",
    mark="code",
    title=T("The month was submitted or paid", "Bulan telah dihantar atau dibayar"),
    why=T(
        "A month is submitted once. What is missing is paid as arrears or short payment.",
        "Sesuatu bulan dihantar sekali. Kekurangan dibayar sebagai tunggakan atau terkurang bayar.",
    ),
    message=T("{month} has been submitted or paid already.", "{month} telah dihantar atau dibayar."),
    mend=T("Use Short Payment for a difference.", "Gunakan Terkurang Bayar bagi perbezaan."),
    points_at="month",
    seen=_closed,
    bad=Example(
        content=_SAMPLE_LINE, portal=PortalExpectations(closed_months=frozenset({YearMonth(2026, 10)}))
    ),
    good=Example(
        content=_SAMPLE_LINE, portal=PortalExpectations(closed_months=frozenset({YearMonth(2026, 9)}))
    ),
)

MO06 = Check(
    code="MO06",
    severity=Severity.INFO,
    source="contribution-files 10.3 W02",
    mark="code",
    title=T("The name of the file says another month", "Nama fail menyebut bulan lain"),
    why=T(
        "The month is read from the lines. Another one in the name may mean that the wrong file was chosen.",
        "Bulan dibaca daripada baris. Bulan lain pada nama mungkin bermakna fail yang salah dipilih.",
    ),
    message=T(
        "There is {found}; the lines say {expected}.", "Terdapat {found}; baris menyatakan {expected}."
    ),
    mend=T(
        "Check that this is the right file, or rename it.", "Pastikan fail ini betul, atau tukar namanya."
    ),
    seen=_named_otherwise,
    bad=Example(content=_SAMPLE_LINE, name="SOCSO_EIS_092026.txt"),
    good=Example(content=_SAMPLE_LINE, name="SOCSO-SIP1026.TXT"),
)

MO07 = Check(
    code="MO07",
    severity=Severity.WARNING,
    leaves_open=True,
    source="rates 2",
    mark="official-2nd",
    title=T("Rates of the month are not known", "Kadar bagi bulan ini tidak diketahui"),
    why=T(
        "Amounts are compared with the gazetted tables. Where no table is known to hold, nobody can tell "
        "whether they are right.",
        "Amaun dibandingkan dengan jadual yang diwartakan. Jika tiada jadual yang diketahui terpakai, "
        "ketepatannya tidak dapat dinilai.",
    ),
    message=T(
        "No rates are known for {month}: data pack {pack} covers {first} to {last}.",
        "Tiada kadar diketahui bagi {month}: pek data {pack} meliputi {first} hingga {last}.",
    ),
    mend=T(
        "Install a newer data pack, or check the month.",
        "Pasang pek data yang lebih baharu, atau semak bulannya.",
    ),
    points_at="month",
    seen=lambda file: _of_months(file, lambda month: not current().knows(month)),
    facts=_rates,
    bad=Example(
        content=write([replace(SAMPLE, month=YearMonth(2028, 6), lindung=32_50)]),
        as_of=YearMonth(2028, 7).first_day,
    ),
    good=record(),
)

MO08 = Check(
    code="MO08",
    severity=Severity.WARNING,
    source="contribution-files 10.1 F14",
    mark="assumed",
    if_trusted=Severity.ERROR,
    title=T("More than one month in the file", "Lebih daripada satu bulan dalam fail"),
    why=T(
        "ASSIST works month by month. Whether a file may hold several months is not known.",
        "ASSIST berfungsi bulan demi bulan. Tidak diketahui sama ada fail boleh mengandungi beberapa bulan.",
    ),
    message=T(
        "The line is for {month}, {lines} for {other}.",
        "Baris ini bagi {month}, {lines} bagi {other}.",
    ),
    mend=T(
        "Where the month is a slip, write {written}; otherwise make one file for each month (assist split).",
        "Jika bulan itu tersilap, tulis {written}; jika tidak, sediakan satu fail bagi setiap bulan "
        "(assist split).",
    ),
    points_at="month",
    seen=_several,
    bad=Example(
        content=write([replace(SAMPLE, month=YearMonth(2026, 9)), SAMPLE]),
        as_of=YearMonth(2026, 9).due_date,
        also=frozenset({"MO03"}),
    ),
    good=file_of(SAMPLE, replace(SAMPLE, identity_number="880515105437", name="TAN WEI MING")),
)

CHECKS = (MO09, MO01, MO02, MO03, MO04, MO05, MO06, MO07, MO08)
