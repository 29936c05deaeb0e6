"""The file's side of a comparison: one employer, one month, its records and its people."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from contributions.bilingual import T
from contributions.months import YearMonth
from contributions.reading import read
from contributions.reconciling.errors import SeveralEmployers, SeveralMonths
from contributions.reconciling.people import FIELDS, Person, added_up
from contributions.record import Record
from contributions.sheets import cells

__all__ = ["FileSide", "read_file"]


@dataclass(frozen=True, slots=True)
class FileSide:
    """What a contribution file says of one employer and one month."""

    name: str
    """The name of the file, without its folder."""
    employer_code: str
    month: YearMonth
    records: tuple[Record, ...]
    people: Mapping[str, Person]

    @property
    def ssm_number(self) -> str:
        """The employer's number with SSM, where a record has it."""
        return next((record.ssm_number for record in self.records if record.ssm_number), "")


def read_file(path: Path, *, month: YearMonth | None = None, same: Collection[str] = ()) -> FileSide:
    """The file as one side of a comparison; `month` chooses one of several.

    `same` are identity numbers whose lines are of one person, whatever their names.

    Raises:
        UnreadableFile: it cannot be opened or has no line.
        UnreadableLine: a line is not a record of layout C2 or C1.
        SeveralEmployers: it has more than one employer code.
        SeveralMonths: it has more than one month and none was chosen, or not the one that was.
        SeveralNames: lines of one identity number have different names.
    """
    lines = [(line, _with_letters(record)) for line, record in enumerate(read(path), start=1)]
    codes = tuple(dict.fromkeys(record.employer_code.upper() for _, record in lines))
    if len(codes) > 1:
        raise SeveralEmployers(codes)
    months = tuple(sorted({record.month for _, record in lines}))
    if (len(months) > 1 and month is None) or (month and month not in months):
        raise SeveralMonths(months)
    chosen = month or months[0]
    of_month = [(line, record) for line, record in lines if record.month == chosen]
    return FileSide(
        path.name,
        codes[0],
        chosen,
        tuple(record for _, record in of_month),
        added_up(
            (_person(line, record) for line, record in of_month), same=same, place=T("line", "baris fail")
        ),
    )


def _person(line: int, record: Record) -> Person:
    amounts = {field: getattr(record, field) for field in FIELDS}
    return Person(cells.identity(record.identity_number), record.name, amounts, (line,))


def _with_letters(record: Record) -> Record:
    """The record with the name that was meant, where its letters were written as UTF-8."""
    try:
        return replace(record, name=record.name.encode("latin-1").decode())
    except UnicodeDecodeError:
        return record
