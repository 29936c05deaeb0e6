"""What another data pack changes for a contribution file: findings that come or go, by check and field."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from contributions.checking import check
from contributions.findings import FileReport, Finding
from contributions.rates.in_force import using
from contributions.rates.pack import Pack

__all__ = ["Changed", "PackChange", "changes_for"]


@dataclass(frozen=True, slots=True)
class Changed:
    """One check on one field whose places are not the same by both packs."""

    before: Finding | None
    after: Finding | None

    @property
    def shown(self) -> Finding:
        """The finding to tell it by: the new one, if there is one."""
        found = self.after or self.before
        assert found is not None  # noqa: S101 - one of the two has places
        return found


@dataclass(frozen=True, slots=True)
class PackChange:
    """The reports of a file by two packs, and what differs."""

    before: FileReport
    after: FileReport
    changed: tuple[Changed, ...]

    @property
    def is_any(self) -> bool:
        """Whether anything is told otherwise."""
        return bool(self.changed) or self.before.verdict is not self.after.verdict


def changes_for(source: Path | bytes, old: Pack, new: Pack, *, as_of: date) -> PackChange:
    """Check a file by both packs."""
    with using(old):
        before = check(source, as_of=as_of)
    with using(new):
        after = check(source, as_of=as_of)
    found_before, found_after = _by_check(before), _by_check(after)
    keys = [*found_before, *(key for key in found_after if key not in found_before)]
    return PackChange(
        before,
        after,
        tuple(
            Changed(found_before.get(key), found_after.get(key))
            for key in keys
            if not _same(found_before.get(key), found_after.get(key))
        ),
    )


def _by_check(report: FileReport) -> dict[tuple[str, str], Finding]:
    return {(finding.code, finding.field): finding for finding in report.findings}


def _same(before: Finding | None, after: Finding | None) -> bool:
    if before is None or after is None:
        return before is after
    return before.places == after.places and [(each.line, each.message) for each in before.at] == [
        (each.line, each.message) for each in after.at
    ]
