"""What came of a conversion: records with their rows, what could not be taken, and what should be known."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from contributions.bilingual import NOTHING, T
from contributions.record import Record

__all__ = ["Conversion", "Kind", "Remark", "Taken"]


class Kind(StrEnum):
    """What a remark is about."""

    WRONG = "wrong"
    """The row cannot be taken."""
    MENDED = "mended"
    """Something that a spreadsheet does was put right."""
    DIFFERS = "differs"
    """The sheet's amounts were kept, and the tables give others."""
    DOUBT = "doubt"
    """The law leaves doubt about the amounts that were computed."""
    LEFT_OUT = "left_out"
    """The row is nobody to be paid for: a sum, or no wage."""
    REGISTER = "register"
    """Somebody joined or left, which the file cannot hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something about a row, or a line of a text file; `column` is a letter, empty for the whole row."""

    kind: Kind
    row: int
    source: str = ""
    """The text file that the line is in; empty for a row of the sheet."""
    column: str = ""
    heading: str = ""
    who: str = ""
    number: str = ""
    message: T = NOTHING
    mend: T = NOTHING


@dataclass(frozen=True, slots=True)
class Taken:
    """A record, and the row or line that it was made from."""

    row: int
    record: Record


@dataclass(frozen=True, slots=True)
class Conversion:
    """All that came of it."""

    taken: Sequence[Taken]
    remarks: Sequence[Remark]

    @property
    def records(self) -> list[Record]:
        """The records in their order."""
        return [each.record for each in self.taken]

    def of_kind(self, kind: Kind) -> list[Remark]:
        """The remarks of one kind, in the order of rows."""
        return [remark for remark in self.remarks if remark.kind is kind]
