"""AM: LINDUNG 24 JAM (contribution-files notes, 9.5; rates notes, section 4)."""

from collections.abc import Iterator
from dataclasses import replace

from contributions.bilingual import NOTHING, T
from contributions.checks.amounts.fields import FORMAT_2, JUDGED
from contributions.checks.check import Check, Sighting
from contributions.checks.counting import on_lines
from contributions.checks.examples import SAMPLE, SAMPLE_FOREIGN, file_of, record
from contributions.checks.row import Row
from contributions.checks.whole_file import WholeFile
from contributions.findings import Severity
from contributions.matrix.fields import LINDUNG_FROM
from contributions.matrix.lines import Lines
from contributions.matrix.types import Mask
from contributions.matrix.unpaid import is_unpaid, may_be_released
from contributions.months import YearMonth

__all__ = ["CHECKS"]

_MAY = YearMonth(2026, 5)
_JUNE = YearMonth(2026, 6)
FEWEST_RELEASED = 3
"""So few employees may all have been released; of more it is asked whether the field was left out."""
_THREE = (
    SAMPLE,
    replace(SAMPLE, identity_number="880515105437", name="TAN WEI MING"),
    replace(SAMPLE, identity_number="791123086211", name="SURESH A/L RAMASAMY"),
)


def _not_in_table(lines: Lines) -> Mask:
    share = lines.sen("lindung")
    wrong: Mask = (share != 0) & (share != lines.due.lindung)
    return lines.is_assessable & wrong & lines.is_lindung_month


def _nobody(file: WholeFile) -> Iterator[Sighting]:
    """The records of all who could have been released, in a file without a sen of LINDUNG 24 JAM."""
    released = file.tally.released
    if len(released) >= FEWEST_RELEASED and not file.tally.sums["lindung"]:
        yield file.at_records(released)


def _due(row: Row) -> int:
    return row.cell("lindung")


def _month_of_the_amounts(file: WholeFile) -> T:
    """What to look at first, where most amounts are those of a later month: then the month is the slip."""
    due = file.tally.early_lindung_due
    if 2 * due <= file.tally.early_lindung:
        return NOTHING
    lines = on_lines(due, file.tally.records)
    return T(
        f"The month in columns 195-200 is probably the slip: on {lines.en} LINDUNG 24 JAM is what its table "
        "says for the wage. Write the month that is meant. Only if the month is right: ",
        f"Bulan dalam lajur 195-200 mungkin tersilap: pada {lines.ms} LINDUNG 24 JAM ialah amaun jadualnya "
        "bagi gaji itu. Tulis bulan yang dimaksudkan. Hanya jika bulan itu betul: ",
    )


def _month_meant(file: WholeFile) -> dict[str, T]:
    """Another mend, where most lines are for a month that has LINDUNG 24 JAM: then the month is the slip."""
    if file.main_month is None or file.main_month[0] < _JUNE:
        return {"first": _month_of_the_amounts(file), "or_month": NOTHING}
    main, counted = file.main_month
    lines = on_lines(counted.times, file.tally.records)
    return {"first": NOTHING, "or_month": T(
        f", or, where the month is the slip, {main.mmyyyy} into columns 195-200, as on {lines.en}",
        f", atau, jika bulan yang tersilap, {main.mmyyyy} dalam lajur 195-200, seperti pada {lines.ms}",
    )}  # fmt: skip


AM07 = Check(
    code="AM07",
    severity=Severity.ERROR,
    source="contribution-files 10.4 L46",
    mark="official",
    layouts=FORMAT_2,
    title=T("LINDUNG 24 JAM before it began", "LINDUNG 24 JAM sebelum ia bermula"),
    why=T(
        "LINDUNG 24 JAM began with the wages of June 2026.",
        "LINDUNG 24 JAM bermula dengan gaji Jun 2026.",
    ),
    message=T(
        "LINDUNG 24 JAM of {lindung} is written for {month}.",
        "LINDUNG 24 JAM {lindung} ditulis bagi {month}.",
    ),
    mend=T(
        "{first}Put 0000 into columns 239-244{or_month}.", "{first}Isi 0000 dalam lajur 239-244{or_month}."
    ),
    points_at="lindung",
    needs=("month", "lindung"),
    wrong=lambda lines: (lines.sen("lindung") > 0) & (lines.month < LINDUNG_FROM),
    whole=_month_meant,
    should_be=lambda _row: 0,
    bad=replace(file_of(replace(SAMPLE, month=_MAY)), as_of=_MAY.due_date),
    good=replace(file_of(replace(SAMPLE, month=_MAY, lindung=0)), as_of=_MAY.due_date),
)

AM15 = Check(
    code="AM15",
    severity=Severity.ERROR,
    source="contribution-files 10.4 L53",
    mark="official",
    layouts=FORMAT_2,
    title=T("LINDUNG 24 JAM does not fit the wage", "LINDUNG 24 JAM tidak sepadan dengan gaji"),
    why=T(
        "The amount is read from a table of wage bands; it is not a percentage of the wage.",
        "Amaun dibaca daripada jadual gaji; ia bukan peratusan gaji.",
    ),
    message=T(
        "On a wage of {wage} in {month} LINDUNG 24 JAM is {due_lindung}, not {lindung}.",
        "Atas gaji {wage} pada {month} LINDUNG 24 JAM ialah {due_lindung}, bukan {lindung}.",
    ),
    mend=T("Put {put} into columns 239-244 of line {line}.", "Isi {put} dalam lajur 239-244 baris {line}."),
    points_at="lindung",
    needs=JUDGED,
    wrong=_not_in_table,
    should_be=_due,
    bad=record(lindung=24_38),
    good=record(),
)

