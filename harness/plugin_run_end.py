"""How a run of pytest ended, as its report and the terminal's last lines say it."""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from harness.report import Case, RunEnd

__all__ = ["end_of", "was_cut_short"]

_TO_THE_END = frozenset(
    {pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED, pytest.ExitCode.NO_TESTS_COLLECTED}
)


def was_cut_short(session: pytest.Session) -> bool:
    """Whether pytest ended before the last of its tests: by Ctrl-C, `-x`, a file it cannot read."""
    return bool(session.shouldfail or session.shouldstop) or session.exitstatus not in _TO_THE_END


def end_of(session: pytest.Session, ran: "Sequence[Case]", not_begun: "Sequence[Case]") -> "RunEnd":
    """How the run ended, where these cases ran and those were collected and never begun."""
    from harness.report import Outcome, RunEnd

    if was_cut_short(session):
        if session.testsfailed and not ran:
            return RunEnd.FAILED  # files that pytest could not read
        if not_begun or not session.shouldfail:
            return RunEnd.STOPPED
    is_told = any(case.outcome.is_bad for case in ran)
    if session.exitstatus == pytest.ExitCode.TESTS_FAILED and not is_told:
        return RunEnd.FAILED
    return RunEnd.STOPPED if any(case.outcome is Outcome.STOPPED for case in ran) else RunEnd.COMPLETE
