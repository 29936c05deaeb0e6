"""The control API: worlds over HTTP, JSON in and out, described by OpenAPI at /v1/openapi.json."""

import logging
from importlib.metadata import PackageNotFoundError, version
from typing import Final

from flask import Response, jsonify, request
from flask_openapi3.models.info import Info
from flask_openapi3.openapi import OpenAPI
from pydantic import BaseModel, ValidationError
from werkzeug.exceptions import HTTPException

from mock_portal import row_numbers
from mock_portal.control import guard
from mock_portal.control.errors import BadRequestBody
from mock_portal.control.shape_faults import problems_of
from mock_portal.control.shapes import ErrorAnswer, ErrorWords
from mock_portal.control.words import in_words
from mock_portal.edge import Edge
from mock_portal.errors import PortalError

__all__ = ["answer", "create_site", "shared", "version_here"]

_KEY: Final = "assist.edge"
_LARGEST_REQUEST_BYTES: Final = 1_000_000

log = logging.getLogger(__name__)


def create_site(edge: Edge) -> OpenAPI:
    """The API."""
    from mock_portal.control.routes_about import about
    from mock_portal.control.routes_mail import mailbox
    from mock_portal.control.routes_registrations import registrations
    from mock_portal.control.routes_worlds import worlds

    app = OpenAPI(
        __name__,
        info=Info(
            title="Control API of the mock portal",
            version=version_here(),
            description="Worlds of a mock of the ASSIST portal. Mock portal for testing. Not PERKESO.",
        ),
        security_schemes={"token": {"type": "http", "scheme": "bearer"}},
        validation_error_status=400,
        validation_error_model=ErrorAnswer,
        validation_error_callback=_bad_shape,
        doc_ui=False,
        static_folder=None,
    )
    row_numbers.install(app)
    app.extensions[_KEY] = edge
    app.config["MAX_CONTENT_LENGTH"] = _LARGEST_REQUEST_BYTES
    app.json.sort_keys = False  # type: ignore[attr-defined]  # Flask's own provider has it
    app.before_request(_guard)
    app.register_error_handler(PortalError, _refuse)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _fault)
    app.register_api(about)
    app.register_api(worlds)
    app.register_api(mailbox)
    app.register_api(registrations)
    app.add_url_rule("/v1/openapi.json", "openapi", lambda: jsonify(app.api_doc))
    return app


def shared() -> Edge:
    """What the sites of this process share."""
    from flask import current_app

    edge: Edge = current_app.extensions[_KEY]
    return edge


def answer(body: BaseModel, status: int = 200) -> Response:
    """An answer in JSON."""
    response = Response(body.model_dump_json(), status, mimetype="application/json")
    response.headers["Cache-Control"] = "no-store"
    return response


def version_here() -> str:
    """The version of the installed project."""
    try:
        return version("assist-harness")
    except PackageNotFoundError:
        return "0"


def _guard() -> None:
    guard.check_visitor(request, shared().settings)
    guard.check_origin(request)
    guard.check_write(request)


def _bad_shape(error: ValidationError) -> Response:
    raise BadRequestBody(*problems_of(error))


def _refuse(error: PortalError) -> Response:
    words = in_words(error)
    response = _say(words.code, words.message, words.mend, words.status)
    if words.status == 401:  # noqa: PLR2004 - HTTP's own
        response.headers["WWW-Authenticate"] = 'Bearer realm="control"'
    return response


def _http(error: HTTPException) -> Response | HTTPException:
    if error.code is None or error.code < 400:  # noqa: PLR2004 - a redirect is no error
        return error
    response = _say(f"control.http_{error.code}", f"{error.name}.", "See GET /v1/openapi.json.", error.code)
    if allowed := dict(error.get_headers()).get("Allow"):
        response.headers["Allow"] = allowed
    return response


def _fault(error: Exception) -> Response:
    log.error("the control API failed: %s %s", request.method, request.path, exc_info=error)
    return _say(
        "control.fault", "The fault is in the portal; nothing was changed.", "Its log says more.", 500
    )


def _say(code: str, message: str, mend: str, status: int) -> Response:
    return answer(ErrorAnswer(error=ErrorWords(code=code, message=message, mend=mend)), status)
