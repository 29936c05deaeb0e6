"""Making, finding, forking and deleting worlds on disk.

A new world is a copy of its scenario's closed, checkpointed template under a temporary name, then linked. A
live world is read through SQLite's backup API: a copy of the main file alone lacks the tables that are
still in the write-ahead log (measured).
"""

import os
import secrets
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from mock_portal.database import close_kept
from mock_portal.errors import PortalError
from mock_portal.hosts import is_world_name
from mock_portal.worlds.watch import sign_of, tell_changed

__all__ = ["BadWorldName", "NoSuchWorld", "Registry", "WorldExists", "copy_live"]


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
        path = self.path(name)
        if not is_world_name(name) or not path.exists() or self._tombstone(name).exists():
            raise NoSuchWorld(name)
        return path

    def exists(self, name: str) -> bool:
        """Whether a world of this name is alive."""
        return is_world_name(name) and self.path(name).exists() and not self._tombstone(name).exists()

    def names(self) -> list[str]:
        """The living worlds, sorted."""
        found = (p.stem.removeprefix("world-") for p in (self.data / "worlds").glob("world-*.sqlite"))
        return sorted(name for name in found if self.exists(name))

    def create(self, template: Path, name: str | None = None) -> str:
        """Make a world from a closed template file; a name is invented where none is given.

        Raises:
            BadWorldName: the name cannot be a host name.
            WorldExists: the name is taken.
        """
        return self._publish(name, lambda draft: shutil.copyfile(template, draft))

    def fork(self, source: str, name: str | None = None) -> str:
        """Make a world that is, from now on apart, what another one is.

        Raises:
            NoSuchWorld: there is nothing to fork.
            BadWorldName: the name cannot be a host name.
            WorldExists: the name is taken.
        """
        live = self.world_file(source)
        return self._publish(name, lambda draft: copy_live(live, draft))

    def delete(self, name: str) -> None:
        """Delete a world and its snapshots; its tombstone tells every worker.

        Raises:
            NoSuchWorld: it does not exist.
        """
        path = self.world_file(name)
        self._tombstone(name).touch()
        tell_changed(path)
        close_kept(path)
        _remove(path)
        shutil.rmtree(self.snapshots(name), ignore_errors=True)

    def snapshots(self, name: str) -> Path:
        """The folder of a world's snapshots."""
        return self.data / "snapshots" / f"world-{name}"

    def _publish(self, name: str | None, fill: Callable[[Path], object]) -> str:
        """Let a world appear whole, under a name that nobody else gets in the same moment."""
        if name is None:
            name = f"w{secrets.token_hex(5)}"
        if not is_world_name(name):
            raise BadWorldName(name)
        target = self.path(name)
        target.parent.mkdir(parents=True, exist_ok=True)
        if self._tombstone(name).exists():
            close_kept(target)
            _remove(target)  # what another process still held open when it was deleted
        if target.exists():
            raise WorldExists(name)
        draft = target.with_suffix(f".{secrets.token_hex(4)}.new")
        try:
            fill(draft)
            _remove_log(target)  # an old write-ahead log would be played into the new file
            _put_in_place(draft, target)
        except FileExistsError:
            raise WorldExists(name) from None
        finally:
            draft.unlink(missing_ok=True)
        self._tombstone(name).unlink(missing_ok=True)
        return name

    def path(self, name: str) -> Path:
        """Where the file of a world is, or would be."""
        return _path(self.data, name)

    def _tombstone(self, name: str) -> Path:
        return self.data / "worlds" / f"world-{name}.deleted"


@lru_cache(maxsize=1024)
def _path(data: Path, name: str) -> Path:
    # The prefix keeps names such as con and nul off Windows' devices.
    return data / "worlds" / f"world-{name}.sqlite"


def copy_live(live: Path, target: Path) -> None:
    """Copy a world that may be in use into one closed file."""
    with closing(sqlite3.connect(live, timeout=30)) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy)


def _put_in_place(draft: Path, target: Path) -> None:
    """Give a file its name, unless somebody else took the name in the same moment."""
    try:
        os.link(draft, target)  # unlike a rename, it never replaces
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        draft.rename(target)


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
        sign_of(path).unlink(missing_ok=True)
        _remove_log(path)
    except PermissionError:
        # On Windows another process may still hold it open; the tombstone already rules.
        return


def _remove_log(path: Path) -> None:
    for ending in ("-wal", "-shm"):
        Path(f"{path}{ending}").unlink(missing_ok=True)
