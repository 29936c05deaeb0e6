"""The control API of all worlds, for programs under /v1, and the control panel, for people, at `/`."""

from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

    from mock_portal.edge import Edge

__all__ = ["create_app"]


def create_app(shared: "Edge") -> "WSGIApplication":
    """The control site: two applications, each made when it is first asked for.

    A test run that only speaks to the API never waits for the pages.
    """
    made: dict[str, WSGIApplication] = {}

    def site(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        is_api = environ.get("PATH_INFO", "").startswith("/v1/")
        module = "mock_portal.control.api" if is_api else "mock_portal.control.panel"
        if module not in made:
            made[module] = import_module(module).create_site(shared)
        return made[module](environ, start_response)

    return site
