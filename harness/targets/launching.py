"""How a target is launched, and what each of its contexts is given.

Measured on Debian 12 with Chromium 156 and Firefox ESR 153 under Playwright 1.64.1.
"""

import sys
from typing import Any, Final, Literal, TypeAlias

from playwright.sync_api import BrowserContext

from harness.targets.edge import edge_user_agent, take_edge_name
from harness.targets.target import Engine, Target

__all__ = [
    "VIEWPORT",
    "Language",
    "context_options",
    "launch_options",
    "needs_world_without_javascript",
    "prepare",
    "without_javascript",
]

Language: TypeAlias = Literal["en", "ms"]
VIEWPORT: Final = {"width": 1280, "height": 720}
_LOCALES: dict[str, str] = {"en": "en-MY", "ms": "ms-MY"}

# A browser under test talks to the portal and to nobody else. (Playwright itself adds the flags that
# stop component updates and background networking, and --no-sandbox unless chromium_sandbox is set.)
_QUIET: Final = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)
_FIREFOX_PREFERENCES: Final[dict[str, str | float | bool]] = {
    # going back to a page kept in memory hangs WebDriver BiDi in Playwright: keep none
    "browser.sessionhistory.max_total_viewers": 0,
    "app.normandy.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
}


def launch_options(target: Target) -> dict[str, Any]:
    """What `BrowserType.launch` is given for this target."""
    options: dict[str, Any] = {"executable_path": str(target.executable)}
    if target.channel is not None:
        options["channel"] = target.channel
    if target.engine is Engine.FIREFOX:
        return {**options, "firefox_user_prefs": dict(_FIREFOX_PREFERENCES)}
    flags = list(_QUIET)
    if _takes_edge_name(target):
        flags.append(f"--user-agent={edge_user_agent(target, platform=sys.platform)}")
    return {**options, "args": flags}


def context_options(target: Target, *, language: str = "en") -> dict[str, Any]:
    """What `Browser.new_context` is given: a Malaysian reader's language and time zone, one size."""
    options: dict[str, Any] = {
        "locale": _LOCALES.get(language, language),
        "timezone_id": "Asia/Kuala_Lumpur",
        "viewport": dict(VIEWPORT),
    }
    if _takes_edge_name(target):
        options["user_agent"] = edge_user_agent(target, platform=sys.platform)
    return options


def prepare(context: BrowserContext, target: Target) -> None:
    """Finish a new context of this target; call it before the context opens its first page."""
    if _takes_edge_name(target):
        take_edge_name(context, target, platform=sys.platform)


def without_javascript(target: Target) -> dict[str, Any]:
    """What a new context is given beside `context_options` when scripts are to be off."""
    return {"java_script_enabled": False} if target.engine is Engine.CHROMIUM else {}


def needs_world_without_javascript(target: Target) -> bool:
    """Whether scripts are kept off by the server (the world's setting) and not by the browser.

    Firefox ignores `java_script_enabled`; a page under a CSP sandbox without scripts does the same.
    A report says so: it is the page that is sandboxed, not the browser that is off.
    """
    return target.engine is Engine.FIREFOX


def _takes_edge_name(target: Target) -> bool:
    return target.name == "edge" and not target.genuine
