"""The machine as the search for browsers sees it: its files, its environment, its answers.

Everything the search learns comes through here, so that a test can lay out another machine in a folder.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

__all__ = ["Machine", "playwright_revisions", "playwright_version", "run_quietly"]


def run_quietly(command: Sequence[str]) -> str:
    """What a short command prints; empty when it is absent, fails or takes over ten seconds."""
    try:
        done = subprocess.run(  # the commands are constants of this package
            command,
            capture_output=True,
            check=False,
            encoding="utf-8",
            errors="replace",
            stdin=subprocess.DEVNULL,
            timeout=10,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def playwright_version() -> str | None:
    """The version of Playwright that is installed; None when it is not."""
    try:
        return version("playwright")
    except PackageNotFoundError:
        return None


def playwright_revisions() -> Mapping[str, tuple[str, str]]:
    """Revision and browser version of each browser that the installed Playwright would download."""
    spec = find_spec("playwright")
    if spec is None or spec.origin is None:
        return {}
    listing = Path(spec.origin).parent / "driver" / "package" / "browsers.json"
    if not listing.is_file():
        return {}
    browsers = json.loads(listing.read_text(encoding="utf-8"))["browsers"]
    return {entry["name"]: (entry["revision"], entry.get("browserVersion", "")) for entry in browsers}


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """An operating system with its files and environment; by default the one that this runs on.

    `root` stands before every absolute path (None: the real file system). `ask` runs a command and gives
    what it printed.
    """

    platform: str = sys.platform
    environment: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))
    home: Path = field(default_factory=Path.home)
    root: Path | None = None
    ask: Callable[[Sequence[str]], str] = run_quietly
    revisions: Mapping[str, tuple[str, str]] = field(default_factory=playwright_revisions)

    def real(self, path: PurePath) -> Path:
        """Where `path` of this machine can be read."""
        if self.root is None:
            return Path(path)
        drive = [path.drive.rstrip(":")] if isinstance(path, PureWindowsPath) else []
        return self.root.joinpath(*drive, *path.parts[1:])

    def has(self, path: PurePath) -> bool:
        """Whether the file is there."""
        try:
            return self.real(path).is_file()
        except OSError:
            return False

    def has_program(self, name: str) -> bool:
        """Whether a command of this name can be asked here."""
        folders = self.environment.get("PATH", "/usr/local/bin:/usr/bin:/bin").split(":")
        return any(self.has(PurePosixPath(folder) / name) for folder in folders if folder.startswith("/"))

    @property
    def is_debian(self) -> bool:
        """Whether Debian's package manager is in charge here."""
        return self.platform == "linux" and self.real(Path("/etc/debian_version")).is_file()
