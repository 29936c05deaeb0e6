"""What can be mended without changing what a file means: marks, line ends, padding, case, alignment.

No amount, month or identity number that could be read before reads otherwise afterwards. A line whose
width or month does not fit its layout is left as it is: nobody can tell which field has moved.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from contributions.alignment import aligned, is_in_place
from contributions.bilingual import T
from contributions.checking import check
from contributions.checks.recognition import UTF8_MARK, holds_records, wide_encoding, without_wide_mark
from contributions.layouts import C2, COMBINED, READ, Layout, layout_named
from contributions.matrix.chunks import BLANK, END_OF_FILE_MARK

__all__ = ["Kind", "MendedLine", "Mending", "mend"]

LINE_END = b"\r\n"
_LINE_END = re.compile(rb"\r*\n")


class Kind(StrEnum):
    """What was mended."""

    MARK = "mark"
    """A mark before the first letter, or behind the last line."""
    LINE_END = "line ends"
    EMPTY_LINE = "empty lines"
    PADDING = "padding"
    CASE = "case"
    ALIGNMENT = "alignment"

    @property
    def words(self) -> T:
        """Its name for people."""
        return _TITLES[self]


_TITLES = {
    Kind.MARK: T("marks", "tanda"),
    Kind.LINE_END: T("line ends", "hujung baris"),
    Kind.EMPTY_LINE: T("empty lines", "baris kosong"),
    Kind.PADDING: T("padding", "ruang pengisi"),
    Kind.CASE: T("capital letters", "huruf besar"),
    Kind.ALIGNMENT: T("alignment", "jajaran"),
}


@dataclass(frozen=True, slots=True)
class MendedLine:
    """A line that reads otherwise than before; `after` is `None` when it is gone."""

    line: int
    before: bytes
    after: bytes | None
    kinds: tuple[Kind, ...]


@dataclass(frozen=True, slots=True)
class Mending:
    """A file before and after."""

    before: bytes
    content: bytes
    lines: tuple[MendedLine, ...] = ()
    line_ends: int = 0
    """Lines whose end was another, or that had none."""
    has_mark: bool = False
    left_broken_off: int = 0
    """Number of the last line where the file may break off in it, so that it is left as it is; 0 for none."""

    @property
    def is_needed(self) -> bool:
        """Whether there is anything to mend."""
        return self.content != self.before

    def counts(self) -> dict[Kind, int]:
        """How many places of each kind were mended."""
        counted = Counter(kind for line in self.lines for kind in line.kinds)
        counted[Kind.LINE_END], counted[Kind.MARK] = self.line_ends, int(self.has_mark)
        return {kind: counted[kind] for kind in Kind if counted[kind]}


def mend(content: bytes, *, as_of: date) -> Mending:
    """The file with all mended that is safe; the same bytes where nothing is, or where it is no such file."""
    text, has_mark = _without_marks(content)
    if b"\n" not in text:  # carriage returns end lines only where there is no line feed at all
        text = text.replace(b"\r", b"\n")
    elif b"\r\n" not in text and text.count(b"\n\r") == text.count(b"\n"):
        text = text.replace(b"\n\r", b"\n")
    name = check(_LINE_END.sub(LINE_END, text), as_of=as_of).layout
    if name not in READ or not holds_records(line for line, _ in _lines(text)):
        return Mending(content, content)
    layout = C2 if name in COMBINED else layout_named(name)
    listed = list(_lines(text))
    left = 0 if _ends_with_mark(content) or not _may_break_off(listed, layout) else len(listed)
    lines: list[MendedLine] = []
    kept: list[bytes] = []
    ends = 0
    for number, (line, end) in enumerate(listed, start=1):
        if not line.strip(BLANK):
            lines.append(MendedLine(number, line, None, (Kind.EMPTY_LINE,)))
            continue
        if number == left:
            kept.append(line)
            continue
        mended, kinds = _line(line, layout)
        if kinds:
            lines.append(MendedLine(number, line, mended, kinds))
        ends += end != LINE_END
        kept.append(mended + LINE_END)
    return Mending(content, b"".join(kept), tuple(lines), ends, has_mark, left)


def _may_break_off(lines: list[tuple[bytes, bytes]], layout: Layout) -> bool:
    """Whether the last line is no whole record and has no end; ended by us, nothing would show it any more.

    One that has all its fields is whole: a program cut the blanks at the end of its output.
    """
    last, end = lines[-1]
    return not end and len(last) < layout.width and len(last) not in layout.trimmed_widths


def _ends_with_mark(content: bytes) -> bool:
    """Whether an end-of-file byte says that the file is whole."""
    return content.rstrip(b"\0").endswith(END_OF_FILE_MARK)


def _without_marks(content: bytes) -> tuple[bytes, bool]:
    """Without byte-order marks and end-of-file bytes; UTF-16 that is plain ASCII becomes ASCII."""
    text = content
    while text.startswith(UTF8_MARK):
        text = text.removeprefix(UTF8_MARK)
    encoding = wide_encoding(content)
    if encoding:
        try:
            text = without_wide_mark(text).decode(encoding).encode("ascii")
        except UnicodeError:
            return content, False
    text = text.rstrip(END_OF_FILE_MARK)
    return text, text != content


def _lines(text: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Each line and its end, which the last may lack."""
    start = 0
    for match in _LINE_END.finditer(text):
        yield text[start : match.start()], match[0]
        start = match.end()
    if start < len(text):
        yield text[start:], b""


def _line(line: bytes, layout: Layout) -> tuple[bytes, tuple[Kind, ...]]:
    kinds: list[Kind] = []
    before = line
    if len(line) in layout.trimmed_widths:
        line = line.ljust(layout.width)
        kinds.append(Kind.PADDING)
    if len(line) != layout.width or not is_in_place(line, layout):
        return before, ()
    upper = line.upper()
    if upper != line:
        kinds.append(Kind.CASE)
    justified = aligned(upper, layout)
    if justified != upper:
        kinds.append(Kind.ALIGNMENT)
    blanked = _without_zero_day(justified, layout)
    if blanked != justified and Kind.PADDING not in kinds:
        kinds.append(Kind.PADDING)
    return blanked, tuple(kinds)


def _without_zero_day(line: bytes, layout: Layout) -> bytes:
    """Spaces for a day of zeros, which says that there is none, unless the status needs one."""
    if "employment_date" not in layout:
        return line
    columns, status = layout["employment_date"].columns, line[layout["employment_status"].columns]
    if line[columns] != b"0" * layout["employment_date"].length or status in (b"B", b"H", b"M"):
        return line
    return line[: columns.start] + b" " * layout["employment_date"].length + line[columns.stop :]
