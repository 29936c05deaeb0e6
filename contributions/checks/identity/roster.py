"""ID: the lines beside the employees that the portal has on record.

What the real portal does about a difference is not known (portal-flows notes, 6.3), so all are warnings.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import numpy as np

from contributions.bilingual import T
from contributions.checks.check import Check, Sight, Sighting
from contributions.checks.examples import SAMPLE, Example
from contributions.checks.row import readable
from contributions.checks.whole_file import WholeFile
from contributions.expectations import PortalExpectations, RosterEntry
from contributions.findings import Severity
from contributions.layouts import C2, COMBINED, SINGLE
from contributions.matrix.hashing import Words
from contributions.matrix.types import Hashes, Integers
from contributions.months import YearMonth
from contributions.writing import write

__all__ = ["CHECKS"]

_UNKNOWN, _BLANK = -1, -2
_AMINAH = RosterEntry(identity_number=SAMPLE.identity_number, name=SAMPLE.name, started=date(2020, 1, 1))
_MING = RosterEntry(identity_number="880515105437", name="TAN WEI MING", started=date(2021, 3, 1))


def _roster(file: WholeFile) -> tuple[RosterEntry, ...]:
    """The employees on record; none when the portal has said nothing of them."""
    return (file.context.portal.roster or ()) if file.context.portal else ()


def _has_roster(file: WholeFile) -> bool:
    return file.context.portal is not None and file.context.portal.roster is not None


def _prints(texts: list[str], field: str) -> Hashes:
    """Fingerprints like those of the field in the file, which are of capitals."""
    width = C2[field].length
    lines = b"".join(text.upper().encode("utf-8")[:width].ljust(width) for text in texts)
    return Words(np.frombuffer(lines, np.uint8).reshape(len(texts), width)).fingerprints()


def _entries(file: WholeFile) -> Integers:
    """For each record the index of its employee in the roster, else `_UNKNOWN` or `_BLANK`."""
    prints = _prints([entry.identity_number for entry in _roster(file)], "identity_number")
    known = {number: index for index, number in enumerate(prints.tolist())}
    found = np.array([known.get(number, _UNKNOWN) for number in file.identities.tolist()], np.int64)
    return np.where(file.identities == 0, _BLANK, found)


def _unregistered(file: WholeFile) -> Iterator[Sighting]:
    if _has_roster(file):
        records = [
            record
            for record in np.flatnonzero(_entries(file) == _UNKNOWN).tolist()
            if not _is_new(file, record)
        ]
        if records:
            yield file.at_records(records)


def _is_new(file: WholeFile, record: int) -> bool:
    """Whether the line itself says that the employee is new, as layouts S1 and E1 can."""
    if file.shown.name not in SINGLE:
        return False
    return _text(file, record, "employment_status").upper() == "B"


def _text(file: WholeFile, record: int, field: str) -> str:
    line = file.read_line(int(file.offsets[record]))
    return line[file.shown[field].columns].decode("latin-1")


def _left(file: WholeFile) -> Iterator[Sighting]:
    def has_left(entry: RosterEntry, record: int) -> bool:
        number = int(file.months[record])
        return number >= 0 and entry.has_left_before(YearMonth.from_number(number))

    yield from _of_known(
        file,
        has_left,
        lambda entry, _: Sight(
            facts={"day": T.same(f"{entry.resigned:%d/%m/%Y}" if entry.resigned else "?")}
        ),
        among=[entry.resigned is not None for entry in _roster(file)],
    )


def _renamed(file: WholeFile) -> Iterator[Sighting]:
    if not _has_roster(file):
        return
    prints = _prints([entry.name for entry in _roster(file)], "name")
    entries = _entries(file)

    def is_renamed(entry: RosterEntry, record: int) -> bool:
        if prints[entries[record]] == file.names[record] or file.names[record] == 0:
            return False
        return _alike(readable(_text(file, record, "name"))) != _alike(entry.name)

    yield from _of_known(file, is_renamed, lambda entry, _: Sight(expected=T.same(entry.name)))


def _alike(name: str) -> list[str]:
    """What counts of a name: its words, whatever their case and accents."""
    from contributions.names import plain_letters  # asked for where there is a roster alone

    return plain_letters(name).casefold().split()


def _of_known(
    file: WholeFile,
    is_meant: Callable[[RosterEntry, int], bool],
    says: Callable[[RosterEntry, int], Sight],
    among: list[bool] | None = None,
) -> Iterator[Sighting]:
    """A sighting of records of known employees, those of some of them when `among` says which."""
    if not _has_roster(file):
        return
    roster, entries = _roster(file), _entries(file)
    candidates = entries >= 0
    if among is not None:
        candidates[candidates] = np.array(among, np.bool_)[entries[candidates]]
    meant = [
        record
        for record in np.flatnonzero(candidates).tolist()
        if is_meant(roster[int(entries[record])], record)
    ]
    if meant:
        at = tuple(
            replace(says(roster[int(entries[record])], record), line=place.line, offset=place.offset)
            for record in meant[: file.context.places_kept]
            for place in (file.sight(record),)
        )
        yield Sighting(places=len(meant), at=at)


def _missing(file: WholeFile) -> Iterator[Sighting]:
    """Who has no line. Nothing is said where a line was not read, nor of the name of an unknown number."""
    if not _has_roster(file) or file.tally.records < file.filled_lines:
        return
    entries, months = _entries(file), file.months
    names = _prints([entry.name for entry in _roster(file)], "name")
    unknown = set(file.names[entries < 0].tolist())
    absent = [
        (month, entry)
        for number in sorted(file.tally.months)
        for month in (YearMonth.from_number(number),)
        for there in (set(entries[months == number].tolist()),)
        for index, entry in enumerate(_roster(file))
        if index not in there and entry.is_employed_in(month) and int(names[index]) not in unknown
    ]
    if absent:
        at = tuple(
            Sight(
                found=T.same(entry.name),
                employee=entry.identity_number,
                employee_name=entry.name,
                facts={"month": month.name},
            )
            for month, entry in absent[: file.context.places_kept]
        )
        yield Sighting(places=len(absent), at=at)


def _moved(file: WholeFile) -> Iterator[Sighting]:
    """Who joined or left in the month by the employer's own list, in a layout without a place for that."""
    if not (file.context.portal and file.context.portal.is_own_roster):
        return

    def move(entry: RosterEntry, record: int) -> dict[str, T]:
        number = int(file.months[record])
        return _move_in(entry, YearMonth.from_number(number)) if number >= 0 else {}

    yield from _of_known(
        file,
        lambda entry, record: bool(move(entry, record)),
        lambda entry, record: Sight(facts=move(entry, record)),
    )


