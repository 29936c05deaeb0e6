"""Values of the portal as a document prints them, in one language."""

import dataclasses
import json
from datetime import date, datetime
from typing import Any

from contributions import Language, T, YearMonth

__all__ = ["as_json"]


def as_json(data: Any, *, language: Language) -> str:
    """A frozen dataclass as JSON for a template: texts in the language, dates as people write them.

    Money is handed over as text that is already formatted; a template counts nothing.

    Raises:
        TypeError: a value of a kind that no document prints.
    """
    return json.dumps(_printed(data, language), ensure_ascii=False)


def _printed(value: Any, language: Language) -> Any:  # noqa: PLR0911 - one line for each kind
    match value:
        case T():
            return value.in_language(language)
        case YearMonth():
            return f"{value.month:02}/{value.year}"
        case datetime():
            return f"{value:%d/%m/%Y %H:%M}"
        case date():
            return f"{value:%d/%m/%Y}"
        case str() | bool() | int() | None:
            return value
        case tuple() | list():
            return [_printed(item, language) for item in value]
        case _ if dataclasses.is_dataclass(value) and not isinstance(value, type):
            return {f.name: _printed(getattr(value, f.name), language) for f in dataclasses.fields(value)}
    raise TypeError(f"a document cannot print {type(value).__name__}")
