"""A caller of the control API who holds each answer against the API's own description."""

import re
from typing import TYPE_CHECKING, Any

from werkzeug.test import TestResponse

from mock_portal.control import shapes
from tests.mock_portal.browsing import Visitor

if TYPE_CHECKING:
    from pydantic import BaseModel

_SCHEMA = "#/components/schemas/"


class NotAsDescribed(AssertionError):
    """An answer of a status, a type or a shape that the description does not name."""


class DescribedVisitor(Visitor):
    """Fails the test that gets an answer which the API does not describe."""

    described: dict[str, Any] = {}  # noqa: RUF012 - the same for all: read once for the run

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        answer = super().open(*args, **kwargs)
        if not self.described:
            self.described.update(super().open("/v1/openapi.json", method="GET").get_json())
        path, method = answer.request.path, answer.request.method
        for template, calls in self.described["paths"].items():
            if re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", template), path) and method.lower() in calls:
                _hold(answer, calls[method.lower()]["responses"], f"{method} {template}")
        return answer


def _hold(answer: TestResponse, described: dict[str, Any], call: str) -> None:
    told = described.get(str(answer.status_code))
    if told is None:
        raise NotAsDescribed(f"{call}: {answer.status} is not among {sorted(described)}")
    kinds = told.get("content") or {}
    if not kinds and not answer.data:
        return
    kind = kinds.get(answer.mimetype) or kinds.get("*/*")
    if kind is None:
        raise NotAsDescribed(f"{call}: {answer.mimetype} is not among {sorted(kinds)}")
    reference = kind["schema"].get("$ref", "")
    if reference:
        shape: type[BaseModel] = getattr(shapes, reference.removeprefix(_SCHEMA))
        shape.model_validate_json(answer.data)
