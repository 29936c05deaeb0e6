"""Files damaged in every way that we could think of; what is said of them is kept as it was read.

A damage is done to good files of every layout, to one line and to all; people and amounts are varied besides.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from contributions import (
    C1,
    C2,
    E1,
    S1,
    ContributionsError,
    Person,
    PortalExpectations,
    Record,
    YearMonth,
    all_checks,
    compute,
    write,
)
from contributions.checks.examples import SAMPLE, SAMPLE_FOREIGN
from contributions.expectations import RosterEntry
from contributions.generate.making import generate
from contributions.generate.recipe import Recipe
from contributions.kit.making import our_kit
from contributions.layouts import Kind, Layout

__all__ = ["DamagedFile", "damaged_files"]

DAY = date(2026, 11, 10)
OCTOBER = YearMonth(2026, 10)
MOST = 999_999
"""The largest amount (sen) that a field of contributions holds."""
ROSTER = tuple(
    RosterEntry(identity_number=number, name=name, started=date.fromisoformat(began), resigned=left)
    for number, name, began, left in (
        ("900101145678", "AMINAH BINTI CONTOH", "2020-01-01", None),
        ("880515105437", "TAN WEI MENG", "2020-01-01", date(2026, 9, 30)),
        ("791123086211", "SURESH A/L RAMASAMY", "2026-11-01", None),
        ("SSFW12345678", "RAM CONTOH", "2020-01-01", None),
    )
)
ODD_VALUES = (
    "", " ", "0", "00", "1", "-1", "+1", "1.5", "1,5", "A", "a", "999", "O", "É", "陈", "\t", "\0", "\x1f",
    "'1", "=1+1", "1E5", "102026", "202610", "92026", "132026", "002026", "012010", "112026", "052026",
    "900101145678", "900101-14-5678", "991301145678", "SSFW12345678", "X", "N", "B", "R", "32102026",
    "01102026", "20261001",
)  # fmt: skip
Change = Callable[[bytes], bytes]


@dataclass(frozen=True, slots=True)
class DamagedFile:
    """A file and the circumstances of its check."""

    name: str
    content: bytes
    as_of: date = DAY
    file_name: str = "-"
    portal: PortalExpectations | None = None
    portal_limits: bool = False


def damaged_files() -> Iterator[DamagedFile]:
    """All of them; the names are unique."""
    yield from _examples()
    yield from _of_the_kit()
    for layout, content, day in _good_files():
        for name, changed in _lines_changed(layout):
            yield DamagedFile(f"{layout.name}, all lines, {name}", _each(content, changed), day)
            if layout is C2:
                yield DamagedFile(f"{layout.name}, line 2, {name}", _one(content, 1, changed), day)
        for name, changed in _fields_changed(layout):
            yield DamagedFile(f"{layout.name}, line 2, {name}", _one(content, 1, changed), day)
        for name, change in _whole_changed():
            yield DamagedFile(f"{layout.name}, {name}", change(content), day)
    for name, records in _people():
        yield DamagedFile(name, write(records))
    yield from _with_a_portal()


def _examples() -> Iterator[DamagedFile]:
    for check in all_checks():
        for word, example in (("bad", check.bad), ("good", check.good)):
            yield DamagedFile(
                f"{word} example of {check.code}",
                example.file,
                example.as_of,
                example.name or "-",
                example.portal,
                example.portal_limits,
            )


def _of_the_kit() -> Iterator[DamagedFile]:
    for number, item in enumerate(our_kit().items):
        if item.code:
            yield DamagedFile(f"kit {number}, {item.code}", item.content, item.as_of, item.name)


def _good_files() -> Iterator[tuple[Layout, bytes, date]]:
    for layout, month, day in (
        (C2, OCTOBER, DAY),
        (C1, YearMonth(2026, 4), date(2026, 5, 10)),
        (S1, YearMonth(2026, 4), date(2026, 5, 10)),
        (E1, YearMonth(2026, 4), date(2026, 5, 10)),
    ):
        yield layout, generate(3, Recipe(seed=7, layout=layout.name, month=month, ages=(20, 50))), day


def _each(content: bytes, change: Change) -> bytes:
    return b"".join(change(line) + b"\r\n" for line in content.splitlines())


def _one(content: bytes, index: int, change: Change) -> bytes:
    lines = content.splitlines()
    lines[index] = change(lines[index])
    return b"".join(line + b"\r\n" for line in lines)


def _lines_changed(layout: Layout) -> Iterator[tuple[str, Change]]:
    for count in (1, 2, 3, 9, 10, 34, 40):
        yield f"{count} cut at the end", partial(_cut, start=layout.width - count, end=layout.width)
        yield f"{count} spaces more", partial(_with, text=b" " * count)
        yield f"{count} cut at the beginning", partial(_cut, start=0, end=count)
        yield f"{count} put in at the beginning", partial(_with, text=b"0" * count, at=0)
    yield "all spaces at the end cut", bytes.rstrip
    yield "a tab at the end", lambda line: line + b"\t"
    yield "letters at the end", lambda line: line + b"END"
    yield "lower case", bytes.lower
    for mark in (b",", b";", b"\t", b"|"):
        yield f"fields between {mark!r}", partial(_separated, layout=layout, mark=mark)
    for field in layout:
        start, end = field.columns.start, field.columns.stop
        yield f"{field.name} lost a character", partial(_cut, start=start, end=start + 1)
        yield f"{field.name} gained a zero", partial(_with, text=b"0", at=end)
        yield f"{field.name} gone", partial(_cut, start=start, end=end)
    for letter in "ÉÑ陈’–\N{NO-BREAK SPACE}":
        for encoding in ("utf-8", "cp1252"):
            if letter.encode(encoding, "ignore"):
                name = f"JOS{letter} BIN {letter}LI".ljust(layout["name"].length).encode(encoding)
                put = partial(_over, columns=layout["name"].columns, text=name)
                yield f"{letter} as {encoding} counted as letters", put


def _fields_changed(layout: Layout) -> Iterator[tuple[str, Change]]:
    for field in layout:
        if field.kind is Kind.FILLER:
            continue
        start, end = field.columns.start, field.columns.stop
        yield f"{field.name} on its other side", partial(_turned, start=start, end=end)
        yield f"{field.name} with zeros", partial(_with_zeros, start=start, end=end)
        for value in ODD_VALUES if layout is C2 else ODD_VALUES[::4]:
            put = partial(_put, start=start, end=end, value=value, right=field.kind is Kind.SEN)
            yield f"{field.name} is {value!r}", put


def _over(line: bytes, columns: slice, text: bytes) -> bytes:
    return line[: columns.start] + text + line[columns.stop :]


def _with(line: bytes, text: bytes, at: int | None = None) -> bytes:
    return line + text if at is None else line[:at] + text + line[at:]


def _cut(line: bytes, start: int, end: int) -> bytes:
    return line[:start] + line[end:]


def _turned(line: bytes, start: int, end: int) -> bytes:
    value = line[start:end]
    stripped = value.strip()
    turned = stripped.rjust(end - start) if value[-1:] == b" " else stripped.ljust(end - start)
    return line[:start] + turned + line[end:]


def _with_zeros(line: bytes, start: int, end: int) -> bytes:
    return line[:start] + line[start:end].replace(b" ", b"0") + line[end:]


def _put(line: bytes, start: int, end: int, value: str, *, right: bool) -> bytes:
    raw = value.encode("utf-8")[: end - start]
    filled = raw.rjust(end - start) if right else raw.ljust(end - start)
    return line[:start] + filled + line[end:]


def _separated(line: bytes, layout: Layout, mark: bytes) -> bytes:
    return mark.join(line[field.columns].strip() for field in layout if field.kind is not Kind.FILLER)


def _whole_changed() -> Iterator[tuple[str, Change]]:
    yield "nothing", lambda _content: b""
    yield "no end of the last line", lambda content: content.rstrip(b"\r\n")
    yield "line ends of Unix", lambda content: content.replace(b"\r\n", b"\n")
    yield "line ends of old Macs", lambda content: content.replace(b"\r\n", b"\r")
    yield "line ends doubled", lambda content: content.replace(b"\r\n", b"\r\r\n")
    yield "no line ends", lambda content: content.replace(b"\r\n", b"")
    yield "mixed line ends", lambda content: content.replace(b"\r\n", b"\n", 1)
    yield "an empty line between", lambda content: content.replace(b"\r\n", b"\r\n\r\n", 1)
    yield "empty lines at the end", lambda content: content + b"\r\n\r\n"
    yield "a line of spaces", lambda content: content + b" " * 30 + b"\r\n"
    yield "an end mark", lambda content: content + b"\x1a"
    yield "a mark of UTF-8", lambda content: b"\xef\xbb\xbf" + content
    yield "UTF-16", lambda content: content.decode("latin-1").encode("utf-16")
    yield "a title before", lambda content: b"CARUMAN OKTOBER 2026\r\n" + content
    yield "a sum after", lambda content: content + b"JUMLAH 3 PEKERJA\r\n"
    yield "the first line twice", lambda content: content.splitlines(keepends=True)[0] + content
    yield "cut in the middle of a line", lambda content: content[: -len(content) // 5]
    yield "zeros at the end", lambda content: content + b"\0" * 512
    yield "a workbook", lambda content: b"PK\x03\x04" + content
    yield "a PDF", lambda content: b"%PDF-1.7\n" + content
    yield "a page", lambda content: b"<!DOCTYPE html><html><body>" + content
    yield "random bytes", lambda _content: bytes(range(256)) * 8


def _people() -> Iterator[tuple[str, list[Record]]]:
    """Wages and ages with amounts that are right, and beside right in every way a program gets wrong."""
    months = "2026-10 2026-05 2026-06 2024-09 2022-08 2019-03 2017-12 2016-06 2015-01"
    for text in months.split():
        month = YearMonth.parse(text)
        for wage in (29_99, 3_250_00, 5_500_00, 6_000_00, 7_250_00, 1_200_000_00):
            right = _right(wage, month, date(1990, 1, 1))
            yield f"{wage} sen in {month}", [right]
    for born in ("261001", "100101", "080601", "661031", "661101", "691015", "590101", "510101"):
        for wage in (3_250_00,):
            right = _right(wage, OCTOBER, _birth(born))
            for name, amounts in _wrong_amounts(right):
                changed = replace(right, identity_number=f"{born}145678", **amounts)
                yield f"born {born}, {wage} sen, {name}", [changed]
    for name, amounts in _wrong_amounts(SAMPLE_FOREIGN):
        yield f"a foreigner, {name}", [replace(SAMPLE_FOREIGN, **amounts)]
    crowd = [_right(2_000_00 + 317_00 * n, OCTOBER, date(1990, 1, n)) for n in range(1, 25)]
    for name, _ in _wrong_amounts(SAMPLE):
        yield f"24 people, {name}", [replace(each, **dict(_wrong_amounts(each))[name]) for each in crowd]
        yield (
            f"1 of 24 people, {name}",
            [replace(crowd[0], **dict(_wrong_amounts(crowd[0]))[name]), *crowd[1:]],
        )
        yield f"20 of 24 people, {name}", [
            *(replace(each, **dict(_wrong_amounts(each))[name]) for each in crowd[:20]), *crowd[20:]
        ]  # fmt: skip
    for shown in (YearMonth(2026, 9), YearMonth(2026, 11), YearMonth(2027, 1), YearMonth(2025, 10)):
        yield (
            f"a third of {shown}",
            [replace(each, month=shown) if n % 3 else each for n, each in enumerate(crowd)],
        )
    for table in (YearMonth(2022, 1), YearMonth(2022, 10), YearMonth(2017, 1)):
        other = [_by_table(each, table) for each in crowd]
        yield f"the table of {table}", other
        yield f"half by the table of {table}", [*other[:12], *crowd[12:]]


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
        socso_employer=due.socso_employer,
        socso_employee=due.socso_employee,
        eis_employer=due.eis_employer,
        eis_employee=due.eis_employee,
        lindung=due.lindung,
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


def _with_a_portal() -> Iterator[DamagedFile]:
    content = write(
        [
            SAMPLE,
            replace(SAMPLE, identity_number="880515105437", name="TAN WEI MING"),
            replace(SAMPLE, identity_number="791123086211", name="SURESH A/L RAMASAMY"),
            replace(SAMPLE, identity_number="010515105437", name="NEW PERSON"),
            replace(SAMPLE, identity_number="010515105438", name="RAM CONTOH"),
        ]
    )
    for is_own in (True, False):
        for roster in (None, (), ROSTER, ROSTER[:1]):
            for code in (None, "B3200000123X", "A1200000999Z"):
                portal = PortalExpectations(
                    employer_code=code,
                    roster=roster,
                    is_own_roster=is_own,
                    closed_months=frozenset({OCTOBER}),
                )
                count = "no" if roster is None else len(roster)
                yield DamagedFile(f"roster of {count}, own {is_own}, code {code}", content, portal=portal)
    for name in (
        "x.csv",
        "x",
        "2026-09.txt",
        "092026.txt",
        "x.TXT",
        "0926.txt",
        "a" * 200 + ".txt",
        "x y&z.txt",
    ):
        yield DamagedFile(f"called {name[:20]}", content, file_name=name, portal_limits=True)
