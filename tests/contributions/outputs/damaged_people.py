"""People whose amounts are right, and wrong in every way a program gets them wrong, for `damaged_files`."""

from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from contributions import ContributionsError, Person, Record, YearMonth, compute
from contributions.checks.examples import SAMPLE, SAMPLE_FOREIGN

__all__ = [
    "BORN",
    "People",
    "born",
    "crowd",
    "crowd_by_other_tables",
    "crowd_of_other_months",
    "foreigner",
    "months",
    "without_tables",
]

OCTOBER = YearMonth(2026, 10)
MOST = 999_999
"""The largest amount (sen) that a field of contributions holds."""
MONTHS = ("2026-10", "2026-06", "2026-05", "2024-09", "2022-08", "2019-03", "2017-12", "2016-06", "2015-01")
BORN = ("261001", "100101", "080601", "661031", "661101", "691015", "590101", "510101", "900101")
People = Iterator[tuple[str, list[Record]]]


def months() -> People:
    """Amounts that are right by the tables of their month."""
    for text in [
        "2026-10",
        "2026-05",
        "2026-06",
        "2024-09",
        "2022-08",
        "2019-03",
        "2017-12",
        "2016-06",
        "2015-01",
    ]:
        month = YearMonth.parse(text)
        for wage in (29_99, 3_250_00, 5_500_00, 6_000_00, 7_250_00, 1_200_000_00):
            yield f"{wage} sen in {month}", [_right(wage, month, date(1990, 1, 1))]


def born(digits: str) -> People:
    """A person whose amounts are wrong in every way a program gets wrong."""
    right = _right(3_250_00, OCTOBER, _birth(digits))
    for name, amounts in _wrong_amounts(right):
        yield name, [replace(right, identity_number=f"{digits}145678", **amounts)]


def foreigner() -> People:
    for name, amounts in _wrong_amounts(SAMPLE_FOREIGN):
        yield name, [replace(SAMPLE_FOREIGN, **amounts)]


def without_tables() -> People:
    """Amounts that are wrong in themselves, in months whose tables nobody knows."""
    for month in (YearMonth(2015, 1), YearMonth(2029, 1)):
        for who in (SAMPLE, SAMPLE_FOREIGN, replace(SAMPLE, identity_number="590101145678")):
            for name, amounts in _wrong_amounts(who):
                yield f"{who.identity_number} in {month}, {name}", [replace(who, month=month, **amounts)]


def foreigner_in_months() -> People:
    """The same before and after LINDUNG 24 JAM, and before foreign workers paid to both schemes."""
    for text in MONTHS:
        month = YearMonth.parse(text)
        right = replace(_right(3_250_00, month, date(1990, 1, 1)), identity_number="SSFW12345678")
        yield f"all amounts in {text}", [right]
        yield f"no EIS in {text}", [replace(right, eis_employer=0, eis_employee=0)]
        yield f"employer alone in {text}", [replace(right, socso_employer=40_60, socso_employee=0)]


def identities() -> People:
    """Numbers with digits lost at the beginning, and of people of every age."""
    numbers = (
        "1145678 10101145678 101145678 1011456 00101145678 90010114567 9001011456 900101145678 010101145678 "
        "261031145678 111031145678 000000000000 900230145678 900101995678 900101825678 A1234567 RF123456 "
        "G1234567 SSFW1234567 ssfw12345678 sSFW12345678 T123456 1234567"
    )
    for number in numbers.split():
        yield number, [replace(SAMPLE, identity_number=number)]


def crowd(wrong: int) -> People:
    """24 people, the first so many of whom are wrong in the same way."""
    right = _right_crowd()
    for name, _ in _wrong_amounts(SAMPLE):
        changed = [replace(each, **dict(_wrong_amounts(each))[name]) for each in right[:wrong]]
        yield name, [*changed, *right[wrong:]]


def crowd_of_other_months() -> People:
    for text in ("2026-09", "2026-11", "2027-01", "2025-10"):
        other = YearMonth.parse(text)
        yield (
            f"two thirds of {other}",
            [replace(each, month=other) if n % 3 else each for n, each in enumerate(_right_crowd())],
        )
        yield f"one of {other}", [*_right_crowd()[1:], replace(_right_crowd()[0], month=other)]


def crowd_by_other_tables() -> People:
    right = _right_crowd()
    for text in ("2022-01", "2022-10", "2017-01"):
        other = [_by_table(each, YearMonth.parse(text)) for each in right]
        yield f"2 alone by the table of {text}", other[-2:]
        for count in (24, 12, 1):
            yield f"{count} by the table of {text}", [*other[-count:], *right[:-count]]


def _right_crowd() -> list[Record]:
    return [_right(2_000_00 + 317_00 * n, OCTOBER, date(1990, 1, n)) for n in range(1, 25)]


def _by_table(right: Record, table: YearMonth) -> Record:
    """The same person, with the SOCSO and EIS amounts of another month's table."""
    other = _right(right.wage, table, date(1990, 1, 1))
    return replace(
        other,
        identity_number=right.identity_number,
        name=right.name,
        month=right.month,
        lindung=right.lindung,
    )


def _birth(digits: str) -> date:
    year = int(digits[:2])
    return date(year + (2000 if year < 27 else 1900), int(digits[2:4]), int(digits[4:]))


def _right(wage: int, month: YearMonth, born: date) -> Record:
    try:
        due = compute(wage, month=month, person=Person(born=born))
    except ContributionsError:  # a month without tables has the amounts of today
        due = compute(wage, month=OCTOBER, person=Person(born=date(1990, 1, 1)))
    return replace(
        SAMPLE,
        identity_number=f"{born:%y%m%d}14567{born.day % 10}",
        name=f"PERSON {'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[born.day % 26]}",
        month=month,
        wage=wage,
        **asdict(due),
    )


def _wrong_amounts(right: Record) -> Iterator[tuple[str, dict[str, Any]]]:
    amounts = ("socso_employer", "socso_employee", "eis_employer", "eis_employee", "lindung")
    yield "as it is", {}
    for name in amounts:
        sen = getattr(right, name)
        yield f"{name} nought", {name: 0}
        yield f"{name} 5 sen more", {name: sen + 5}
        yield f"{name} 5 sen less", {name: max(sen - 5, 0)}
        yield f"{name} ten times", {name: min(sen * 10, MOST)}
        yield f"{name} a tenth", {name: sen // 10}
    yield (
        "shares changed over",
        {"socso_employer": right.socso_employee, "socso_employee": right.socso_employer},
    )
    yield "LINDUNG in the share", {"socso_employee": right.socso_employee + right.lindung, "lindung": 0}
    yield "LINDUNG twice", {"socso_employee": right.socso_employee + right.lindung}
    yield "nothing paid", dict.fromkeys(amounts, 0)
    yield "no wage", {"wage": 0}
    yield "no wage and nothing paid", {"wage": 0, **dict.fromkeys(amounts, 0)}
    yield "wage in ringgit", {"wage": right.wage // 100}
    yield "wage a hundred times", {"wage": right.wage * 100}
    yield "all in ringgit", {name: getattr(right, name) // 100 for name in ("wage", *amounts)}
    yield "amounts a hundred times", {name: min(getattr(right, name) * 100, MOST) for name in amounts}
    yield "wage at the ceiling", {"wage": 6_000_00}
    yield "second category", {"socso_employer": right.wage // 80 // 5 * 5, "socso_employee": 0}
    yield "no EIS", {"eis_employer": 0, "eis_employee": 0}
