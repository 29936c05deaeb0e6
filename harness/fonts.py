"""Whether documents and pages can show the names of people in Malaysia: Latin, Chinese and Tamil."""

from dataclasses import dataclass
from pathlib import PurePosixPath, PureWindowsPath

from harness.targets.machine import Machine

__all__ = ["FONT_LIST", "SCRIPTS", "Font", "can_look", "find_font"]

FONT_LIST = "fc-list"


@dataclass(frozen=True, slots=True)
class Script:
    """A way of writing, and where a font for it is known to be."""

    title: str
    language: str
    windows: str
    macos: str
    debian: str


@dataclass(frozen=True, slots=True)
class Font:
    """The font that shows a script here; an empty `name` means that there is none."""

    script: str
    name: str
    package: str


# The Debian packages are the smallest set that Typst was seen to use for all three: 2.9 MB together.
SCRIPTS: tuple[Script, ...] = (
    Script("Latin", "en", "arial.ttf", "Supplemental/Arial.ttf", "fonts-dejavu-core"),
    Script("Chinese", "zh", "msyh.ttc", "PingFang.ttc", "fonts-droid-fallback"),
    Script("Tamil", "ta", "nirmala.ttc", "Supplemental/Tamil MN.ttc", "fonts-lohit-taml"),
)


def can_look(machine: Machine) -> bool:
    """Whether this machine can be asked for its fonts: on Linux that is fontconfig's part."""
    return machine.platform in {"win32", "darwin"} or machine.has_program(FONT_LIST)


def find_font(script: Script, machine: Machine) -> Font:
    """A font for the script on this machine."""
    if machine.platform == "win32":
        windows = PureWindowsPath(machine.environment.get("SYSTEMROOT", r"C:\Windows")) / "Fonts"
        shown = script.windows if machine.has(windows / script.windows) else ""
    elif machine.platform == "darwin":
        folder = PurePosixPath("/System/Library/Fonts")
        shown = script.macos if machine.has(folder / script.macos) else ""
    else:
        lines = machine.ask([FONT_LIST, f":lang={script.language}", "family"]).splitlines()
        shown = min(lines, default="").partition(",")[0]
    return Font(script.title, shown, script.debian)
