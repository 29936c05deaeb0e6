"""The fixtures of pytest-playwright, extended: its browsers are targets, in the language of the run.

Loaded only where a target or a mode of JavaScript was asked for: otherwise a project's own fixtures, whatever
they are called, meet those of pytest-playwright alone.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from harness.plugin_state import CURRENT_TARGET, RUN

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext

    from harness.targets import Target

__all__: list[str] = []


@pytest.fixture(scope="session")
def browser_name(browser_name: str, pytestconfig: pytest.Config) -> str:
    """The engine of the target, for pytest-playwright."""
    found = pytestconfig.stash[RUN].targets.get(browser_name)
    if found is None:
        return browser_name
    pytestconfig.stash[CURRENT_TARGET] = found
    return found.engine.value


@pytest.fixture(scope="session")
def browser_type_launch_args(
    browser_type_launch_args: dict[str, Any], browser_name: str, pytestconfig: pytest.Config
) -> dict[str, Any]:
    """Launch options, with those of the target; what the command line or a test asks for stays."""
    found = _current(pytestconfig, browser_name)
    if found is None:
        return browser_type_launch_args
    from harness.targets import launch_options

    return {**launch_options(found), **browser_type_launch_args}


@pytest.fixture(scope="session")
def browser_context_args(
    browser_context_args: dict[str, Any], browser_name: str, language: str, pytestconfig: pytest.Config
) -> dict[str, Any]:
    """Context options, with those of the target and the language of the run."""
    found = _current(pytestconfig, browser_name)
    if found is None:
        return browser_context_args
    from harness.targets import context_options
    from harness.targets.launching import VIEWPORT

    options = {**context_options(found, language=language), **browser_context_args}
    if "record_video_dir" in options:
        # without it Firefox leaves an empty file
        options.setdefault("record_video_size", dict(VIEWPORT))
    return options


@pytest.fixture(scope="session")
def launch_browser(
    launch_browser: Callable[..., "Browser"], browser_name: str, pytestconfig: pytest.Config
) -> Callable[..., "Browser"]:
    """Launches the target; every context that it opens is prepared (a stand-in takes its name).

    Before the first context without scripts a page of our own shows that the browser heeds the switch.
    """
    found = _current(pytestconfig, browser_name)
    if found is None and not pytestconfig.stash[RUN].javascript:
        return launch_browser
    from harness.javascript import require_switch
    from harness.targets import prepare

    def launch(**options: Any) -> "Browser":
        browser = launch_browser(**options)
        new_context = browser.new_context
        proven: list[bool] = []

        def new_prepared_context(**asked: Any) -> "BrowserContext":
            if asked.get("java_script_enabled") is False and not proven:
                proven.append(True)
                require_switch(browser)
            context = new_context(**asked)
            if found is not None:
                prepare(context, found)
            return context

        browser.new_context = new_prepared_context  # type: ignore[method-assign]
        return browser

    return launch


def _current(config: pytest.Config, browser_name: str) -> "Target | None":
    found = config.stash.get(CURRENT_TARGET, None)
    return found if found is not None and found.engine.value == browser_name else None
