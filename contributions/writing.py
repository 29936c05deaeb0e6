"""Write records as a contribution file of layout C2.

Lines end in CRLF, letters are upper case, amounts are filled with spaces and zero is `0000`, as most
programs and the sample reported of the specification do (contribution-files notes, section 2).
"""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from contributions.errors import NotWritable
from contributions.layouts import C2, Field, Kind
from contributions.months import YearMonth
from contributions.record import Record

__all__ = ["write"]

LINE_END = b"\r\n"
ZERO = "0000"


def write(records: Iterable[Record], path: Path | None = None) -> bytes:
    """The bytes of a contribution file; also put into `path`, whole or not at all, when one is given.

    Raises:
        NotWritable: a value does not fit its field, or is not plain ASCII.
        OSError: the path cannot be written.
    """
    content = b"".join(_line(index, record) + LINE_END for index, record in enumerate(records))
    if path is not None:
        _replace(path, content)
    return content


def _line(index: int, record: Record) -> bytes:
    return "".join(_field(index, field, record) for field in C2).encode("ascii")


def _field(index: int, field: Field, record: Record) -> str:
    if field.kind is Kind.FILLER:
        return " " * field.length
    value: str | int | YearMonth = getattr(record, field.name)
    text = _text(index, field, value)
    if len(text) > field.length:
        raise NotWritable(index, field.name, text, f"is longer than {field.length} characters")
    return text.rjust(field.length) if field.kind is Kind.SEN else text.ljust(field.length)


def _text(index: int, field: Field, value: str | int | YearMonth) -> str:
    if isinstance(value, YearMonth):
        return value.mmyyyy
    if isinstance(value, int):
        if value < 0:
            raise NotWritable(index, field.name, str(value), "is negative")
        return str(value) if value else ZERO
    if not (value.isascii() and (value.isprintable() or not value)):
        raise NotWritable(index, field.name, value, "has a letter that is not plain ASCII")
    if value != value.strip():
        raise NotWritable(index, field.name, value, "begins or ends with a space")
    return value.upper()


def _replace(path: Path, content: bytes) -> None:
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
