"""One WSGI application in front of four sites: chosen by host name, each made when it is first asked for."""

import threading
from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Final

from mock_portal.edge import Edge
from mock_portal.hosts import Site

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

__all__ = ["Dispatcher"]

# Named by string: a process that never shows a page of the bank never imports it.
SITES: Final[dict[Site, str]] = {
    Site.PORTAL: "mock_portal.portal_site:create_app",
    Site.BANK: "mock_portal.bank:create_app",
    Site.INBOX: "mock_portal.inbox:create_app",
    Site.CONTROL: "mock_portal.control:create_app",
}
LANGUAGES: Final = ("en", "ms")
DEFAULT_LANGUAGE: Final = "en"


class Dispatcher:
    """The whole portal as one WSGI application."""

    def __init__(self, edge: Edge) -> None:
        self._edge = edge
        self._apps: dict[Site, WSGIApplication] = {}
        self._making = threading.Lock()

    def site(self, site: Site) -> "WSGIApplication":
        """The application of one site, made once."""
        if site not in self._apps:
            with self._making:
                if site not in self._apps:
                    module, _, factory = SITES[site].partition(":")
                    self._apps[site] = getattr(import_module(module), factory)(self._edge)
        return self._apps[site]

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        """Answer one request."""
        host = environ.get("HTTP_HOST", "")
        address = self._edge.hosts.locate(host)
        if address is None:
            return _unknown_host(self._edge, host, start_response)
        environ = {**environ, "assist.address": address}  # the server's own stays as it was
        kept = self._edge.kept_answers.find(self._edge, environ, start_response)
        if kept is not None:
            return kept
        _take_language(environ)
        return self.site(address.site)(environ, start_response)


def _take_language(environ: "WSGIEnvironment") -> None:
    """Move a leading /en or /ms from the path to SCRIPT_NAME, so that every link keeps the language."""
    path = environ.get("PATH_INFO", "")
    first, slash, rest = path.removeprefix("/").partition("/")
    environ["assist.language"] = first if first in LANGUAGES else DEFAULT_LANGUAGE
    if first in LANGUAGES:
        environ["SCRIPT_NAME"] = environ.get("SCRIPT_NAME", "") + "/" + first
        environ["PATH_INFO"] = slash + rest or "/"


def _unknown_host(edge: Edge, host: str, start_response: "StartResponse") -> Iterable[bytes]:
    portal, other = edge.hosts.origin(Site.PORTAL), edge.hosts.origin(Site.PORTAL, "w7")
    safe = "".join(c for c in host if c.isalnum() or c in "-.:[]")[:100]
    body = (
        f'No portal is called "{safe}".\n'
        f"The portal of the default world is at {portal}; that of a world w7 is at {other}.\n"
        f'Tiada portal bernama "{safe}". Portal lalai berada di {portal}.\n'
    ).encode()
    start_response(
        "404 Not Found",
        [("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", str(len(body)))],
    )
    return [body]
