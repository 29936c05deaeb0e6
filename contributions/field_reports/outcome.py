"""What a portal did with a file, and what is said of a report that cannot be counted.

Every check asks whether there are reports; most installations have none, and so no need of what reads them.
"""

from enum import StrEnum

from contributions.errors import ContributionsError

__all__ = ["FieldReportInvalid", "Outcome"]


class FieldReportInvalid(ContributionsError):
    """A report that cannot be counted; `where` is its file."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"{where}: {reason}")
        self.where = where
        self.reason = reason


class Outcome(StrEnum):
    """What the portal did with the file."""

    ACCEPTED = "accepted"
    REFUSED = "refused"
