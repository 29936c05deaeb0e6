"""The line of a finding under a ruler of field names, with carets under what is wrong.

Fields are shown as cells with their exact content, so that a space too many can be seen; the name is cut
to what fits. The cells shown are those around the field concerned, as many as the width bears.
"""

import re
from dataclasses import dataclass

from contributions.bilingual import Language
from contributions.checks.row import decoded
from contributions.findings import Finding, Place
from contributions.layouts import C1, C2, S1, Field, Kind, Layout

__all__ = ["Ruler", "ruler_of"]

GAP = "  "
NAME_SHOWN = 28
NUMBER_WIDTH = 5
_RUN_OF_SPACES = re.compile(" {4,}")


@dataclass(frozen=True, slots=True)
class Ruler:
    """Three lines of text: field names, content, carets. The first and the last may be empty."""

    titles: str
    content: str
    carets: str


def ruler_of(
    finding: Finding,
    *,
    width: int,
    language: Language,
    layout_name: str | None = None,
    ellipsis: str = "…",
) -> Ruler | None:
    """The ruler for its first place; `None` when the finding is about the file and not a line.

    `layout_name` is that of the file: C1 and C2 are equally wide, and only C2 has LINDUNG 24 JAM.
    """
    place = finding.first
    if place.line == 0:
        return None
    room = max(width - NUMBER_WIDTH - len(" | "), 20)
    layout = _layout_of(finding, place, layout_name)
    target = _target(finding, place, layout) if layout else None
    if layout is None or target is None:
        return _of_odd_line(place.text, room, ellipsis)
    fields = _fields_around(target, layout, room, language)
    cells = [_Cell.of(field, place.text, language) for field in fields]
    return Ruler(
        GAP.join(cell.title for cell in cells).rstrip()[:room],
        _cut(GAP.join(cell.content for cell in cells).rstrip(), room, ellipsis),
        _carets(target, place, fields, cells)[:room],
    )


def _layout_of(finding: Finding, place: Place, name: str | None) -> Layout | None:
    """The layout whose fields the line shows: that of the file, if width and field fit, or another."""
    for layout in sorted((C2, C1, S1), key=lambda layout: layout.name != name):
        if len(place.text) == layout.width and (not finding.field or finding.field in layout):
            return layout
    return None


def _target(finding: Finding, place: Place, layout: Layout) -> Field | None:
    """The field that the columns of a place lie in; `None` when they are those of the whole line."""
    if finding.field:
        return layout[finding.field]
    return next(
        (field for field in layout if field.start <= place.column and place.end_column <= field.end), None
    )


@dataclass(frozen=True, slots=True)
class _Cell:
    title: str
    content: str

    @classmethod
    def of(cls, field: Field, line: str, language: Language) -> "_Cell":
        raw = _printable(line[field.columns])
        if field.kind in {Kind.TEXT, Kind.FILLER}:
            raw = raw.rstrip(" ")[:NAME_SHOWN]
        title = field.short.in_language(language)
        size = max(len(title), len(raw))
        is_amount = field.kind is Kind.SEN
        return cls(
            title.rjust(size) if is_amount else title.ljust(size),
            raw.rjust(size) if is_amount else raw.ljust(size),
        )


def _fields_around(target: Field, layout: Layout, room: int, language: Language) -> tuple[Field, ...]:
    """The fields to show: those of the amounts for an amount or month, else from the beginning."""
    fields = [field for field in layout if field.kind is not Kind.FILLER or field == target]
    index = fields.index(target)
    first = 0 if target.kind is Kind.TEXT else fields.index(layout.of_kind(Kind.MONTH)[0])
    while index > first and _least_width(fields[first : index + 1], language) > room:
        first += 1
    last = index + 1
    while last < len(fields) and _least_width(fields[first : last + 1], language) <= room:
        last += 1
    return tuple(fields[first:last])


def _least_width(fields: list[Field], language: Language) -> int:
    sizes = (max(min(field.length, NAME_SHOWN), len(field.short.in_language(language))) for field in fields)
    return sum(size + len(GAP) for size in sizes) - len(GAP)


def _carets(target: Field, place: Place, fields: tuple[Field, ...], cells: list[_Cell]) -> str:
    """Carets under the word in the target's cell, or under the columns of the place when they are fewer."""
    index = fields.index(target)
    before = sum(len(cell.content) + len(GAP) for cell in cells[:index])
    content = cells[index].content
    if place.end_column - place.column + 1 < target.length:
        return " " * (before + place.column - target.start) + "^" * (place.end_column - place.column + 1)
    word = content.strip()
    start = len(content) - len(content.lstrip()) if word else 0
    return " " * (before + start) + "^" * (len(word) or len(content))


def _of_odd_line(text: str, room: int, ellipsis: str) -> Ruler:
    """The line with its runs of spaces counted, since no ruler fits it."""
    content = _RUN_OF_SPACES.sub(lambda run: f" <{len(run[0])}> ", _printable(text.rstrip()))
    return Ruler("", _cut(content, room, ellipsis), "")


def _cut(text: str, room: int, ellipsis: str) -> str:
    return text if len(text) <= room else text[: room - len(ellipsis)] + ellipsis


def _printable(text: str) -> str:
    return "".join(letter if letter.isprintable() else "?" for letter in decoded(text))
