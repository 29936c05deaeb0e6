"""The day on which a file is checked when nobody names another; the only place here that asks for it."""

from datetime import date

__all__ = ["today"]


def today() -> date:
    """The day where the user is."""
    return date.today()  # noqa: DTZ011 - a day, not a moment
