"""What the control API says of itself."""

from flask import Response
from flask_openapi3.blueprint import APIBlueprint

from mock_portal.control.api import answer, version_here
from mock_portal.control.refusals import ANY_CALL, TOKEN
from mock_portal.control.shapes import Health

__all__ = ["about"]

about = APIBlueprint("about", __name__, url_prefix="/v1", abp_responses=ANY_CALL, abp_security=TOKEN)


@about.get("/health", responses={200: Health})
def health() -> Response:
    """That the portal answers, and its version."""
    return answer(Health(version=version_here()))
