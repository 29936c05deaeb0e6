"""Why a file and a payroll sheet cannot be compared, as types, in both languages and with the mend."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from contributions.bilingual import Language, T
from contributions.errors import ContributionsError
from contributions.months import YearMonth
from contributions.sheets import UnreadableSheet
from contributions.sheets.above import MonthsAbove

__all__ = [
    "AnotherEmployer",
    "AnotherPart",
    "NoHeadings",
    "NoSuchSheet",
    "NobodyListed",
    "NotOneOfIts",
    "NothingFilledIn",
    "SeveralEmployers",
    "SeveralMonths",
    "SeveralNames",
    "UnreadableCell",
    "WrongMonth",
]


class NotOneOfIts(ContributionsError):
    """A contribution file does not say by itself what is to be compared; `mend` says what to do."""

    def __init__(self, reason: T, mend: T) -> None:
        super().__init__(reason)
        self.reason = reason
        self.mend = mend


class SeveralEmployers(NotOneOfIts):
    """A contribution file has records of several employer codes."""

    def __init__(self, codes: Sequence[str]) -> None:
        listed = ", ".join(codes)
        super().__init__(
            T(
                f"it has {len(codes)} employer codes: {listed}",
                f"fail ini mempunyai {len(codes)} kod majikan: {listed}",
            ),
            T(
                "assist split FILE --by code makes a file of each; compare these.",
                "assist split FAIL --by code menghasilkan satu fail bagi setiap kod; bandingkan fail itu.",
            ),
        )
        self.codes = tuple(codes)


class SeveralMonths(NotOneOfIts):
    """A contribution file has several months, or not the one that was asked for."""

    def __init__(self, months: Sequence[YearMonth]) -> None:
        english, malay = (
            ", ".join(month.name.in_language(lang) for month in months) for lang in ("en", "ms")
        )
        super().__init__(
            T(f"its months are {english}", f"bulannya ialah {malay}"),
            T(
                f"Add --month {months[0]} to compare one of them.",
                f"Tambah --month {months[0]} untuk membandingkan satu daripadanya.",
            ),
        )
        self.months = tuple(months)


class SeveralNames(NotOneOfIts):
    """Lines of a file, or rows of a sheet, have one identity number and different names: whose are they?"""

    def __init__(self, identity_number: str, names: Sequence[tuple[str, int]], *, place: T) -> None:
        self.identity_number = identity_number
        self.names = tuple(names)
        self.place = place
        super().__init__(*self.said(identity_number, [name for name, _ in names]))

    def said(self, number: str, names: Iterable[str]) -> tuple[T, T]:
        """The reason and the mend with the number and the names as they are to be shown."""
        shown = [(name, place) for name, (_, place) in zip(names, self.names, strict=True)]
        english = ", ".join(f"{name} ({self.place.en} {place})" for name, place in shown)
        malay = ", ".join(f"{name} ({self.place.ms} {place})" for name, place in shown)
        return (
            T(
                f"{number} stands with different names: {english}",
                f"{number} tercatat dengan nama berlainan: {malay}",
            ),
            T(
                f"If they are one person, --same {number} adds them up; else correct the identity number.",
                f"Jika orang yang sama, --same {number} menjumlahkannya; jika tidak, betulkan nombor "
                "pengenalan.",
            ),
        )


class NoHeadings(UnreadableSheet):
    """No sheet has a row with headings for the identity number and an amount."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            T(
                "no row has headings for the identity number and at least one amount",
                "tiada baris yang mempunyai tajuk lajur bagi nombor pengenalan dan satu amaun",
            ),
            T(
                "Name the columns IC No, Name, Wage, SOCSO Employer, SOCSO Employee, EIS Employer, "
                "EIS Employee, LINDUNG 24 JAM (and Branch).",
                "Namakan lajur No KP, Nama, Gaji, PERKESO Majikan, PERKESO Pekerja, SIP Majikan, "
                "SIP Pekerja, LINDUNG 24 JAM (dan Cawangan).",
            ),
        )


