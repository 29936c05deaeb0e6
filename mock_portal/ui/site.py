"""Making a site: a Flask app with the edge, languages, frame, theme, security, CSRF and error pages."""

import hashlib
import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Final

from flask import Flask, Response
from flask_bootstrap import Bootstrap5
from jinja2 import ChoiceLoader, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined

from mock_portal import access, csrf, edge, row_numbers, security
from mock_portal.cache_folder import kept_between_runs
from mock_portal.edge import Edge
from mock_portal.fidelity import footer
from mock_portal.hosts import Site
from mock_portal.ui import error_pages, filters, forms, languages
from mock_portal.ui.page_frame import House, PageFrame
from mock_portal.visitor import VisitorCookie

__all__ = ["create_site_app"]

_HERE: Final = Path(__file__).resolve().parent
# Above every limit that a form has of its own, so that a form can say its own limit.
LARGEST_REQUEST_BYTES: Final = 32_000_000


def create_site_app(  # noqa: PLR0913 - what differs between sites, by keyword
    shared: Edge,
    name: str,
    house: House,
    *,
    posts_to: Site | None = None,
    may_lack_scripts: bool = True,
    find_user: Callable[[], None] | None = None,
) -> Flask:
    """A site without routes. Register blueprints on it; every route declares its access.

    Args:
        shared: what all sites of this process share.
        name: import name of the site's package; its folder `templates` is searched.
        house: name, colour and menus of its header.
        posts_to: the other site of the same world that its forms are posted to.
        may_lack_scripts: whether the world's setting `javascript = "off"` holds here.
        find_user: what puts `g.current_user` there, on a site that people log in to with a session row.
    """
    app = Flask(name, static_folder=str(_HERE / "static"), static_url_path="/static")
    app.config.update(
        BOOTSTRAP_SERVE_LOCAL=True,
        MAX_CONTENT_LENGTH=LARGEST_REQUEST_BYTES,
        SECRET_KEY=shared.secret,
        SESSION_COOKIE_SAMESITE="Lax",
    )
    row_numbers.install(app)
    languages.install(app)
    app.session_interface = VisitorCookie()
    edge.install(app, shared)
    security.install(app, posts_to=posts_to, may_lack_scripts=may_lack_scripts)
    if find_user is not None:
        app.before_request(find_user)
    access.install(app)
    csrf.install(app)
    app.after_request(_without_words)
    forms.install(app)
    filters.install(app)
    error_pages.install(app)
    Bootstrap5(app)
    footer.install(app)
    _set_up_templates(app, house)
    return app


def _without_words(response: Response) -> Response:
    """A redirect without the library's English page: nobody reads it, and it would be in one language."""
    if response.location and not response.direct_passthrough:
        response.set_data(b"")
        response.mimetype = "text/plain"
    return response


def _set_up_templates(app: Flask, house: House) -> None:
    jinja = app.jinja_env
    jinja.undefined = StrictUndefined
    jinja.trim_blocks = jinja.lstrip_blocks = True
    jinja.bytecode_cache = _compiled_templates()
    own = app.jinja_loader
    app.jinja_loader = ChoiceLoader([*([own] if own else []), FileSystemLoader(_HERE / "templates")])

    @app.context_processor
    def frame() -> dict[str, object]:
        return {"page": PageFrame(house)}

    version = fingerprint()

    @app.url_defaults
    def add_fingerprint(endpoint: str, values: dict[str, Any]) -> None:
        if endpoint == "static":
            values.setdefault("v", version)


def _compiled_templates() -> FileSystemBytecodeCache | None:
    """Templates as bytecode of an earlier run: compiling them is most of what a first page takes."""
    folder = kept_between_runs("pages")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(folder)) if os.access(folder, os.W_OK) else None


@cache
def fingerprint() -> str:
    """Changes when a file of the theme or a script changes, so that browsers may keep them for ever."""
    digest = hashlib.sha256()
    for file in sorted((_HERE / "static").rglob("*")):
        if file.is_file():
            digest.update(file.read_bytes())
    return digest.hexdigest()[:12]
