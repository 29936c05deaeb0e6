"""What the control site does with worlds, for the API and the panel alike."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from mock_portal.database import transaction
from mock_portal.edge import Edge
from mock_portal.hosts import Site
from mock_portal.inbox import service as inbox
from mock_portal.inbox.reading import MailRead
from mock_portal.worlds import scenarios
from mock_portal.worlds.making import make_world
from mock_portal.worlds.models import SeenRequest, WorldState
from mock_portal.worlds.registry import NoSuchWorld
from mock_portal.worlds.settings import Fault, WorldSettings

__all__ = [
    "Journal",
    "Mailing",
    "WorldView",
    "all_worlds",
    "create_world",
    "get_world",
    "journal",
    "read_world",
    "wait_for_mail",
]

Answer = TypeVar("Answer")

LONGEST_WAIT_SECONDS: Final = 60.0
_LOOKS_EVERY_SECONDS: Final = 0.02


@dataclass(frozen=True)
class WorldView:
    """A world as the control site tells of it.

    Attributes:
        origins: address of each of its sites.
        now: what its clock shows.
        logins: who can log in to it as it was when it was made, passwords included.
    """

    name: str
    origins: dict[Site, str]
    scenario: str
    now: datetime
    running: bool
    settings: WorldSettings
    faults: tuple[Fault, ...]
    logins: tuple[dict[str, Any], ...]
    mail_count: int


@dataclass(frozen=True)
class Journal:
    """What to look for in a journal; `path` is the beginning of a path."""

    site: str | None = None
    path: str | None = None
    method: str | None = None


@dataclass(frozen=True)
class Mailing:
    """What to look for in a mailbox: to whom, words of the subject, only after the mail of a number."""

    to: str | None = None
    subject: str | None = None
    after: int = 0


def create_world(
    shared: Edge, *, name: str | None, scenario: str | None = None, fork_of: str | None = None
) -> WorldView:
    """Make a world from a scenario, or apart from another world.

    Raises:
        BadWorldName, WorldExists, NoSuchScenario, NoSuchWorld: see `Registry`.
    """
    if fork_of is not None:
        return get_world(shared, shared.registry.fork(fork_of, name))
    wanted = scenario or shared.settings.scenario
    # A path is for who starts the process: over the network it would read any file of this machine.
    if wanted != shared.settings.scenario and not scenarios.is_shipped(wanted):
        raise scenarios.NoSuchScenario(wanted)
    return get_world(shared, make_world(shared, scenario=wanted, name=name))


def all_worlds(shared: Edge) -> tuple[WorldView, ...]:
    """The living worlds by name; one that is deleted meanwhile is left out."""
    found = []
    for name in shared.registry.names():
        try:
            found.append(get_world(shared, name))
        except (NoSuchWorld, FileNotFoundError):
            continue
    return tuple(found)


def get_world(shared: Edge, name: str) -> WorldView:
    """One world.

    Raises:
        NoSuchWorld: it does not exist.
    """
    return read_world(shared, name, lambda session: _view(shared, name, session))


def read_world(shared: Edge, name: str, read: Callable[[Session], Answer]) -> Answer:
    """What `read` finds in a world.

    Raises:
        NoSuchWorld: it does not exist.
    """
    try:
        with transaction(shared.registry.world_file(name), may_write=False) as session:
            return read(session)
    except FileNotFoundError:
        raise NoSuchWorld(name) from None


def wait_for_mail(shared: Edge, name: str, wanted: Mailing, *, seconds: float) -> tuple[MailRead, ...]:
    """The mail that fits, oldest first; waits up to `seconds` for the first, no transaction open meanwhile.

    Raises:
        NoSuchWorld: the world does not exist.
    """
    shared.sender.wake(name)
    until = time.monotonic() + min(seconds, LONGEST_WAIT_SECONDS)
    pause = threading.Event()
    while True:
        mail = read_world(
            shared, name, lambda session: inbox.all_mail(session, to=wanted.to, subject=wanted.subject)
        )
        fitting = tuple(one for one in mail if one.id > wanted.after)
        if fitting or time.monotonic() >= until:
            return fitting
        pause.wait(_LOOKS_EVERY_SECONDS)


def journal(shared: Edge, name: str, wanted: Journal) -> list[SeenRequest]:
    """The requests that a world saw, oldest first, those of this moment included.

    Another worker writes its lines within some 20 milliseconds.

    Raises:
        NoSuchWorld: the world does not exist.
    """
    shared.journal.flush()
    query = select(SeenRequest).order_by(SeenRequest.id)
    if wanted.site:
        query = query.where(SeenRequest.site == wanted.site)
    if wanted.method:
        query = query.where(SeenRequest.method == wanted.method.upper())
    if wanted.path:
        query = query.where(SeenRequest.path.startswith(wanted.path, autoescape=True))
    return read_world(shared, name, lambda session: list(session.scalars(query)))


def _view(shared: Edge, name: str, session: Session) -> WorldView:
    state = session.get_one(WorldState, 1)
    return WorldView(
        name=name,
        origins={site: shared.hosts.origin(site, name) for site in Site},
        scenario=state.scenario,
        now=state.clock.now(),
        running=state.clock_running,
        settings=WorldSettings.from_json(state.settings),
        faults=tuple(Fault(**fault) for fault in state.faults),
        logins=tuple(state.logins),
        mail_count=inbox.count_mail(session),
    )
