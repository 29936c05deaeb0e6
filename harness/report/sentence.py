"""The sentence that answers "can we ship?", and the words for what was not tested."""

from collections.abc import Collection, Sequence

from harness.report.model import Case, Outcome, RunEnd, TargetFacts, columns, rows

__all__ = [
    "differing",
    "listed",
    "outcome_of_all",
    "stand_in_lines",
    "stand_in_outcome",
    "verdict",
    "verdict_sentence",
    "was_stopped",
]

_DID_NOT_RUN = frozenset({Outcome.SKIPPED, Outcome.STOPPED, Outcome.NOT_RUN})


def verdict(cases: Sequence[Case], end: RunEnd = RunEnd.COMPLETE) -> str:
    """The heading: whether every test passed, or how many did not."""
    table = rows(cases)
    bad = sum(any(case.outcome.is_bad for case in row.values()) for row in table.values())
    if not table:
        return "Nothing was tested"
    if bad:
        return f"{bad} of {_count(len(table), 'test')} failed"
    if was_stopped(cases, end):
        return "Stopped before the end"
    if end is RunEnd.FAILED:
        return "Failed outside the tests"
    if not any(case.outcome is Outcome.PASSED for case in cases):
        return "Every test was skipped"
    return "Every test passed" if len(table) > 1 else "The test passed"


def verdict_sentence(cases: Sequence[Case], end: RunEnd = RunEnd.COMPLETE) -> str:
    """What passed where, what was not tested, what differs between browsers; empty where nothing ran."""
    targets = columns(cases)
    browsers = [target for target in targets if target.is_browser]
    genuine = [target for target in browsers if target.genuine]
    parts = [_stopped(cases)] if was_stopped(cases, end) else []
    if end is RunEnd.FAILED:
        parts.append("the run ended with an error that belongs to no test below: see the terminal")
    if genuine:
        parts += _on_genuine(cases, genuine)
    elif browsers:
        parts.append("no genuine browser ran")
    parts += _not_tested(cases, [target for target in browsers if not target.genuine])
    if bare := [target for target in targets if not target.is_browser]:
        parts.append(_passes(cases, bare, "without a browser"))
    if different := differing(cases):
        verb = "differs" if len(different) == 1 else "differ"
        parts.append(f"{len(different)} {verb} between browsers")
    sentence = "; ".join(parts)
    return f"{sentence[:1].upper()}{sentence[1:]}." if sentence else ""


def was_stopped(cases: Sequence[Case], end: RunEnd = RunEnd.COMPLETE) -> bool:
    """Whether somebody ended the run before its end, in the middle of a test or between two."""
    return end is RunEnd.STOPPED or any(case.outcome is Outcome.STOPPED for case in cases)


def stand_in_lines(cases: Sequence[Case]) -> tuple[str, ...]:
    """A line for each target that only a stand-in played: "Edge: not tested (stand-in passed)"."""
    return tuple(
        f"{target.title}: not tested (stand-in {stand_in_outcome(cases, target.name)})"
        for target in columns(cases)
        if not target.genuine
    )


def stand_in_outcome(cases: Sequence[Case], name: str) -> str:
    """How a stand-in did in all its tests: failed, stopped, passed, skipped or not run."""
    return outcome_of_all({case.outcome for case in cases if case.target.name == name})


def outcome_of_all(outcomes: Collection[Outcome]) -> str:
    """One word for all tests of a target; where only some of them were begun, it was stopped."""
    if any(outcome.is_bad for outcome in outcomes):
        return "failed"
    if Outcome.STOPPED in outcomes or (Outcome.NOT_RUN in outcomes and len(outcomes) > 1):
        return "stopped"
    return next(
        (str(outcome) for outcome in (Outcome.PASSED, Outcome.NOT_RUN) if outcome in outcomes), "skipped"
    )


def differing(cases: Sequence[Case]) -> tuple[str, ...]:
    """The tests that passed on one target and failed on another."""
    return tuple(
        test
        for test, row in rows(cases).items()
        if any(case.outcome.is_bad for case in row.values())
        and any(case.outcome is Outcome.PASSED for case in row.values())
    )


def listed(words: Sequence[str]) -> str:
    """`Chrome, Edge and Firefox`."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _stopped(cases: Sequence[Case]) -> str:
    if not any(case.outcome is Outcome.NOT_RUN for case in cases):
        return "The run was stopped"
    table = rows(cases)
    ended = sum(all(case.outcome.is_ended for case in row.values()) for row in table.values())
    count = f"{ended} of {_count(len(table), 'test')}"
    if len(columns(cases)) == 1:
        return f"The run was stopped after {count}"
    return f"The run was stopped when {count} had ended on every target"


def _on_genuine(cases: Sequence[Case], targets: Sequence[TargetFacts]) -> list[str]:
    # a browser on which nothing ran is not among those where tests pass
    idle = [target for target in targets if not any(_ran(case, target) for case in cases)]
    busy = [target for target in targets if target not in idle]
    return [
        _passes(cases, some, f"on {listed([target.title for target in some])}")
        for some in (busy, idle)
        if some
    ]


def _ran(case: Case, target: TargetFacts) -> bool:
    return case.target.name == target.name and case.outcome not in _DID_NOT_RUN


def _passes(cases: Sequence[Case], targets: Sequence[TargetFacts], where: str) -> str:
    names = {target.name for target in targets}
    table = rows([case for case in cases if case.target.name in names])
    ran = [row for row in table.values() if any(case.outcome not in _DID_NOT_RUN for case in row.values())]
    passed = sum(not any(case.outcome.is_bad for case in row.values()) for row in ran)
    if not ran:
        return f"no test ran to its end {where}"
    verb = "passes" if passed == 1 else "pass"
    return f"{passed} of {_count(len(ran), 'test')} {verb} {where}"


def _not_tested(cases: Sequence[Case], stand_ins: Sequence[TargetFacts]) -> list[str]:
    sentences = []
    for outcome in ("passed", "failed", "stopped", "skipped", "not run"):
        titles = [target.title for target in stand_ins if stand_in_outcome(cases, target.name) == outcome]
        said = {
            "stopped": ("was stopped", "were stopped"),
            "not run": ("was not run", "were not run"),
        }.get(outcome, (outcome, outcome))
        if len(titles) == 1:
            sentences.append(f"{titles[0]} was not tested: a stand-in {said[0]}")
        elif titles:
            sentences.append(f"{listed(titles)} were not tested: stand-ins {said[1]}")
    return sentences


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
