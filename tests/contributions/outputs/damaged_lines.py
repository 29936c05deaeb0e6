"""What can happen to a line or a file of a layout on its way, for `damaged_files`."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from contributions.layouts import Field, Kind, Layout

__all__ = [
    "ODD_VALUES",
    "Change",
    "Changes",
    "beginnings_changed",
    "ends_changed",
    "field_changed",
    "fields_moved",
    "fields_separated",
    "letters_put",
    "whole_changed",
]

ODD_VALUES = (
    "", " ", "0", "00", "1", "-1", "+1", "1.5", "1,5", "A", "a", "999", "O", "É", "陈", "\t", "\0", "\x1f",
    "'1", "=1+1", "1E5", "102026", "202610", "92026", "132026", "002026", "012010", "112026", "052026",
    "900101145678", "900101-14-5678", "991301145678", "SSFW12345678", "X", "N", "B", "R", "32102026",
    "01102026", "20261001",
)  # fmt: skip
"""What programs and people write into a field."""
Change = Callable[[bytes], bytes]
Changes = Iterator[tuple[str, Change]]


def ends_changed(layout: Layout) -> Changes:
    for count in (1, 2, 3, 9, 10, 34, 40):
        yield f"{count} cut", partial(_cut, start=layout.width - count, end=layout.width)
        yield f"{count} spaces more", partial(_with, text=b" " * count)
    yield "all spaces cut", bytes.rstrip
    yield "a tab", partial(_with, text=b"\t")
    yield "letters", partial(_with, text=b"END")
    yield "lower case", bytes.lower


def beginnings_changed(_layout: Layout) -> Changes:
    for count in (1, 2, 9, 31):
        yield f"{count} cut", partial(_cut, start=0, end=count)
        yield f"{count} put in", partial(_with, text=b"0" * count, at=0)


def fields_separated(layout: Layout) -> Changes:
    for mark in (b",", b";", b"\t", b"|"):
        yield f"fields between {mark!r}", partial(_separated, layout=layout, mark=mark)


def fields_moved(layout: Layout) -> Changes:
    for field in layout:
        start, end = field.columns.start, field.columns.stop
        yield f"{field.name} lost a character", partial(_cut, start=start, end=start + 1)
        yield f"{field.name} gained a zero", partial(_with, text=b"0", at=end)
        yield f"{field.name} gone", partial(_cut, start=start, end=end)


def letters_put(layout: Layout) -> Changes:
    columns = layout["name"].columns
    for letter in "ÉÑ陈’–\N{NO-BREAK SPACE}":
        for encoding in ("utf-8", "cp1252"):
            if letter.encode(encoding, "ignore"):
                name = f"JOS{letter} BIN {letter}LI".ljust(layout["name"].length).encode(encoding)
                yield (
                    f"{letter} as {encoding} counted as a letter",
                    partial(_over, columns=columns, text=name),
                )


def field_changed(field: Field, values: Sequence[str]) -> Changes:
    start, end = field.columns.start, field.columns.stop
    yield "on its other side", partial(_turned, start=start, end=end)
    yield "with zeros", partial(_with_zeros, start=start, end=end)
    for value in values:
        put = partial(_put, start=start, end=end, value=value, right=field.kind is Kind.SEN)
        yield f"{value!r}", put


def _over(line: bytes, columns: slice, text: bytes) -> bytes:
    return line[: columns.start] + text + line[columns.stop :]


def _with(line: bytes, text: bytes, at: int | None = None) -> bytes:
    return line + text if at is None else line[:at] + text + line[at:]


def _cut(line: bytes, start: int, end: int) -> bytes:
    return line[:start] + line[end:]


def _turned(line: bytes, start: int, end: int) -> bytes:
    value = line[start:end]
    stripped = value.strip()
    turned = stripped.rjust(end - start) if value[-1:] == b" " else stripped.ljust(end - start)
    return line[:start] + turned + line[end:]


def _with_zeros(line: bytes, start: int, end: int) -> bytes:
    return line[:start] + line[start:end].replace(b" ", b"0") + line[end:]


def _put(line: bytes, start: int, end: int, value: str, *, right: bool) -> bytes:
    raw = value.encode("utf-8")[: end - start]
    filled = raw.rjust(end - start) if right else raw.ljust(end - start)
    return line[:start] + filled + line[end:]


def _separated(line: bytes, layout: Layout, mark: bytes) -> bytes:
    return mark.join(line[field.columns].strip() for field in layout if field.kind is not Kind.FILLER)


def _cut_at_several_places(content: bytes) -> bytes:
    lines = content.splitlines()
    return b"".join(line[: len(line) - 3 - number] + b"\r\n" for number, line in enumerate(lines))


def whole_changed() -> Changes:
    yield "nothing", lambda _content: b""
    yield "no end of the last line", lambda content: content.rstrip(b"\r\n")
    yield "line ends of Unix", lambda content: content.replace(b"\r\n", b"\n")
    yield "line ends of old Macs", lambda content: content.replace(b"\r\n", b"\r")
    yield "line ends doubled", lambda content: content.replace(b"\r\n", b"\r\r\n")
    yield "no line ends", lambda content: content.replace(b"\r\n", b"")
    yield "mixed line ends", lambda content: content.replace(b"\r\n", b"\n", 1)
    yield "an empty line between", lambda content: content.replace(b"\r\n", b"\r\n\r\n", 1)
    yield "empty lines at the end", lambda content: content + b"\r\n\r\n"
    yield "a line of spaces", lambda content: content + b" " * 30 + b"\r\n"
    yield "an end mark", lambda content: content + b"\x1a"
    yield "a mark of UTF-8", lambda content: b"\xef\xbb\xbf" + content
    yield "UTF-16", lambda content: content.decode("latin-1").encode("utf-16")
    yield "a letter before", lambda content: b"X\r\n" + content
    yield "an empty line before", lambda content: b"\r\n" + content
    yield "a dash before", lambda content: b"-\r\n" + content
    yield "ends cut at several places", _cut_at_several_places
    yield "a title before", lambda content: b"CARUMAN OKTOBER 2026\r\n" + content
    yield "a sum after", lambda content: content + b"JUMLAH 3 PEKERJA\r\n"
    yield "the first line twice", lambda content: content.splitlines(keepends=True)[0] + content
    yield "cut in the middle of a line", lambda content: content[: -len(content) // 5]
    yield "zeros at the end", lambda content: content + b"\0" * 512
    yield "a workbook", lambda content: b"PK\x03\x04" + content
    yield "a PDF", lambda content: b"%PDF-1.7\n" + content
    yield "a page", lambda content: b"<!DOCTYPE html><html><body>" + content
    yield "random bytes", lambda _content: bytes(range(256)) * 8
