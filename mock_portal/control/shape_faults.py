"""What is wrong with the shape of a request, in words: where, and what there is or what is taken."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from pydantic import BaseModel, ValidationError

from mock_portal.control import shapes

__all__ = ["problems_of"]

# What pydantic calls a mistake, and how it is said here; the rest is said as pydantic does.
_SAYINGS: Final = {
    "missing": "this field is missing",
    "timezone_aware": f"it has no zone; give one, such as {shapes.A_MOMENT}",
}


def problems_of(error: ValidationError) -> tuple[str, ...]:
    """Each as `where: what`, in English."""
    return tuple(_said(one, error.title) for one in error.errors(include_url=False, include_input=False))


def _said(one: Mapping[str, Any], model_name: str) -> str:
    where = ".".join(map(str, one["loc"]))
    return ": ".join(filter(None, [where, _what(one, model_name)]))


def _what(one: Mapping[str, Any], model_name: str) -> str:
    kind = str(one["type"])
    if kind == "extra_forbidden":
        return f"there is no such field; there are {', '.join(_fields_at(model_name, one['loc'][:-1]))}"
    if kind.startswith("datetime"):
        return f"it takes {shapes.MOMENT_WANTED}"
    return _SAYINGS.get(kind) or str(one["msg"]).removeprefix("Value error, ")


def _fields_at(model_name: str, where: Sequence[int | str]) -> list[str]:
    model: type[BaseModel] = getattr(shapes, model_name)
    for step in where:
        if isinstance(step, str):
            annotation: Any = model.model_fields[step].annotation
            model = getattr(annotation, "__args__", (annotation,))[0]
    return list(model.model_fields)