AM16 = Check(
    code="AM16",
    severity=Severity.ERROR,
    source="contribution-files 10.4 L54",
    mark="official-2nd",
    layouts=FORMAT_2,
    title=T("No LINDUNG 24 JAM for a foreign worker", "Tiada LINDUNG 24 JAM bagi pekerja asing"),
    why=T(
        "LINDUNG 24 JAM is compulsory for foreign workers; they cannot be released.",
        "LINDUNG 24 JAM wajib bagi pekerja asing; mereka tidak boleh dilepaskan.",
    ),
    message=T(
        "A foreign worker with a wage of {wage} pays {due_lindung}; nothing is written.",
        "Pekerja asing dengan gaji {wage} membayar {due_lindung}; tiada yang ditulis.",
    ),
    mend=T("Put {put} into columns 239-244 of line {line}.", "Isi {put} dalam lajur 239-244 baris {line}."),
    points_at="lindung",
    needs=JUDGED,
    wrong=lambda lines: is_unpaid(lines) & lines.people.is_foreign,
    should_be=_due,
    bad=file_of(replace(SAMPLE_FOREIGN, lindung=0)),
    good=file_of(SAMPLE_FOREIGN),
)

AM17 = Check(
    code="AM17",
    severity=Severity.WARNING,
    source="contribution-files 10.4 W25",
    mark="official-2nd",
    layouts=FORMAT_2,
    title=T("No LINDUNG 24 JAM in June 2026", "Tiada LINDUNG 24 JAM pada Jun 2026"),
    why=T(
        "June 2026 was compulsory for everyone; a later release does not undo it.",
        "Jun 2026 wajib bagi semua; pelepasan kemudian tidak membatalkannya.",
    ),
    message=T(
        "Nothing is written; {due_lindung} was due in June 2026.",
        "Tiada yang ditulis; {due_lindung} perlu dibayar pada Jun 2026.",
    ),
    mend=T("Check it, and put {put} into columns 239-244.", "Semak, dan isi {put} dalam lajur 239-244."),
    points_at="lindung",
    needs=JUDGED,
    wrong=lambda lines: is_unpaid(lines) & lines.is_local & (lines.month == LINDUNG_FROM),
    should_be=_due,
    bad=replace(file_of(replace(SAMPLE, month=_JUNE, lindung=0)), as_of=_JUNE.due_date),
    good=replace(file_of(replace(SAMPLE, month=_JUNE)), as_of=_JUNE.due_date),
)

AM18 = Check(
    code="AM18",
    severity=Severity.INFO,
    source="contribution-files 10.4 W26",
    mark="official-2nd",
    layouts=FORMAT_2,
    title=T("Released from LINDUNG 24 JAM", "Dilepaskan daripada LINDUNG 24 JAM"),
    why=T(
        "Since July 2026 a local employee may be released, by his own notice.",
        "Sejak Julai 2026 pekerja tempatan boleh dilepaskan, dengan notisnya sendiri.",
    ),
    message=T("No LINDUNG 24 JAM is written for {name}.", "Tiada LINDUNG 24 JAM ditulis bagi {name}."),
    mend=T("Keep the release notice.", "Simpan notis pelepasan."),
    points_at="lindung",
    needs=JUDGED,
    wrong=may_be_released,
    bad=record(lindung=0),
    good=record(),
)

AM36 = Check(
    code="AM36",
    severity=Severity.WARNING,
    source="contribution-files 9.5",
    mark="assumed",
    layouts=FORMAT_2,
    title=T("No LINDUNG 24 JAM for anybody", "Tiada LINDUNG 24 JAM bagi sesiapa"),
    why=T(
        "An employee may be released by his own notice; that all were is rare. A program that does not know "
        "the field writes zero for everyone.",
        "Pekerja boleh dilepaskan dengan notisnya sendiri; jarang kesemuanya dilepaskan. Program yang tidak "
        "mengenali medan ini menulis sifar bagi semua.",
    ),
    message=T(
        "LINDUNG 24 JAM is zero in the whole file, though it is due in {month}: on {on_lines} a release "
        "notice would be needed.",
        "LINDUNG 24 JAM sifar dalam seluruh fail, walaupun perlu dibayar pada {month}: pada {on_lines} "
        "notis pelepasan diperlukan.",
    ),
    mend=T(
        "See that the payroll program fills columns 239-244 of format 2, or keep the release notice of every "
        "employee.",
        "Pastikan program gaji mengisi lajur 239-244 format 2, atau simpan notis pelepasan setiap pekerja.",
    ),
    points_at="lindung",
    seen=_nobody,
    folds=frozenset({"AM18"}),
    bad=file_of(*(replace(person, lindung=0) for person in _THREE)),
    good=file_of(*_THREE),
)

CHECKS = (AM07, AM15, AM16, AM17, AM36, AM18)
