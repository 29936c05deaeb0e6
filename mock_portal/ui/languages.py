"""English and Malay: the path says which; one catalogue for each capability, merged.

English is the message id, so only Malay has catalogues.
"""

from pathlib import Path
from typing import Final
from urllib.parse import quote, urlencode

from flask import Flask, has_request_context, request
from flask_babel import Babel

from contributions import Language, T
from mock_portal.ui.remembered_texts import listen, remember

__all__ = ["LANGUAGES", "address", "install", "language", "other_language", "root", "said", "same_page_in"]

LANGUAGES: Final = ("en", "ms")
_ROOM: Final = Path(__file__).resolve().parents[1]


def install(app: Flask) -> None:
    """Let the texts of all capabilities be shown in the language of the path."""
    folders = sorted(_ROOM.glob("*/translations"))
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = ";".join(str(folder) for folder in folders)
    app.before_request(listen)  # before anything can refuse a request
    Babel(app, locale_selector=language, default_locale="en")
    # Each text stands on its own line in templates; the catalogue should not hold the indentation.
    app.jinja_env.policies["ext.i18n.trimmed"] = True


def language() -> Language:
    """The language of this request."""
    return "ms" if has_request_context() and request.environ.get("assist.language") == "ms" else "en"


def said(text: T) -> str:
    """A text that carries both languages, in that of this request."""
    spoken = text.in_language(language())
    remember(spoken, text)
    return spoken


def other_language() -> Language:
    """The language that the switch leads to."""
    return "en" if language() == "ms" else "ms"


def root() -> str:
    """What every address of this request's language begins with; English has no prefix."""
    return "/ms" if language() == "ms" else ""


def address(path: str, query: dict[str, str]) -> str:
    """A page of this site in the language of this request; what is empty is left out of its query."""
    pairs = urlencode({name: value for name, value in query.items() if value}, safe="/")
    return f"{root()}{path}" + (f"?{pairs}" if pairs else "")


def same_page_in(wanted: str) -> str:
    """Path and query of the page of this request in another language; no prefix means English."""
    path = ("/ms" if wanted == "ms" else "") + quote(request.path)
    query = [(name, value) for name, value in request.args.items(multi=True) if name != "v"]
    return path + (f"?{urlencode(query)}" if query else "")
