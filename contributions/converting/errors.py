"""Why nothing can be converted, as types, in both languages with the mend."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from contributions.bilingual import Language, T
from contributions.errors import ContributionsError
from contributions.months import YearMonth

__all__ = [
    "AmbiguousHeading",
    "ContradictedOption",
    "InThousands",
    "MappingUnreadable",
    "MissingHeading",
    "NoHeadings",
    "NotConvertible",
    "OtherHeadings",
    "OtherPart",
    "SeveralMonths",
    "SheetNotChosen",
    "UnknownField",
    "UnknownHeading",
]

LANGUAGES: Final[tuple[Language, ...]] = ("en", "ms")
OPTIONS: Final[Mapping[str, str]] = {
    "employer_code": "--employer", "ssm_number": "--mycoid", "month": "--month",
}  # fmt: skip
"""Which option says what a sheet may lack."""


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


class InThousands(NotConvertible):
    """The heading of a column of money says thousands of ringgit, which are never guessed to the sen."""

    def __init__(self, column: str, heading: str) -> None:
        self.heading = heading
        super().__init__(
            T(f"column {column} {heading!r} is in thousands of ringgit",
              f"lajur {column} {heading!r} dalam ribuan ringgit"),
            T("Write whole amounts such as 3250.00, and take the thousands out of the heading.",
              "Tulis amaun penuh seperti 3250.00, dan buang ribuan daripada tajuk lajur."),
        )  # fmt: skip


class AmbiguousHeading(NotConvertible):
    """Several columns could be the same field; nothing is guessed."""

    def __init__(self, field: str, reason: T, mend: T) -> None:
        self.field = field
        super().__init__(reason, mend)


class OtherHeadings(NotConvertible):
    """Headings stand again further down, and make a column something else; `row` is where, from 1."""

    def __init__(self, row: int, column: str, here: str, top: tuple[str, int]) -> None:
        self.row = row
        said, first = top
        nothing = T("nothing", "tiada tajuk")
        english, malay = (repr(said) if said else nothing.in_language(language) for language in LANGUAGES)
        super().__init__(
            T(f"row {row} has headings again, and other ones: column {column} is {here!r} there and "
              f"{english} in row {first}",
              f"baris {row} ada tajuk sekali lagi, dan tajuknya berlainan: lajur {column} ialah {here!r} di "
              f"situ dan {malay} dalam baris {first}"),
            T(f"Put the columns below it in the order of row {first}, or give that part a sheet or a file "
              "of its own.",
              f"Susun lajur di bawahnya mengikut baris {first}, atau letakkan bahagian itu dalam helaian "
              "atau fail sendiri."),
        )  # fmt: skip


class OtherPart(NotConvertible):
    """A line between people says another employer code or month for those below it; `row` is its, from 1."""

    def __init__(self, row: int, reason: T, mend: T) -> None:
        self.row = row
        super().__init__(reason, mend)


class SeveralMonths(NotConvertible):
    """What stands above the table speaks of more than one month; `months` are these, each with its cell."""

    def __init__(self, months: Sequence[tuple[str, YearMonth]]) -> None:
        self.months = tuple(months)
        english, malay = (
            ", ".join(f"{month.name.in_language(language)} ({cell})" for cell, month in self.months)
            for language in LANGUAGES
        )
        super().__init__(
            T(f"the sheet speaks of more than one month: {english}",
              f"helaian menyebut lebih daripada satu bulan: {malay}"),
            T("Say which month the wages are for, such as --month 2026-10.",
              "Nyatakan bulan bagi gaji itu, seperti --month 2026-10."),
        )  # fmt: skip


class ContradictedOption(NotConvertible):
    """An option says something else than a cell above the table, or the name of the sheet without a cell.

    `field` is what it is about.
    """

    def __init__(self, field: str, cell: str, here: T, given: T) -> None:
        self.field = field
        option = OPTIONS[field]
        where = T(f"cell {cell}", f"sel {cell}") if cell else T("the name of the sheet", "nama helaian")
        mend = T(f"Leave {option} out, or correct the sheet.", f"Tinggalkan {option}, atau betulkan helaian.")
        if not cell:
            mend = T(
                "Name the sheet of that month by --sheet, or give the sheet its right name.",
                "Namakan helaian bagi bulan itu dengan --sheet, atau betulkan nama helaian.",
            )
        super().__init__(
            T(f"{where.en} says {here.en}, and {option} {given.en}",
              f"{where.ms} menyatakan {here.ms}, dan {option} {given.ms}"),
            mend,
        )  # fmt: skip


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
