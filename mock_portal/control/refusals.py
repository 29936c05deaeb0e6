"""Which refusals a call of the control API may answer with, for its OpenAPI description."""

from typing import Any, Final

from mock_portal.control.shapes import ErrorAnswer

__all__ = ["ANY_CALL", "TAKEN", "TOKEN", "WORLD", "WRITE", "a_file"]

# Nothing is asked for on this machine, unless a token was set.
TOKEN: Final[list[dict[str, list[str]]]] = [{}, {"token": []}]

# Beside the shape of a path or query, each call can be refused at the door, and can fail.
ANY_CALL: Final[dict[Any, Any]] = dict.fromkeys((400, 401, 403, 500), ErrorAnswer)
WORLD: Final[dict[Any, Any]] = {404: ErrorAnswer}
WRITE: Final[dict[Any, Any]] = dict.fromkeys((413, 415), ErrorAnswer)
TAKEN: Final[dict[Any, Any]] = {409: ErrorAnswer}


def a_file(kind: str) -> dict[Any, Any]:
    """An answer that is a file of a kind and no JSON."""
    return {200: {"content": {kind: {"schema": {"type": "string", "format": "binary"}}}}}
