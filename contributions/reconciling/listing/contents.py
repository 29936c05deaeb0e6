"""What a listing says: its parts, their pages, and the sums of each page and of all; amounts are sen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from contributions.bilingual import T
from contributions.months import YearMonth
from contributions.reconciling.file_side import FileSide
from contributions.reconciling.outputs.words import Shown
from contributions.reconciling.people import Person

__all__ = ["NOT_THEIRS", "ROWS_A_PAGE", "Listing", "Page", "Part", "Row", "listing_of"]

ROWS_A_PAGE = 20
NOT_THEIRS = T(
    "A form of our own after Borang 8A and Lampiran 1; not a form of PERKESO.",
    "Bentuk kami sendiri mengikut Borang 8A dan Lampiran 1; bukan borang PERKESO.",
)
_EMPLOYER, _EMPLOYEE = T("Employer (RM)", "Majikan (RM)"), T("Employee (RM)", "Pekerja (RM)")
_WAGE, _TOTAL = T("Wage (RM)", "Gaji (RM)"), T("Total (RM)", "Jumlah (RM)")
_LINDUNG = T("LINDUNG 24 JAM (RM)", "LINDUNG 24 JAM (RM)")


@dataclass(frozen=True, slots=True)
class Row:
    """An employee: the number of the row, who it is, and the wage, each share and their sum."""

    number: int
    identity_number: str
    name: str
    amounts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The employees of a page and their sums."""

    rows: tuple[Row, ...]

    @property
    def sums(self) -> tuple[int, ...]:
        """The sum of each amount on the page."""
        return tuple(map(sum, zip(*(row.amounts for row in self.rows), strict=True)))


@dataclass(frozen=True, slots=True)
class Part:
    """One scheme: its title, the headings of its amounts, its pages."""

    name: T
    """Short, for the tab of a workbook."""
    title: T
    headings: tuple[T, ...]
    pages: tuple[Page, ...]

    @property
    def heads(self) -> int:
        """How many employees are listed."""
        return sum(len(page.rows) for page in self.pages)

    @property
    def sums(self) -> tuple[int, ...]:
        """The sum of each amount; zeros when nobody is listed."""
        pages = [page.sums for page in self.pages]
        return tuple(map(sum, zip(*pages, strict=True))) if pages else (0,) * len(self.headings)


@dataclass(frozen=True, slots=True)
class Listing:
    """Both parts for one employer and month."""

    employer_code: str
    employer_name: str
    ssm_number: str
    month: YearMonth
    file_name: str
    parts: tuple[Part, ...]


def listing_of(file: FileSide, shown: Shown, *, employer_name: str = "") -> Listing:
    """The listing of a file, each person once; whoever is not under EIS is left out of that part."""
    people = list(file.people.values())
    insured = [
        person for person in people if person.amounts["eis_employer"] or person.amounts["eis_employee"]
    ]
    shares = ["socso_employer", "socso_employee"]
    headings = [_EMPLOYER, _EMPLOYEE]
    with_lindung = any(person.amounts["lindung"] for person in people)
    title = T("Contributions to SOCSO (Act 4)", "Caruman PERKESO (Akta 4)")
    if with_lindung:
        shares.append("lindung")
        headings.append(_LINDUNG)
        title = T(f"{title.en} and LINDUNG 24 JAM", f"{title.ms} dan LINDUNG 24 JAM")
    return Listing(
        employer_code=file.employer_code,
        employer_name=employer_name,
        ssm_number=file.ssm_number,
        month=file.month,
        file_name=file.name,
        parts=(
            Part(
                T("SOCSO (8A)", "PERKESO (8A)"),
                title,
                (_WAGE, *headings, _TOTAL),
                _pages(people, shares, shown),
            ),
            Part(
                T("EIS (Lampiran 1)", "SIP (Lampiran 1)"),
                T("Contributions to EIS (Act 800)", "Caruman SIP (Akta 800)"),
                (_WAGE, _EMPLOYER, _EMPLOYEE, _TOTAL),
                _pages(insured, ["eis_employer", "eis_employee"], shown),
            ),
        ),
    )


def _pages(people: Iterable[Person], shares: Sequence[str], shown: Shown) -> tuple[Page, ...]:
    rows = [_row(number, person, shares, shown) for number, person in enumerate(people, start=1)]
    return tuple(Page(tuple(rows[first : first + ROWS_A_PAGE])) for first in range(0, len(rows), ROWS_A_PAGE))


def _row(number: int, person: Person, shares: Sequence[str], shown: Shown) -> Row:
    amounts = [person.amounts[share] for share in shares]
    return Row(
        number, shown.number(person), shown.name(person), (person.amounts["wage"], *amounts, sum(amounts))
    )
