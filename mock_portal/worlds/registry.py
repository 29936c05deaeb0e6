"""Making, finding, copying and deleting worlds on disk.

A new world is a copy of its scenario's closed, checkpointed template under a temporary name, renamed. A
live world is read through SQLite's backup API and restored through it: a copy of the main file alone lacks
the tables that are still in the write-ahead log, and a replaced file under an open connection gets the old
log back (both measured).
"""

import secrets
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from mock_portal.database import close_kept
from mock_portal.errors import PortalError
from mock_portal.hosts import is_world_name

__all__ = ["BadWorldName", "NoSuchSnapshot", "NoSuchWorld", "Registry", "WorldExists"]


class NoSuchWorld(PortalError):
    """A world of this name does not exist, or was deleted."""

    code = "world.not_found"
    status = 404

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class WorldExists(PortalError):
    """The name is taken."""

    code = "world.exists"

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class BadWorldName(PortalError):
    """A name that cannot be part of a host name, or that a site has."""

    code = "world.bad_name"
    status = 400

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class NoSuchSnapshot(PortalError):
    """The world has no snapshot of this name."""

    code = "world.no_such_snapshot"
    status = 404

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


@dataclass(frozen=True)
class Registry:
    """The worlds of one data folder.

    Attributes:
        data: the folder; holds `worlds/`, `templates/`, `snapshots/`.
    """

    data: Path

    def world_file(self, name: str) -> Path:
        """The file of a world.

        Raises:
            NoSuchWorld: it does not exist or was deleted.
        """
        path = self._path(name)
        if not is_world_name(name) or not path.exists() or self._tombstone(name).exists():
            raise NoSuchWorld(name)
        return path

    def exists(self, name: str) -> bool:
        """Whether a world of this name is alive."""
        return is_world_name(name) and self._path(name).exists() and not self._tombstone(name).exists()

    def names(self) -> list[str]:
        """The living worlds, sorted."""
        return sorted(p.stem for p in (self.data / "worlds").glob("*.sqlite") if self.exists(p.stem))

    def create(self, template: Path, name: str | None = None) -> str:
        """Make a world from a closed template file; a name is invented where none is given.

        Raises:
            BadWorldName: the name cannot be a host name.
            WorldExists: the name is taken.
        """
        name = self._claim(name)
        target = self._path(name)
        draft = target.with_suffix(f".{secrets.token_hex(4)}.new")
        shutil.copyfile(template, draft)
        draft.replace(target)
        self._tombstone(name).unlink(missing_ok=True)
        return name

    def fork(self, source: str, name: str | None = None) -> str:
        """Make a world that is, from now on apart, what another one is.

        Raises:
            NoSuchWorld: there is nothing to fork.
            BadWorldName: the name cannot be a host name.
            WorldExists: the name is taken.
        """
        live = self.world_file(source)
        name = self._claim(name)
        target = self._path(name)
        draft = target.with_suffix(f".{secrets.token_hex(4)}.new")
        copy_live(live, draft)
        draft.replace(target)
        self._tombstone(name).unlink(missing_ok=True)
        return name

    def delete(self, name: str) -> None:
        """Delete a world; its tombstone tells every worker.

        Raises:
            NoSuchWorld: it does not exist.
        """
        path = self.world_file(name)
        self._tombstone(name).touch()
        close_kept(path)
        for file in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
            try:
                file.unlink(missing_ok=True)
            except PermissionError:
                # Another worker of a Windows machine still holds it; the tombstone already rules.
                continue

    def snapshot(self, name: str, snapshot: str) -> None:
        """Keep what a world is now under a name of its own.

        Raises:
            NoSuchWorld: the world does not exist.
            BadWorldName: the snapshot's name is not `[a-z0-9-]{1,40}`.
        """
        live = self.world_file(name)
        if not is_world_name(snapshot):
            raise BadWorldName(snapshot)
        target = self._snapshot(name, snapshot)
        target.parent.mkdir(parents=True, exist_ok=True)
        draft = target.with_suffix(f".{secrets.token_hex(4)}.new")
        copy_live(live, draft)
        draft.replace(target)

    def restore(self, name: str, snapshot: str) -> None:
        """Make a world what it was at a snapshot, under its open connections.

        Raises:
            NoSuchWorld: the world does not exist.
            NoSuchSnapshot: it has no snapshot of that name.
        """
        live = self.world_file(name)
        kept = self._snapshot(name, snapshot)
        if not is_world_name(snapshot) or not kept.exists():
            raise NoSuchSnapshot(snapshot)
        with closing(sqlite3.connect(kept)) as source, closing(sqlite3.connect(live, timeout=30)) as target:
            source.backup(target)

    def export(self, name: str) -> bytes:
        """The world as the bytes of one closed SQLite file.

        Raises:
            NoSuchWorld: it does not exist.
        """
        copy = self.data / f"export.{secrets.token_hex(4)}.sqlite"
        try:
            copy_live(self.world_file(name), copy)
            return copy.read_bytes()
        finally:
            copy.unlink(missing_ok=True)

    def _claim(self, name: str | None) -> str:
        (self.data / "worlds").mkdir(parents=True, exist_ok=True)
        if name is None:
            return f"w{secrets.token_hex(5)}"
        if not is_world_name(name):
            raise BadWorldName(name)
        if self._path(name).exists():
            raise WorldExists(name)
        return name

    def _path(self, name: str) -> Path:
        return self.data / "worlds" / f"{name}.sqlite"

    def _tombstone(self, name: str) -> Path:
        return self.data / "worlds" / f"{name}.deleted"

    def _snapshot(self, name: str, snapshot: str) -> Path:
        return self.data / "snapshots" / name / f"{snapshot}.sqlite"


def copy_live(live: Path, target: Path) -> None:
    """Copy a world that may be in use into one closed file."""
    with closing(sqlite3.connect(live, timeout=30)) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
