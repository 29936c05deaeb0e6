"""Tell what a file is from its bytes: another kind of document, or one of the older layouts."""

from collections.abc import Callable
from dataclasses import dataclass

from contributions.bilingual import T
from contributions.layouts import C2, D1, E1, K1, S1
from contributions.matrix.totals import totals_ever

__all__ = ["NOT_TEXT", "hidden_mark", "not_text", "recognise", "which_scheme"]

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
    amount = line[C2["socso_employer"].columns]
    ends_there = amount[-1:].isdigit() and amount.strip().isdigit()
    return status.isdigit() or (
        ends_there and not (day.isdigit() and len(day) == S1["employment_date"].length)
    )


def _is_diskette(line: bytes) -> bool:
    return line[D1["short_month"].columns].isdigit() and line[D1["total"].columns].strip().isdigit()


def _is_comma_list(line: bytes) -> bool:
    cells = line.split(b",")
    return len(cells) == len(K1.columns) and cells[0].strip().isdigit()


def which_scheme(samples: list[bytes]) -> str:
    """`E1` when more of the amounts are totals of the EIS tables than of the SOCSO tables, else `S1`."""
    amounts = [int(text) for line in samples if (text := line[S1["total"].columns].strip()).isdigit()]
    fit = {name: sum(amount in totals_ever(name) for amount in amounts) for name in (S1.name, E1.name)}
    return E1.name if fit[E1.name] > fit[S1.name] else S1.name
