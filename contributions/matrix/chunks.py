"""Cut a file into chunks of lines, each a matrix of bytes; set aside the lines of another width.

The file is read in blocks rather than mapped: a mapped file that somebody truncates meanwhile kills the
process, and its pages count as memory of ours. A block of equal lines becomes a matrix without a copy.
"""

import hashlib
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from contributions.layouts import C2, Layout
from contributions.matrix.extremes import Extremes
from contributions.matrix.types import Bytes, Integers, Mask

__all__ = ["BLANK", "END_OF_FILE_MARK", "LINES_A_CHUNK", "Chunk", "Reading", "read_chunks"]

LINES_A_CHUNK = 20_000
FIRST_BLOCK = 1 << 16
LONGEST_LINE = 1 << 20
"""A line longer than this is measured, not kept."""
LF, CR, NUL, SPACE = 10, 13, 0, 32
END_OF_FILE_MARK = b"\x1a"
BLANK = b" \t\v\f"
"""What shows nothing: a line of these alone is an empty one."""


@dataclass(slots=True)
class Chunk:
    """Some lines of a file. `numbers` and `offsets` say where each row of `matrix` stands."""

    matrix: Bytes
    numbers: Integers
    offsets: Integers
    trimmed: Mask | None = None
    """Rows whose trailing spaces had been cut; they are padded here. `None` when there is none."""
    odd_numbers: Integers = field(default_factory=lambda: np.empty(0, np.int64))
    odd_offsets: Integers = field(default_factory=lambda: np.empty(0, np.int64))
    odd_widths: Integers = field(default_factory=lambda: np.empty(0, np.int64))
    layout: Layout = C2
    """The table that the rows are read by."""
    extremes: Extremes | None = None
    """Those of the matrix, where reading had to know them."""


@dataclass(slots=True)
class Reading:
    """What was learnt of the file as a whole while it was read."""

    sha: "hashlib._Hash" = field(default_factory=hashlib.sha256)
    size: int = 0
    lines: int = 0
    whole_lines: int = 0
    """Those of them that have the width of a record."""
    crlf: int = 0
    lf: int = 0
    lone_cr: int = 0
    nul: int = 0
    first_nul: tuple[int, int, int] | None = None
    """Line, byte offset of the line, and column (1-based) of the first NUL byte."""
    is_plain_wide: bool = False
    """Whether it is UTF-16 of plain ASCII letters alone."""
    has_end_mark: bool = False
    ends_with_line_end: bool = True

    def add_nul(self, count: int, line: int, offset: int, column: int) -> None:
        """Count NUL bytes, the first of which stands there."""
        if count and self.first_nul is None:
            self.first_nul = line, offset, column
        self.nul += count

    def add_ends(self, *, crlf: int, lf: int, lone_cr: int) -> None:
        """Count line ends."""
        self.crlf += crlf
        self.lf += lf
        self.lone_cr += lone_cr


def read_chunks(file: BinaryIO, reading: Reading, layout: Layout = C2) -> Iterator[Chunk]:
    """The chunks of a file in order, its records those of a layout; `reading` is filled on the way."""
    pending, offset, size = b"", 0, FIRST_BLOCK
    while block := file.read(size):
        reading.sha.update(block)
        reading.size += len(block)
        pending = pending + block if pending else block
        cut = pending.rfind(b"\n") + 1
        if cut == 0 and len(pending) > LONGEST_LINE:
            offset, pending = yield from _long_line(file, reading, pending, offset, layout)
            continue
        if cut:
            whole, pending = (pending, b"") if cut == len(pending) else (pending[:cut], pending[cut:])
            yield _chunk(whole, offset, reading, layout)
            offset += cut
            stride = whole.find(b"\n") + 1
            size = max(stride, layout.trimmed_width) * LINES_A_CHUNK - len(pending)
            size = min(max(size, FIRST_BLOCK), (layout.width + 2) * LINES_A_CHUNK)
    if pending:
        yield from _last(pending, offset, reading, layout)


def _last(pending: bytes, offset: int, reading: Reading, layout: Layout) -> Iterator[Chunk]:
    if pending.endswith(END_OF_FILE_MARK):
        reading.has_end_mark = True
        pending = pending.rstrip(END_OF_FILE_MARK)  # CP/M fills the last block of a file with them
    if pending:
        reading.ends_with_line_end = False
        chunk = _chunk(pending + b"\n", offset, reading, layout)
        reading.lf -= 1 if not pending.endswith(b"\r") else 0
        reading.crlf -= 1 if pending.endswith(b"\r") else 0
        yield chunk


