"""The parts of a report: a JSON file for each case and the pictures of its steps, in one folder.

Many workers write into the folder at once, so every file has a name of its own.
"""

import contextlib
import dataclasses
import json
import re
import uuid
from collections.abc import Collection, Iterable
from pathlib import Path

from pydantic import TypeAdapter

from harness.report.model import Case

__all__ = [
    "clear_parts",
    "new_picture",
    "parts_folder",
    "parts_of",
    "planned_parts",
    "read_cases",
    "read_planned",
    "write_case",
    "write_planned",
]

_OURS = re.compile(r"[0-9a-f]{32}\.(json|jpg|planned|part)")


def parts_folder(report: Path) -> Path:
    """Where the parts of the report in this folder are."""
    return report / "parts"


def parts_of(report: Path) -> frozenset[Path]:
    """The parts that are there; files of others that lie beside them are none."""
    return frozenset(
        path for path in parts_folder(report).glob("*") if _OURS.fullmatch(path.name) and path.is_file()
    )


def planned_parts(report: Path) -> tuple[Path, ...]:
    """Those of `write_planned`: nobody needs them once the report is made."""
    return tuple(path for path in sorted(parts_of(report)) if path.suffix == ".planned")


def clear_parts(report: Path, parts: Collection[Path] | None = None) -> None:
    """Forget these parts, or all of an earlier run, and never a file of others."""
    parts_folder(report).mkdir(parents=True, exist_ok=True)
    for path in parts_of(report) if parts is None else parts:
        # a picture that somebody looks at cannot be deleted on Windows; no new part has its name
        with contextlib.suppress(OSError):
            path.unlink()


def new_picture(report: Path) -> Path:
    """A fresh path for a picture."""
    folder = parts_folder(report)
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{uuid.uuid4().hex}.jpg"


def write_case(report: Path, case: Case) -> None:
    """Keep a case for whoever makes the report; a further try of the same test takes its place."""
    name = uuid.uuid5(uuid.NAMESPACE_OID, f"{case.identity} on {case.target.name}").hex
    _write(parts_folder(report) / f"{name}.json", dataclasses.asdict(case))


def write_planned(report: Path, cases: Collection[Case], *, writer: uuid.UUID) -> None:
    """Keep what a process was to run; what it says later takes the place of what it said before."""
    _write(parts_folder(report) / f"{writer.hex}.planned", [dataclasses.asdict(case) for case in cases])


def read_cases(report: Path) -> tuple[Case, ...]:
    """Every case that was kept, in the order of tests."""
    reader = TypeAdapter(Case)
    cases = [
        reader.validate_json(path.read_bytes()) for path in sorted(parts_of(report)) if path.suffix == ".json"
    ]
    return _ordered(cases)


def read_planned(report: Path) -> tuple[Case, ...]:
    """Every case that any process was to run, in the order of tests; many are there several times."""
    reader = TypeAdapter(list[Case])
    return _ordered(
        case for path in planned_parts(report) for case in reader.validate_json(path.read_bytes())
    )


def _write(path: Path, content: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    # whole or not at all: whoever makes the report does not wait for a process that hangs
    unfinished = path.with_suffix(".part")
    text = json.dumps(content, ensure_ascii=False, indent=1)
    unfinished.write_text(text, encoding="utf-8", newline="\n")
    unfinished.replace(path)


def _ordered(cases: Iterable[Case]) -> tuple[Case, ...]:
    return tuple(sorted(cases, key=lambda case: (case.test, case.target.name)))
