"""The control panel: worlds, their clocks, mail and journals, for people."""

from flask import Flask, Response, request
from flask_babel import LazyString, gettext, lazy_gettext

from mock_portal.control import guard
from mock_portal.control.errors import ForeignOrigin, NotFromThisMachine, TokenNeeded
from mock_portal.edge import Edge
from mock_portal.ui.error_pages import ErrorText, show
from mock_portal.ui.page_frame import House
from mock_portal.ui.site import create_site_app

__all__ = ["create_site"]

_REFUSED: dict[type[Exception], tuple[LazyString, LazyString]] = {
    TokenNeeded: (
        lazy_gettext("This control panel asks for its token"),
        lazy_gettext("Enter the token of this portal as the password; the user name may be anything."),
    ),
    NotFromThisMachine: (
        lazy_gettext("The control panel answers its own machine only"),
        lazy_gettext(
            "Open it on the machine that the portal runs on, or start the portal with --control-token-env."
        ),
    ),
    ForeignOrigin: (
        lazy_gettext("Another site sent this form"),
        lazy_gettext("Open the control panel itself and send the form from there."),
    ),
}


def create_site(shared: Edge) -> Flask:
    """The panel of all worlds of this process."""
    from mock_portal.control.panel_routes import panel

    house = House(lazy_gettext("Control panel"), "inbox")
    app = create_site_app(shared, "mock_portal.control", house, may_lack_scripts=False)

    def check() -> None:
        guard.check_visitor(request, shared.settings)
        guard.check_origin(request, may_be_opened=True)

    # Before anything else looks at the request: a stranger learns nothing, not even of a stale form.
    app.before_request_funcs.setdefault(None, []).insert(0, check)
    for kind in _REFUSED:
        app.register_error_handler(kind, _refuse)
    app.register_blueprint(panel)
    return app


def _refuse(error: TokenNeeded | NotFromThisMachine | ForeignOrigin) -> Response:
    title, mend = _REFUSED[type(error)]
    response = show(ErrorText(title, gettext("Nothing was changed."), mend, error.code), error.status)
    if isinstance(error, TokenNeeded) and error.can_be_shown:
        response.headers["WWW-Authenticate"] = 'Basic realm="control", charset="UTF-8"'
    return response
