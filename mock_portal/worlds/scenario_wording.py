"""How a mistake in a scenario names the place in the file and what was found there."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Final

__all__ = ["numbered", "shown"]

_LONGEST_VALUE: Final = 60


def numbered(table: str, rows: Iterable[Any]) -> Iterator[tuple[str, Any]]:
    """Each row of a list of tables with its place: `[[employers]] 1`."""
    return ((f"[[{table}]] {number}", row) for number, row in enumerate(rows, start=1))


def shown(value: object) -> str:
    """A value as the file writes it, cut where it is long."""
    written = (
        value.isoformat() if isinstance(value, date) else json.dumps(value, ensure_ascii=False, default=str)
    )
    return written if len(written) <= _LONGEST_VALUE else written[:_LONGEST_VALUE] + "..."
