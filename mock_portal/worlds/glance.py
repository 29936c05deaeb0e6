"""What every request must know of its world, in one row: time, settings, failures, whether anything is due.

Read without SQLAlchemy's unit of work, which costs a page that otherwise reads nothing most of its time, and
kept until somebody writes to the world.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Final

from mock_portal.database import read_row
from mock_portal.worlds.clock import MALAYSIA, Clock
from mock_portal.worlds.registry import NoSuchWorld, Registry
from mock_portal.worlds.settings import Fault, WorldSettings
from mock_portal.worlds.watch import Watched

__all__ = ["Glance", "glance"]

_QUERY: Final = (
    "SELECT scenario, clock_world, clock_real, clock_running, settings, faults,"
    " (SELECT min(due_at) FROM due_event) FROM world_state"
)


@dataclass(frozen=True)
class Glance:
    """A world at one moment.

    Attributes:
        world_file: its database.
        now: what its clock shows.
        something_is_due: whether something fell due and did not happen yet.
    """

    world_file: Path
    scenario: str
    now: datetime
    settings: WorldSettings
    faults: tuple[Fault, ...]
    something_is_due: bool


@dataclass(frozen=True)
class _Row:
    scenario: str
    clock: Clock
    settings: WorldSettings
    faults: tuple[Fault, ...]
    first_due: datetime | None


_rows: Final = Watched[_Row]()


def glance(registry: Registry, name: str) -> Glance:
    """A world as it is now.

    Raises:
        NoSuchWorld: it does not exist or was deleted.
    """
    world_file = registry.path(name)
    row = _rows.find(world_file) or _rows.read(world_file, lambda: _read(registry, name))
    now = row.clock.now()
    return Glance(
        world_file=world_file,
        scenario=row.scenario,
        now=now,
        settings=row.settings,
        faults=row.faults,
        something_is_due=row.first_due is not None and row.first_due <= now,
    )


def _read(registry: Registry, name: str) -> _Row:
    try:
        row = read_row(registry.world_file(name), _QUERY)
    except FileNotFoundError:
        raise NoSuchWorld(name) from None  # deleted between two lines
    scenario, clock_world, clock_real, running, settings, faults, first_due = row
    return _Row(
        scenario=scenario,
        clock=Clock(_moment(clock_world), _moment(clock_real), running=bool(running)),
        settings=_settings(settings),
        faults=_faults(faults),
        first_due=None if first_due is None else _moment(first_due),
    )


def _moment(stored: str) -> datetime:
    """A moment as `Moment` of the models stores it."""
    return datetime.fromisoformat(stored).replace(tzinfo=MALAYSIA)


# Nearly all worlds of a process are set alike.
@lru_cache(maxsize=256)
def _settings(stored: str) -> WorldSettings:
    return WorldSettings.from_json(json.loads(stored))


@lru_cache(maxsize=256)
def _faults(stored: str) -> tuple[Fault, ...]:
    return tuple(Fault(**fault) for fault in json.loads(stored))
