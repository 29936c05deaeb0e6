"""Tells who forgot to name a target so, where Playwright only tells of a browser to be installed."""

import contextlib
from collections.abc import Iterator
from typing import Final

import pytest

from harness.plugin_state import RUN

__all__ = ["hint_at_targets"]

_HINT: Final = (
    "No target was named: run with --assist-target found, or set assist_target in pytest's settings."
)
_NO_EXECUTABLE: Final = "Executable doesn't exist"
_FIXTURES: Final = "harness.plugin_fixtures"
# One of them is behind every fixture of ours with which a test opens a page.
_OURS: Final = ("portal", "step", "javascript")


@contextlib.contextmanager
def hint_at_targets(item: pytest.Item, call: "pytest.CallInfo[None]") -> Iterator[None]:
    """Let a failure for want of Playwright's browser say how to name a target, while it is reported."""
    error = call.excinfo.value if call.excinfo is not None else None
    if error is None or not _is_for_want_of_target(item, error):
        yield
        return
    error.add_note(_HINT)
    try:
        yield
    finally:
        # pytest raises the same error in the next test that wants the browser, which may use nothing of ours
        error.__notes__.remove(_HINT)


def _is_for_want_of_target(item: pytest.Item, error: BaseException) -> bool:
    return not item.config.stash[RUN].targets and _NO_EXECUTABLE in str(error) and _uses_ours(item)


def _uses_ours(item: pytest.Item) -> bool:
    # the name alone would be a guess: another project may have a fixture that is called the same
    known = getattr(getattr(item, "_fixtureinfo", None), "name2fixturedefs", {})
    return any(known[name][-1].func.__module__ == _FIXTURES for name in _OURS if name in known)
