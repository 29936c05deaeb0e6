"""What the plugin's markers and pytest-playwright's ask of a test: its world, its targets."""

from collections.abc import Collection
from typing import Any

import pytest

from harness.plugin_state import RUN

__all__ = ["is_about_its_target", "skip_unless_wanted", "target_name_of", "world_asked_for"]


def target_name_of(item: pytest.Item) -> str:
    """The target that a test runs on, or the engine that pytest-playwright was told; empty for neither."""
    callspec = getattr(item, "callspec", None)
    return str(callspec.params.get("browser_name", "")) if callspec is not None else ""


def is_about_its_target(item: pytest.Item) -> bool:
    """Whether the marker `only_target` lets a test run on its target.

    Raises:
        pytest.UsageError: the marker names no target that there is.
    """
    marker = item.get_closest_marker("only_target")
    if marker is None:
        return True
    from harness.targets import TARGET_NAMES

    if unknown := [name for name in marker.args if name not in TARGET_NAMES]:
        raise pytest.UsageError(
            f"{item.nodeid}: there is no target {unknown[0]!r}. only_target takes {', '.join(TARGET_NAMES)}."
        )
    name = target_name_of(item)
    return name not in item.config.stash[RUN].targets or name in marker.args


def skip_unless_wanted(item: pytest.Item) -> None:
    """Skip a test whose `skip_browser` or `only_browser` excludes the engine of its target."""
    target = item.config.stash[RUN].targets.get(target_name_of(item))
    if target is None:
        return
    engine = target.engine.value
    only = _named(item, "only_browser")
    if engine in _named(item, "skip_browser") or (only and engine not in only):
        pytest.skip(f"skipped for this browser: {engine}")


def world_asked_for(node: pytest.Item) -> dict[str, Any]:
    """What the markers `world` ask for, the nearest last: `scenario` and settings.

    Raises:
        pytest.UsageError: a marker has more than the name of a scenario without a keyword.
    """
    asked: dict[str, Any] = {}
    for marker in reversed(list(node.iter_markers("world"))):
        if len(marker.args) > 1:
            raise pytest.UsageError(
                f"{node.nodeid}: world takes one scenario; settings have names, as in idle_seconds=300."
            )
        asked |= {**dict(zip(["scenario"], marker.args, strict=False)), **marker.kwargs}
    return asked


def _named(item: pytest.Item, marker: str) -> Collection[str]:
    return {str(name) for mark in item.iter_markers(marker) for name in mark.args}
