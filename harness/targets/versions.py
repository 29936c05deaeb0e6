"""Exact versions of browsers, read without starting one wherever the machine keeps them in a file.

On Windows `chrome.exe --version` opens a window, so there the version is the name of the folder beside it.
"""

import configparser
import plistlib
import re
from dataclasses import dataclass
from pathlib import Path, PurePath, PurePosixPath
from xml.parsers.expat import ExpatError

from harness.targets.machine import Machine

__all__ = ["FirefoxFacts", "chromium_version", "firefox_facts"]

_DOTTED = re.compile(r"\d+(?:\.\d+)+")
_PACKAGES = {
    "chromium": "chromium",
    "chromium-browser": "chromium-browser",
    "chrome": "google-chrome-stable",
    "google-chrome": "google-chrome-stable",
    "google-chrome-stable": "google-chrome-stable",
    "msedge": "microsoft-edge-stable",
    "microsoft-edge": "microsoft-edge-stable",
    "microsoft-edge-stable": "microsoft-edge-stable",
}
_SNAP_FIREFOX = PurePosixPath("/snap/firefox/current/usr/lib/firefox/application.ini")


@dataclass(frozen=True, slots=True)
class FirefoxFacts:
    """What a Firefox says of itself; `version` is empty when it could not be read."""

    version: str
    extended_support: bool


def chromium_version(machine: Machine, executable: PurePath) -> str:
    """The version of a browser built on Chromium; empty when it cannot be told."""
    if machine.platform == "win32":
        return _newest_folder(machine.real(executable.parent))
    if machine.platform == "darwin":
        return _bundle_version(machine.real(executable.parent.parent / "Info.plist"))
    package = _PACKAGES.get(executable.name, executable.name)
    answer = machine.ask(["dpkg-query", "--show", "--showformat=${Version}", package])
    return _first_version(answer) or _first_version(machine.ask([str(executable), "--version"]))


def firefox_facts(machine: Machine, executable: PurePath) -> FirefoxFacts:
    """Version and kind of a Firefox, from the `application.ini` that lies beside it."""
    for place in _application_files(machine, executable):
        if place.is_file():
            return _read_application(place)
    answer = "" if machine.platform == "win32" else machine.ask([str(executable), "--version"])
    return FirefoxFacts(_first_version(answer), extended_support="esr" in answer.lower())


def _application_files(machine: Machine, executable: PurePath) -> tuple[Path, ...]:
    binary = machine.real(executable)
    places = [binary.resolve().parent / "application.ini"]
    if machine.platform == "darwin":
        places.insert(0, binary.parent.parent / "Resources" / "application.ini")
    if executable == PurePosixPath("/snap/bin/firefox"):
        places.insert(0, machine.real(_SNAP_FIREFOX))
    return tuple(places)


def _read_application(place: Path) -> FirefoxFacts:
    parser = configparser.ConfigParser(interpolation=None, strict=False)
    parser.read(place, encoding="utf-8")
    app = parser["App"] if parser.has_section("App") else {}
    marks = f"{app.get('RemotingName', '')} {app.get('SourceRepository', '')}".lower()
    return FirefoxFacts(app.get("Version", ""), extended_support="esr" in marks)


def _newest_folder(folder: Path) -> str:
    names = [entry.name for entry in folder.iterdir() if _DOTTED.fullmatch(entry.name)]
    return max(names, key=lambda name: [int(part) for part in name.split(".")], default="")


def _bundle_version(listing: Path) -> str:
    try:
        with listing.open("rb") as file:
            return str(plistlib.load(file).get("CFBundleShortVersionString", ""))
    except (OSError, plistlib.InvalidFileException, ExpatError):
        return ""


def _first_version(text: str) -> str:
    found = _DOTTED.search(text)
    return found.group() if found else ""
