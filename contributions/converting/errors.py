"""Why nothing can be converted, as types, in both languages with the mend."""

from collections.abc import Iterable

from contributions.bilingual import T
from contributions.errors import ContributionsError

__all__ = [
    "AmbiguousHeading",
    "MappingUnreadable",
    "MissingHeading",
    "NoHeadings",
    "NotConvertible",
    "SheetNotChosen",
    "UnknownField",
    "UnknownHeading",
]


class NotConvertible(ContributionsError):
    """A file cannot be converted; `reason` says why and `mend` what to do."""

    def __init__(self, reason: T, mend: T) -> None:
        super().__init__(reason)
        self.reason = reason
        self.mend = mend


class SheetNotChosen(NotConvertible):
    """Several sheets could be meant, or the one that was named is not there; `names` are those that are."""

    def __init__(self, reason: T, names: Iterable[str]) -> None:
        self.names = tuple(names)
        listed = ", ".join(map(repr, self.names))
        super().__init__(
            reason,
            T(
                f"Name one by --sheet; here are: {listed}.",
                f"Namakan satu dengan --sheet; yang ada: {listed}.",
            ),
        )


class NoHeadings(NotConvertible):
    """No row among the first names what the columns hold."""

    def __init__(self) -> None:
        super().__init__(
            T(
                "no row has headings that say where identity number, name and wage are",
                "tiada baris tajuk yang menyatakan lajur nombor pengenalan, nama dan gaji",
            ),
            T(
                "Name the columns in a row above the employees, such as: No. KP, Nama, Gaji. assist convert "
                "--template payroll.xlsx writes a workbook to fill in.",
                "Namakan lajur dalam satu baris di atas pekerja, seperti: No. KP, Nama, Gaji. assist convert "
                "--template payroll.xlsx menulis buku kerja untuk diisi.",
            ),
        )


class MissingHeading(NotConvertible):
    """Something that every line needs has no column; `field` is its name."""

    def __init__(self, field: str, reason: T, mend: T) -> None:
        self.field = field
        super().__init__(reason, mend)


class AmbiguousHeading(NotConvertible):
    """Several columns could be the same field; nothing is guessed."""

    def __init__(self, field: str, reason: T, mend: T) -> None:
        self.field = field
        super().__init__(reason, mend)


class UnknownHeading(NotConvertible):
    """A heading that was named is not in the sheet."""

    def __init__(self, heading: str, there: Iterable[str]) -> None:
        self.heading = heading
        listed = ", ".join(map(repr, there))
        super().__init__(
            T(f"no column has the heading {heading!r}", f"tiada lajur bertajuk {heading!r}"),
            T(
                f"Name a heading or the letter of a column; here are: {listed}.",
                f"Namakan tajuk atau huruf lajur; yang ada: {listed}.",
            ),
        )


class UnknownField(NotConvertible):
    """A column was to be taken as something that there is not."""

    def __init__(self, field: str, known: Iterable[str]) -> None:
        self.field = field
        listed = ", ".join(known)
        super().__init__(
            T(f"there is no field {field!r}", f"tiada medan {field!r}"),
            T(
                f"Fields are: {listed}; - leaves a column out.",
                f"Medan ialah: {listed}; - meninggalkan sesuatu lajur.",
            ),
        )


class MappingUnreadable(NotConvertible):
    """A file that should say which heading is what does not."""
