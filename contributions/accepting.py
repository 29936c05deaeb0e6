"""By which day it is decided whether a portal still takes a layout."""

from enum import StrEnum

__all__ = ["AcceptRule"]


class AcceptRule(StrEnum):
    """Sources disagree about it (contribution-files notes, section 1, conflict 1).

    The data pack in force says which one holds, and the last day of each layout.
    """

    UPLOAD_DATE = "upload_date"
    """Every upload after the last day of a layout is refused, whatever its month."""
    CONTRIBUTION_MONTH = "contribution_month"
    """A month that began while a layout was taken may still come in it."""
