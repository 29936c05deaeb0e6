"""Where browsers live, per operating system.

Chrome, Edge and Firefox places are those that Playwright's own registry names for its channels
(`chrome`, `msedge`, `moz-firefox`), and the places where Linux distributions put them.
"""

from collections.abc import Mapping
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import Final

__all__ = [
    "CHROME",
    "CHROMIUM",
    "EDGE",
    "FIREFOX",
    "HEADLESS_SHELL",
    "Places",
    "candidates",
    "playwright_folder",
]

Places = Mapping[str, tuple[str, ...]]
"""Candidate paths per `sys.platform`; on Windows they are relative to each programs folder."""

CHROME: Final[Places] = {
    "linux": ("/opt/google/chrome/chrome", "/usr/bin/google-chrome-stable", "/usr/bin/google-chrome"),
    "darwin": ("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",),
    "win32": (r"Google\Chrome\Application\chrome.exe",),
}
EDGE: Final[Places] = {
    "linux": ("/opt/microsoft/msedge/msedge", "/usr/bin/microsoft-edge-stable", "/usr/bin/microsoft-edge"),
    "darwin": ("/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",),
    "win32": (r"Microsoft\Edge\Application\msedge.exe",),
}
FIREFOX: Final[Places] = {
    "linux": (
        "/usr/lib/firefox/firefox",
        "/opt/firefox/firefox",
        "/snap/bin/firefox",  # before /usr/bin/firefox, which on Ubuntu is a script that calls it
        "/usr/bin/firefox",
        "/usr/bin/firefox-esr",
    ),
    "darwin": ("/Applications/Firefox.app/Contents/MacOS/firefox",),
    "win32": (r"Mozilla Firefox\firefox.exe",),
}
CHROMIUM: Final[Places] = {
    "linux": ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/snap/bin/chromium"),
    "darwin": ("/Applications/Chromium.app/Contents/MacOS/Chromium",),
    "win32": (r"Chromium\Application\chrome.exe",),
}
HEADLESS_SHELL: Final[Places] = {
    # not the script in /usr/bin: it would stay between Playwright and the browser
    "linux": ("/usr/lib/chromium/chromium-headless-shell",),
    "darwin": (),
    "win32": (),
}

_PROGRAMS = ("LOCALAPPDATA", "PROGRAMFILES", "PROGRAMFILES(X86)")


def candidates(places: Places, *, platform: str, environment: Mapping[str, str]) -> tuple[PurePath, ...]:
    """The full paths to look at, in order of preference."""
    if platform != "win32":
        return tuple(PurePosixPath(path) for path in places.get(platform, ()))
    roots = [PureWindowsPath(environment[name]) for name in _PROGRAMS if environment.get(name)]
    if drive := environment.get("HOMEDRIVE"):
        roots += [
            PureWindowsPath(drive + "\\Program Files"),
            PureWindowsPath(drive + "\\Program Files (x86)"),
        ]
    return tuple(root / path for path in places["win32"] for root in dict.fromkeys(roots))


def playwright_folder(*, platform: str, environment: Mapping[str, str], home: Path) -> Path | None:
    """The folder in which Playwright keeps the browsers that it downloads; None: in its own package."""
    if named := environment.get("PLAYWRIGHT_BROWSERS_PATH"):
        return None if named == "0" else Path(named)
    if platform == "win32":
        return Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local") / "ms-playwright"
    if platform == "darwin":
        return home / "Library" / "Caches" / "ms-playwright"
    return Path(environment.get("XDG_CACHE_HOME") or home / ".cache") / "ms-playwright"
