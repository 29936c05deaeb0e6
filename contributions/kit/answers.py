"""What a validator said about the files of a kit: its answers, as JSON or CSV.

JSON is the shape that `assist check --json` gives, of which only this is read: `files`, each with a `path`
and its `findings`, each with a `line` (0 or none: the file) and, if there is one, a `code`; places beside the
first stand in `at`. CSV has a heading with `file` and `line`, and `code` if there is one; a file of which
nothing was said has one row with the line left blank or 0 and the code `ok`.
"""

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from contributions.bilingual import T
from contributions.errors import ContributionsError
from contributions.opening import content_of
from contributions.system_words import system_words

__all__ = ["Answers", "NoAnswers", "Said", "read_answers"]

FINE = "ok"
SEPARATORS = (",", ";", "\t", "|")
"""What spreadsheets and programs set between cells."""


class NoAnswers(ContributionsError):
    """Answers that cannot be read; the words say why."""


@dataclass(frozen=True, slots=True)
class Said:
    """One thing said about a file: the line (0 for the file) and the validator's code, if it gives one."""

    line: int
    code: str = ""


Answers = Mapping[str, tuple[Said, ...]]
"""What was said about each file, by its name without folders."""


def read_answers(path: Path) -> Answers:
    """The answers in a file.

    Raises:
        NoAnswers: the file cannot be read or is neither of the two.
    """
    try:
        text = io.TextIOWrapper(io.BytesIO(content_of(path)), encoding="utf-8-sig").read()
    except OSError as error:
        why = system_words(error)
        raise NoAnswers(
            T(f"{path} cannot be read: {why.en}", f"{path} tidak dapat dibaca: {why.ms}")
        ) from error
    except UnicodeDecodeError as error:
        raise NoAnswers(T(f"{path} is not text in UTF-8", f"{path} bukan teks UTF-8")) from error
    if text.lstrip().startswith(("{", "[")):
        return _from_json(path, text)
    return _from_csv(path, text)


def _from_json(path: Path, text: str) -> Answers:
    try:
        return {_name(file["path"]): tuple(_said(file["findings"])) for file in json.loads(text)["files"]}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise NoAnswers(
            T(
                f"{path} is not JSON with files, each with a path and findings, each with a line",
                f"{path} bukan JSON yang mempunyai files dengan path dan findings, setiapnya dengan line",
            )
        ) from error


def _said(findings: list[dict[str, Any]]) -> Iterator[Said]:
    for finding in findings:
        code = str(finding.get("code") or "")
        lines = {int(finding.get("line") or 0)}
        lines |= {int(place.get("line") or 0) for place in finding.get("at") or ()}
        yield from (Said(line, code) for line in sorted(lines))


def _from_csv(path: Path, text: str) -> Answers:
    rows = _rows_of(text)
    if rows is None:
        raise NoAnswers(
            T(
                f"{path} is neither JSON nor CSV with the headings file and line",
                f"{path} bukan JSON dan bukan CSV dengan tajuk file dan line",
            )
        )
    said: dict[str, list[Said]] = {}
    fine: dict[str, int] = {}
    for number, row in enumerate(rows, start=2):
        cells = {(key or "").strip().lower(): (value or "") for key, value in row.items() if key is not None}
        name = _name(cells["file"])
        about = said.setdefault(name, [])
        line, code = cells["line"].strip(), cells.get("code", "").strip()
        if line and not re.fullmatch("[0-9]{1,9}", line):
            raise NoAnswers(
                T(
                    f"{path}, row {number}: {line} is no line number",
                    f"{path}, baris {number}: {line} bukan nombor baris",
                )
            )
        if not int(line or 0) and code.lower() == FINE:
            fine[name] = number
        else:
            about.append(Said(int(line or 0), code))
    for name, number in fine.items():
        if said[name]:
            raise NoAnswers(
                T(
                    f"{path}, row {number}: {name} is ok here, and another row says what is wrong in it",
                    f"{path}, baris {number}: {name} dikatakan ok di sini, tetapi baris lain menyatakan "
                    "kesalahan padanya",
                )
            )
    return {name: tuple(about) for name, about in said.items()}


def _rows_of(text: str) -> "csv.DictReader[str] | None":
    """The rows by heading, whatever separates the cells; `None` where a heading is missing."""
    for separator in SEPARATORS:
        rows = csv.DictReader(io.StringIO(text), delimiter=separator)
        if {heading.strip().lower() for heading in rows.fieldnames or () if heading} >= {"file", "line"}:
            return rows
    return None


def _name(path: str) -> str:
    return re.split(r"[/\\]", path.strip())[-1]
