"""Write records as a contribution file of layout C2.

Lines end in CRLF, letters are upper case, amounts are filled with spaces and zero is `0000`, as most
programs and the sample reported of the specification do (contribution-files notes, section 2).
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from contributions.errors import NotWritable
from contributions.layouts import C2, Field, Kind
from contributions.months import YearMonth
from contributions.record import Record
from contributions.whole_files import put_whole
from contributions.wrong_types import named_type

__all__ = ["write"]

LINE_END = b"\r\n"
ZERO = "0000"
EMPLOYER_CODE = "employer_code"
_TYPES: dict[Kind, type] = {Kind.TEXT: str, Kind.MONTH: YearMonth, Kind.SEN: int}
_MEANT = {
    Kind.TEXT: "a text is a str",
    Kind.MONTH: "a month is a YearMonth",
    Kind.SEN: "an amount is an int, in sen",
}


def write(records: Iterable[Record], path: str | os.PathLike[str] | None = None) -> bytes:
    """The bytes of a contribution file; also put into `path`, whole or not at all, when one is given.

    Small letters become capitals, as most programs write them.

    Raises:
        NotWritable: a value does not fit its field, is of another type, or is not plain ASCII.
        TypeError: these are no records, or `path` is no path.
        OSError: the path cannot be written.
    """
    content = b"".join(_line(index, record) + LINE_END for index, record in enumerate(_taken(records)))
    if path is not None:
        put_whole(Path(path), content)
    return content


def _taken(records: object) -> Iterator[Record]:
    """The records one by one; anything else is refused before a line is made of it."""
    if isinstance(records, Record):
        raise TypeError("write takes several records; put the one in a list")
    if isinstance(records, str | bytes) or not isinstance(records, Iterable):
        raise TypeError(f"write takes records, not {named_type(records)}")
    for number, record in enumerate(records, start=1):
        if not isinstance(record, Record):
            raise TypeError(f"record {number} is {named_type(record)}, not a Record")
        yield record


def _line(index: int, record: Record) -> bytes:
    return "".join(_field(index, field, record) for field in C2).encode("ascii")


def _field(index: int, field: Field, record: Record) -> str:
    if field.kind is Kind.FILLER:
        return " " * field.length
    text = _text(index, field, getattr(record, field.name))
    if len(text) > field.length:
        raise NotWritable(index, field.name, text, f"is longer than {field.length} characters")
    return text.rjust(field.length) if field.kind is Kind.SEN else text.ljust(field.length)


def _text(index: int, field: Field, value: object) -> str:
    if not isinstance(value, _TYPES[field.kind]) or isinstance(value, bool):
        raise NotWritable(index, field.name, value, f"is {named_type(value)}; {_MEANT[field.kind]}")
    if isinstance(value, YearMonth):
        return value.mmyyyy
    if isinstance(value, int):
        if value < 0:
            raise NotWritable(index, field.name, value, "is negative")
        return str(value) if value else ZERO
    return _letters(index, field, str(value))


def _letters(index: int, field: Field, value: str) -> str:
    if not value and field.name == EMPLOYER_CODE:
        raise NotWritable(index, field.name, value, "is empty: every line needs the employer's code")
    for letter in value:
        if not (letter.isascii() and letter.isprintable()):
            raise NotWritable(index, field.name, value, _refusal(letter))
    if value != value.strip():
        raise NotWritable(index, field.name, value, "begins or ends with a space")
    return value.upper()


def _refusal(letter: str) -> str:
    if letter.isprintable():
        return f"has {letter}, which is not plain ASCII"
    name = {"\n": "a line break", "\r": "a line break", "\t": "a tab"}.get(letter, "a control character")
    return f"is refused: {name} cannot be in a field"
