"""One portal to a data folder: a lock on a file that ends with its process, however that ends."""

import contextlib
import errno
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

__all__ = ["FolderTaken", "locked"]

_NAME: Final = "portal.lock"
_TAKEN: Final = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}


class FolderTaken(Exception):
    """Another process holds the lock."""


if sys.platform != "win32":
    import fcntl

    def _lock(number: int) -> None:
        # a record lock: workers do not inherit it, so it ends with the process that took it
        fcntl.lockf(number, fcntl.LOCK_EX | fcntl.LOCK_NB)

else:
    import msvcrt

    def _lock(number: int) -> None:
        msvcrt.locking(number, msvcrt.LK_NBLCK, 1)


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold a folder for this process.

    Raises:
        FolderTaken: another process holds it.
        OSError: nothing can be written there.
    """
    with (folder / _NAME).open("ab") as file:
        try:
            _lock(file.fileno())
        except OSError as error:
            if error.errno in _TAKEN:
                raise FolderTaken(str(folder)) from error
            # a file system without locks: as good as it was before there were any
        yield
