"""Tell what a file is from its bytes: another kind of document, or one of the older layouts."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from contributions.bilingual import T
from contributions.checks.other_days import is_written_as_day
from contributions.checks.row import Row
from contributions.layouts import C2, D1, E1, K1, S1
from contributions.matrix.totals import totals_ever
from contributions.rates import current

__all__ = [
    "NOT_TEXT",
    "UTF8_MARK",
    "hidden_mark",
    "holds_records",
    "is_plain_wide",
    "may_be_workbook",
    "not_text",
    "recognise",
    "which_scheme",
    "wide_encoding",
    "without_wide_mark",
]

TEXT_SAMPLE = 512
UTF8_MARK = b"\xef\xbb\xbf"
_WORKBOOK, _OLD_WORKBOOK = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_EBCDIC = bytes([0x40, *range(0xC1, 0xCA), *range(0xD1, 0xDA), *range(0xE2, 0xEA), *range(0xF0, 0xFA)])
"""Space, capitals and digits as mainframes write them."""
_MOSTLY = 0.9
_WIDE_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


@dataclass(frozen=True, slots=True)
class Signature:
    """The first bytes of a kind of document that is not plain text."""

    begins: bytes
    what: T


NOT_TEXT = (
    Signature(_WORKBOOK, T("an Excel workbook or zip archive", "buku kerja Excel atau arkib zip")),
    Signature(b"PK\x05\x06", T("an empty zip archive", "arkib zip kosong")),
    Signature(_OLD_WORKBOOK, T("an old Excel or Word document", "dokumen Excel atau Word lama")),
    Signature(b"%PDF", T("a PDF document", "dokumen PDF")),
    Signature(b"{\\rtf", T("a rich text document", "dokumen teks kaya (RTF)")),
    Signature(b"\x1f\x8b", T("a gzip archive", "arkib gzip")),
    Signature(b"Rar!", T("a rar archive", "arkib rar")),
    Signature(b"7z\xbc\xaf", T("a 7z archive", "arkib 7z")),
    Signature(b"\x89PNG", T("a picture", "gambar")),
    Signature(b"\xff\xd8\xff", T("a picture", "gambar")),
    Signature(b"<!DOCTYPE", T("a web page", "laman web")),
    Signature(b"<html", T("a web page", "laman web")),
    Signature(b"<?xml", T("an XML document", "dokumen XML")),
)
_EBCDIC_TEXT = T(
    "EBCDIC text, as mainframes write it", "teks EBCDIC, seperti yang ditulis oleh kerangka utama"
)
_MARKS = (
    Signature(UTF8_MARK, T("a UTF-8 byte-order mark", "tanda susunan bait UTF-8")),
    Signature(b"\xff\xfe\0\0", T("UTF-32 text", "teks UTF-32")),
    Signature(b"\xff\xfe", T("UTF-16 text", "teks UTF-16")),
    Signature(b"\xfe\xff", T("UTF-16 text", "teks UTF-16")),
)


def not_text(head: bytes) -> T | None:
    """What a file is when its beginning shows that it is not plain text."""
    start = head.lstrip()[:16]
    for signature in NOT_TEXT:
        if start.lower().startswith(signature.begins.lower()):
            return signature.what
    return _EBCDIC_TEXT if _is_ebcdic(head[:TEXT_SAMPLE]) else None


def may_be_workbook(head: bytes) -> bool:
    """Whether a file that is not plain text may hold a payroll sheet."""
    return head.lstrip().startswith((_WORKBOOK, _OLD_WORKBOOK))


def _is_ebcdic(sample: bytes) -> bool:
    return bool(sample) and len(sample) - len(sample.translate(None, _EBCDIC)) > len(sample) * _MOSTLY


def hidden_mark(head: bytes) -> T | None:
    """The mark or encoding that a file begins with and that moves every column."""
    for mark in _MARKS:
        if head.startswith(mark.begins):
            return mark.what
    return T("UTF-16 text", "teks UTF-16") if wide_encoding(head) else None


def wide_encoding(head: bytes) -> str:
    """The encoding of text of two bytes a letter, with or without a mark; empty where it is none."""
    for mark, encoding in _WIDE_MARKS.items():
        if head.startswith(mark):
            return encoding
    sample = head[:TEXT_SAMPLE]
    little, big = sample[1::2].count(b"\0"), sample[0::2].count(b"\0")
    if len(sample) > 1 and max(little, big) * 2 > len(sample) * 0.8 and little + big < len(sample) * 0.6:
        return "utf-16-le" if little > big else "utf-16-be"
    return ""


def without_wide_mark(text: bytes) -> bytes:
    """The text without the byte-order mark of UTF-16 at its beginning."""
    return text[2:] if text[:2] in _WIDE_MARKS else text


def is_plain_wide(block: bytes, encoding: str) -> bool:
    """Whether a stretch of such text, which begins at a letter or a mark, is plain ASCII alone."""
    return without_wide_mark(block).decode(encoding, "replace").isascii()


def holds_records(lines: Iterable[bytes]) -> bool:
    """Whether one of the lines has the width of a record and a digit where its month stands."""
    month = C2["month"].columns
    widths = {layout.width for layout in (C2, S1)}.union(C2.trimmed_widths, S1.trimmed_widths)
    return any(len(line) in widths and any(byte in b"0123456789" for byte in line[month]) for line in lines)


def recognise(width: int, samples: list[bytes]) -> str | None:
    """The name of another layout than C1 or C2 whose lines have this width; `None` when none has.

    Most of the samples must have its shape, since a longer line that was cut short may have its width.
    """
    if width in {S1.width, *S1.trimmed_widths} and _most(samples, _is_single):
        return which_scheme(samples)
    if width == D1.width and _most(samples, _is_diskette):
        return D1.name
    return K1.name if samples and all(_is_comma_list(line) for line in samples) else None


def _most(samples: list[bytes], fits: Callable[[bytes], bool]) -> bool:
    return sum(map(fits, samples)) * 2 > len(samples)


def _is_single(line: bytes) -> bool:
    """Whether it has digits for a month or an amount, and no further amount begins after them."""
    month, total = line[S1["month"].columns], line[S1["total"].columns]
    has_digits = any(chr(letter).isdigit() for letter in month + total)
    return has_digits and not _goes_on_with_amounts(line)


def _goes_on_with_amounts(line: bytes) -> bool:
    """Whether it is a combined line that was cut: where S1 has a day, another amount ends."""
    day, status = (line[S1[name].columns] for name in ("employment_date", "employment_status"))
    month = line[S1["month"].columns].decode("latin-1")
    if is_written_as_day((day + status).decode("latin-1"), month):
        return False
    amount = line[C2["socso_employer"].columns]
    ends_there = amount[-1:].isdigit() and amount.strip().isdigit()
    if ends_there and int(amount) >= max(totals_ever(S1.name)):
        return False  # no share is as much as both together
    return status.isdigit() or (
        ends_there and not (day.isdigit() and len(day) == S1["employment_date"].length)
    )


def _is_diskette(line: bytes) -> bool:
    return line[D1["short_month"].columns].isdigit() and line[D1["total"].columns].strip().isdigit()


def _is_comma_list(line: bytes) -> bool:
    cells = line.split(b",")
    return len(cells) == len(K1.columns) and cells[0].strip().isdigit()


def which_scheme(samples: list[bytes]) -> str:
    """`E1` when more of the amounts are totals of the EIS tables than of the SOCSO tables, else `S1`.

    A few amounts are totals of both. Where they alone decide, EIS is meant for those who may have it: as both
    shares of SOCSO these amounts would be of a wage below the minimum wage.
    """
    amounts = [(int(text), line) for line in samples if (text := line[S1["total"].columns].strip()).isdigit()]
    socso, eis = totals_ever(S1.name), totals_ever(E1.name)
    for_eis = sum((amount in eis) - (amount in socso) for amount, _ in amounts)
    if for_eis == 0:
        of_both = [line for amount, line in amounts if amount in eis & socso]
        for_eis = sum(1 if _may_have_eis(line) else -1 for line in of_both)
    return E1.name if for_eis > 0 else S1.name


def _may_have_eis(line: bytes) -> bool:
    """Whether there is EIS in the month of the line for somebody of this age."""
    row = Row(line, line=1, offset=0)  # number and month stand where C2 has them
    if row.rates is None or row.rates.act800 is None or row.age is None:
        return False
    rules = current().rules
    return rules.eis_from_age <= row.age < rules.eis_until_age
