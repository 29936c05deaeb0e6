"""`assist show FILE`: the records of a file as a table, its lines under a ruler, or one record in full.

What cannot be read is shown as it stands. Exit codes: 0 shown, 2 the file cannot be read or has no such line,
or wrong use.
"""

import argparse
import os
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from contributions import check
from contributions.bilingual import Language, T
from contributions.checks.row import Row, visible
from contributions.layouts import C1, C2, READ, Field, Kind, Layout, layout_named
from contributions.opening import content_of
from contributions.outputs.masking import masked_line, masked_name, masked_number
from contributions.rates import current
from contributions.system_words import system_words
from harness.cli.plain import WRONG_USE, Parser, complain, parsed, reader_went_away, terminal_columns, write

__all__ = ["main"]

FIRST_LINES = 50
NAME_SHOWN = 28
GAP = 2
UNBOUND = 1_000_000
"""Columns of an output that is no terminal: a table is one line for each record there."""


def main(argv: Sequence[str]) -> int:
    """Show a file; the answer is the exit code."""
    options = parsed(_parser(), argv)
    if isinstance(options, int):
        return options
    try:
        content = content_of(Path(options.file))
    except OSError as error:
        reason = system_words(error)
        return _say(
            T(
                f"{options.file} cannot be read: {reason.en}.",
                f"{options.file} tidak dapat dibaca: {reason.ms}.",
            ),
            options.lang,
        )
    current()  # rules that cannot be read are said as such, and not as a file that cannot be shown
    name = check(content, as_of=_today()).layout
    if name not in READ:
        return _say(
            T(
                f"{options.file} has no layout that can be shown. assist check {options.file} says more.",
                f"{options.file} tiada susun atur yang dapat ditunjukkan. assist check {options.file} "
                "menerangkan lagi.",
            ),
            options.lang,
        )
    layout = C1 if name == C1.name else layout_named(name or C2.name)
    lines = [line.removesuffix(b"\r") for line in content.rstrip(b"\x1a").split(b"\n")]
    if lines[-1] == b"":
        lines.pop()
    is_ci = os.environ.get("CI", "").lower() in {"1", "true", "yes"}
    shown = _Shown(layout, options.lang, mask=is_ci if options.mask is None else options.mask)
    if options.line is not None and not 1 <= options.line <= len(lines):
        return _say(
            T(
                f"{options.file} has lines 1 to {len(lines):,}, and no line {options.line}.",
                f"{options.file} mempunyai baris 1 hingga {len(lines):,}, dan tiada baris {options.line}.",
            ),
            options.lang,
        )
    try:
        if options.line is not None:
            write("".join(shown.in_full(lines[options.line - 1], options.line)))
        else:
            write("".join(_some(shown, lines, options)))
    except BrokenPipeError:
        reader_went_away()
    return 0


def _say(message: T, language: Language) -> int:
    complain(f"assist show: {message.in_language(language)}")
    return WRONG_USE


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="assist show",
        description="Show a contribution file: a table, a ruler over its lines, or one record in full.",
        epilog="Exit codes: 0 shown, 2 it cannot be read or has no such line, or wrong use.\n"
        "Example: assist show october.txt --line 3",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("file", metavar="FILE")
    add("--line", type=int, metavar="N", help="one record, field by field, with its columns")
    add("--ruler", action="store_true", help="the lines as they stand, under a ruler of fields and columns")
    add("--all", action="store_true", help=f"all lines, not only the first {FIRST_LINES}")
    add("--lang", choices=("en", "ms"), default="en", help="language of the answer")
    add(
        "--mask",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="hide identity numbers and names (default where CI=true)",
    )
    return parser


def _some(shown: "_Shown", lines: Sequence[bytes], options: argparse.Namespace) -> Iterator[str]:
    some = lines if options.all else lines[:FIRST_LINES]
    yield from shown.ruled(some) if options.ruler else shown.table(some)
    if len(some) < len(lines):
        rest = len(lines) - len(some)
        more = T(f"... {rest:,} more lines; --all shows them.\n", f"... {rest:,} baris lagi; guna --all.\n")
        yield more.in_language(options.lang)


