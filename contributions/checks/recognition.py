"""Tell what a file is from its bytes: another kind of document, or one of the older layouts."""

from dataclasses import dataclass

from contributions.bilingual import T
from contributions.layouts import OTHER_LAYOUTS
from contributions.rates.tables import read_tables

__all__ = ["NOT_TEXT", "hidden_mark", "not_text", "recognise"]

COMMAS_OF_K1 = 8
E1_FIELDS = slice(200, 214)  # layout E1 is recognised, not read: the amount, where S1 has its own
TEXT_SAMPLE = 512


@dataclass(frozen=True, slots=True)
class Signature:
    """The first bytes of a kind of document that is not plain text."""

    begins: bytes
    what: T


NOT_TEXT = (
    Signature(b"PK\x03\x04", T("an Excel workbook or zip archive", "buku kerja Excel atau arkib zip")),
    Signature(b"PK\x05\x06", T("an empty zip archive", "arkib zip kosong")),
    Signature(b"\xd0\xcf\x11\xe0", T("an old Excel or Word document", "dokumen Excel atau Word lama")),
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
_MARKS = (
    Signature(b"\xef\xbb\xbf", T("a UTF-8 byte-order mark", "tanda susunan bait UTF-8")),
    Signature(b"\xff\xfe", T("UTF-16 text", "teks UTF-16")),
    Signature(b"\xfe\xff", T("UTF-16 text", "teks UTF-16")),
)


def not_text(head: bytes) -> T | None:
    """What a file is when its beginning shows that it is not plain text."""
    start = head.lstrip()[:16]
    for signature in NOT_TEXT:
        if start.lower().startswith(signature.begins.lower()):
            return signature.what
    return None


def hidden_mark(head: bytes) -> T | None:
    """The mark or encoding that a file begins with and that moves every column."""
    for mark in _MARKS:
        if head.startswith(mark.begins):
            return mark.what
    sample = head[:TEXT_SAMPLE]
    zeros = max(sample[0::2].count(b"\0"), sample[1::2].count(b"\0"))
    if len(sample) > 1 and zeros * 2 > len(sample) * 0.8 and sample.count(b"\0") < len(sample) * 0.6:
        return T("UTF-16 text", "teks UTF-16")
    return None


def recognise(width: int, samples: list[bytes]) -> str | None:
    """The name of the older layout whose lines have this width; `None` when none has."""
    for layout in OTHER_LAYOUTS.values():
        if width in {layout.width, layout.trimmed_width} - {0}:
            return _which_scheme(samples) if layout.name == "S1" else layout.name
    if samples and all(
        line.count(b",") == COMMAS_OF_K1 and line.split(b",")[0].isdigit() for line in samples
    ):
        return "K1"
    return None


def _which_scheme(samples: list[bytes]) -> str:
    """`E1` when every amount is a total of the EIS tables, else `S1`: both have the same columns."""
    totals = {2 * cell for table in read_tables("act800") for cell in table.columns["employee_sen"]}
    amounts = [line[E1_FIELDS].strip() for line in samples]
    return "E1" if all(amount.isdigit() and int(amount) in totals for amount in amounts) else "S1"
