"""The plugin's report: workers keep a part for each test, the controller makes the report of them.

Loaded only when a report was asked for.
"""

import contextlib
import platform
import time
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import pytest

from harness.plugin_case import Ending, case_of
from harness.plugin_masking import keep_typed, secrets_of
from harness.plugin_run_end import end_of, was_cut_short
from harness.plugin_state import CASES, PAGE, RUN, SECRETS, STEPS, Run
from harness.report import (
    Outcome,
    RunEnd,
    RunFacts,
    Step,
    StepRecorder,
    clear_parts,
    named_alike,
    never_begun,
    parts_of,
    planned_parts,
    read_cases,
    read_planned,
    write_case,
    write_planned,
    write_report,
)
from harness.targets.machine import playwright_version

__all__: list[str] = []

_WRITER = pytest.StashKey[uuid.UUID]()
_STARTED = pytest.StashKey[str]()
_BEFORE = pytest.StashKey[frozenset[Path]]()
_WRITTEN = pytest.StashKey[Path]()
_ENDING = pytest.StashKey[Ending]()


def pytest_sessionstart(session: pytest.Session) -> None:
    """Keep when the run started, and which parts an earlier run left."""
    session.config.stash[_STARTED] = datetime.now(tz=UTC).astimezone().isoformat(timespec="seconds")
    if report := session.config.stash[RUN].report:
        session.config.stash[_BEFORE] = parts_of(report)


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> None:
    """Leave a first part: tests are to run here, not to be listed, and no path was mistyped."""
    config = session.config
    # the controller of pytest-xdist comes here before its workers have looked for a test
    if config.option.collectonly or config.pluginmanager.has_plugin("dsession"):
        return
    if report := config.stash[RUN].report:
        config.stash[_WRITER] = writer = uuid.uuid4()
        write_planned(report, (), writer=writer)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: "pytest.CallInfo[None]") -> Iterator[None]:
    """Add each phase to the test's ending; keep the case after the last."""
    made = cast("pytest.TestReport", (yield))
    report = item.config.stash[RUN].report
    if report is None:
        return made  # type: ignore[return-value]  # a wrapper's result
    if made.when == "setup":
        # a plugin that tries a failed test again sets the same item up again
        before = item.stash.get(_ENDING, None)
        item.stash[_ENDING] = Ending(tries=before.tries + 1 if before is not None else 1)
    ending = item.stash[_ENDING]
    ending.add(made, call)
    if made.when == "setup":
        # what a fixture of a wider scope typed or made is there in later tests too
        item.config.stash.setdefault(SECRETS, set()).update(secrets_of(item))
    if made.failed and made.when != "teardown":
        _picture_failure(item, report)
    if made.when == "teardown":
        write_case(report, case_of(item, ending))
    return made  # type: ignore[return-value]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Keep a test in the middle of which somebody stopped the run: it neither passed nor failed."""
    begun = time.perf_counter()
    try:
        with keep_typed(item):
            return (yield)
    except (KeyboardInterrupt, pytest.exit.Exception):
        ending = item.stash.get(_ENDING, Ending())
        if (report := item.config.stash[RUN].report) and not ending.is_over:
            ending.stop(seconds=time.perf_counter() - begun)
            write_case(report, case_of(item, ending))
        raise


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> Iterator[None]:
    """Make the report of all parts, after pytest-xdist has waited for its workers to write theirs."""
    try:
        return (yield)
    finally:
        _plan(session)
        # where Ctrl-C has ended Playwright's driver, what is torn down here raises
        _make_report(session)


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Say where the report is."""
    if (path := config.stash.get(_WRITTEN, None)) is not None:
        terminalreporter.write_line(f"Report: {path.as_uri()}")


def _plan(session: pytest.Session) -> None:
    # said at the end: no password that a test's name may hold is known before
    config = session.config
    if (report := config.stash[RUN].report) and (writer := config.stash.get(_WRITER, None)):
        never = Ending(outcome=Outcome.NOT_RUN, said="the run ended before")
        cases = [case_of(item, never) for item in session.items if _ENDING not in item.stash]
        write_planned(report, cases, writer=writer)


def _make_report(session: pytest.Session) -> None:
    config = session.config
    run = config.stash[RUN]
    if _is_worker(config) or run.report is None:
        return
    before = config.stash.get(_BEFORE, frozenset())
    if not parts_of(run.report) - before:
        return  # no test was to run: the report of the last run stays
    clear_parts(run.report, before)
    ran = read_cases(run.report)
    missing = never_begun(read_planned(run.report), ran)
    end = end_of(session, ran, missing)
    cases = named_alike((*ran, *missing) if was_cut_short(session) or end is RunEnd.STOPPED else ran)
    for case in frozenset(cases).difference(ran, missing):
        write_case(run.report, case)  # its first name was written before anybody knew the password in it
    clear_parts(run.report, planned_parts(run.report))
    config.stash[CASES] = cases
    config.stash[_WRITTEN] = write_report(run.report, cases, _facts(config, run, end))


def _picture_failure(item: pytest.Item, report: Path) -> None:
    steps = item.stash.setdefault(STEPS, [])
    page = item.stash.get(PAGE, None) or getattr(item, "funcargs", {}).get("page")
    if page is None or any(step.picture and not step.passed for step in cast("list[Step]", steps)):
        return
    recorder = StepRecorder(lambda: page, report=report)
    # a browser whose driver is gone says so by an error without a type of its own
    with contextlib.suppress(Exception), recorder("Where it failed"):
        raise AssertionError
    steps += recorder.steps


def _facts(config: pytest.Config, run: Run, end: RunEnd) -> RunFacts:
    return RunFacts(
        started=config.stash[_STARTED],
        portal=run.portal_url or "a mock portal of its own",
        language={"en": "English", "ms": "Malay"}[run.language],
        playwright=playwright_version() or "unknown",
        system=f"{platform.system()} {platform.release()}, Python {platform.python_version()}",
        end=end,
    )


def _is_worker(config: pytest.Config) -> bool:
    return hasattr(config, "workerinput")
