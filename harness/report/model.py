"""What a report is made of: one case for each test on each target, with its steps."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from harness.report.cause import cause_of
from harness.targets import Target

__all__ = [
    "MASK",
    "NO_BROWSER",
    "Case",
    "Outcome",
    "RunEnd",
    "RunFacts",
    "Step",
    "TargetFacts",
    "columns",
    "rows",
]


MASK: Final = "••••••"


class Outcome(StrEnum):
    """How a test ended on a target."""

    PASSED = "passed"
    FAILED = "failed"
    BROKEN = "broken"
    SKIPPED = "skipped"
    STOPPED = "stopped"
    NOT_RUN = "not run"

    @property
    def is_bad(self) -> bool:
        """Whether someone has to look."""
        return self in {Outcome.FAILED, Outcome.BROKEN}

    @property
    def is_ended(self) -> bool:
        """Whether the test came to its end, whatever it was."""
        return self not in {Outcome.STOPPED, Outcome.NOT_RUN}


class RunEnd(StrEnum):
    """How the whole run ended, whatever its cases say.

    `FAILED` is a fault that belongs to no case: a worker that crashed, a file that pytest could not read.
    """

    COMPLETE = "complete"
    STOPPED = "stopped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class TargetFacts:
    """A target as the report names it: what was meant, and what ran; or that a test needed no browser."""

    name: str
    title: str
    disclosure: str
    version: str
    executable: str
    protocol: str
    genuine: bool
    why: str
    is_browser: bool = True

    @classmethod
    def of(cls, target: Target) -> "TargetFacts":
        """The facts of a target."""
        return cls(
            name=target.name,
            title=target.title,
            disclosure=target.disclosure,
            version=target.version,
            executable=target.executable.name,
            protocol=target.protocol,
            genuine=target.genuine,
            why=target.why,
        )


NO_BROWSER: Final = TargetFacts(
    name="no-browser",
    title="No browser",
    disclosure="no browser",
    version="",
    executable="",
    protocol="",
    genuine=True,
    why="the tests open no page",
    is_browser=False,
)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a test; `picture` is the name of its screenshot among the parts.

    `stopped` says that somebody ended the run in the middle of it: it neither passed nor failed.
    """

    title: str
    seconds: float
    passed: bool
    picture: str | None = None
    stopped: bool = False

    @property
    def word(self) -> str:
        """How it ended."""
        if self.stopped:
            return "stopped"
        return "passed" if self.passed else "failed"


@dataclass(frozen=True, slots=True)
class Case:
    """One test on one target.

    `message` says in one line what went wrong or why it was skipped, `details` say it in full. `javascript`
    is on or off, or empty where the run did not ask about it. `key` is the same for one test on every target,
    and tells it from one whose name reads the same once a password is left out of it; empty: `test` does.
    """

    test: str
    title: str
    target: TargetFacts
    outcome: Outcome
    seconds: float
    steps: tuple[Step, ...] = ()
    message: str = ""
    details: str = ""
    user_agents: tuple[str, ...] = ()
    note: str = ""
    javascript: str = ""
    key: str = ""

    @property
    def identity(self) -> str:
        """What one test has in common on every target."""
        return self.key or self.test

    @property
    def cause(self) -> str:
        """The message, the same for the same fault."""
        return cause_of(self.message)


@dataclass(frozen=True, slots=True)
class RunFacts:
    """Where and when the run was made. `started` is ISO 8601 with its zone."""

    started: str
    portal: str
    language: str
    playwright: str
    system: str
    end: RunEnd = RunEnd.COMPLETE


def columns(cases: Iterable[Case]) -> tuple[TargetFacts, ...]:
    """The targets of a run, in the order chrome, firefox, edge, others, none."""
    found = {case.target.name: case.target for case in cases}
    order = ("chrome", "firefox", "edge")
    known = [found[name] for name in order if name in found]
    others = [facts for name, facts in found.items() if name not in order]
    return (*known, *sorted(others, key=lambda facts: not facts.is_browser))


def rows(cases: Iterable[Case]) -> dict[str, dict[str, Case]]:
    """The cases by test, and by target inside; tests in the order of their names."""
    table: dict[str, dict[str, Case]] = {}
    for case in sorted(cases, key=lambda case: case.test):
        table.setdefault(case.identity, {})[case.target.name] = case
    return table
