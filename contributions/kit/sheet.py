"""The answer sheet of a kit, as JSON beside its files; and reading it again."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from contributions.bilingual import NOTHING, T
from contributions.checks.registry import get_check
from contributions.errors import ContributionsError
from contributions.findings import Severity
from contributions.kit.good_file import Spot
from contributions.kit.making import Item, Kit
from contributions.rates import current
from contributions.system_words import system_words
from contributions.whole_files import put_whole

__all__ = ["SHEET", "Expected", "NoSheet", "Sheet", "read_sheet", "sheet_of", "write_kit"]

SHEET = "answer-sheet.json"
VERSION = 1


class NoSheet(ContributionsError):
    """The answer sheet of a kit is not there or not one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What is to be said of one file; `code` is empty for a good one."""

    file: str
    code: str = ""
    severity: Severity | None = None
    title: T = NOTHING
    places: tuple[Spot, ...] = ()
    also: frozenset[str] = frozenset()

    @property
    def lines(self) -> frozenset[int]:
        """The lines that are wrong; empty where it is the file as a whole."""
        if self.severity is Severity.FILE or any(place.line == 0 for place in self.places):
            return frozenset()
        return frozenset(place.line for place in self.places)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is to be said of each file of a kit."""

    files: tuple[Expected, ...]


def write_kit(kit: Kit, folder: Path) -> None:
    """Put the files and the sheet into a folder that is new or empty, the sheet last.

    The files lie in a folder for each day on which they are to be judged.

    Raises:
        OSError: something cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for item in kit.items:
        path = folder / _path(item)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(item.content)
    put_whole(folder / SHEET, f"{json.dumps(sheet_of(kit), indent=1, ensure_ascii=False)}\n".encode())


def sheet_of(kit: Kit) -> dict[str, Any]:
    """The answer sheet as a document for JSON."""
    return {
        "version": VERSION,
        "ruleset": current().version,
        "files": [_entry(item) for item in kit.items],
        "left_out": [{"code": each.code, "reason": each.reason.en} for each in kit.left_out],
    }


def _path(item: Item) -> str:
    return f"{item.as_of.isoformat()}/{item.name}"


def _entry(item: Item) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "file": _path(item),
        "as_of": item.as_of.isoformat(),
        "layout": item.layout,
        "code": item.code or None,
        "also": sorted(item.also),
    }
    if not item.code:
        return entry
    check = get_check(item.code)
    places = [
        {
            "line": place.line,
            "column": place.column,
            "end_column": place.end_column,
            "field": place.field,
        }
        for place in item.places
    ]
    return {
        **entry,
        "severity": check.severity.value,
        "title": {"en": check.title.en, "ms": check.title.ms},
        "places": places,
    }


def read_sheet(folder: Path) -> Sheet:
    """The sheet of the kit in a folder.

    Raises:
        NoSheet: there is none, or it is not one of this version.
    """
    path = folder / SHEET
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        if document["version"] != VERSION:
            found = document["version"]
            raise NoSheet(
                T(
                    f"{path} is of version {found}; this program reads version {VERSION}",
                    f"{path} ialah versi {found}; program ini membaca versi {VERSION}",
                )
            )
        return Sheet(tuple(_expected(entry) for entry in document["files"]))
    except OSError as error:
        why = system_words(error)
        raise NoSheet(
            T(
                f"{path} cannot be read: {why.en}; assist kit {folder} makes a kit",
                f"{path} tidak dapat dibaca: {why.ms}; assist kit {folder} membuat kit",
            )
        ) from error
    except (ValueError, KeyError, TypeError) as error:
        raise NoSheet(
            T(f"{path} is no answer sheet of a kit", f"{path} bukan lembaran jawapan kit")
        ) from error


def _expected(entry: Mapping[str, Any]) -> Expected:
    return Expected(
        file=entry["file"].rpartition("/")[2],
        code=entry["code"] or "",
        severity=Severity(entry["severity"]) if entry["code"] else None,
        title=T(entry["title"]["en"], entry["title"]["ms"]) if entry["code"] else NOTHING,
        places=tuple(Spot(**place) for place in entry.get("places", ())),
        also=frozenset(entry["also"]),
    )
