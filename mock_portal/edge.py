"""The edge of every request: which world, what time, one transaction, one commit, the journal's line.

A request succeeded when its status is below 500 and nothing raised; then, and only then, it is committed.
"""

import time
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final

from flask import Flask, Response, current_app, g, request
from sqlalchemy.orm import Session

from mock_portal.database import WorldSession
from mock_portal.errors import PortalError
from mock_portal.hosts import Address, Hosts, Site
from mock_portal.kept_answers import KeptAnswers
from mock_portal.settings import Settings
from mock_portal.worlds import due
from mock_portal.worlds.carrier import Carrier, NetworkCarrier
from mock_portal.worlds.glance import glance
from mock_portal.worlds.journal import Journal
from mock_portal.worlds.outbox import Sender, has_waiting
from mock_portal.worlds.registry import NoSuchWorld, Registry
from mock_portal.worlds.settings import Fault, WorldSettings

__all__ = ["Edge", "World", "database", "edge", "install", "let_be_kept", "now", "take_back", "world"]

_KEY: Final = "assist.edge"
_SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})
_GOOD: Final = 200
_SERVER_ERRORS: Final = 500
SESSION_COOKIE: Final = "assist_session"
OFFICER_COOKIE: Final = "assist_officer"
_SESSIONS: Final = frozenset({SESSION_COOKIE, OFFICER_COOKIE})


@dataclass(frozen=True)
class Edge:
    """What all sites of one process share."""

    settings: Settings
    registry: Registry
    hosts: Hosts
    secret: bytes
    sender: Sender
    journal: Journal = field(default_factory=Journal)
    kept_answers: KeptAnswers = field(default_factory=KeptAnswers)

    @classmethod
    def of(
        cls, settings: Settings, *, carrier: Carrier | None = None, sends_by_itself: bool = True
    ) -> "Edge":
        """The edge of a process with these settings; mail and callbacks go by the network if not said."""
        registry = Registry(settings.data)
        carrier = carrier or NetworkCarrier(settings)
        return cls(
            settings=settings,
            registry=registry,
            hosts=settings.hosts,
            secret=settings.secret(),
            sender=Sender(registry, carrier, mail_domain=settings.base_domain, by_itself=sends_by_itself),
        )


@dataclass(frozen=True)
class World:
    """The world of the running request, as it was when the request began.

    Attributes:
        name: its name, which is part of its host names.
        file: its database.
        now: its time; the same through the whole request.
        settings: what is set for it.
        faults: the failures asked for.
    """

    name: str
    file: Path
    scenario: str
    now: datetime
    settings: WorldSettings
    faults: tuple[Fault, ...]

    def fault(self, at: str) -> Fault | None:
        """The failure asked for at a place, if any."""
        return next((fault for fault in self.faults if fault.at == at), None)


def edge() -> Edge:
    """What the sites of this process share."""
    shared: Edge = current_app.extensions[_KEY]
    return shared


def world() -> World:
    """The world of this request."""
    here: World = g.world
    return here


def now() -> datetime:
    """The world's time of this request."""
    return world().now


def database() -> Session:
    """The request's session on its world, opened when it is first asked for.

    Services flush it; only the edge commits.
    """
    session: Session | None = g.get("database")
    if session is None:
        try:
            session = WorldSession(world().file, may_write=may_write())
        except FileNotFoundError:
            raise NoSuchWorld(world().name) from None  # deleted while this request ran
        g.database = session
    return session


def origin(site: Site) -> str:
    """Scheme, host and port of a site of this world."""
    return edge().hosts.origin(site, world().name)


def take_back(error: Exception) -> None:
    """Take back what the request wrote: it raised, and a page that says so is answered instead.

    An error that says `keeps_what_was_written` (a failed log-in is recorded) takes nothing back.
    """
    session: Session | None = g.get("database")
    if session is not None and not (isinstance(error, PortalError) and error.keeps_what_was_written):
        session.rollback()


def install(app: Flask, shared: Edge) -> None:
    """Put the edge around all routes of a site. Register it before any other hook of the site."""
    app.extensions[_KEY] = shared
    app.before_request(_open)
    app.after_request(_finish)
    app.teardown_request(_close)


def may_write() -> bool:
    """Whether this request may write: it does not merely read, or somebody is logged in."""
    return request.method not in _SAFE or not _SESSIONS.isdisjoint(request.cookies)


def _open() -> None:
    g.began = time.perf_counter()
    if request.endpoint in {"static", "bootstrap.static"}:
        return
    shared = edge()
    address: Address = request.environ["assist.address"]
    if address.site is Site.CONTROL:
        return  # it is beside the worlds
    seen = glance(shared.registry, address.world)
    if seen.something_is_due:
        try:
            due.run_due(seen.world_file)
        except FileNotFoundError:
            raise NoSuchWorld(address.world) from None  # deleted between two lines
        shared.sender.wake(address.world)
    g.world = World(
        name=address.world,
        file=seen.world_file,
        scenario=seen.scenario,
        now=seen.now,
        settings=seen.settings,
        faults=seen.faults,
    )


def _finish(response: Response) -> Response:
    session: WorldSession | None = g.get("database")
    if session is None:
        _note(response)
        _keep(response)
        return response
    if response.status_code < _SERVER_ERRORS:
        sends = may_write() and has_waiting(session)
        session.commit()
        if sends:
            edge().sender.wake(world().name)
    else:
        session.rollback()
    _note(response)
    return response


def let_be_kept() -> None:
    """Say that the page being made is the same for every visitor who has nothing of their own."""
    g.may_be_kept = True


def _keep(response: Response) -> None:
    if g.get("may_be_kept") and response.status_code == _GOOD and "csrf_token" in g:
        response.vary.add("Cookie")  # as the visitor's cookie adds it, later than here
        edge().kept_answers.keep(
            request.environ,
            world=world(),
            headers=response.get_wsgi_headers(request.environ),
            body=response.get_data(),
            token=g.csrf_token,
        )


def _close(error: BaseException | None) -> None:
    del error
    session: WorldSession | None = g.pop("database", None)
    if session is not None:
        session.close()


def _note(response: Response) -> None:
    if "world" not in g:
        return
    address: Address = request.environ["assist.address"]
    edge().journal.note(
        world().file,
        {
            "at": world().now,
            "site": address.site.value,
            "method": request.method,
            "path": (request.script_root + request.path)[:400],
            # A query may carry a token; names are enough to recognise a request by.
            "query": "&".join(sorted(request.args))[:400],
            "status": response.status_code,
            "user_agent": request.headers.get("User-Agent", "")[:400],
            "sec_fetch_site": request.headers.get("Sec-Fetch-Site", "")[:20],
            "cookies": sorted(request.cookies),
            "milliseconds": round((time.perf_counter() - g.began) * 1000, 2),
        },
    )
