"""What Debian's own packages give: Chromium, Firefox ESR and fonts.

They are installed only when this process is root; sudo is never called.
"""

import os
import subprocess
from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Final

from harness.errors import HarnessError
from harness.fonts import SCRIPTS, find_font
from harness.targets.finding import find_target
from harness.targets.machine import Machine

__all__ = [
    "HEADLESS_SHELL",
    "InstallFailed",
    "PackagesMissing",
    "install",
    "install_command",
    "is_root",
    "lacks_headless_shell",
    "missing_packages",
]

HEADLESS_SHELL: Final = "chromium-headless-shell"
"""The package that makes a test run quicker; nothing needs it."""

_LAST_WORDS: Final = 1500
_CHROMIUM: Final = PurePosixPath("/usr/bin/chromium")
_FONT_LIST: Final = PurePosixPath("/usr/bin/fc-list")


class PackagesMissing(HarnessError):
    """Packages are missing and may not be installed from here."""

    def __init__(self, packages: Sequence[str], *, command: str) -> None:
        self.packages = tuple(packages)
        super().__init__(f"Missing here: {', '.join(packages)}.", mend=f"Run: {command}")


class InstallFailed(HarnessError):
    """The package manager could not do what it was asked."""

    def __init__(self, command: str, *, output: str) -> None:
        self.command = command
        self.output = output
        super().__init__(f"This failed: {command}\n{output}", mend="Mend what it names, then run it again.")


def missing_packages(machine: Machine) -> tuple[str, ...]:
    """The Debian packages that a run needs and that this machine lacks."""
    wanted = []
    if find_target("chrome", machine) is None or find_target("edge", machine) is None:
        wanted.append("chromium")
    if find_target("firefox", machine) is None:
        wanted.append("firefox-esr")
    fonts = [find_font(script, machine) for script in SCRIPTS]
    wanted += [font.package for font in fonts if not font.name]
    if not machine.has(_FONT_LIST):
        wanted.append("fontconfig")
    return tuple(wanted)


def lacks_headless_shell(machine: Machine) -> bool:
    """Whether Debian's Chromium plays Chrome here and could be spared by its headless shell."""
    found = find_target("chrome", machine, headless_shell=True)
    return found is not None and found.executable == machine.real(_CHROMIUM)


def install_command(packages: Sequence[str]) -> str:
    """The one line that a person runs."""
    return f"sudo apt-get update && sudo apt-get install -y {' '.join(packages)}"


def install(packages: Sequence[str]) -> None:
    """Install the packages, quietly; this process must be root.

    Raises:
        InstallFailed: the lists or the packages could not be had.
    """
    _apt("update")
    _apt("install", "--yes", "--no-install-recommends", *packages)


def is_root() -> bool:
    """Whether this process may install packages; False where there is no such thing."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _apt(*arguments: str) -> None:
    command = ["apt-get", "--quiet", "--quiet", *arguments]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        command,
        capture_output=True,
        check=False,
        encoding="utf-8",
        env=environment,
        errors="replace",
        stdin=subprocess.DEVNULL,
    )
    if done.returncode != 0:
        raise InstallFailed(" ".join(command), output=(done.stdout + done.stderr).strip()[-_LAST_WORDS:])
