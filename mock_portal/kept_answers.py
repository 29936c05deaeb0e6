"""Answers that are the same for every visitor, given again before Flask is asked.

A log-in page differs between two visitors who have nothing of their own, no cookie and no query, only in the
token of its form. Its answer is kept with its headers as the site gave it, for the minute that its ribbon
shows and as long as the world's settings stay; each time it leaves with a fresh token. The world is looked at
every time, so that a deleted world, a moved clock and a due event are seen at once.
"""

import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from mock_portal import form_tokens
from mock_portal.worlds.glance import glance
from mock_portal.worlds.registry import NoSuchWorld
from mock_portal.worlds.settings import WorldSettings

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

    from mock_portal.edge import Edge, World
    from mock_portal.hosts import Address

__all__ = ["KeptAnswers", "is_plain"]

AT_MOST: Final = 512
_MADE_ANEW: Final = frozenset({"set-cookie"})


@dataclass(frozen=True)
class _Kept:
    headers: tuple[tuple[str, str], ...]
    before_token: bytes
    after_token: bytes
    settings: WorldSettings
    minute: datetime


class KeptAnswers:
    """The answers kept by one process."""

    def __init__(self) -> None:
        self._kept: dict[tuple[Address, str, str], _Kept] = {}

    def keep(
        self,
        environ: "WSGIEnvironment",
        *,
        world: "World",
        headers: Iterable[tuple[str, str]],
        body: bytes,
        token: str,
    ) -> None:
        """Keep a good answer to a plain request."""
        parts = body.split(token.encode())
        if len(parts) != 2 or not is_plain(environ):  # noqa: PLR2004 - one form, one token
            return
        if len(self._kept) >= AT_MOST:
            self._kept.clear()
        self._kept[_key(environ)] = _Kept(
            headers=tuple((name, value) for name, value in headers if name.lower() not in _MADE_ANEW),
            before_token=parts[0],
            after_token=parts[1],
            settings=world.settings,
            minute=_minute(world.now),
        )

    def find(
        self, shared: "Edge", environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes] | None:
        """The answer to a request, if it is kept and still true; its line is in the journal then."""
        began = time.perf_counter()
        if not is_plain(environ):
            return None
        kept = self._kept.get(_key(environ))
        if kept is None:
            return None
        address: Address = environ["assist.address"]
        try:
            seen = glance(shared.registry, address.world)
        except NoSuchWorld:
            return None
        if seen.something_is_due or seen.settings != kept.settings or _minute(seen.now) != kept.minute:
            return None
        secret = form_tokens.new_secret()
        token = form_tokens.token_of(secret, key=shared.secret, address=address).encode()
        cookie = form_tokens.set_cookie_line(
            secret, key=shared.secret, address=address, secure=shared.hosts.scheme == "https"
        )
        start_response("200 OK", [*kept.headers, ("Set-Cookie", cookie)])
        shared.journal.note(
            seen.world_file,
            {
                "at": seen.now,
                "site": address.site.value,
                "method": "GET",
                "path": _path(environ)[:400],
                "query": "",
                "status": 200,
                "user_agent": environ.get("HTTP_USER_AGENT", "")[:400],
                "sec_fetch_site": environ.get("HTTP_SEC_FETCH_SITE", "")[:20],
                "cookies": [],
                "milliseconds": round((time.perf_counter() - began) * 1000, 2),
            },
        )
        return [kept.before_token + token + kept.after_token]


def is_plain(environ: "WSGIEnvironment") -> bool:
    """Whether a request brings nothing that could make its answer another one."""
    return (
        environ["REQUEST_METHOD"] == "GET"
        and not environ.get("HTTP_COOKIE")
        and not environ.get("QUERY_STRING")
    )


def _key(environ: "WSGIEnvironment") -> "tuple[Address, str, str]":
    # An old browser is told so: the answer depends on what the browser calls itself.
    return environ["assist.address"], _path(environ), environ.get("HTTP_USER_AGENT", "")


def _path(environ: "WSGIEnvironment") -> str:
    path: str = environ.get("SCRIPT_NAME", "") + environ.get("PATH_INFO", "")
    return path


def _minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)
