"""Several result files that are written all or, where one is in the way, not at all."""

from collections.abc import Mapping
from pathlib import Path

from harness.cli.check_output import put_into
from harness.errors import HarnessError

__all__ = ["put_all"]


def put_all(contents: Mapping[Path, bytes], *, force: bool) -> list[Path]:
    """Write files, each whole; gives their paths.

    Raises:
        HarnessError: one is there already and may not be replaced, or cannot be written.
    """
    there = [path for path in contents if path.exists()]
    if there and not force:
        raise HarnessError(f"{there[0]} is there already", mend="--force replaces it.")
    for path in contents:
        path.parent.mkdir(parents=True, exist_ok=True)
    for path, content in contents.items():
        put_into(path, content)
    return list(contents)
