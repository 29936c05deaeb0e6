"""Which reports count: those that came with this program, and those of a folder that an installation names.

`ASSIST_FIELD_REPORTS` names the folder; `field-reports` in `[tool.assist.check]` sets it.
"""

import os
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from contributions.field_reports.outcome import FieldReportInvalid
from contributions.opening import content_of

if TYPE_CHECKING:
    from contributions.field_reports.report import FieldReport

__all__ = ["FOLDER", "counted_reports", "read_folder"]

FOLDER: Final = "ASSIST_FIELD_REPORTS"
EXAMPLE = "example.toml"
LARGEST_FILE = 100_000
_ROOT = Path(__file__).resolve().parents[2]
_SHIPPED = (_ROOT / "assist_data" / "fixtures" / "field-reports", _ROOT / "fixtures" / "field-reports")
"""In an installed program, and in a checkout of it."""


def counted_reports() -> "tuple[FieldReport, ...]":
    """The reports that count, oldest first; two of the same file and outcome count once.

    Raises:
        FieldReportInvalid: one of them is wrong, or the folder that is named is not there.
    """
    return _counted(os.environ.get(FOLDER, ""))


@lru_cache(maxsize=8)
def _counted(own: str) -> "tuple[FieldReport, ...]":
    """The same, read once for each setting of the environment."""
    folders = [folder for folder in _SHIPPED if folder.is_dir()][:1] + ([Path(own)] if own else [])
    found = [report for folder in folders for report in _read(_reports_in(folder)) if not report.is_example]
    once = {(report.masked_sha256, report.outcome): report for report in found}
    return tuple(sorted(once.values(), key=lambda report: report.date))


def read_folder(folder: Path) -> "tuple[FieldReport, ...]":
    """All reports of a folder, examples among them, by the names of their files.

    Raises:
        FieldReportInvalid: the folder cannot be read, or a report in it is wrong.
    """
    return _read([*_reports_in(folder), *filter(Path.is_file, [folder / EXAMPLE])])


def _reports_in(folder: Path) -> list[Path]:
    """The files of a folder, without the example: a check of a small file has no time to read that."""
    try:
        paths = sorted(folder.iterdir())
    except OSError as error:
        raise FieldReportInvalid(str(folder), f"cannot be read: {error.strerror or error}") from None
    return [path for path in paths if path.suffix == ".toml" and path.name != EXAMPLE]


def _read(paths: Iterable[Path]) -> "tuple[FieldReport, ...]":
    return tuple(_report(path) for path in paths)


def _report(path: Path) -> "FieldReport":
    from contributions.field_reports.report import parse_report

    return parse_report(_text(path), str(path))


def _text(path: Path) -> str:
    try:
        content = content_of(path)
    except OSError as error:
        raise FieldReportInvalid(str(path), f"cannot be read: {error.strerror or error}") from None
    if len(content) > LARGEST_FILE:
        raise FieldReportInvalid(str(path), "is too large for a report")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FieldReportInvalid(str(path), "is not UTF-8") from None
