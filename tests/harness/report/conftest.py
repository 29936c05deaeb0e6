"""Cases as a run would leave them."""

from collections.abc import Callable
from typing import Any

import pytest

from harness.report import Case, Outcome, RunFacts, TargetFacts

KINDS = {
    "chrome": TargetFacts(
        "chrome",
        "Chrome",
        "Google Chrome 157.0.1.2",
        "157.0.1.2",
        "chrome",
        "CDP",
        genuine=True,
        why="installed",
    ),
    "firefox": TargetFacts(
        "firefox",
        "Firefox",
        "Firefox ESR 153.7.0",
        "153.7.0",
        "firefox-esr",
        "BiDi",
        genuine=True,
        why="installed",
    ),
    "edge": TargetFacts(
        "edge",
        "Edge",
        "Chromium 156 as Edge (stand-in)",
        "156.0.8078.79",
        "chromium",
        "CDP",
        genuine=False,
        why="Microsoft Edge is not installed",
    ),
}


@pytest.fixture
def case() -> Callable[..., Case]:
    """Makes a case: `case("edge", "pay", Outcome.FAILED)`."""

    def make(target: str, test: str = "log_in", outcome: Outcome = Outcome.PASSED, **more: Any) -> Case:
        return Case(
            test=f"tests/e2e/test_{test}.py::test_{test}",
            title=test.replace("_", " ").capitalize(),
            target=KINDS[target],
            outcome=outcome,
            seconds=1.25,
            **more,
        )

    return make


@pytest.fixture
def facts() -> RunFacts:
    return RunFacts("2026-11-10T09:00:00+08:00", "http://localhost:8000", "English", "1.64.1", "Linux")
