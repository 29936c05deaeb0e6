"""Which cases in browsers are tried every day, and which are left to `make matrix` (docs/decisions/0016)."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

from harness.plugin_state import RUN

_E2E: Final = Path(__file__).parent / "e2e"
_PAGES: Final = {_E2E, _E2E.parent / "mock_portal"}  # tests of the portal's pages, not of the harness
_MAIN_JOB: Final = "test_main_job.py"
_COMMON: Final = (False, False)  # English, with scripts


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave to `make matrix` what is a repetition of every day; try what failed in a browser once more.

    Stand-ins for Edge and Chrome have one engine, so that Edge's is tried with the main job alone. On Firefox
    a case takes twice the time: there what depends on the browser is tried every day, in one mode, which its
    mark may name (docs/decisions/0016). A case that passed only the second time is listed at the end of the
    run (docs/decisions/0015).
    """
    edge, chrome = (config.stash[RUN].targets.get(name) for name in ("edge", "chrome"))
    one_engine = edge is not None and chrome is not None and not (edge.genuine or chrome.genuine)
    tried_on_firefox: set[str] = set()
    for item in sorted(items, key=_rarity):
        if _E2E in item.path.parents:
            item.add_marker(pytest.mark.flaky(reruns=1))
        if item.get_closest_marker("matrix") is not None:
            continue
        asked = _parameters(item)
        browser = str(asked.get("browser_name", ""))
        if browser == "edge" and one_engine:
            if item.path.name != _MAIN_JOB or _rarity(item) != _COMMON:
                item.add_marker(pytest.mark.matrix)
        elif browser == "firefox" and chrome is not None and _PAGES & {*item.path.parents}:
            function = item.nodeid.partition("[")[0]
            matters = item.get_closest_marker("browser_matters")
            if matters is None or function in tried_on_firefox or not matters.kwargs.items() <= asked.items():
                item.add_marker(pytest.mark.matrix)
            else:
                tried_on_firefox.add(function)


def _rarity(item: pytest.Item) -> tuple[bool, bool]:
    """Orders English with scripts before the other modes."""
    asked = _parameters(item)
    return asked.get("javascript") == "off", asked.get("language") == "ms"


def _parameters(item: pytest.Item) -> Mapping[str, object]:
    callspec = getattr(item, "callspec", None)
    return callspec.params if callspec is not None else {}
