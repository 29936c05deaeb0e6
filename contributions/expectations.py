"""What a portal knows about the employer who uploads a file, for the checks that need it."""

from dataclasses import dataclass
from datetime import date

from contributions.months import YearMonth

__all__ = ["PortalExpectations", "RosterEntry"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterEntry:
    """An employee on record. `resigned`: the last day of work, if that is known."""

    identity_number: str
    name: str
    started: date
    resigned: date | None = None

    def is_employed_in(self, month: YearMonth) -> bool:
        """Whether the person worked for the employer on any day of a month."""
        return self.started <= month.last_day and not self.has_left_before(month)

    def has_left_before(self, month: YearMonth) -> bool:
        """Whether the last day of work lies before a month."""
        return self.resigned is not None and self.resigned < month.first_day


@dataclass(frozen=True, slots=True, kw_only=True)
class PortalExpectations:
    """`employer_code`: who is logged in. `closed_months`: already submitted or paid.

    `roster`: all employees on record, those who left among them; `None` when nothing is known of them.
    `is_own_roster`: the roster is the employer's own list, so that the portal may not know it yet.
    """

    employer_code: str | None = None
    closed_months: frozenset[YearMonth] = frozenset()
    roster: tuple[RosterEntry, ...] | None = None
    is_own_roster: bool = False
