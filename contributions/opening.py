"""Open what a user named, and never wait for a pipe that nobody writes into or a device without an end."""

import errno
import stat
from contextlib import AbstractContextManager, nullcontext
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Final

__all__ = ["A_DEVICE", "A_PIPE", "NO_FILES_IN_IT", "content_of", "opened"]

A_DEVICE: Final = "a device"
A_PIPE: Final = "a pipe"
NO_FILES_IN_IT: Final = "no .txt file in it"
"""Why a path is not read, as the reason of an `OSError`."""
_OWN_PIPES: Final = (("dev",), ("proc",))
"""Where the pipes are that a shell hands to a command."""


def opened(source: Path | bytes) -> AbstractContextManager[BinaryIO]:
    """The file, which can be read twice.

    Raises:
        OSError: it is not there or not to be read, is a folder, a pipe or a device.
    """
    if isinstance(source, bytes):
        return nullcontext(BytesIO(source))
    mode = source.stat().st_mode
    if stat.S_ISDIR(mode):
        has_files = any(source.rglob("*.[tT][xX][tT]"))
        raise IsADirectoryError(errno.EISDIR, "" if has_files else NO_FILES_IN_IT)
    if stat.S_ISFIFO(mode) and source.parts[1:2] not in _OWN_PIPES:
        raise OSError(errno.EINVAL, A_PIPE, str(source))  # reading it would wait for somebody who writes
    if stat.S_ISCHR(mode) or stat.S_ISBLK(mode):
        raise OSError(errno.EINVAL, A_DEVICE, str(source))  # reading it may never come to an end
    file = source.open("rb")
    return file if file.seekable() else nullcontext(BytesIO(file.read()))


def content_of(path: Path) -> bytes:
    """All of a file.

    Raises:
        OSError: as of `opened`.
    """
    with opened(path) as file:
        return file.read()
