"""What was read from a world, kept for as long as nobody wrote to it, told without a system call.

SQLite counts the transactions of a file at the head of its shared memory, `FILE-shm`
(https://www.sqlite.org/walformat.html, section 2.1); comparing that costs a fraction of a microsecond. A
read of one row and each look at the file system let go of Python's lock, so that the threads of a busy
process wait for each other (measured: eight threads answered a third of what one did).

The shared memory is opened once and stays open until its world is deleted: where locks are POSIX's, closing
any handle of a file lets go of all locks that the process has on it, SQLite's too. Another process that opens
the world then takes it for abandoned and empties the memory under this one, which dies of it (seen).
"""

import mmap
import os
import sqlite3
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

from mock_portal.database import hold_open

__all__ = ["AT_MOST", "Watched", "forget"]

AT_MOST: Final = 32
# A file that somebody removed by hand is missed so much later.
_TRUSTED_SECONDS: Final = 0.25
_HEADER_BYTES: Final = 96  # both copies of it: they differ while it is written

T = TypeVar("T")


@dataclass(frozen=True)
class _Memory:
    """The shared memory of one world file.

    Attributes:
        file_number: tells the file from another that was made under its name later.
        held: stays open: the last connection to close removes the shared memory, and what is removed never
            changes again.
        handle: of the shared memory, which `mapped` shows.
    """

    file_number: int
    held: sqlite3.Connection
    handle: int
    mapped: mmap.mmap

    @classmethod
    def of(cls, world_file: Path) -> "_Memory":
        held = hold_open(world_file)
        handle = os.open(f"{world_file}-shm", os.O_RDONLY | getattr(os, "O_BINARY", 0))
        mapped = mmap.mmap(handle, _HEADER_BYTES, access=mmap.ACCESS_READ)
        return cls(world_file.stat().st_ino, held, handle, mapped)

    def header(self) -> bytes:
        return self.mapped[:_HEADER_BYTES]

    def close(self) -> None:
        """Only for a world that is deleted, or about to be."""
        self.held.close()
        self.mapped.close()
        os.close(self.handle)


class _NoRoom(OSError):
    """So many worlds are watched already."""


@dataclass(frozen=True)
class _Seen(Generic[T]):
    memory: _Memory
    header: bytes
    until: float
    value: T


_all: Final[list["Watched[Any]"]] = []


def forget(world_file: Path) -> None:
    """Let go of a world's file in this process, so that it can be removed on every system."""
    for watched in _all:
        watched.forget(world_file)


class Watched(Generic[T]):
    """The values that one process read from at most `AT_MOST` worlds; of further ones nothing is kept."""

    def __init__(self) -> None:
        self._seen: dict[Path, _Seen[T]] = {}
        self._memories: dict[Path, _Memory] = {}
        self._changing = threading.Lock()
        self._inherited: list[object] = []
        _all.append(self)
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=self._start_anew)

    def find(self, world_file: Path) -> T | None:
        """The value, if nobody wrote to the world since it was read."""
        seen = self._seen.get(world_file)
        try:
            if seen is None or seen.memory.header() != seen.header or time.monotonic() > seen.until:
                return None
        except ValueError:  # its world is being deleted
            return None
        return seen.value

    def read(self, world_file: Path, read: Callable[[], T]) -> T:
        """Read the value anew and keep it.

        Raises:
            Exception: whatever `read` raises; nothing is kept then.
        """
        try:
            memory = self._memory(world_file)
            header = memory.header()  # before reading: what is written meanwhile changes it
        except (OSError, ValueError, sqlite3.OperationalError):
            self._seen.pop(world_file, None)
            return read()  # without shared memory it is read each time
        try:
            value = read()
        except BaseException:
            if not world_file.exists():
                self.forget(world_file)
            raise
        self._seen[world_file] = _Seen(memory, header, time.monotonic() + _TRUSTED_SECONDS, value)
        return value

    def forget(self, world_file: Path) -> None:
        """Let go of a world that is deleted, or about to be."""
        with self._changing:
            self._seen.pop(world_file, None)
            memory = self._memories.pop(world_file, None)
        if memory is not None:
            memory.close()

    def _memory(self, world_file: Path) -> _Memory:
        memory = self._memories.get(world_file)
        if memory is not None and memory.file_number == world_file.stat().st_ino:
            return memory
        self.forget(world_file)  # another process deleted it and made it again
        with self._changing:
            if world_file not in self._memories:
                if len(self._memories) >= AT_MOST:
                    raise _NoRoom
                self._memories[world_file] = _Memory.of(world_file)
            return self._memories[world_file]

    def _start_anew(self) -> None:
        """Leave the parent's connections to the parent: SQLite's must not cross a fork."""
        self._inherited.append((self._seen, self._memories))
        self._seen, self._memories = {}, {}
        self._changing = threading.Lock()
