"""Says after a run which browsers were not tested because a stand-in played them, and what each mode took.

Loaded whenever targets are run; a stand-in is never counted as the browser that it stands for.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import pytest
from _pytest.junitxml import xml_key

from harness.plugin_run_end import was_cut_short
from harness.plugin_state import CASES, RUN

if TYPE_CHECKING:
    from harness.targets import Target

__all__ = ["JavaScriptTally", "StandInTally"]


# a plugin that tries again has a word of its own for a try that does not count
_OUTCOMES = frozenset({"passed", "failed", "skipped"})


class StandInTally:
    """Counts, in the controller, how the tests of each stand-in ended."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config
        self._seen: dict[str, set[str]] = {}
        self._collected: set[str] = set()
        self._begun: set[str] = set()
        self._ended: set[str] = set()
        self._interrupted = False

    @pytest.hookimpl(optionalhook=True)
    def pytest_xdist_node_collection_finished(self, ids: Sequence[str]) -> None:
        """Keep what a worker is to run."""
        self._collected.update(ids)

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Keep what this process is to run."""
        self._collected.update(item.nodeid for item in session.items)

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        """Keep which test began: one that is stopped makes no report of its own."""
        self._begun.add(nodeid)

    def pytest_keyboard_interrupt(self) -> None:
        """Keep that somebody stopped the run."""
        self._interrupted = True

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep the outcome of a phase under the target that the test says it ran on."""
        name = dict(report.user_properties).get("target")
        is_told = report.outcome in _OUTCOMES and (report.when == "call" or report.outcome != "passed")
        if name is not None and is_told:
            self._seen.setdefault(str(name), set()).add(report.outcome)
        if report.when == "teardown":
            self._ended.add(report.nodeid)

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Count what was stopped or never begun; label stand-ins in pytest's own JUnit file."""
        if self._interrupted or was_cut_short(session):
            for nodeid in (self._collected | self._begun) - self._ended:
                if (name := self._target_in(nodeid)) is not None:
                    word = "stopped" if nodeid in self._begun else "not run"
                    self._seen.setdefault(name, set()).add(word)
        junit = self._config.stash.get(xml_key, None)
        if junit is not None:
            for title, outcome in self._not_tested():
                junit.add_global_property(title, outcome)

    @pytest.hookimpl(trylast=True)
    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        """One line for each stand-in that ran, in the words of the report where there is one."""
        for line in self._lines():
            terminalreporter.write_line(line)

    def _lines(self) -> Sequence[str]:
        if (cases := self._config.stash.get(CASES, None)) is None:
            return [f"{title}: {outcome}" for title, outcome in self._not_tested()]
        from harness.report import stand_in_lines

        return stand_in_lines(cases)

    def _not_tested(self) -> list[tuple[str, str]]:
        targets = self._config.stash[RUN].targets.values()
        return [
            (target.title, f"not tested (stand-in {self._outcome(target)})")
            for target in targets
            if not target.genuine and target.name in self._seen
        ]

    def _outcome(self, target: "Target") -> str:
        from harness.report import Outcome, outcome_of_all

        return outcome_of_all({Outcome(word) for word in self._seen[target.name]})

    def _target_in(self, nodeid: str) -> str | None:
        # of a test that a worker was stopped in, its id is all that the controller has
        ids = nodeid.partition("[")[2].rstrip("]").split("-")
        return next((name for name in ids if name in self._config.stash[RUN].targets), None)


class JavaScriptTally:
    """Adds up, in the controller, what the tests with scripts took and those without."""

    def __init__(self) -> None:
        self._seconds: dict[str, float] = {}
        self._tests: dict[str, set[str]] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Add a phase to the mode that its test says it ran in."""
        mode = dict(report.user_properties).get("javascript")
        if mode is not None:
            self._seconds[str(mode)] = self._seconds.get(str(mode), 0.0) + report.duration
            self._tests.setdefault(str(mode), set()).add(report.nodeid)

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        """One line, where both modes ran; the seconds of workers side by side are added up."""
        if len(self._seconds) > 1:
            parts = (
                f"JavaScript {mode}: {len(self._tests[mode])} tests, {seconds:.1f} s"
                for mode, seconds in sorted(self._seconds.items(), reverse=True)
            )
            terminalreporter.write_line("; ".join(parts))
