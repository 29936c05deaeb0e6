"""Files written whole or not at all: a reader never sees half of one, and a full disk loses nothing."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

__all__ = ["NotAllPut", "put_all_whole", "put_whole", "written_whole"]


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
    beside = _beside(path)
    try:
        with beside.open("xb") as file:
            yield file
        _take_place(beside, path)
    except BaseException as error:
        with suppress(OSError):
            beside.unlink()
        if isinstance(error, OSError) and error.filename == str(beside):
            error.filename, error.filename2 = str(asked), None  # the name that somebody knows
        raise


def _beside(path: Path) -> Path:
    """Where the new content waits."""
    return path.with_name(f".{path.name}.{os.urandom(4).hex()}")


def _take_place(beside: Path, path: Path) -> None:
    """Put the new content in the place of the old file, with its rights."""
    if path.exists():
        with suppress(OSError):
            beside.chmod(path.stat().st_mode)
    os.replace(beside, path)  # noqa: PTH105 - the name says that an old file goes


def put_whole(path: Path, content: bytes) -> None:
    """Write a file at once.

    Raises:
        OSError: it cannot be written.
    """
    with written_whole(path) as file:
        file.write(content)


class NotAllPut(Exception):
    """One of several files could not be written, and why; `put` are those that took their places before."""

    def __init__(self, path: Path, why: OSError, put: Sequence[Path]) -> None:
        super().__init__(f"{path}: {why}")
        self.path = path
        self.why = why
        self.put = tuple(put)


def put_all_whole(contents: Mapping[Path, bytes]) -> None:
    """Write several files; none takes its place before the content of all is written.

    Raises:
        NotAllPut: one cannot be written. Mostly none was put then; a file that somebody else holds open may
            refuse its new content at the very end.
    """
    waiting: dict[Path, Path] = {}
    put: list[Path] = []
    path = Path()
    try:
        for path, content in contents.items():
            if path.exists() and not path.is_file():
                put_whole(path, content)
            else:
                waiting[path] = _beside(Path(os.path.realpath(path)))
                waiting[path].write_bytes(content)
        for path, beside in waiting.items():
            _take_place(beside, Path(os.path.realpath(path)))
            put.append(path)
    except OSError as error:
        raise NotAllPut(path, error, put) from error
    finally:
        for beside in waiting.values():
            with suppress(OSError):
                beside.unlink(missing_ok=True)
