"""Read a contribution file as records: C1 and C2 with their wages, S1 and E1 with their one amount.

This is for a file that is known to be right: the first thing that cannot be read raises. To learn all
that is wrong in a file, use `contributions.check`.
"""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from contributions.bilingual import T
from contributions.errors import UnreadableFile, UnreadableLine
from contributions.layouts import C2, S1, Field, Kind, Layout
from contributions.lengths import characters
from contributions.months import NotAMonth, YearMonth
from contributions.opening import content_of
from contributions.record import Record, SingleRecord
from contributions.system_words import system_words
from contributions.wrong_types import source_taken

__all__ = ["read", "read_single"]

END_OF_FILE_MARK = b"\x1a"
_DIGITS = T("digits, in sen, right justified", "digit, dalam sen, rapat kanan")


def read(source: Path | bytes) -> tuple[Record, ...]:
    """The records of a combined file, in its order; those of layout C1 have no LINDUNG 24 JAM.

    Raises:
        UnreadableFile: the file cannot be opened or has no line.
        UnreadableLine: a line is not a record of layout C2 or C1.
        TypeError: the source is neither a path nor bytes.
    """
    return tuple(_record(number, line) for number, line in _lines(source, C2, by="read"))


def read_single(source: Path | bytes) -> tuple[SingleRecord, ...]:
    """The records of a file of one scheme, layout S1 or E1, in its order.

    Raises:
        UnreadableFile: the file cannot be opened or has no line.
        UnreadableLine: a line is not a record of these layouts.
        TypeError: the source is neither a path nor bytes.
    """
    # NumPy comes with the tables that tell one scheme from the other; other files do without.
    from contributions.checks.recognition import which_scheme

    lines = _lines(source, S1, by="read_single")
    scheme = which_scheme([line.encode("latin-1") for _, line in lines])
    return tuple(_single(number, line, scheme) for number, line in lines)


def _lines(source: Path | bytes, layout: Layout, *, by: str) -> list[tuple[int, str]]:
    """The lines with their numbers, filled to their whole width where spaces were cut."""
    taken = source_taken(source, by=by)
    lines = list(_filled(taken if isinstance(taken, bytes) else _content(taken), layout))
    if not lines:
        raise UnreadableFile(T("the file has no records", "fail tidak mengandungi rekod"))
    return lines


def _content(path: Path) -> bytes:
    try:
        return content_of(path)
    except OSError as error:
        why = system_words(error)
        raise UnreadableFile(
            T(f"{path} cannot be opened: {why.en}", f"{path} tidak dapat dibuka: {why.ms}")
        ) from error


def _filled(content: bytes, layout: Layout) -> Iterator[tuple[int, str]]:
    for number, raw in enumerate(content.rstrip(END_OF_FILE_MARK).split(b"\n"), start=1):
        line = raw.removesuffix(b"\r").decode("latin-1")
        if not line and number > content.count(b"\n"):
            return
        if len(line) in layout.trimmed_widths:
            line = line.ljust(layout.width)
        if len(line) != layout.width:
            raise UnreadableLine(number, "", characters(len(line)), characters(layout.width))
        yield number, line


def _record(number: int, line: str) -> Record:
    texts = _texts(line)
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


def _single(number: int, line: str, scheme: str) -> SingleRecord:
    texts = _texts(line)
    return SingleRecord(
        scheme=scheme,
        employer_code=texts["employer_code"],
        ssm_number=texts["ssm_number"],
        identity_number=texts["identity_number"],
        name=texts["name"],
        month=_month(number, line),
        total=_sen(number, S1["total"], line),
        employment_date=_day(number, line),
        employment_status=line[S1["employment_status"].columns].strip(),
    )


def _texts(line: str) -> dict[str, str]:
    return {field.name: line[field.columns].rstrip(" ") for field in C2.texts}


def _day(number: int, line: str) -> date | None:
    field = S1["employment_date"]
    text = line[field.columns].strip()
    if not text:
        return None
    try:
        return datetime.strptime(text, "%d%m%Y").date()  # noqa: DTZ007 - a day has no zone
    except ValueError as error:
        raise UnreadableLine(
            number,
            field.name,
            text,
            T("a day as DDMMYYYY, or spaces", "tarikh sebagai HHBBTTTT, atau ruang kosong"),
        ) from error


def _month(number: int, line: str) -> YearMonth:
    field = C2.of_kind(Kind.MONTH)[0]
    text = line[field.columns]
    try:
        return YearMonth.from_mmyyyy(text)
    except NotAMonth as error:
        raise UnreadableLine(
            number, field.name, text, T("a month as MMYYYY", "bulan sebagai BBTTTT")
        ) from error


def _sen(number: int, field: Field, line: str) -> int:
    text = line[field.columns]
    digits = text.lstrip(" ")
    if not digits and not field.required:
        return 0
    if not (digits.isascii() and digits.isdigit()):
        raise UnreadableLine(number, field.name, text, _DIGITS)
    return int(digits)
