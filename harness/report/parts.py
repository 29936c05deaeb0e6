"""The parts of a report: a JSON file for each case and the pictures of its steps, in one folder.

Many workers write into the folder at once, so every file has a name of its own.
"""

import dataclasses
import json
import shutil
import uuid
from pathlib import Path

from pydantic import TypeAdapter

from harness.report.model import Case

__all__ = ["clear_parts", "new_picture", "parts_folder", "read_cases", "write_case"]


def parts_folder(report: Path) -> Path:
    """Where the parts of the report in this folder are."""
    return report / "parts"


def clear_parts(report: Path) -> None:
    """Forget the parts of an earlier run."""
    shutil.rmtree(parts_folder(report), ignore_errors=True)
    parts_folder(report).mkdir(parents=True, exist_ok=True)


def new_picture(report: Path) -> Path:
    """A fresh path for a picture."""
    folder = parts_folder(report)
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{uuid.uuid4().hex}.jpg"


def write_case(report: Path, case: Case) -> None:
    """Keep a case for whoever makes the report; a further try of the same test takes its place."""
    folder = parts_folder(report)
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(dataclasses.asdict(case), ensure_ascii=False, indent=1)
    name = uuid.uuid5(uuid.NAMESPACE_OID, f"{case.identity} on {case.target.name}").hex
    (folder / f"{name}.json").write_text(text, encoding="utf-8", newline="\n")


def read_cases(report: Path) -> tuple[Case, ...]:
    """Every case that was kept, in the order of tests."""
    reader = TypeAdapter(Case)
    paths = sorted(parts_folder(report).glob("*.json"))
    cases = [reader.validate_json(path.read_bytes()) for path in paths]
    return tuple(sorted(cases, key=lambda case: (case.test, case.target.name)))
