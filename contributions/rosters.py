"""Read the employer's own list of employees, a CSV file or a workbook, to check a file beside it.

Columns are found by their headings, in English or Malay; a number that a spreadsheet keeps as a number
gets back the zeros that it lost in front.
"""

import csv
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import StringIO
from pathlib import Path

from contributions.errors import ContributionsError
from contributions.expectations import RosterEntry
from contributions.identifiers import mykad

__all__ = ["UnreadableRoster", "read_roster"]

ROWS_WITH_HEADINGS = 20
MYKAD_DIGITS, FEWEST_DIGITS = 12, 9
LONG_AGO = date(1900, 1, 1)
_WORKBOOKS = frozenset({".xlsx", ".xls", ".xlsm", ".xlsb", ".ods"})
_FORMS = ("%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d", "%Y/%m/%d", "%d%m%Y", "%d %b %Y", "%d %B %Y")
_HEADINGS = {
    "identity": """
        identity number; identity no; identity; ic; ic no; no ic; i c no; ic number; new ic; nric; nric no;
        mykad; mykad no; id no; id number; nombor pengenalan; no pengenalan; nombor kad pengenalan;
        no kad pengenalan; kad pengenalan; no kp; no k p; nombor kp; kp; no kp baru; ic passport; ic ssfw
    """,
    "name": """
        name; employee name; full name; name of employee; staff name; employee; nama; nama pekerja;
        nama penuh; nama kakitangan; nama staf
    """,
    "started": """
        start date; started; date joined; join date; joined; date of joining; hire date; date hired;
        employment date; commencement date; tarikh mula; tarikh mula kerja; tarikh mula bekerja; tarikh masuk;
        tarikh masuk kerja; tarikh lapor diri; tarikh pekerjaan
    """,
    "resigned": """
        resigned; resignation date; date resigned; end date; date left; left; leaving date; termination date;
        last day; last working day; last day of work; tarikh berhenti; tarikh berhenti kerja; tarikh tamat;
        tarikh akhir; tarikh akhir bekerja; hari terakhir; hari terakhir bekerja
    """,
}
_FIELD_OF = {
    heading.strip(): field for field, headings in _HEADINGS.items() for heading in headings.split(";")
}


class UnreadableRoster(ContributionsError):
    """A list of employees cannot be read; `mend` says what to do about it."""

    def __init__(self, path: Path, reason: str, mend: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason
        self.mend = mend


def read_roster(path: Path) -> tuple[RosterEntry, ...]:
    """The employees of a list. Who is listed twice has worked from the first day to the last.

    Without a column for the first day, everybody has always been there; without one for the last, still is.

    Raises:
        UnreadableRoster: the file cannot be opened, has no headings that are known, or no employee.
    """
    rows = _rows_of_workbook(path) if path.suffix.lower() in _WORKBOOKS else _rows_of_text(path)
    columns, first = _columns(path, rows)
    people: dict[str, RosterEntry] = {}
    for number, row in enumerate(rows[first:], start=first + 1):
        entry = _entry(path, number, row, columns)
        if entry:
            known = people.get(entry.identity_number)
            people[entry.identity_number] = _joined(known, entry) if known else entry
    if not people:
        raise UnreadableRoster(path, "it lists nobody", "Put one employee on each row under the headings.")
    return tuple(people.values())


def _rows_of_workbook(path: Path) -> list[Sequence[object]]:
    try:
        from python_calamine import CalamineError, CalamineWorkbook
    except ImportError:
        raise UnreadableRoster(
            path,
            "reading a workbook needs python-calamine",
            "Install assist-harness[check], or save it as CSV.",
        ) from None
    try:
        with CalamineWorkbook.from_path(path) as workbook:
            return [*workbook.get_sheet_by_index(0).to_python(skip_empty_area=False)]
    except (CalamineError, OSError) as error:
        raise UnreadableRoster(
            path, f"it is no workbook that can be read ({error})", "Save it again as .xlsx or .csv."
        ) from None


def _rows_of_text(path: Path) -> list[Sequence[object]]:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableRoster(path, f"it cannot be opened ({error.strerror})", "Check its name.") from None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
    head = text[:4096]
    separator = max(",;\t|", key=head.count)
    return [*csv.reader(StringIO(text, newline=""), delimiter=separator)]


def _columns(path: Path, rows: Sequence[Sequence[object]]) -> tuple[dict[str, int], int]:
    """The column of each field that is known, and the first row after the headings."""
    for number, row in enumerate(rows[:ROWS_WITH_HEADINGS], start=1):
        found: dict[str, int] = {}
        for index, cell in enumerate(row):
            field = _FIELD_OF.get(_plain(cell))
            if field:
                found.setdefault(field, index)
        if {"identity", "name"} <= found.keys():
            return found, number
    raise UnreadableRoster(
        path,
        "no row has headings for the identity number and the name",
        "Name the columns Identity number, Name, Start date, Resigned; or No KP, Nama, Tarikh mula, "
        "Tarikh berhenti.",
    )


def _plain(cell: object) -> str:
    """A heading in small letters, without signs."""
    return " ".join(re.sub(r"[^a-z0-9]+", " ", str(cell).lower()).split())


def _entry(path: Path, number: int, row: Sequence[object], columns: dict[str, int]) -> RosterEntry | None:
    cells = {field: row[index] if index < len(row) else "" for field, index in columns.items()}
    identity, name = _identity(cells["identity"]), str(cells["name"]).strip()
    if not identity:
        return None
    started = _day(path, number, cells.get("started", ""))
    resigned = _day(path, number, cells.get("resigned", ""))
    return RosterEntry(identity_number=identity, name=name, started=started or LONG_AGO, resigned=resigned)


def _identity(cell: object) -> str:
    """An identity number as a contribution file has it."""
    text = str(int(cell)) if isinstance(cell, int | float) else str(cell)
    text = re.sub(r"[\s\-'.]", "", text).upper()
    whole = text.zfill(MYKAD_DIGITS)
    lost_zeros = text.isdigit() and FEWEST_DIGITS <= len(text) < MYKAD_DIGITS and mykad.is_valid(whole)
    return whole if lost_zeros else text


def _day(path: Path, number: int, cell: object) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = str(cell).strip()
    if not text:
        return None
    for form in _FORMS:
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    raise UnreadableRoster(path, f"row {number}: {text!r} is no day", "Write days as DD/MM/YYYY.")


def _joined(known: RosterEntry, again: RosterEntry) -> RosterEntry:
    days: Iterable[date | None] = (known.resigned, again.resigned)
    last = None if None in days else max(day for day in days if day)
    return RosterEntry(
        identity_number=known.identity_number,
        name=again.name or known.name,
        started=min(known.started, again.started),
        resigned=last,
    )
