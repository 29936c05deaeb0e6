"""Read a contribution file of layout C2 as records.

This is for a file that is known to be right: the first thing that cannot be read raises. To learn all
that is wrong in a file, use `contributions.check`.
"""

from collections.abc import Iterator
from pathlib import Path

from contributions.errors import UnreadableFile, UnreadableLine
from contributions.layouts import C2, Field, Kind
from contributions.months import NotAMonth, YearMonth
from contributions.record import Record
from contributions.wrong_types import source_taken

__all__ = ["read"]

END_OF_FILE_MARK = b"\x1a"


def read(source: Path | bytes) -> tuple[Record, ...]:
    """The records of a file, in its order.

    Raises:
        UnreadableFile: the file cannot be opened or has no line.
        UnreadableLine: a line is not a record of layout C2.
        TypeError: the source is neither a path nor bytes.
    """
    taken = source_taken(source, by="read")
    content = taken if isinstance(taken, bytes) else _content(taken)
    records = tuple(_records(content))
    if not records:
        raise UnreadableFile("the file has no records")
    return records


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFile(f"{path} cannot be opened: {error.strerror}") from error


def _records(content: bytes) -> Iterator[Record]:
    for number, raw in enumerate(content.removesuffix(END_OF_FILE_MARK).split(b"\n"), start=1):
        line = raw.removesuffix(b"\r").decode("latin-1")
        if not line and number > content.count(b"\n"):
            return
        if len(line) == C2.trimmed_width:
            line = line.ljust(C2.width)
        if len(line) != C2.width:
            raise UnreadableLine(number, "", f"{len(line)} characters", f"{C2.width} characters")
        yield _record(number, line)


def _record(number: int, line: str) -> Record:
    texts = {field.name: line[field.columns].rstrip(" ") for field in C2.texts}
    amounts = {field.name: _sen(number, field, line) for field in C2.amounts}
    return Record(
        employer_code=texts["employer_code"],
        ssm_number=texts["ssm_number"],
        identity_number=texts["identity_number"],
        name=texts["name"],
        month=_month(number, line),
        wage=amounts["wage"],
        socso_employer=amounts["socso_employer"],
        socso_employee=amounts["socso_employee"],
        eis_employer=amounts["eis_employer"],
        eis_employee=amounts["eis_employee"],
        lindung=amounts["lindung"],
    )


def _month(number: int, line: str) -> YearMonth:
    field = C2.of_kind(Kind.MONTH)[0]
    text = line[field.columns]
    try:
        return YearMonth.from_mmyyyy(text)
    except NotAMonth as error:
        raise UnreadableLine(number, field.name, text, "a month as MMYYYY") from error


def _sen(number: int, field: Field, line: str) -> int:
    text = line[field.columns]
    digits = text.lstrip(" ")
    if not (digits.isascii() and digits.isdigit()):
        raise UnreadableLine(number, field.name, text, "digits, in sen, right justified")
    return int(digits)
