"""What the markup of a workbook (.xlsx, .xlsm) says that the reader of its values leaves out.

A formula whose value is an error, such as `#N/A`, is handed over as an empty cell, and an empty cell would be
no amount. Other kinds of workbooks are not looked into.
"""

import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from contributions.sheets.extent import column_named

__all__ = ["Markup", "markup_of"]

BOOK, RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
CHUNK = 1 << 20
_SHEET = re.compile(r"<(?:\w+:)?sheet\b[^>]*>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\b[^>]*>")
_SAID = re.compile(r'([\w:]+)="([^"]*)"')
_ERROR = re.compile(
    rb'<(?:\w+:)?c\b(?P<said>[^>]*\bt="e"[^>]*)(?<!/)>(?:(?!</(?:\w+:)?c>).)*?<(?:\w+:)?v>(?P<value>[^<]*)<',
    re.DOTALL,
)
_HIDDEN = re.compile(rb'<(?:\w+:)?row\b[^>]*\bhidden="(?:1|true)"[^>]*>')
_ROW = re.compile(rb'\br="([0-9]{1,7})"')
_PLACE = re.compile(rb'\br="(?P<column>[A-Z]{1,3})(?P<row>[0-9]{1,7})"')


@dataclass(frozen=True, slots=True)
class Markup:
    """What is said of one sheet."""

    errors: Mapping[tuple[int, int], str]
    """By row and column, counted from 0."""
    hidden: frozenset[int]
    """The rows that are hidden or filtered out, counted from 1."""


def markup_of(content: bytes) -> dict[str, Markup]:
    """By the name of the sheet; nothing where a file is no such workbook, or is damaged."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            return {name: _read(archive, part) for name, part in _parts(archive)}
    except (BadZipFile, KeyError, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError):
        return {}  # what is damaged is told by the reader itself


def _parts(archive: ZipFile) -> Iterator[tuple[str, str]]:
    """The names of the sheets, and where each is in the archive."""
    known = {name.lower(): name for name in archive.namelist()}
    targets = {
        said["Id"]: said["Target"]
        for said in _tags(_RELATION, archive.read(known[RELATIONS]))
        if "Id" in said
    }
    for said in _tags(_SHEET, archive.read(known[BOOK])):
        relation = next((value for key, value in said.items() if key.endswith(":id")), "")
        target = targets.get(relation, "")
        part = known.get((target[1:] if target.startswith("/") else f"xl/{target}").lower())
        if part:
            yield unescape(said["name"]), part


def _tags(pattern: re.Pattern[str], xml: bytes) -> Iterator[dict[str, str]]:
    return (dict(_SAID.findall(tag)) for tag in pattern.findall(xml.decode("utf-8", "replace")))


def _read(archive: ZipFile, part: str) -> Markup:
    errors: dict[tuple[int, int], str] = {}
    hidden: set[int] = set()
    for rows in _whole_rows(archive, part):
        if b'hidden="' in rows:
            hidden |= {int(number[1]) for tag in _HIDDEN.findall(rows) if (number := _ROW.search(tag))}
        if b't="e"' in rows:
            for found in _ERROR.finditer(rows):
                at = _PLACE.search(found["said"])
                if at:
                    place = int(at["row"]) - 1, column_named(at["column"].decode()) - 1
                    errors[place] = found["value"].decode("ascii", "replace")
    return Markup(errors, frozenset(hidden))


def _whole_rows(archive: ZipFile, part: str) -> Iterator[bytes]:
    """The sheet piece by piece, none of which ends within a row."""
    rest = b""
    with archive.open(part) as sheet:
        while chunk := sheet.read(CHUNK):
            rows, _, rest = (rest + chunk).rpartition(b"row>")
            yield rows
    yield rest
