"""Read the employer's own list of employees, a CSV file or a workbook, to check a file beside it.

Columns are found by their headings, in English or Malay; a number that a spreadsheet keeps as a number
gets back the zeros that it lost in front.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from os import PathLike
from pathlib import Path

from contributions.bilingual import T
from contributions.errors import ContributionsError
from contributions.expectations import RosterEntry
from contributions.sheets import UnreadableSheet, cells, find_headings, read_sheets
from contributions.sheets.below import is_count, is_persons_number, last_person
from contributions.sheets.errors import NotReadAs
from contributions.sheets.headings import looks_like_total
from contributions.wrong_types import path_taken

__all__ = ["Listed", "UnreadableRoster", "employees_listed", "read_roster"]

LONG_AGO = date(1900, 1, 1)
_NEEDED = frozenset({"identity_number", "name"})


class UnreadableRoster(ContributionsError):
    """A list of employees cannot be read; `mend` says what to do about it."""

    def __init__(self, path: Path, reason: T, how: T) -> None:
        super().__init__(T(f"{path}: {reason.en}", f"{path}: {reason.ms}"))
        self.path = path
        self.reason = reason.en
        self.how = how
        self.mend = how.en


@dataclass(frozen=True, slots=True)
class Listed:
    """The employees of a list, and the rows, from 1, that have a name and no identity number."""

    employees: tuple[RosterEntry, ...]
    without_number: tuple[int, ...]


def read_roster(path: str | PathLike[str]) -> tuple[RosterEntry, ...]:
    """The employees of a list. Who is listed twice has worked from the first day to the last.

    Without a column for the first day, everybody has always been there; without one for the last, still is.

    Raises:
        UnreadableRoster: the file cannot be opened, has no headings that are known, or no employee.
        TypeError: it is no path.
    """
    return employees_listed(path_taken(path, by="read_roster()")).employees


def employees_listed(path: Path) -> Listed:
    """The same, with the rows that nobody could be made of.

    Raises:
        UnreadableRoster: as of `read_roster`.
    """
    rows, columns, first = _under_headings(path)
    listed = [
        (number, {field: row[index] if index < len(row) else "" for field, index in columns.items()})
        for number, row in enumerate(rows[first:], start=first + 1)
    ]
    last = last_person((number, row["identity_number"]) for number, row in listed)
    people: dict[str, RosterEntry] = {}
    without_number = []
    for number, row in listed:
        who, is_named = row["identity_number"], any(map(str.isalpha, cells.text(row["name"])))
        is_mistyped = is_named and cells.has_figures(who)
        if not is_persons_number(who) and (
            _is_of_sums(who, row["name"]) or (who and number > last > 0 and not is_mistyped)
        ):
            continue  # `Total, 10`, or who signed below the last employee
        entry = _entry(path, number, row)
        if entry is None and is_named:
            without_number.append(number)
        if entry:
            known = people.get(entry.identity_number)
            people[entry.identity_number] = _joined(known, entry) if known else entry
    if not people:
        raise UnreadableRoster(
            path,
            T("it lists nobody", "tiada sesiapa disenaraikan"),
            T(
                "Put one employee on each row under the headings.",
                "Letakkan seorang pekerja pada setiap baris di bawah tajuk.",
            ),
        )
    return Listed(tuple(people.values()), tuple(without_number))


def _is_of_sums(identity: object, name: object) -> bool:
    """Whether a row says how many there are, and is nobody."""
    return any(looks_like_total(cell) or is_count(cell) for cell in (identity, name))


def _under_headings(path: Path) -> tuple[Sequence[Sequence[object]], Mapping[str, int], int]:
    """The rows of the first sheet that has headings, its columns by field, and its first row below them."""
    try:
        sheets = read_sheets(path)
    except UnreadableSheet as error:
        raise UnreadableRoster(path, error.reason, error.mend) from None
    for sheet in sheets:
        headings = find_headings(sheet.rows, sheet.merged)
        if headings and set(headings.fields.values()) >= _NEEDED:
            columns = {field: index for index, field in sorted(headings.fields.items(), reverse=True)}
            return sheet.rows, columns, headings.first
    raise UnreadableRoster(
        path,
        T(
            "no row has headings for the identity number and the name",
            "tiada baris dengan tajuk bagi nombor pengenalan dan nama",
        ),
        T(
            "Name the columns Identity number, Name, Start date, Resigned; or No KP, Nama, Tarikh mula, "
            "Tarikh berhenti.",
            "Namakan lajur No KP, Nama, Tarikh mula, Tarikh berhenti; atau Identity number, Name, Start "
            "date, Resigned.",
        ),
    )


def _entry(path: Path, number: int, of_row: Mapping[str, object]) -> RosterEntry | None:
    identity, name = cells.identity(of_row["identity_number"]), str(of_row["name"]).strip()
    if not identity:
        return None
    try:
        cells.refuse_error(identity)
        cells.refuse_error(name)
        started = cells.day(of_row.get("started", ""))
        resigned = cells.day(of_row.get("resigned", ""))
    except NotReadAs as error:
        raise UnreadableRoster(
            path, T(f"row {number}: {error.reason.en}", f"baris {number}: {error.reason.ms}"), error.mend
        ) from None
    return RosterEntry(identity_number=identity, name=name, started=started or LONG_AGO, resigned=resigned)


def _joined(known: RosterEntry, again: RosterEntry) -> RosterEntry:
    days: Iterable[date | None] = (known.resigned, again.resigned)
    last = None if None in days else max(day for day in days if day)
    return RosterEntry(
        identity_number=known.identity_number,
        name=again.name or known.name,
        started=min(known.started, again.started),
        resigned=last,
    )
