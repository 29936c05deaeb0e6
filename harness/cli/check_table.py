"""`[tool.assist.check]` of pyproject.toml: defaults for a project, the data pack, and reports of its own."""

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from contributions.accepting import AcceptRule
from contributions.bilingual import T
from contributions.errors import ContributionsError
from contributions.field_reports.folders import FOLDER, counted_reports
from contributions.outputs.rendering import FORMATS
from contributions.rates.in_force import PIN, current
from contributions.selecting import Strict
from harness.cli.told import CannotDo
from harness.errors import HarnessError

__all__ = ["CHOICES", "KEYS", "TABLE", "files_of_settings", "table_of", "use_pack_and_reports"]

TABLE: Final = "tool.assist.check"
_HAS_TABLE: Final = re.compile(r"(?m)^\s*\[\s*tool\s*(\]|\.\s*[\"']?assist\b)|^\s*tool\s*[.=]")
"""Whether a file may have the table at all: a reader of TOML takes longer to import than a small check."""
_LISTS, _FLAGS = ("select", "ignore"), ("mask", "portal-limits", "all-places", "totals")
CHOICES: Final = {
    "accept-rule": tuple(each.value for each in AcceptRule),
    "strict": tuple(each.value for each in Strict),
    "format": FORMATS,
    "lang": ("en", "ms"),
}
KEYS: Final = (*_LISTS, *_FLAGS, *CHOICES)
RULES: Final = "rules"
"""Only in the table: the version of the data pack that the checks go by."""
REPORTS: Final = "field-reports"
"""Only in the table: a folder of reports from the field that count besides those of the program."""
_TEXTS: Final = {RULES: 'a version such as "2026.11"', REPORTS: "a folder"}


def use_pack_and_reports(table: Mapping[str, Any], environment: Mapping[str, str]) -> None:
    """Pin a data pack and name the reports, for this process and those it starts.

    The environment is stronger than the table.

    Raises:
        HarnessError: the pack is missing or damaged, or a report is wrong.
    """
    for key, variable in ((RULES, PIN), (REPORTS, FOLDER)):
        if table.get(key) and not environment.get(variable):
            os.environ[variable] = str(table[key])
    try:
        current()
        counted_reports()
    except ContributionsError as error:
        words = error.words
        raise CannotDo(
            T(f"{words.en[0].upper()}{words.en[1:]}", f"{words.ms[0].upper()}{words.ms[1:]}")
        ) from None


def table_of(folder: Path) -> Mapping[str, Any]:
    """The table of the nearest pyproject.toml at or above a folder; empty when there is none.

    Raises:
        HarnessError: it cannot be read, or says what cannot be.
    """
    for path in _nearest(folder):
        return _checked(_read(path), path)
    return {}


def files_of_settings(folder: Path, *, with_table: bool) -> tuple[Path, ...]:
    """The files that settings are read from: the nearest pyproject.toml, and the reports of one's own."""
    own = os.environ.get(FOLDER)
    return (*(_nearest(folder) if with_table else ()), *(Path(own).glob("*.toml") if own else ()))


def _nearest(folder: Path) -> list[Path]:
    """The nearest pyproject.toml at or above a folder, where there is one."""
    paths = (parent / "pyproject.toml" for parent in (folder, *folder.parents))
    # a folder that this user cannot enter has none for him
    return [path for path in paths if os.path.isfile(path)][:1]  # noqa: PTH113


def _read(path: Path) -> Any:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeError) as error:
        raise HarnessError(
            f"{path} cannot be read: {error}.", mend="Or leave it out by --no-config."
        ) from None
    if not _HAS_TABLE.search(text):
        return {}
    import tomllib

    try:
        table: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise HarnessError(f"{path} is not TOML: {error}.", mend="Or leave it out by --no-config.") from None
    for key in TABLE.split("."):
        table = table.get(key, {}) if isinstance(table, dict) else {}
    return table


def _checked(table: Any, path: Path) -> Mapping[str, Any]:
    if not isinstance(table, dict):
        raise HarnessError(f"{TABLE} in {path} is no table.", mend=f"Write [{TABLE}].")
    for key, value in table.items():
        wrong = _fault(key, value)
        if wrong:
            raise HarnessError(f"[{TABLE}] in {path}: {wrong}", mend="")
    if REPORTS in table:
        return {**table, REPORTS: str(path.parent / table[REPORTS])}
    return table


def _fault(key: str, value: Any) -> str:
    """What is wrong with an entry of the table; empty for nothing."""
    if key in _TEXTS:
        return "" if isinstance(value, str) else f"{key} is {_TEXTS[key]}, not {value!r}."
    if key not in KEYS:
        import difflib

        known = (*KEYS, *_TEXTS)
        near = difflib.get_close_matches(key, known, n=1)
        hint = f"Did you mean {near[0]}?" if near else f"It takes {', '.join(known)}."
        return f"there is no option {key!r}. {hint}"
    if key in _FLAGS and not isinstance(value, bool):
        return f"{key} is true or false, not {value!r}."
    if key in _LISTS and not (isinstance(value, list) and all(isinstance(each, str) for each in value)):
        return f'{key} is a list of codes such as ["AM11"], not {value!r}.'
    if key in CHOICES and value not in CHOICES[key]:
        return f"{key} is one of {', '.join(CHOICES[key])}, not {value!r}."
    return ""
