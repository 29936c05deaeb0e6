"""Pages that are the same for every visitor, rendered once a minute and kept.

Only the token of their forms differs: it is put in afterwards. Who has a session, typed something or asked
with a query gets a page of their own.
"""

import secrets
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from flask import g, request

from mock_portal import csrf
from mock_portal.edge import SESSION_COOKIE, world
from mock_portal.ui.page_frame import browser_is_old
from mock_portal.visitor import VISITOR_COOKIE

__all__ = ["kept_page"]

# No page can contain it by chance, and nobody outside this process knows it.
_PLACE_OF_TOKEN: Final = f"token-{secrets.token_hex(16)}"


def kept_page(render: Callable[[], str]) -> str:
    """The page that `render` makes, from memory where the visitor has nothing of their own."""
    if _has_something_own():
        return render()
    here = world()
    minute = here.now.replace(second=0, microsecond=0).isoformat()
    path = request.script_root + request.path
    page = _rendered(_Rendering(render), path, here.name, here.settings, minute, browser_is_old())
    return page.replace(_PLACE_OF_TOKEN, csrf.token())


class _Rendering:
    """A function that every other one of its kind equals, so that the memory looks at the rest of its key."""

    def __init__(self, render: Callable[[], str]) -> None:
        self.render = render

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Rendering)

    def __hash__(self) -> int:
        return 0


@lru_cache(maxsize=512)
def _rendered(rendering: _Rendering, *what_differs: object) -> str:
    del what_differs
    g.csrf_token = _PLACE_OF_TOKEN
    try:
        return rendering.render()
    finally:
        del g.csrf_token


def _has_something_own() -> bool:
    cookies = request.cookies
    return (
        request.method != "GET"
        or bool(request.query_string)
        or SESSION_COOKIE in cookies
        or VISITOR_COOKIE in cookies
        or csrf.shown_again() is not None
    )
