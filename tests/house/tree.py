"""The files of this repository, as the tests of the house see them."""

import re
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@cache
def tracked_files() -> tuple[Path, ...]:
    """Every file that git knows or would add, as paths from the root."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607 - git is on the path
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout.decode()
    names = sorted(filter(None, listed.split("\0")))
    return tuple(Path(name) for name in names if (ROOT / name).is_file())


def files_ending(*suffixes: str) -> tuple[Path, ...]:
    """The tracked files with one of these suffixes."""
    return tuple(path for path in tracked_files() if path.suffix in suffixes)


def read(path: Path) -> str:
    """The text of a tracked file."""
    return (ROOT / path).read_text(encoding="utf-8")


def lines_with(pattern: re.Pattern[str], paths: tuple[Path, ...]) -> list[str]:
    """`path:line: text` for every line in which the pattern is found."""
    return [
        f"{path.as_posix()}:{number}: {line.strip()}"
        for path in paths
        for number, line in enumerate(read(path).splitlines(), start=1)
        if pattern.search(line)
    ]
