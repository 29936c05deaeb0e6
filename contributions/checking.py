"""Check a contribution file: the one function that the command, the portal and every robot call."""

from datetime import date
from pathlib import Path, PurePath

from contributions.accepting import AcceptRule
from contributions.clock import checked_on
from contributions.examination import FileCheck, report_on, unreadable
from contributions.expectations import PortalExpectations
from contributions.findings import FileReport
from contributions.matrix.context import Context
from contributions.opening import opened
from contributions.wrong_types import source_taken

__all__ = ["check"]


def check(  # noqa: PLR0913 - options by name, each with a default
    source: Path | bytes,
    *,
    as_of: date | None = None,
    name: str | None = None,
    portal: PortalExpectations | None = None,
    portal_limits: bool = False,
    all_places: bool = False,
    accept_rule: AcceptRule | str | None = None,
) -> FileReport:
    """All that can be said of a file on a day, never an exception for what is in it.

    `as_of` (by default today) decides which months lie in the future and which layouts are accepted, by the
    `accept_rule` (by default that of the data pack in force). `name` is what the file was called where it
    came from, for the report and for the checks of its name; by default the path. `portal` adds what a portal
    knows. `all_places` describes every place of a finding, and not only the first twenty.
    A file that cannot be opened gives a report whose verdict is *could not tell*.

    Raises:
        TypeError: `source` is neither a path nor bytes, or `as_of` is no date.
        DayOutside: `as_of` lies too far from today for a file to have its months.
        ValueError: there is no such `accept_rule`.
    """
    source = source_taken(source, by="check")
    known_name = name if name is not None else str(source) if isinstance(source, Path) else None
    shown = known_name if known_name is not None else "-"
    file_name = PurePath(known_name).name if known_name is not None else None
    context = Context(
        as_of=checked_on(as_of),
        name=file_name,
        portal=portal,
        portal_limits=portal_limits,
        all_places=all_places,
        accept_rule=None if accept_rule is None else AcceptRule(accept_rule),
    )
    try:
        with opened(source) as file:
            return report_on(FileCheck(file, context).whole(), shown)
    except OSError as error:
        return unreadable(shown, error, context)
