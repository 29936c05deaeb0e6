"""What a world was, kept under a name, put back, or carried away as a file.

Restoring writes through SQLite's backup API into the live file: a file that is replaced under an open
connection gets the old write-ahead log back (measured). The clock goes on from the moment of the snapshot.
"""

import secrets
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from mock_portal.database import close_kept, transaction
from mock_portal.errors import PortalError
from mock_portal.hosts import is_world_name
from mock_portal.worlds.clock import real_now
from mock_portal.worlds.models import WorldState
from mock_portal.worlds.registry import BadWorldName, Registry, copy_live
from mock_portal.worlds.watch import tell_changed

__all__ = ["NoSuchSnapshot", "export", "names", "restore", "take"]


class NoSuchSnapshot(PortalError):
    """The world has no snapshot of this name."""

    code = "world.no_such_snapshot"
    status = 404

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def take(registry: Registry, world: str, name: str) -> None:
    """Keep what a world is now; an older snapshot of the same name goes.

    Raises:
        NoSuchWorld: the world does not exist.
        BadWorldName: the snapshot's name is not `[a-z0-9-]{1,40}`.
    """
    live = registry.world_file(world)
    if not is_world_name(name):
        raise BadWorldName(name)
    target = _file(registry, world, name)
    target.parent.mkdir(parents=True, exist_ok=True)
    with _draft(target) as draft:
        copy_live(live, draft)
        with _state(draft) as state:
            state.clock = state.clock.moved_to(state.clock.now())
        draft.replace(target)


def names(registry: Registry, world: str) -> list[str]:
    """The snapshots of a world, sorted."""
    found = registry.snapshots(world).glob("snapshot-*.sqlite")
    return sorted(path.stem.removeprefix("snapshot-") for path in found)


def restore(registry: Registry, world: str, name: str) -> None:
    """Make a world what it was at a snapshot, under its open connections.

    Raises:
        NoSuchWorld: the world does not exist.
        NoSuchSnapshot: it has no snapshot of that name.
    """
    live = registry.world_file(world)
    kept = _file(registry, world, name)
    if not is_world_name(name) or not kept.exists():
        raise NoSuchSnapshot(name)
    with _draft(kept) as draft:
        shutil.copyfile(kept, draft)
        with _state(draft) as state:
            state.clock_real = real_now()
        with closing(sqlite3.connect(draft)) as source, closing(sqlite3.connect(live, timeout=30)) as target:
            source.backup(target)
    tell_changed(live)


def export(registry: Registry, world: str) -> bytes:
    """A world as the bytes of one closed SQLite file.

    Raises:
        NoSuchWorld: it does not exist.
    """
    live = registry.world_file(world)
    with _draft(registry.data / "export.sqlite") as draft:
        copy_live(live, draft)
        return draft.read_bytes()


def _file(registry: Registry, world: str, name: str) -> Path:
    return registry.snapshots(world) / f"snapshot-{name}.sqlite"


@contextmanager
def _draft(target: Path) -> Iterator[Path]:
    """A name for a file in the making, gone in the end whatever happens."""
    draft = target.with_suffix(f".{secrets.token_hex(4)}.new")
    try:
        yield draft
    finally:
        for ending in ("", "-wal", "-shm"):
            Path(f"{draft}{ending}").unlink(missing_ok=True)


@contextmanager
def _state(closed: Path) -> Iterator[WorldState]:
    """The state row of a world that nobody uses, to be changed; afterwards it is one closed file again."""
    with transaction(closed) as session:
        yield session.get_one(WorldState, 1)
    close_kept(closed)
