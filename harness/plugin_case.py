"""A test's case for the report: what pytest said of its phases, in the report's words."""

import uuid
from dataclasses import dataclass, field, replace
from typing import cast

import pytest

from harness.plugin_javascript import is_asked_for, scripts_of
from harness.plugin_markers import target_name_of
from harness.plugin_masking import secrets_of, secrets_of_names, without_secrets, without_secrets_in_brackets
from harness.plugin_state import AGENTS, NOTE, RUN, STEPS
from harness.report import NO_BROWSER, Case, Outcome, Step, TargetFacts
from harness.report.cause import message_of

__all__ = ["Ending", "case_of"]

_STRICT = "[XPASS(strict)]"  # as pytest begins what it says of it
_SALT = pytest.StashKey[uuid.UUID]()


@dataclass(slots=True)
class Ending:
    """How a test ended so far, over its set-up, call and tear-down; `tries` counts from 1.

    `kind` and `said` are the name of the first error and its words. `is_over` says that its tear-down was
    reported: what comes then does not change it.
    """

    tries: int = 1
    outcome: Outcome = Outcome.PASSED
    seconds: float = 0.0
    kind: str = ""
    said: str = ""
    details: list[str] = field(default_factory=list)
    note: str = ""
    is_over: bool = False

    def add(self, made: pytest.TestReport, call: "pytest.CallInfo[None]") -> None:
        """Take a phase in."""
        self.seconds += made.duration
        self.is_over = made.when == "teardown"
        expected_to_fail = getattr(made, "wasxfail", None)
        if made.skipped and self.outcome is Outcome.PASSED:
            self.outcome = Outcome.SKIPPED
            self.said = str(call.excinfo.value) if call.excinfo else "skipped"
            if expected_to_fail is not None:
                self.said = _with_reason("expected to fail", expected_to_fail)
        elif expected_to_fail is not None:
            self.note = f"{_with_reason('Passed though it was expected to fail', expected_to_fail)}."
        elif made.failed:
            outcome = Outcome.FAILED if made.when == "call" else Outcome.BROKEN
            self.outcome = self.outcome if self.outcome.is_bad else outcome
            self._add_error(made, call)

    def _add_error(self, made: pytest.TestReport, call: "pytest.CallInfo[None]") -> None:
        text, is_first = made.longreprtext, not self.details
        if call.excinfo is None and text.startswith(_STRICT):
            text = _with_reason("passed though it was expected to fail", text.removeprefix(_STRICT))
            self.said = text
        elif call.excinfo is not None and is_first:
            self.kind, self.said = call.excinfo.type.__name__, str(call.excinfo.value)
        self.details.append(text)

    def stop(self, *, seconds: float) -> None:
        """Somebody ended the run after so many seconds of it; what had failed by then has failed."""
        self.seconds = seconds
        if not self.outcome.is_bad:
            self.outcome = Outcome.STOPPED


def case_of(item: pytest.Item, ending: Ending) -> Case:
    """The case, without any password that is known by now."""
    target = _target_of(item)
    secrets, names = secrets_of(item), secrets_of_names(item)

    def masked(text: str) -> str:
        return without_secrets(text, secrets)

    test = _without_target(item.nodeid, target.name)
    message = masked(ending.said)
    return Case(
        test=without_secrets_in_brackets(test, names),
        title=_title(without_secrets_in_brackets(item.name, names), target.name),
        target=target,
        outcome=ending.outcome,
        seconds=ending.seconds,
        steps=tuple(
            replace(step, title=masked(step.title)) for step in cast("list[Step]", item.stash.get(STEPS, []))
        ),
        message=message_of(ending.kind, message) if ending.kind else message,
        details=masked("\n\n".join(ending.details)),
        user_agents=item.stash.get(AGENTS, ()),
        note=masked(" ".join(filter(None, (item.stash.get(NOTE, ""), _note_on(ending))))),
        javascript=scripts_of(item) if is_asked_for(item) else "",
        key=_key(item.config, test),
    )


def _key(config: pytest.Config, test: str) -> str:
    # tells tests apart whose names read the same without their passwords, and gives no password away
    shared: str | None = getattr(config, "workerinput", {}).get("testrunuid")
    salt = config.stash.setdefault(_SALT, uuid.uuid5(uuid.NAMESPACE_OID, shared) if shared else uuid.uuid4())
    return uuid.uuid5(salt, test).hex


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


def _note_on(ending: Ending) -> str:
    if ending.tries == 1:
        return ending.note
    tried = f"Tried {ending.tries} times; the last is shown. What passes only now and then is a bug too."
    return f"{ending.note} {tried}".strip()


def _with_reason(what: str, reason: str) -> str:
    # the first is what pytest.xfail puts before its reason, the other what it says of run=False
    reason = reason.strip().removeprefix("reason: ").removeprefix("[NOTRUN]").strip()
    return f"{what}: {reason}" if reason else what


def _title(name: str, target: str) -> str:
    name, _, rest = _without_target(name, target).partition("[")
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
