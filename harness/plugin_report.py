"""The plugin's report: workers keep a part for each test, the controller makes the report of them.

Loaded only when a report was asked for.
"""

import contextlib
import platform
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import pytest

from harness.plugin_javascript import is_asked_for, scripts_of
from harness.plugin_markers import target_name_of
from harness.plugin_state import AGENTS, CASES, NOTE, PAGE, RUN, SECRETS, STEPS, Run
from harness.report import (
    NO_BROWSER,
    Case,
    Outcome,
    RunEnd,
    RunFacts,
    Step,
    StepRecorder,
    TargetFacts,
    clear_parts,
    read_cases,
    write_case,
    write_report,
)
from harness.report.cause import message_of
from harness.targets.machine import playwright_version

__all__: list[str] = []

_STARTED = pytest.StashKey[str]()
_WRITTEN = pytest.StashKey[Path]()
_ENDING = pytest.StashKey["Ending"]()
_MASK = "••••••"


@dataclass(slots=True)
class Ending:
    """How a test ended so far, over its set-up, call and tear-down; `tries` counts from 1."""

    tries: int = 1
    outcome: Outcome = Outcome.PASSED
    seconds: float = 0.0
    message: str = ""
    details: list[str] = field(default_factory=list)


def pytest_sessionstart(session: pytest.Session) -> None:
    """Begin with an empty folder, once for all workers."""
    session.config.stash[_STARTED] = datetime.now(tz=UTC).astimezone().isoformat(timespec="seconds")
    if not _is_worker(session.config) and (report := session.config.stash[RUN].report):
        clear_parts(report)


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
    _add_phase(ending, made, call)
    if made.failed and made.when != "teardown":
        _picture_failure(item, report)
    if made.when == "teardown":
        write_case(report, _case(item, ending))
    return made  # type: ignore[return-value]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Keep a test in the middle of which somebody stopped the run: it neither passed nor failed."""
    try:
        return (yield)
    except KeyboardInterrupt:
        if report := item.config.stash[RUN].report:
            ending = item.stash.get(_ENDING, Ending())
            ending.outcome = Outcome.STOPPED
            write_case(report, _case(item, ending))
        raise


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> Iterator[None]:
    """Make the report of all parts, after pytest-xdist has waited for its workers to write theirs."""
    try:
        return (yield)
    finally:
        # where Ctrl-C has ended Playwright's driver, what is torn down here raises
        _make_report(session)


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Say where the report is."""
    if (path := config.stash.get(_WRITTEN, None)) is not None:
        terminalreporter.write_line(f"Report: {path.as_uri()}")


def _make_report(session: pytest.Session) -> None:
    config = session.config
    run = config.stash[RUN]
    if _is_worker(config) or run.report is None:
        return
    cases = read_cases(run.report)
    config.stash[CASES] = cases
    config.stash[_WRITTEN] = write_report(run.report, cases, _facts(config, run, _end_of(session, cases)))


def _add_phase(ending: Ending, made: pytest.TestReport, call: "pytest.CallInfo[None]") -> None:
    ending.seconds += made.duration
    if made.skipped and ending.outcome is Outcome.PASSED:
        ending.outcome = Outcome.SKIPPED
        ending.message = str(call.excinfo.value) if call.excinfo else "skipped"
    elif made.failed:
        outcome = Outcome.FAILED if made.when == "call" else Outcome.BROKEN
        ending.outcome = ending.outcome if ending.outcome.is_bad else outcome
        ending.details.append(made.longreprtext)
        if call.excinfo is not None and not ending.message:
            ending.message = message_of(call.excinfo.type.__name__, str(call.excinfo.value))


def _case(item: pytest.Item, ending: Ending) -> Case:
    target = _target_of(item)
    return Case(
        test=_without_target(item.nodeid, target.name),
        title=_title(item, target.name),
        target=target,
        outcome=ending.outcome,
        seconds=ending.seconds,
        steps=tuple(cast("list[Step]", item.stash.get(STEPS, []))),
        message=_without_secrets(item, ending.message),
        details=_without_secrets(item, "\n\n".join(ending.details)),
        user_agents=item.stash.get(AGENTS, ()),
        note=" ".join(filter(None, (item.stash.get(NOTE, ""), _note_on(ending)))),
        javascript=scripts_of(item) if is_asked_for(item) else "",
    )


def _target_of(item: pytest.Item) -> TargetFacts:
    name = target_name_of(item)
    if not name:
        return NO_BROWSER
    target = item.config.stash[RUN].targets.get(name)
    if target is not None:
        return TargetFacts.of(target)
    return TargetFacts(
        name=name,
        title=f"Playwright's {name}",
        disclosure=f"{name}, as pytest-playwright starts it",
        version="",
        executable="",
        protocol="",
        genuine=True,
        why="no target was named",
    )


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


def _without_secrets(item: pytest.Item, text: str) -> str:
    for secret in item.stash.get(SECRETS, ()):
        text = text.replace(secret, _MASK)
    return text


def _note_on(ending: Ending) -> str:
    if ending.tries == 1:
        return ""
    return f"Tried {ending.tries} times; the last is shown. What passes only now and then is a bug too."


def _end_of(session: pytest.Session, cases: Sequence[Case]) -> RunEnd:
    if session.exitstatus in {pytest.ExitCode.INTERRUPTED, pytest.ExitCode.INTERNAL_ERROR}:
        return RunEnd.STOPPED
    if session.exitstatus == pytest.ExitCode.TESTS_FAILED and not any(case.outcome.is_bad for case in cases):
        return RunEnd.FAILED
    return RunEnd.COMPLETE


def _facts(config: pytest.Config, run: Run, end: RunEnd) -> RunFacts:
    return RunFacts(
        started=config.stash[_STARTED],
        portal=run.portal_url or "a mock portal of its own",
        language={"en": "English", "ms": "Malay"}[run.language],
        playwright=playwright_version() or "unknown",
        system=f"{platform.system()} {platform.release()}, Python {platform.python_version()}",
        end=end,
    )


def _title(item: pytest.Item, target: str) -> str:
    name, _, rest = _without_target(item.name, target).partition("[")
    words = name.removeprefix("test_").replace("_", " ")
    case = rest.rstrip("]")
    for mode in ("on", "off"):
        # the id of the parameter, as a person says it
        before, found, after = case.partition(f"javascript-{mode}")
        parts = [before.strip("-"), f"JavaScript {mode}" if found else "", after.strip("-")]
        case = ", ".join(filter(None, parts)) if found else case
    return f"{words[:1].upper()}{words[1:]}" + (f" ({case})" if case else "")


def _without_target(name: str, target: str) -> str:
    head, bracket, rest = name.partition("[")
    if not bracket:
        return name
    ids = rest.rstrip("]").split("-")
    if target in ids:
        ids.remove(target)
    return f"{head}[{'-'.join(ids)}]" if ids else head


def _is_worker(config: pytest.Config) -> bool:
    return hasattr(config, "workerinput")