def _move_in(entry: RosterEntry, month: YearMonth) -> dict[str, T]:
    """Who left or joined in a month, and when; nothing where nobody did."""
    for day, moved in ((entry.resigned, T("left", "berhenti")), (entry.started, T("joined", "mula bekerja"))):
        if day and YearMonth.of(day) == month:
            return {"moved": moved, "day": T.same(f"{day:%d/%m/%Y}")}
    return {}


def _beside(*roster: RosterEntry, is_own: bool = False) -> Example:
    portal = PortalExpectations(roster=roster, is_own_roster=is_own)
    return Example(content=write([SAMPLE]), portal=portal)


ID18 = Check(
    code="ID18",
    severity=Severity.WARNING,
    source="contribution-files 10.2 L18",
    mark="assumed",
    if_trusted=Severity.ERROR,
    title=T("Not registered under this employer", "Tidak berdaftar di bawah majikan ini"),
    why=T(
        "The employer has no employee with this identity number on record. The combined file has no place "
        "for a date of joining, so a new employee is registered in the portal.",
        "Majikan tiada rekod pekerja dengan nombor pengenalan ini. Fail gabungan tiada ruang bagi tarikh "
        "mula bekerja, maka pekerja baharu didaftarkan dalam portal.",
    ),
    message=T(
        "{name}, identity number {identity_number}, is not registered under this employer.",
        "{name}, nombor pengenalan {identity_number}, tidak berdaftar di bawah majikan ini.",
    ),
    mend=T(
        "Register the employee first, or compare the identity number with the record.",
        "Daftarkan pekerja dahulu, atau bandingkan nombor pengenalan dengan rekod.",
    ),
    points_at="identity_number",
    seen=_unregistered,
    bad=_beside(),
    good=_beside(_AMINAH),
)

