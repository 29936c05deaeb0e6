"""Keep a mapping in a TOML file, so that next month's sheet is read the same way."""

import json
import tomllib
from pathlib import Path

from contributions.bilingual import T
from contributions.converting.columns import Columns
from contributions.converting.errors import MappingUnreadable
from contributions.converting.mapping import said_field
from contributions.system_words import system_words

__all__ = ["mapping_as_toml", "read_mapping"]

VERSION = 1
_EXAMPLE = T(
    'Write it as --save-mapping does: version = 1, then [columns] with lines such as "Gaji" = "wage".',
    'Tulis seperti --save-mapping: version = 1, kemudian [columns] dengan baris seperti "Gaji" = "wage".',
)


def mapping_as_toml(columns: Columns) -> str:
    """What each heading is taken as, to be read by `read_mapping`."""
    lines = [
        "# Which heading is taken as which field; - leaves a column out. For --mapping.",
        f"version = {VERSION}",
        "",
        "[columns]",
        *(f"{_quoted(heading)} = {_quoted(field)}" for heading, field in columns.said.items()),
    ]
    return "\n".join(lines) + "\n"


def read_mapping(path: Path) -> dict[str, str]:
    """Fields by heading.

    Raises:
        MappingUnreadable: the file cannot be opened or is no mapping.
        UnknownField: it names a field that there is not.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise MappingUnreadable(
            T(
                f"{path} cannot be opened ({system_words(error).en})",
                f"{path} tidak dapat dibuka ({system_words(error).ms})",
            ),
            T("Check its name.", "Semak namanya."),
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise MappingUnreadable(
            T(f"{path} is no TOML ({error})", f"{path} bukan TOML ({error})"), _EXAMPLE
        ) from None
    columns = table.get("columns")
    if table.get("version") != VERSION or not isinstance(columns, dict) or not columns:
        raise MappingUnreadable(
            T(f"{path} is no mapping of version {VERSION}", f"{path} bukan pemetaan versi {VERSION}"),
            _EXAMPLE,
        )
    if not all(isinstance(field, str) for field in columns.values()):
        raise MappingUnreadable(
            T(
                f"{path} gives a heading something other than the name of a field",
                f"{path} memberi tajuk sesuatu yang bukan nama medan",
            ),
            _EXAMPLE,
        )
    return {str(heading): said_field(str(field)) for heading, field in columns.items()}


def _quoted(text: str) -> str:
    """A basic string of TOML: JSON escapes as it does, but for one control character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