def _long_line(
    file: BinaryIO, reading: Reading, pending: bytes, offset: int, layout: Layout
) -> Generator[Chunk, None, tuple[int, bytes]]:
    """Measure a line too long to keep; returns where reading goes on and what was read beyond."""
    width, rest, last = len(pending), b"", pending[-1:]
    returns = pending.count(b"\r")
    reading.add_nul(pending.count(b"\0"), reading.lines + 1, offset, pending.find(b"\0") + 1)
    while block := file.read(LONGEST_LINE):
        reading.sha.update(block)
        reading.size += len(block)
        line, found, rest = block.partition(b"\n")
        reading.add_nul(line.count(b"\0"), reading.lines + 1, offset, width + line.find(b"\0") + 1)
        returns += line.count(b"\r")
        width += len(line)
        last = line[-1:] or last
        if found:
            has_return = last == b"\r"
            reading.add_ends(crlf=has_return, lf=not has_return, lone_cr=returns - has_return)
            break
    else:
        reading.ends_with_line_end = False
        reading.add_ends(crlf=0, lf=0, lone_cr=returns)
    reading.lines += 1
    yield Chunk(
        _no_rows(layout), np.empty(0, np.int64), np.empty(0, np.int64), None,
        np.array([reading.lines]), np.array([offset]), np.array([width]), layout,
    )  # fmt: skip
    return offset + width + 1, rest


def _chunk(content: bytes, offset: int, reading: Reading, layout: Layout) -> Chunk:
    stride = content.find(b"\n") + 1
    chunk = _even(content, stride, offset, reading, layout)
    if chunk is None:
        chunk = _uneven(content, offset, reading, layout)
    reading.lines += len(chunk.numbers) + len(chunk.odd_numbers)
    return chunk


def _even(content: bytes, stride: int, offset: int, reading: Reading, layout: Layout) -> Chunk | None:
    """The chunk when all lines are records of one width with one kind of line end, else `None`."""
    rows, left = divmod(len(content), stride)
    ends = 2 if content[stride - 2 : stride - 1] == b"\r" else 1
    if left or stride - ends != layout.width:
        return None
    matrix = np.frombuffer(content, np.uint8).reshape(rows, stride)
    has_ends = (matrix[:, -1] == LF).all() and (ends == 1 or (matrix[:, -2] == CR).all())
    if not has_ends:
        return None
    matrix = matrix[:, : layout.width]
    extremes = Extremes.of(matrix)
    if min(extremes.lowest) < SPACE:
        return None  # a control character somewhere: a line end inside a line, a NUL, a tab
    reading.add_ends(crlf=rows if ends > 1 else 0, lf=rows if ends == 1 else 0, lone_cr=0)
    reading.whole_lines += rows
    order = np.arange(rows, dtype=np.int64)
    return Chunk(matrix, order + reading.lines + 1, order * stride + offset, layout=layout, extremes=extremes)


def _uneven(content: bytes, offset: int, reading: Reading, layout: Layout) -> Chunk:
    """The chunk when lines differ: records are gathered, the others set aside."""
    raw = np.frombuffer(content, np.uint8)
    ends = np.flatnonzero(raw == LF)
    starts = np.concatenate(([0], ends[:-1] + 1))
    nul = content.count(b"\0")
    if nul:
        at = content.find(b"\0")
        index = int(np.searchsorted(ends, at))
        start = int(starts[index])
        reading.add_nul(nul, reading.lines + index + 1, offset + start, at - start + 1)
    has_return = (raw[ends - 1] == CR) & (ends > starts)
    widths = ends - starts - has_return
    crlf = int(has_return.sum())
    reading.add_ends(crlf=crlf, lf=len(ends) - crlf, lone_cr=content.count(b"\r") - crlf)
    numbers = np.arange(len(ends), dtype=np.int64) + reading.lines + 1
    full, cut = widths == layout.width, np.isin(widths, layout.trimmed_widths)
    reading.whole_lines += int(full.sum())
    kept = full | cut
    matrix = _gather(raw, starts[kept], widths[kept], layout)
    for odd in np.flatnonzero(~kept).tolist():
        if not content[starts[odd] : ends[odd]].rstrip(b"\r").strip(BLANK):
            widths[odd] = 0  # nothing is in it
    return Chunk(
        matrix,
        numbers[kept],
        starts[kept] + offset,
        cut[kept] if cut.any() else None,
        numbers[~kept],
        starts[~kept] + offset,
        widths[~kept],
        layout,
    )


def _gather(raw: Bytes, starts: Integers, widths: Integers, layout: Layout) -> Bytes:
    if not len(starts):
        return _no_rows(layout)
    padded = np.concatenate((raw, np.full(layout.width, SPACE, np.uint8)))
    matrix: Bytes = sliding_window_view(padded, layout.width)[starts]
    for width in layout.trimmed_widths:
        cut = widths == width
        if cut.any():
            matrix[cut, width:] = SPACE
    return matrix


def _no_rows(layout: Layout) -> Bytes:
    return np.empty((0, layout.width), np.uint8)
