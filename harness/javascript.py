"""JavaScript on or off: the proof that scripts really are off, and the words for it."""

from typing import TYPE_CHECKING, Final

from harness.errors import HarnessError
from harness.pages.home import LandingPage

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from harness.pages.portal_page import Portal

__all__ = ["MODES", "SANDBOXED", "ScriptsStillRun", "modes_of", "require_scripts_off", "require_switch"]

MODES: Final = ("on", "off")
SANDBOXED: Final = "Scripts off: the page was sandboxed by the server, not the browser."
# In this page of our own a script would set the attribute, and only without scripts is the paragraph shown.
_PROBE: Final = (
    "data:text/html,<!doctype html><title>probe</title><body>"
    "<script>document.documentElement.dataset.scripts = 'on'</script><noscript><p>off</p></noscript>"
)


class ScriptsStillRun(HarnessError):
    """Scripts were to be off, and a page says that they run."""

    def __init__(self, where: str) -> None:
        self.where = where
        super().__init__(
            f"JavaScript was to be off, and {where} still runs scripts.",
            mend="This browser ignores the switch; run without it, or on a target of assist doctor.",
        )


def modes_of(choice: str) -> tuple[str, ...]:
    """The modes of `on`, `off` or `both`; nothing for an empty choice.

    Raises:
        ValueError: it is none of these.
    """
    if choice in {"", "both"}:
        return MODES if choice else ()
    if choice not in MODES:
        raise ValueError(choice)
    return (choice,)


def require_scripts_off(portal: "Portal") -> None:
    """Open the portal's first page and see that its scripts did not run there and that it says so.

    Raises:
        ScriptsStillRun: they did.
    """
    landing = portal.open(LandingPage)
    said = landing.page.locator("noscript").get_by_role("paragraph").first
    ran = bool(portal.profile.scripts_ready) and landing.page.locator(portal.profile.scripts_ready).count()
    if ran or not said.is_visible():
        raise ScriptsStillRun(landing.page.url)


def require_switch(browser: "Browser") -> None:
    """See on a page of our own that this browser heeds `java_script_enabled=False`.

    Raises:
        ScriptsStillRun: it does not.
    """
    context = browser.new_context(java_script_enabled=False)
    try:
        page = context.new_page()
        page.goto(_PROBE)
        ran = page.locator("html[data-scripts]").count()
        if ran or not page.locator("noscript p").is_visible():
            raise ScriptsStillRun(f"{browser.browser_type.name} {browser.version}")
    finally:
        context.close()
