"""What `assist doctor` finds: each thing that a run needs, whether it is there, and the mend if not."""

import errno
import socket
from dataclasses import dataclass
from typing import Final

from harness.fonts import FONT_LIST, SCRIPTS, can_look, find_font
from harness.targets.compatibility import playwright_fault
from harness.targets.finding import find_targets, mend_for
from harness.targets.machine import Machine, playwright_version
from harness.targets.target import TARGET_NAMES, TITLES, Target
from harness.targets.video import FFMPEG_MEND, has_ffmpeg

__all__ = ["Diagnosis", "Fact", "diagnose"]

PORTAL_PORT: Final = 8000


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One thing looked at. `needed` is False for what a run can do without."""

    name: str
    found: str
    is_good: bool
    mend: str = ""
    needed: bool = True


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """All that was found on a machine."""

    targets: tuple[Target, ...]
    facts: tuple[Fact, ...]

    @property
    def problems(self) -> tuple[Fact, ...]:
        """What stands in the way of a run."""
        return tuple(fact for fact in self.facts if fact.needed and not fact.is_good)

    @property
    def is_healthy(self) -> bool:
        """Whether nothing stands in the way."""
        return not self.problems


def diagnose(machine: Machine | None = None, *, playwright: str | None = None) -> Diagnosis:
    """Look at browsers, Playwright, the port, fonts and ffmpeg; nothing is started or changed."""
    here = machine or Machine()
    targets = find_targets(here)
    driver = playwright or playwright_version()
    facts = (
        *_missing_targets(targets, here),
        *_without_version(targets, here),
        _playwright(driver),
        *_drivable(targets, driver),
        _port(PORTAL_PORT),
        *_fonts(here),
        _ffmpeg(here),
    )
    return Diagnosis(targets, facts)


def _missing_targets(targets: tuple[Target, ...], machine: Machine) -> list[Fact]:
    found = {target.name for target in targets}
    return [
        Fact(name=TITLES[name], found="no browser for it", is_good=False, mend=mend_for(machine))
        for name in TARGET_NAMES
        if name not in found
    ]


def _without_version(targets: tuple[Target, ...], machine: Machine) -> list[Fact]:
    """Browsers whose file is there and does not say what it is: an empty file, one of another machine."""
    return [
        Fact(
            name=target.title,
            found=f"{target.executable} is there, but its version cannot be read, so it may not run",
            is_good=False,
            mend=f'Look what "{target.executable} --version" says, or install it again: {mend_for(machine)}',
        )
        for target in targets
        if not target.version
    ]


def _playwright(version: str | None) -> Fact:
    if version is None:
        return Fact(name="Playwright", found="not installed", is_good=False, mend="pip install playwright")
    return Fact(name="Playwright", found=version, is_good=True)


def _drivable(targets: tuple[Target, ...], playwright: str | None) -> list[Fact]:
    if playwright is None:
        return []
    faults = ((target, playwright_fault(target, playwright)) for target in targets)
    return [
        Fact(
            name=f"Playwright with {target.title}",
            found=fault.message.rstrip("."),
            is_good=False,
            mend=fault.mend,
        )
        for target, fault in faults
        if fault is not None
    ]


def _port(number: int) -> Fact:
    name = f"Port {number}"
    with socket.socket() as trial:
        try:
            trial.bind(("127.0.0.1", number))
        except OSError as error:
            why = "in use" if error.errno in {errno.EADDRINUSE, errno.EACCES} else str(error)
            return Fact(name=name, found=why, is_good=False, needed=False, mend="assist portal --port 0")
    return Fact(name=name, found="free", is_good=True)


def _fonts(machine: Machine) -> list[Fact]:
    if not can_look(machine):
        mend = "apt-get install -y fontconfig" if machine.is_debian else "Install fontconfig"
        found = f"could not look: {FONT_LIST} is not here"
        return [Fact(name="Fonts", found=found, is_good=False, needed=False, mend=mend)]
    facts = []
    for script in SCRIPTS:
        font = find_font(script, machine)
        mend = f"apt-get install -y {font.package}" if machine.is_debian else f"Install a {font.script} font"
        facts.append(
            Fact(
                name=f"Font for {font.script}",
                found=font.name or "none",
                is_good=bool(font.name),
                mend="" if font.name else mend,
            )
        )
    return facts


def _ffmpeg(machine: Machine) -> Fact:
    is_here = has_ffmpeg(machine)
    return Fact(
        name="Playwright's ffmpeg (only for video)",
        found="installed" if is_here else "not installed",
        is_good=is_here,
        needed=False,
        mend="" if is_here else f"To use --video: {FFMPEG_MEND}",
    )
