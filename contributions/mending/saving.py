"""Put a mended file in the place of the one it was made from, whole or not at all.

The new file is written beside the old one and renamed. Where the old one is open in another program and
cannot be replaced (on Windows: Excel, OneDrive), the new one stays beside it as `NAME.fixed.txt`.
"""

import os
import secrets
import shutil
import stat
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from contributions.bilingual import T
from contributions.errors import ContributionsError

__all__ = ["ChangedMeanwhile", "Protected", "Saved", "save"]


class ChangedMeanwhile(ContributionsError):
    """A file is no longer what was read; it was left alone."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            T(
                f"{path} was changed by another program meanwhile and was left as it is",
                f"{path} telah diubah oleh program lain sementara itu dan dibiarkan seperti sedia ada",
            )
        )
        self.path = path


class Protected(ContributionsError):
    """A file is marked as read-only: whoever did that wants it kept, although its folder may be written."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            T(
                f"{path} is read-only and was left as it is",
                f"{path} untuk dibaca sahaja dan dibiarkan seperti sedia ada",
            )
        )
        self.path = path


@dataclass(frozen=True, slots=True)
class Saved:
    """Where the mended file is; `is_beside` when the old one could not be replaced."""

    path: Path
    is_beside: bool


def save(path: Path, content: bytes, *, instead_of: bytes) -> Saved:
    """Replace a file, whose content was `instead_of`, by another.

    Raises:
        Protected: it is read-only.
        ChangedMeanwhile: it has another content by now.
        OSError: neither it nor a file beside it can be written.
    """
    path = path.resolve()
    _refuse_protected(path)
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with temporary.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        with suppress(OSError):
            shutil.copymode(path, temporary)
        _refuse_change(path, instead_of)
        try:
            temporary.replace(path)
        except PermissionError:
            beside = path.with_name(f"{path.stem}.fixed.txt")
            temporary.replace(beside)
            return Saved(beside, is_beside=True)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return Saved(path, is_beside=False)


def _refuse_change(path: Path, content: bytes) -> None:
    if path.read_bytes() != content:
        raise ChangedMeanwhile(path)


def _refuse_protected(path: Path) -> None:
    anybody = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH  # an administrator may write whatever it says
    if not path.stat().st_mode & anybody or not os.access(path, os.W_OK):
        raise Protected(path)