ID19 = Check(
    code="ID19",
    severity=Severity.WARNING,
    source="contribution-files 10.2 W12",
    mark="assumed",
    title=T("The employee had left before the month", "Pekerja telah berhenti sebelum bulan itu"),
    why=T(
        "On record the last day of work lies before the month. Nothing is due for a month without work.",
        "Dalam rekod, hari terakhir bekerja adalah sebelum bulan itu. Tiada caruman bagi bulan tanpa kerja.",
    ),
    message=T(
        "{name} left on {day}, before {month}.",
        "{name} berhenti pada {day}, sebelum {month}.",
    ),
    mend=T(
        "Take the line out, or correct the date of leaving in the portal.",
        "Keluarkan baris ini, atau betulkan tarikh berhenti dalam portal.",
    ),
    points_at="identity_number",
    seen=_left,
    bad=_beside(replace(_AMINAH, resigned=date(2026, 9, 30))),
    good=_beside(replace(_AMINAH, resigned=date(2026, 10, 1))),
)

ID20 = Check(
    code="ID20",
    severity=Severity.WARNING,
    source="contribution-files 10.2 W13",
    mark="assumed",
    title=T("An employee is missing from the file", "Seorang pekerja tiada dalam fail"),
    why=T(
        "The employee is on record as working in the month, and the file has no line for him or her. That "
        "is right for somebody on leave without wages.",
        "Pekerja direkodkan bekerja pada bulan itu, dan fail tiada baris baginya. Ini betul bagi orang "
        "yang bercuti tanpa gaji.",
    ),
    message=T(
        "{found} is on record for {month} and has no line.",
        "{found} ada dalam rekod bagi {month} dan tiada baris.",
    ),
    mend=T(
        "Add a line, or record the date of leaving in the portal.",
        "Tambah satu baris, atau rekodkan tarikh berhenti dalam portal.",
    ),
    seen=_missing,
    bad=_beside(_AMINAH, _MING),
    good=_beside(
        _AMINAH,
        replace(_MING, resigned=date(2026, 9, 30)),
        replace(_MING, identity_number="790101025511", started=date(2026, 11, 1)),
    ),
)

ID21 = Check(
    code="ID21",
    severity=Severity.WARNING,
    source="contribution-files 10.2 W14",
    mark="assumed",
    title=T("The name differs from the record", "Nama berbeza daripada rekod"),
    why=T(
        "The identity number is on record with another name. Capitals, accents and the number of spaces do "
        "not count.",
        "Nombor pengenalan ini direkodkan dengan nama lain. Huruf besar, aksen dan bilangan ruang tidak "
        "dikira.",
    ),
    message=T(
        "The file says {found}; the name on record is {expected}.",
        "Fail menyatakan {found}; nama dalam rekod ialah {expected}.",
    ),
    mend=T(
        "Write the name on record, or correct the record in the portal.",
        "Tulis nama dalam rekod, atau betulkan rekod dalam portal.",
    ),
    points_at="name",
    seen=_renamed,
    bad=_beside(replace(_AMINAH, name="AMINAH BINTI TELADAN")),
    good=_beside(replace(_AMINAH, name="Aminah  binti Contoh")),
)

ID22 = Check(
    code="ID22",
    severity=Severity.INFO,
    source="contribution-files 10.5 L66",
    mark="code",
    layouts=COMBINED,
    title=T("Joining or leaving is not in the file", "Mula bekerja atau berhenti tiada dalam fail"),
    why=T(
        "The combined file has no day and no status, so who joined or left is recorded in the portal.",
        "Fail gabungan tiada tarikh dan status, maka mula bekerja atau berhenti direkodkan dalam portal.",
    ),
    message=T("{name} {moved} on {day}, in {month}.", "{name} {moved} pada {day}, dalam {month}."),
    mend=T(
        "Record it in the portal under Registration, Update.",
        "Rekodkan dalam portal di bawah Pendaftaran, Kemas Kini.",
    ),
    points_at="identity_number",
    seen=_moved,
    bad=_beside(replace(_AMINAH, resigned=date(2026, 10, 20)), is_own=True),
    good=_beside(replace(_AMINAH, resigned=date(2026, 10, 20))),
)

CHECKS = (ID18, ID19, ID20, ID21, ID22)
