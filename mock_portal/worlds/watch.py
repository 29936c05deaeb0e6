"""What was read from a world, kept for as long as nobody wrote to it, told without a system call.

Beside each world that is watched lies a file of a few bytes, mapped into memory; whoever commits to the world
writes other bytes into it. A read of one row and each look at the file system let go of Python's lock, so
that the threads of a busy process wait for each other (measured: eight threads answered a third of what one
did).
"""

import mmap
import os
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Generic, TypeVar

__all__ = ["AT_MOST", "Sign", "Watched", "sign_of", "tell_changed"]

AT_MOST: Final = 64
# What somebody else's program wrote to the file, or that it was removed by hand, is seen so much later.
_TRUSTED_SECONDS: Final = 0.25
_SIGN_BYTES: Final = 8
_BINARY: Final = getattr(os, "O_BINARY", 0)

T = TypeVar("T")


def sign_of(world_file: Path) -> Path:
    """The file beside a world that changes with it; there is none while nobody watches."""
    return Path(f"{world_file}-sign")


def tell_changed(world_file: Path) -> None:
    """Let every process that watches a world read it again. To be called after a commit, not before."""
    with suppress(FileNotFoundError):
        handle = os.open(sign_of(world_file), os.O_WRONLY | _BINARY)
        try:
            os.write(handle, secrets.token_bytes(_SIGN_BYTES))
        finally:
            os.close(handle)


class Sign:
    """The sign of a world as one process sees it, made if there is none.

    Opened anew for each reading: under the name of a deleted world another one may have been made.

    Raises:
        OSError: the world is not there, or its folder cannot be written.
    """

    def __init__(self, world_file: Path) -> None:
        world_file.stat()  # a world that is not there gets no sign
        handle = os.open(sign_of(world_file), os.O_RDWR | os.O_CREAT | _BINARY, 0o600)
        try:
            if os.fstat(handle).st_size < _SIGN_BYTES:
                os.write(handle, secrets.token_bytes(_SIGN_BYTES))
            self._mapped = mmap.mmap(handle, _SIGN_BYTES, access=mmap.ACCESS_READ)
        finally:
            os.close(handle)

    def now(self) -> bytes:
        """Other bytes after each transaction that wrote."""
        return self._mapped[:_SIGN_BYTES]


@dataclass(frozen=True)
class _Seen(Generic[T]):
    sign: Sign
    was: bytes
    until: float
    value: T


class Watched(Generic[T]):
    """The values that one process read from at most `AT_MOST` worlds, the longest unread forgotten first."""

    def __init__(self) -> None:
        self._seen: OrderedDict[Path, _Seen[T]] = OrderedDict()
        self._changing = threading.Lock()
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=self._start_anew)

    def find(self, world_file: Path) -> T | None:
        """The value, if nobody wrote to the world since it was read."""
        seen = self._seen.get(world_file)
        if seen is None or seen.sign.now() != seen.was or time.monotonic() > seen.until:
            return None
        return seen.value

    def read(self, world_file: Path, read: Callable[[], T]) -> T:
        """Read the value anew and keep it.

        Raises:
            Exception: whatever `read` raises; nothing is kept then.
        """
        try:
            sign = Sign(world_file)
        except OSError:
            return read()  # a folder that cannot be written: it is read each time
        was = sign.now()  # before reading: what is written meanwhile changes it
        value = read()
        with self._changing:
            self._seen[world_file] = _Seen(sign, was, time.monotonic() + _TRUSTED_SECONDS, value)
            self._seen.move_to_end(world_file)
            while len(self._seen) > AT_MOST:
                self._seen.popitem(last=False)
        return value

    def _start_anew(self) -> None:
        self._seen = OrderedDict()
        self._changing = threading.Lock()