class _Shown:
    """Lines of one layout, with or without who people are."""

    def __init__(self, layout: Layout, language: Language, *, mask: bool) -> None:
        self.layout = layout
        self.language = language
        self.mask = mask

    def _say(self, text: T) -> str:
        return text.in_language(self.language)

    def table(self, lines: Sequence[bytes]) -> Iterator[str]:
        """A row for each line, over as many lines of the terminal as its width asks for."""
        fields = [self.layout["identity_number"], self.layout["name"], self.layout["month"]]
        fields += [*self.layout.amounts, *self.layout.of_kind(Kind.DATE), *self.layout.of_kind(Kind.STATUS)]
        rows = [self._cells(line, number, fields) for number, line in enumerate(lines, start=1)]
        head = [self._say(T("line", "baris")), *(self._say(field.short) for field in fields)]
        whole = [row for row in rows if len(row) == len(head)]
        sizes = [max(len(row[index]) for row in [head, *whole]) for index in range(len(head))]
        is_right = [True, *(field.kind is Kind.SEN for field in fields)]
        for row in [head, *rows]:
            if len(row) != len(head):
                yield f"{row[0]:>{sizes[0]}}  {row[1]}\n"
                continue
            cells = [
                cell.rjust(size) if right else cell.ljust(size)
                for cell, size, right in zip(row, sizes, is_right, strict=True)
            ]
            for part in _parts(sizes, terminal_columns(otherwise=UNBOUND)):
                indent = " " * (sizes[0] + GAP) if part.start else ""
                yield indent + (" " * GAP).join(cells[part]).rstrip() + "\n"

    def _cells(self, line: bytes, number: int, fields: Sequence[Field]) -> list[str]:
        if len(line) not in {self.layout.width, *self.layout.trimmed_widths}:
            text = line.decode("latin-1")
            raw = masked_line(text) if self.mask else text
            count = self._say(T(f"({len(line)} characters)", f"({len(line)} aksara)"))
            return [str(number), f"{count} {visible(raw.strip())[:60]}"]
        row = Row(line, number, 0, self.layout)
        return [str(number), *(self._cell(row, field) for field in fields)]

    def _cell(self, row: Row, field: Field) -> str:
        text = row.text(field.name)
        if field.kind is Kind.SEN:
            sen = row.sen(field.name)
            return visible(text) if sen is None else f"{sen // 100:,}.{sen % 100:02}"
        if field.kind is Kind.MONTH and row.month:
            return str(row.month)
        if field.name == "name":
            return visible_name(masked_name(text) if self.mask else text)[:NAME_SHOWN]
        if field.name == "identity_number" and self.mask:
            return masked_number(text)
        return visible(text)

    def ruled(self, lines: Sequence[bytes]) -> Iterator[str]:
        """The lines as they stand: above them the fields and their first columns."""
        titles = [" "] * self.layout.width
        columns = [" "] * self.layout.width
        for field in self.layout:
            begin = field.columns.start
            for place, text in ((titles, f"|{self._say(field.short)}"), (columns, f"|{field.start}")):
                cut = text[: field.length]
                place[begin : begin + len(cut)] = cut
        margin = max(len(str(len(lines))), 4)
        yield f"{'':{margin}}  {''.join(titles).rstrip()}\n{'':{margin}}  {''.join(columns).rstrip()}\n"
        for number, line in enumerate(lines, start=1):
            text = line.decode("latin-1")
            if len(line) in self.layout.trimmed_widths:
                text = text.ljust(self.layout.width)
            shown = masked_line(text) if self.mask else text
            yield f"{number:>{margin}}  {visible_name(shown.rstrip())}\n"

    def in_full(self, line: bytes, number: int) -> Iterator[str]:
        """One record, a row for each field."""
        row = Row(line, number, 0, self.layout)
        head = T("Line {number}, layout {name}: {title}\n", "Baris {number}, susun atur {name}: {title}\n")
        yield self._say(head.filled(number=number, name=self.layout.name, title=self.layout.title))
        if len(line) != self.layout.width:
            width = T(
                f"The line has {len(line)} characters, not {self.layout.width}.\n",
                f"Baris ini mempunyai {len(line)} aksara, bukan {self.layout.width}.\n",
            )
            yield self._say(width)
        yield "\n"
        for field in self.layout:
            raw = row.content[field.columns]
            if self.mask and field.name in {"identity_number", "name"}:
                raw = (masked_name if field.name == "name" else masked_number)(raw)
            meaning = "" if field.kind in {Kind.TEXT, Kind.FILLER} else self._say(row.shown(field.name))
            columns = f"{field.start}-{field.end}"
            yield (
                f"{columns:>8}  {self._say(field.title):24}  {visible(raw.rstrip()):30}  {meaning}".rstrip()
                + "\n"
            )


def _parts(sizes: Sequence[int], width: int) -> Iterator[slice]:
    """Which cells of a row stand together on a line of this width; those of a further one are indented."""
    first, used = 0, 0
    for index, size in enumerate(sizes):
        if index > first and used + GAP + size > width:
            yield slice(first, index)
            first, used = index, sizes[0]
        used += size + (GAP if index else 0)
    yield slice(first, len(sizes))


def visible_name(text: str) -> str:
    """Text with its unprintable letters replaced, its spaces kept."""
    return "".join(letter if letter.isprintable() else "?" for letter in text)


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the day where the user is
