"""What every request must know of its world, in one row: time, settings, failures, whether anything is due.

Read without SQLAlchemy's unit of work, which costs a page that otherwise reads nothing most of its time.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Final

from mock_portal.database import read_row
from mock_portal.worlds.clock import MALAYSIA, Clock
from mock_portal.worlds.settings import Fault, WorldSettings

__all__ = ["Glance", "glance"]

_QUERY: Final = (
    "SELECT scenario, clock_world, clock_real, clock_running, settings, faults,"
    " (SELECT min(due_at) FROM due_event) FROM world_state"
)


@dataclass(frozen=True)
class Glance:
    """A world at one moment.

    Attributes:
        now: what its clock shows.
        something_is_due: whether something fell due and did not happen yet.
    """

    scenario: str
    now: datetime
    settings: WorldSettings
    faults: tuple[Fault, ...]
    something_is_due: bool


def glance(world_file: Path) -> Glance:
    """A world as it is now.

    Raises:
        FileNotFoundError: it was deleted.
    """
    scenario, clock_world, clock_real, running, settings, faults, first_due = read_row(world_file, _QUERY)
    now = Clock(_moment(clock_world), _moment(clock_real), running=bool(running)).now()
    return Glance(
        scenario=scenario,
        now=now,
        settings=_settings(settings),
        faults=_faults(faults),
        something_is_due=first_due is not None and _moment(first_due) <= now,
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
