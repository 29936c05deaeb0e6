"""What the rate tables give for somebody in a row, where his age and group are certain; otherwise why not."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from contributions.bilingual import T
from contributions.computing import Amounts, Group, Person, compute
from contributions.doubts import doubts_about
from contributions.errors import RatesUnknown
from contributions.identifiers import mykad
from contributions.identifiers.mykad import OLDEST, YOUNGEST
from contributions.layouts import C2
from contributions.money import format_sen
from contributions.months import YearMonth
from contributions.rates import Pack, current
from contributions.sheets.errors import NotReadAs

__all__ = [
    "Due",
    "born_by",
    "differences",
    "due",
    "is_foreign",
    "is_mykad",
    "person_of",
    "whatever_the_age",
]

FOREIGN_PREFIXES = ("SSFW", "SSFDW")
OLD_IC_DIGITS = 7
_LETTERS_AND_DIGITS = re.compile(r"[A-Z]{1,3}[0-9]{4,}", re.IGNORECASE)
MYKAD_DIGITS = 12
ANY_AGE = 30
"""Where an age must be given and changes nothing."""


@dataclass(frozen=True, slots=True)
class Due:
    """Amounts from the tables, and what somebody should know who pays them."""

    amounts: Amounts
    doubts: tuple[T, ...]


def is_foreign(identity_number: str) -> bool:
    """Whether PERKESO gave the number to a foreign worker."""
    return identity_number.upper().startswith(FOREIGN_PREFIXES)


@lru_cache(maxsize=1024)
def is_mykad(identity_number: str) -> bool:
    """Whether a number can be that of a MyKad."""
    return mykad.is_valid(identity_number)


@lru_cache(maxsize=1024)
def born_by(identity_number: str, month: YearMonth) -> date | None:
    """The birth date in the number of a MyKad; `None` for other numbers, or where no century fits."""
    return mykad.born(identity_number, month=month) if is_mykad(identity_number) else None


def person_of(identity_number: str, month: YearMonth, born: date | None, *, released: bool = False) -> Person:
    """Who a row is about.

    Raises:
        NotReadAs: the age, or whether the person is local, cannot be told.
    """
    if is_foreign(identity_number):
        if born is None:
            raise NotReadAs(
                T(
                    f"the age of {identity_number} is not known, so the amounts cannot be computed",
                    f"umur {identity_number} tidak diketahui, jadi amaun tidak dapat dikira",
                ),
                T(
                    "Add a column Date of Birth, as in the passport.",
                    "Tambah lajur Tarikh Lahir, seperti dalam pasport.",
                ),
            )
        domestic = identity_number.upper().startswith("SSFDW")
        person = Person(born=born, group=Group.FOREIGN_DOMESTIC if domestic else Group.FOREIGN)
    elif is_mykad(identity_number) or (born and _has_old_ic(identity_number)):
        person = Person(born=born or born_by(identity_number, month))
    else:
        raise _not_known(identity_number)
    birth = person.born
    if birth is None or birth > month.last_day or not YOUNGEST <= person.age_in(month) <= OLDEST:
        raise NotReadAs(
            T(
                f"{identity_number} gives no age from {YOUNGEST} to {OLDEST}, so the amounts cannot be "
                "computed",
                f"{identity_number} tidak memberi umur {YOUNGEST} hingga {OLDEST}, jadi amaun tidak dapat "
                "dikira",
            ),
            T(
                "Check the number and the date of birth, or add the amounts as columns.",
                "Semak nombor dan tarikh lahir, atau tambah amaun sebagai lajur.",
            ),
        )
    return replace(person, lindung_released=released)


def _has_old_ic(identity_number: str) -> bool:
    return identity_number.isdigit() and len(identity_number) == OLD_IC_DIGITS


def _not_known(identity_number: str) -> NotReadAs:
    if identity_number.isdigit() and len(identity_number) == MYKAD_DIGITS:
        return NotReadAs(
            T(
                f"{identity_number} is no MyKad number: its date or place code does not exist",
                f"{identity_number} bukan nombor MyKad: tarikh atau kod tempatnya tidak wujud",
            ),
            T("Look at the card.", "Semak kad."),
        )
    may_be = T("", "")
    if _LETTERS_AND_DIGITS.fullmatch(identity_number):
        may_be = T(
            "; a letter and digits may be a passport, which is no such number",
            "; huruf dan digit mungkin pasport, yang bukan nombor begitu",
        )
    return NotReadAs(
        T(
            f"{identity_number} is neither a MyKad number nor one that PERKESO gave (SSFW), so the amounts "
            f"cannot be computed{may_be.en}",
            f"{identity_number} bukan nombor MyKad dan bukan nombor PERKESO (SSFW), jadi amaun tidak dapat "
            f"dikira{may_be.ms}",
        ),
        T(
            "Write the SSFW number of a foreign worker (with the date of birth), or add the amounts as "
            "columns. A date of birth alone is enough for an old card of seven digits.",
            "Tulis nombor SSFW pekerja asing (dengan tarikh lahir), atau tambah amaun sebagai lajur. Tarikh "
            "lahir sahaja memadai bagi kad lama tujuh digit.",
        ),
    )


def due(wage: int, month: YearMonth, person: Person) -> Due:
    """What the tables of the month in force give.

    Raises:
        RatesUnknown: the month is older than the oldest table, or later than the rates are known for.
    """
    return _due(wage, month, person, current())


def whatever_the_age(identity_number: str, wage: int, month: YearMonth, *, released: bool) -> Amounts:
    """What the tables give somebody under Act 4 whose age is not known: right for LINDUNG 24 JAM alone."""
    group = Group.FOREIGN if is_foreign(identity_number) else Group.LOCAL
    somebody = Person(age=ANY_AGE, group=group, lindung_released=released)
    try:
        return due(wage, month, somebody).amounts
    except RatesUnknown:  # a month before the oldest table, and long before LINDUNG 24 JAM
        return Amounts()


def differences(kept: Mapping[str, int], tables: Amounts) -> T | None:
    """Which amounts are others than those of the tables; `None` when all are the same."""
    found = [
        (C2[name].title, format_sen(sen), format_sen(getattr(tables, name)))
        for name, sen in kept.items()
        if sen != getattr(tables, name)
    ]
    if not found:
        return None
    return T(
        "; ".join(f"{title.en} {here}, by the tables {there}" for title, here, there in found),
        "; ".join(f"{title.ms} {here}, menurut jadual {there}" for title, here, there in found),
    )


@lru_cache(maxsize=65536)
def _due(wage: int, month: YearMonth, person: Person, _pack: Pack) -> Due:
    amounts = compute(wage, month=month, person=person)
    doubts = doubts_about(replace(person, lindung_elsewhere=True), month) if wage else ()
    return Due(amounts, doubts)
