"""Headers that every answer carries: what a browser may load, where forms may go, what it may keep."""

from typing import Final

from flask import Flask, Response, g, request

from mock_portal.edge import edge, world
from mock_portal.hosts import Site

__all__ = ["install"]

_FILES: Final = frozenset({"static", "bootstrap.static"})
_ONE_YEAR: Final = 31_536_000
_ONE_DAY: Final = 86_400
# What a page may still do when the world has no JavaScript: everything but scripts (browsers.md).
# A window that a page opens escapes its sandbox: pages bring their own, and a PDF needs the browser's viewer.
_WITHOUT_SCRIPTS: Final = (
    "; sandbox allow-forms allow-same-origin allow-popups allow-popups-to-escape-sandbox"
    " allow-top-navigation allow-downloads allow-modals"
)


def install(app: Flask, *, posts_to: Site | None = None, may_lack_scripts: bool = True) -> None:
    """Put the headers on every answer of a site.

    Args:
        app: the site.
        posts_to: the other site of the same world that its forms go to. Without its origin in
            `form-action` both browsers refuse the form.
        may_lack_scripts: whether the world's setting `javascript = "off"` holds for this site.
    """

    @app.after_request
    def protect(response: Response) -> Response:
        response.headers["X-Content-Type-Options"] = "nosniff"
        if request.endpoint in _FILES:
            return _kept(response)
        response.headers["Referrer-Policy"] = "same-origin"
        response.headers["Cache-Control"] = "no-store"
        if response.mimetype == "text/html":
            # A page that shows what strangers wrote has a stricter policy of its own.
            response.headers.setdefault(
                "Content-Security-Policy", _policy(posts_to, may_lack_scripts=may_lack_scripts)
            )
        return response


def _kept(response: Response) -> Response:
    # A file that carries its fingerprint in the address never changes there.
    seconds = _ONE_YEAR if "v" in request.args else _ONE_DAY if request.endpoint == "bootstrap.static" else 0
    if seconds and response.status_code < 400:  # noqa: PLR2004 - an error is not worth keeping
        response.headers["Cache-Control"] = f"public, max-age={seconds}, immutable"
    return response


def _policy(posts_to: Site | None, *, may_lack_scripts: bool) -> str:
    targets = "'self'"
    if posts_to is not None:
        targets += " " + edge().hosts.origin(posts_to, request.environ["assist.address"].world)
    policy = (
        "default-src 'self'; img-src 'self' data:; "
        f"form-action {targets}; frame-ancestors 'none'; base-uri 'none'; object-src 'none'"
    )
    if may_lack_scripts and "world" in g and world().settings.javascript == "off":
        policy += _WITHOUT_SCRIPTS
    return policy