class NoSuchSheet(UnreadableSheet):
    """A sheet of a workbook was named that is not there."""

    def __init__(self, path: Path, name: str, known: Sequence[str]) -> None:
        listed = ", ".join(known)
        super().__init__(
            path,
            T(f"it has no sheet {name!r}", f"tiada helaian {name!r}"),
            T(f"Its sheets are: {listed}.", f"Helaiannya ialah: {listed}.")
            if listed
            else T("A CSV file has no named sheets.", "Fail CSV tiada helaian bernama."),
        )
        self.name = name


class NobodyListed(UnreadableSheet):
    """A sheet has headings, and nobody below them."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            T("it lists nobody below its headings", "tiada sesiapa disenaraikan di bawah tajuk lajurnya"),
            T("Put one employee on each row.", "Letakkan seorang pekerja pada setiap baris."),
        )


class NothingFilledIn(UnreadableSheet):
    """A sheet lists people, and no column of amounts has one."""

    def __init__(self, path: Path, titles: Sequence[str]) -> None:
        listed = ", ".join(f'"{title}"' for title in titles)
        super().__init__(
            path,
            T(f"nobody has an amount in it: {listed} is empty", f"tiada amaun bagi sesiapa: {listed} kosong"),
            T(
                "Where formulas stand there, open the workbook in Excel and save it.",
                "Jika ada formula di situ, buka buku kerja dalam Excel dan simpan.",
            ),
        )
        self.titles = tuple(titles)


class WrongMonth(UnreadableSheet):
    """A sheet is of other months than the file; `found` are these, where they are said with a year."""

    def __init__(self, path: Path, said: MonthsAbove, wanted: YearMonth) -> None:
        english, malay = ", ".join(_told(said, "en")), ", ".join(_told(said, "ms"))
        super().__init__(
            path,
            T(
                f"it is of {english}, and the file of {wanted.name.en}",
                f"hamparan ini bagi {malay}, manakala fail bagi {wanted.name.ms}",
            ),
            T(
                f"Give the sheet of {wanted.name.en}. If it is that one, add --any-month.",
                f"Berikan hamparan {wanted.name.ms}. Jika memang hamparan itu, tambah --any-month.",
            ),
        )
        self.found = tuple(sorted({each.month for each in said.months}))
        self.wanted = wanted


def _told(said: MonthsAbove, language: Language) -> Iterator[str]:
    """The months of a sheet, each with its cell."""
    for month in said.months:
        yield f"{month.month.name.in_language(language)}{_cell(month.cell).in_language(language)}"
    for each in said.yearless:
        yield f'"{each.text}"{_cell(each.cell).in_language(language)}'


def _cell(name: str) -> T:
    return T(f" (cell {name})", f" (sel {name})") if name else T("", "")


class AnotherEmployer(UnreadableSheet):
    """A sheet is of other employers than the file; `found` are their codes."""

    def __init__(self, path: Path, found: Sequence[str], wanted: str) -> None:
        listed = ", ".join(found)
        super().__init__(
            path,
            T(
                f"it is of employer {listed}, and the file of {wanted}",
                f"hamparan ini milik majikan {listed}, manakala fail milik {wanted}",
            ),
            T(
                f"Give the sheet of employer {wanted}, or correct the code in the sheet.",
                f"Berikan hamparan majikan {wanted}, atau betulkan kod dalam hamparan.",
            ),
        )
        self.found = tuple(found)
        self.wanted = wanted


class AnotherPart(UnreadableSheet):
    """A line between people says another employer code or month for those below it; `row` is its, from 1."""

    def __init__(self, path: Path, row: int, reason: T, mend: T) -> None:
        super().__init__(path, reason, mend)
        self.row = row


class UnreadableCell(UnreadableSheet):
    """A cell does not hold what its column should; `row` is that of the sheet, from 1."""

    def __init__(self, path: Path, row: int, column: str, reason: T, mend: T) -> None:
        super().__init__(
            path,
            T(
                f'row {row}, column "{column}": {reason.en}',
                f'baris {row}, lajur "{column}": {reason.ms}',
            ),
            mend,
        )
        self.row = row
        self.column = column
