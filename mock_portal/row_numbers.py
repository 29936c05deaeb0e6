"""Numbers of rows in addresses: one that no row can have is an address that does not exist."""

from typing import Final

from flask import Flask
from werkzeug.routing import IntegerConverter, Map

__all__ = ["LARGEST", "install"]

LARGEST: Final = 2**63 - 1  # of SQLite; a larger one cannot even be asked for


class _RowNumber(IntegerConverter):
    def __init__(self, map: Map) -> None:  # noqa: A002 - werkzeug's own name
        super().__init__(map, max=LARGEST)


def install(app: Flask) -> None:
    """Let `<int:...>` of all routes stop at the largest row. Call it before routes are added."""
    app.url_map.converters["int"] = _RowNumber
