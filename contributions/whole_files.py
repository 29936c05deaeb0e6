"""Files written whole or not at all: a reader never sees half of one, and a full disk loses nothing."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

__all__ = ["put_whole", "written_whole"]


@contextmanager
def written_whole(path: Path) -> Iterator[BinaryIO]:
    """What to write a file's new content into; it takes the old one's place, and its rights, at the end.

    The content is written beside the path and renamed; when anything fails, the old file stays as it was. A
    device or a pipe is no file that could be replaced: it is written as it is.

    Raises:
        OSError: it cannot be written.
    """
    if path.exists() and not path.is_file():
        with path.open("wb") as there:
            yield there
        return
    asked, path = path, Path(os.path.realpath(path))  # through a link, which stays one
    beside = path.with_name(f".{path.name}.{os.urandom(4).hex()}")
    try:
        with beside.open("xb") as file:
            yield file
        if path.exists():
            with suppress(OSError):
                beside.chmod(path.stat().st_mode)
        os.replace(beside, path)  # noqa: PTH105 - the name says that an old file goes
    except BaseException as error:
        with suppress(OSError):
            beside.unlink()
        if isinstance(error, OSError) and error.filename == str(beside):
            error.filename, error.filename2 = str(asked), None  # the name that somebody knows
        raise


def put_whole(path: Path, content: bytes) -> None:
    """Write a file at once.

    Raises:
        OSError: it cannot be written.
    """
    with written_whole(path) as file:
        file.write(content)
