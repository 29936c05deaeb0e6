"""What a generated file is made of: month, layout, employer, and who is in it in which share."""

import math
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from contributions.bilingual import T
from contributions.computing import Group, Person
from contributions.errors import ContributionsError
from contributions.identifiers import employer_code, ssm_number
from contributions.layouts import C2, E1, READ, S1, Layout, layout_named
from contributions.months import YearMonth
from contributions.rates import Pack, current

__all__ = ["Fill", "Kind", "NotGenerated", "Recipe", "usual_month"]

OF_AGE, SECOND_CATEGORY = 18, 60
YOUNGEST, OLDEST = 16, 75
USUAL_MONTH = YearMonth(2026, 10)


def usual_month(layout: str) -> YearMonth:
    """The month of a file where nobody asks for another: for an old layout, the last paid in its time."""
    until = current().accepted_until.get(layout)
    if until is None:
        return USUAL_MONTH
    before = YearMonth.of(until).previous()
    return min(USUAL_MONTH, before if before.due_date <= until else before.previous())


class NotGenerated(ContributionsError):
    """A file was asked for that cannot be made; the words say why."""


class Fill(StrEnum):
    """What stands in front of an amount. Programs differ; both are read."""

    SPACES = "spaces"
    ZEROS = "zeros"


class Kind(StrEnum):
    """Who a person is, as far as the amounts depend on it."""

    FIRST = "first"
    """First category of Act 4, with EIS."""
    YOUNG = "young"
    """Under 18: no EIS."""
    SECOND = "second"
    """60 and over: second category, no EIS."""
    FOREIGN = "foreign"
    """From abroad: no EIS."""
    RELEASED = "released"
    """First category, released from LINDUNG 24 JAM."""

    @property
    def person(self) -> Person:
        """Somebody of this kind, for the rate tables."""
        ages = {Kind.YOUNG: OF_AGE - 1, Kind.SECOND: SECOND_CATEGORY + 1}
        return Person(
            age=ages.get(self, 30),
            group=Group.FOREIGN if self is Kind.FOREIGN else Group.LOCAL,
            lindung_released=self is Kind.RELEASED,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """How to make a file. Shares are parts of one; who is in none of them is of the first category.

    The same recipe and number of lines give the same bytes, as long as the word lists and NumPy's generator
    stay as they are.

    Raises:
        NotGenerated: the parts do not go together.
    """

    month: YearMonth = USUAL_MONTH
    layout: str = C2.name
    seed: int = 1
    ages: tuple[int, int] = (OF_AGE, SECOND_CATEGORY - 1)
    """The youngest and the oldest of the first category."""
    young: float = 0.0
    second: float = 0.0
    foreign: float = 0.0
    released: float = 0.0
    employer_code: str | None = None
    """By default one is made from the seed."""
    ssm_number: str | None = None
    fill: Fill = Fill.SPACES
    line_end: bytes = b"\r\n"

    def __post_init__(self) -> None:
        if self.layout not in READ:
            raise NotGenerated(
                T(
                    f"layout {self.layout} is not made; there are {', '.join(sorted(READ))}",
                    f"susun atur {self.layout} tidak dibuat; yang ada ialah {', '.join(sorted(READ))}",
                )
            )
        pack = current()
        if not pack.knows(self.month):
            raise NotGenerated(
                T(
                    f"the rates of {self.month} are not known; known are {pack.known_from} to "
                    f"{pack.known_until}",
                    f"kadar bagi {self.month} tidak diketahui; yang diketahui ialah {pack.known_from} hingga "
                    f"{pack.known_until}",
                )
            )
        self._check_time(pack)
        youngest, oldest = self.ages
        if not OF_AGE <= youngest <= oldest < SECOND_CATEGORY:
            raise NotGenerated(
                T(
                    f"ages are {OF_AGE} to {SECOND_CATEGORY - 1}, the younger first",
                    f"umur ialah {OF_AGE} hingga {SECOND_CATEGORY - 1}, yang lebih muda dahulu",
                )
            )
        self._check_employer()
        self._check_shares()

    def _check_time(self, pack: Pack) -> None:
        """Refuse a month in which the layout had no file that anybody could hand in, or nothing to pay."""
        until = pack.accepted_until.get(self.layout)
        if until is not None and until < self.month.first_day:
            raise NotGenerated(
                T(
                    "layout {layout} was taken until {until}, and {month} begins after that: such a file is "
                    "valid on no day; the last month is {last}",
                    "susun atur {layout} diterima hingga {until}, dan {month} bermula selepas itu: fail "
                    "sedemikian tidak sah pada mana-mana hari; bulan terakhir ialah {last}",
                ).filled(
                    layout=self.layout,
                    until=f"{until:%d/%m/%Y}",
                    month=str(self.month),
                    last=str(YearMonth.of(until)),
                )
            )
        first = pack.tables["act800"][0].first
        if self.layout == E1.name and self.month < first:
            raise NotGenerated(
                T(
                    "layout E1 is EIS alone, which begins with {first}: nothing was due in {month}",
                    "susun atur E1 adalah bagi SIP sahaja, yang bermula pada {first}: tiada apa-apa perlu "
                    "dibayar bagi {month}",
                ).filled(first=str(first), month=str(self.month))
            )

    def _check_employer(self) -> None:
        code, number = self.employer_code, self.ssm_number
        if code is not None and not employer_code.is_valid(code):
            raise NotGenerated(
                T(
                    f"{code} is no employer code; it is a letter, ten digits and a letter",
                    f"{code} bukan kod majikan; ia ialah satu huruf, sepuluh digit dan satu huruf",
                )
            )
        if number is not None and not ssm_number.is_valid(number):
            raise NotGenerated(
                T(
                    f"{number} is no SSM number of twelve digits: year, type 01 to 06, six digits",
                    f"{number} bukan nombor SSM dua belas digit: tahun, jenis 01 hingga 06, enam digit",
                )
            )

    def _check_shares(self) -> None:
        shares = [share for kind, share in self.shares.items() if kind is not Kind.FIRST]
        if any(not math.isfinite(share) or share < 0 for share in shares) or sum(shares) > 1 + 1e-9:
            raise NotGenerated(
                T(
                    "each share is between 0 and 100 %, and together they are at most 100 %",
                    "setiap bahagian ialah antara 0 hingga 100 %, dan jumlahnya tidak melebihi 100 %",
                )
            )
        first = current().rules.lindung_release_from
        if self.released and self.month < first:
            raise NotGenerated(
                T(
                    f"nobody can be released from LINDUNG 24 JAM before {first}",
                    f"tiada sesiapa boleh dilepaskan daripada LINDUNG 24 JAM sebelum {first}",
                )
            )
        if self.layout == E1.name and (self.young or self.second or self.foreign):
            raise NotGenerated(
                T(
                    "layout E1 is EIS alone, which takes nobody under 18, from 60 or from abroad",
                    "susun atur E1 adalah bagi SIP sahaja, yang tidak meliputi sesiapa bawah 18 tahun, 60 "
                    "tahun ke atas atau dari luar negara",
                )
            )

    @property
    def table(self) -> Layout:
        """The layout's columns."""
        return layout_named(self.layout)

    @property
    def shares(self) -> dict[Kind, float]:
        """Each kind's part of the lines."""
        others = {
            Kind.YOUNG: self.young,
            Kind.SECOND: self.second,
            Kind.FOREIGN: self.foreign,
            Kind.RELEASED: self.released,
        }
        return {Kind.FIRST: max(1 - sum(others.values()), 0.0), **others}

    def ages_of(self, kind: Kind) -> tuple[int, int]:
        """The youngest and the oldest of a kind."""
        if kind is Kind.YOUNG:
            return YOUNGEST, OF_AGE - 1
        if kind is Kind.SECOND:
            return SECOND_CATEGORY, OLDEST
        return self.ages

    @property
    def day_to_check(self) -> date:
        """A day on which the file is neither late nor early, nor its layout refused."""
        due = self.month.due_date
        return min(due, current().accepted_until.get(self.layout, due))

    @property
    def is_single(self) -> bool:
        """Whether it is a file of one scheme."""
        return self.layout in {S1.name, E1.name}
