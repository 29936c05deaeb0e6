"""What was to run: the tests that were never begun, and names that read the same on every target."""

from collections.abc import Sequence
from dataclasses import replace

from harness.report.model import MASK, Case

__all__ = ["named_alike", "never_begun"]


def never_begun(planned: Sequence[Case], ran: Sequence[Case]) -> tuple[Case, ...]:
    """Each case that was to run and left nothing, once, whatever number of processes planned it."""
    began = {_place(case) for case in ran}
    return tuple({_place(case): case for case in planned if _place(case) not in began}.values())


def named_alike(cases: Sequence[Case]) -> tuple[Case, ...]:
    """The cases, each with its password left out of the name if that is so on any target.

    A test that was skipped on a target, or never begun there, did not know its parameter as a password.
    """
    masked = {case.identity: case for case in cases if MASK in case.test}
    return tuple(
        replace(case, test=masked[case.identity].test, title=masked[case.identity].title)
        if case.identity in masked
        else case
        for case in cases
    )


def _place(case: Case) -> tuple[str, str]:
    return case.identity, case.target.name
