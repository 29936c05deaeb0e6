"""The search for the browser that plays each target on this machine.

First the genuine browser; then the build that Playwright downloads; then the Chromium of the system. Where
quickness counts more than the window, Chrome's stand-in may be Chromium's headless shell.
"""

from pathlib import Path, PurePath

from harness.errors import NoSuchTarget, TargetNotFound
from harness.targets import places
from harness.targets.machine import Machine
from harness.targets.target import TARGET_NAMES, TITLES, Engine, Target, TargetName
from harness.targets.versions import chromium_version, firefox_facts

__all__ = ["Machine", "find_target", "find_targets", "get_target"]

_CDP = "Chrome DevTools Protocol"
_BIDI = "WebDriver BiDi"
_OWN_PROTOCOL = "Playwright's own (Juggler)"
_CHANNELS: dict[TargetName, str] = {"chrome": "chrome", "edge": "msedge"}
_MAKERS: dict[TargetName, str] = {"chrome": "Google", "edge": "Microsoft"}
_GENUINE: dict[TargetName, tuple[str, places.Places]] = {
    "chrome": ("Google Chrome", places.CHROME),
    "edge": ("Microsoft Edge", places.EDGE),
}
_MEND_WINDOWS_MAC = "Install the browser from its maker, or run: playwright install chromium firefox"
_MEND_DEBIAN = "apt-get update && apt-get install -y chromium firefox-esr"


def find_targets(machine: Machine | None = None, *, headless_shell: bool = False) -> tuple[Target, ...]:
    """Every target that can be played here, in the order chrome, firefox, edge; see `find_target`."""
    here = machine or Machine()
    found = (find_target(name, here, headless_shell=headless_shell) for name in TARGET_NAMES)
    return tuple(target for target in found if target is not None)


def get_target(name: str, machine: Machine | None = None, *, headless_shell: bool = False) -> Target:
    """The browser for a target; `headless_shell` as in `find_target`.

    Raises:
        NoSuchTarget: `name` is none of chrome, firefox, edge.
        TargetNotFound: nothing on this machine can play it.
    """
    here = machine or Machine()
    for known in TARGET_NAMES:
        if known == name:
            target = find_target(known, here, headless_shell=headless_shell)
            if target is None:
                raise TargetNotFound(name, looked_for=looked_for(known, here), mend=mend_for(here))
            return target
    raise NoSuchTarget(name, known=TARGET_NAMES)


def find_target(
    name: TargetName, machine: Machine | None = None, *, headless_shell: bool = False
) -> Target | None:
    """The browser for a target; None when nothing here can play it.

    With `headless_shell`, a stand-in for Chrome is Chromium's headless shell where that is here: the same
    engine without a browser's window, which needs much less of the processor.
    """
    here = machine or Machine()
    if name == "firefox":
        return _stock_firefox(here) or _downloaded_firefox(here)
    if genuine := _genuine_chromium(here, name):
        return genuine
    shell = _headless_shell(here) if headless_shell and name == "chrome" else None
    return shell or _downloaded_chromium(here, name) or _system_chromium(here, name)


def looked_for(name: TargetName, machine: Machine) -> tuple[str, ...]:
    """The paths that were looked at for a target, for the message when none is there."""
    lists = [places.FIREFOX] if name == "firefox" else [_GENUINE[name][1], places.CHROMIUM]
    return tuple(str(path) for entry in lists for path in _candidates(machine, entry))


def mend_for(machine: Machine) -> str:
    """The one command, or step, that brings browsers to this machine."""
    return _MEND_DEBIAN if machine.is_debian else _MEND_WINDOWS_MAC


def _genuine_chromium(machine: Machine, name: TargetName) -> Target | None:
    product, where = _GENUINE[name]
    path = _first(machine, where)
    if path is None:
        return None
    return Target(
        name=name,
        engine=Engine.CHROMIUM,
        product=product,
        executable=machine.real(path),
        version=chromium_version(machine, path),
        genuine=True,
        channel=_CHANNELS[name],
        protocol=_CDP,
        why=f"{_MAKERS[name]}'s own {product} is installed",
    )


def _downloaded_chromium(machine: Machine, name: TargetName) -> Target | None:
    found = _downloaded(machine, "chromium", ("chrome", "Google Chrome for Testing", "chrome.exe"))
    if found is None:
        return None
    path, version = found
    return _stand_in(name, "Chrome for Testing", path, version, "Playwright's own build is the nearest here")


def _headless_shell(machine: Machine) -> Target | None:
    found = _downloaded(
        machine,
        "chromium-headless-shell",
        ("chrome-headless-shell", "headless_shell", "chrome-headless-shell.exe"),
    )
    if found is None and (path := _first(machine, places.HEADLESS_SHELL)) is not None:
        found = machine.real(path), chromium_version(machine, path)
    if found is None:
        return None
    why = "Chromium's headless shell has the same engine and was asked for"
    return _stand_in("chrome", "Chromium headless shell", *found, why)


def _system_chromium(machine: Machine, name: TargetName) -> Target | None:
    path = _first(machine, places.CHROMIUM)
    if path is None:
        return None
    why = "the system's Chromium has the same engine"
    return _stand_in(name, "Chromium", machine.real(path), chromium_version(machine, path), why)


def _stand_in(name: TargetName, product: str, path: Path, version: str, why: str) -> Target:
    genuine = _GENUINE[name][0]
    return Target(
        name=name,
        engine=Engine.CHROMIUM,
        product=product,
        executable=path,
        version=version,
        genuine=False,
        channel=None,
        protocol=_CDP,
        why=f"{genuine} is not installed; {why}" + (" and takes Edge's name" if name == "edge" else ""),
    )


def _stock_firefox(machine: Machine) -> Target | None:
    path = _first(machine, places.FIREFOX)
    if path is None:
        return None
    facts = firefox_facts(machine, path)
    product = "Firefox ESR" if facts.extended_support else "Firefox"
    return Target(
        name="firefox",
        engine=Engine.FIREFOX,
        product=product,
        executable=machine.real(path),
        version=facts.version,
        genuine=True,
        channel="moz-firefox",
        protocol=_BIDI,
        why=f"{TITLES['firefox']} is installed and is driven as its maker ships it",
    )


def _downloaded_firefox(machine: Machine) -> Target | None:
    found = _downloaded(machine, "firefox", ("firefox", "firefox.exe"))
    if found is None:
        return None
    path, version = found
    return Target(
        name="firefox",
        engine=Engine.FIREFOX,
        product="Playwright's Firefox build",
        executable=path,
        version=version,
        genuine=False,
        channel=None,
        protocol=_OWN_PROTOCOL,
        why="Firefox is not installed; Playwright's own build, which is patched, is the nearest here",
    )


def _downloaded(machine: Machine, browser: str, names: tuple[str, ...]) -> tuple[Path, str] | None:
    folder = places.playwright_folder(
        platform=machine.platform, environment=machine.environment, home=machine.home
    )
    if folder is None or browser not in machine.revisions:
        return None
    revision, version = machine.revisions[browser]
    build = machine.real(folder) / f"{browser.replace('-', '_')}-{revision}"
    if not build.is_dir():
        return None
    binaries = sorted(path for name in names for path in build.rglob(name) if path.is_file())
    return (binaries[0], version) if binaries else None


def _candidates(machine: Machine, where: places.Places) -> tuple[PurePath, ...]:
    return places.candidates(where, platform=machine.platform, environment=machine.environment)


def _first(machine: Machine, where: places.Places) -> PurePath | None:
    return next((path for path in _candidates(machine, where) if machine.has(path)), None)
