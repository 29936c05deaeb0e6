"""What a cause of odd lines is, and the words that all causes share."""

from dataclasses import dataclass

from contributions.bilingual import T

__all__ = ["RIGHT", "Cause", "spaces"]

RIGHT = T("month and amounts stand at their places", "bulan dan amaun berada di tempatnya")


@dataclass(frozen=True, slots=True)
class Cause:
    """What happened to a line. `says` speaks of `{who}`, which `{have}` it; `mend` is a sentence."""

    kind: str
    """Lines of one kind have the same cause."""
    says: T
    mend: T
    column: int = 0
    """The one column (1-based) that it is about; 0 for the line."""
    lost_in: str = ""
    """A month that has lost a digit: `mend` has `{such}` for the month that the other lines show."""

    def said_of(self, who: T, *, several: bool) -> T:
        """The cause in a sentence about some lines."""
        return self.says.filled(who=who, have=T.same("have" if several else "has"))


def spaces(count: int) -> T:
    """A number of spaces in words."""
    return T("1 space" if count == 1 else f"{count} spaces", f"{count} ruang kosong")
