"""All checks in the order in which they are run and reported, and the way to find one by its code."""

from functools import lru_cache
from pathlib import Path

from contributions.checks import amounts, file, identity, months, status
from contributions.checks.check import Check
from contributions.errors import UnknownCheck
from contributions.wrong_types import must_be

__all__ = ["all_checks", "get_check", "shipped_codes"]


@lru_cache(maxsize=1)
def all_checks() -> tuple[Check, ...]:
    """Every check; within a file those of severity `file` come first."""
    return (*file.CHECKS, *identity.CHECKS, *months.CHECKS, *amounts.CHECKS, *status.CHECKS)


def get_check(code: str) -> Check:
    """The check that has a code, whatever its letters' case.

    Raises:
        UnknownCheck: there is none.
        TypeError: the code is no text.
    """
    must_be(str, code, what="code", such_as='"AM11"')
    wanted = code.strip().upper()
    for check in all_checks():
        if check.code == wanted:
            return check
    raise UnknownCheck(code, tuple(check.code for check in all_checks() if check.subject == wanted[:2]))


def shipped_codes() -> tuple[str, ...]:
    """Every code that was ever released; one that has no check any more is withdrawn and stays taken."""
    # importlib.resources takes longer to import than it saves
    text = Path(__file__).with_name("shipped_codes.txt").read_text(encoding="utf-8")
    return tuple(line.split()[0] for line in text.splitlines() if line and not line.startswith("#"))
