"""What the control site does with worlds, for the API and the panel alike."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from mock_portal.control.reading import read_world
from mock_portal.edge import Edge
from mock_portal.hosts import Site
from mock_portal.inbox import service as inbox
from mock_portal.worlds import scenario_files
from mock_portal.worlds.making import make_world
from mock_portal.worlds.models import SeenRequest, WorldState
from mock_portal.worlds.registry import NoSuchWorld
from mock_portal.worlds.settings import Fault, WorldSettings

__all__ = [
    "Journal",
    "WorldView",
    "all_worlds",
    "create_world",
    "get_world",
    "journal",
    "read_world",
]


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


def create_world(
    shared: Edge, *, name: str | None, scenario: str | None = None, fork_of: str | None = None
) -> WorldView:
    """Make a world from a scenario, or apart from another world.

    Raises:
        BadWorldName, WorldExists, NoSuchScenario, NoSuchWorld: see `Registry`.
    """
    if fork_of is not None:
        return get_world(shared, shared.registry.fork(fork_of, name))
    wanted = shared.settings.scenario if scenario is None else scenario
    # A path is for who starts the process: over the network it would read any file of this machine.
    if wanted != shared.settings.scenario and not scenario_files.is_shipped(wanted):
        raise scenario_files.NoSuchScenario(wanted)
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
