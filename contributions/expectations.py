"""What a portal knows about the employer who uploads a file, for the checks that need it."""

from dataclasses import dataclass

from contributions.months import YearMonth

__all__ = ["PortalExpectations"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PortalExpectations:
    """`employer_code`: who is logged in. `closed_months`: already submitted or paid."""

    employer_code: str | None = None
    closed_months: frozenset[YearMonth] = frozenset()
