"""Why a table, or a cell of it, cannot be read; in both languages, with the mend."""

from pathlib import Path

from contributions.bilingual import T
from contributions.errors import ContributionsError

__all__ = ["NotReadAs", "UnreadableSheet"]


class UnreadableSheet(ContributionsError):
    """A file is no table that can be read; `mend` says what to do about it."""

    def __init__(self, path: Path, reason: T, mend: T) -> None:
        super().__init__(T(f"{path}: {reason.en}", f"{path}: {reason.ms}"))
        self.path = path
        self.reason = reason
        self.mend = mend


class NotReadAs(ContributionsError):
    """A cell does not hold what its column should; `reason` and `mend` say it for people."""

    def __init__(self, reason: T, mend: T) -> None:
        super().__init__(reason)
        self.reason = reason
        self.mend = mend
