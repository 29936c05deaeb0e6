"""The three measures that let a Chromium take Edge's name: flag, context and DevTools override.

With all three, page, iframe, dedicated worker, popup and its first request carry Edge's User-Agent, and
the brands are Edge's on page, popup and worker. A service worker's brands stay empty.
"""

from typing import Any

from playwright.sync_api import BrowserContext, Page

from harness.targets.target import Target

__all__ = ["edge_user_agent", "take_edge_name"]

_SYSTEMS = {
    "linux": ("X11; Linux x86_64", "Linux", "Linux x86_64"),
    "darwin": ("Macintosh; Intel Mac OS X 10_15_7", "macOS", "MacIntel"),
    "win32": ("Windows NT 10.0; Win64; x64", "Windows", "Win32"),
}


def edge_user_agent(target: Target, *, platform: str) -> str:
    """The User-Agent that Edge of the same engine version sends."""
    system = _SYSTEMS.get(platform, _SYSTEMS["linux"])[0]
    version = f"{target.major}.0.0.0"
    return (
        f"Mozilla/5.0 ({system}) AppleWebKit/537.36 (KHTML, like Gecko) "
        f"Chrome/{version} Safari/537.36 Edg/{version}"
    )


def take_edge_name(context: BrowserContext, target: Target, *, platform: str) -> None:
    """Let every page that this context will open say Edge; call before the first page is opened."""
    override = _override(target, platform=platform)

    def apply(page: Page) -> None:
        context.new_cdp_session(page).send("Emulation.setUserAgentOverride", override)

    context.on("page", apply)


def _override(target: Target, *, platform: str) -> dict[str, Any]:
    _, client_platform, navigator_platform = _SYSTEMS.get(platform, _SYSTEMS["linux"])
    return {
        "userAgent": edge_user_agent(target, platform=platform),
        "platform": navigator_platform,
        "userAgentMetadata": {
            "brands": _brands(str(target.major)),
            "fullVersionList": _brands(target.version),
            "platform": client_platform,
            "platformVersion": "",
            "architecture": "x86",
            "model": "",
            "mobile": False,
            "bitness": "64",
            "wow64": False,
        },
    }


def _brands(version: str) -> list[dict[str, str]]:
    names = ("Chromium", "Microsoft Edge")
    return [{"brand": "Not)A;Brand", "version": "99"}] + [
        {"brand": name, "version": version} for name in names
    ]
