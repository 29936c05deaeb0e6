"""What is given to a check from outside the file."""

import sys
from dataclasses import dataclass
from datetime import date

from contributions.accepting import AcceptRule
from contributions.expectations import PortalExpectations

__all__ = ["PLACES_KEPT", "Context"]

PLACES_KEPT = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What is given from outside: the day of the check, the file's name, what the portal knows."""

    as_of: date
    name: str | None = None
    portal: PortalExpectations | None = None
    portal_limits: bool = False
    all_places: bool = False
    """Whether every place of a finding is described, and not only the first of them."""
    accept_rule: AcceptRule | None = None
    """`None` for that of the data pack."""

    @property
    def places_kept(self) -> int:
        """How many places of a finding are described."""
        return sys.maxsize if self.all_places else PLACES_KEPT
