"""Files damaged in every way that we could think of; what is said of them is kept as it was read.

A damage is done to good files of every layout, to one line and to all; people and amounts are varied besides.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial

from contributions import (
    C1,
    C2,
    E1,
    S1,
    PortalExpectations,
    YearMonth,
    all_checks,
    write,
)
from contributions.accepting import AcceptRule
from contributions.checks.examples import SAMPLE, SAMPLE_FOREIGN, SAMPLE_TOTAL, single
from contributions.expectations import RosterEntry
from contributions.generate.making import generate
from contributions.generate.recipe import Recipe
from contributions.kit.making import our_kit
from contributions.layouts import Field, Kind, Layout
from tests.contributions.outputs.damaged_lines import (
    ODD_VALUES,
    Change,
    Changes,
    beginnings_changed,
    ends_changed,
    field_changed,
    fields_moved,
    fields_separated,
    letters_put,
    whole_changed,
)
from tests.contributions.outputs.damaged_people import (
    BORN,
    People,
    born,
    crowd,
    crowd_by_other_tables,
    crowd_of_other_months,
    foreigner,
    foreigner_in_months,
    identities,
    months,
    without_tables,
)

__all__ = ["GROUPS", "DamagedFile"]

DAY = date(2026, 11, 10)
OCTOBER = YearMonth(2026, 10)
ROSTER = tuple(
    RosterEntry(identity_number=number, name=name, started=date.fromisoformat(began), resigned=left)
    for number, name, began, left in (
        ("900101145678", "AMINAH BINTI CONTOH", "2020-01-01", None),
        ("880515105437", "TAN WEI MENG", "2020-01-01", date(2026, 9, 30)),
        ("791123086211", "SURESH A/L RAMASAMY", "2026-11-01", None),
        ("SSFW12345678", "RAM CONTOH", "2020-01-01", None),
    )
)
_SHORT = ("employment_date", "employment_status")
Maker = Callable[[], "Iterator[DamagedFile]"]


@dataclass(frozen=True, slots=True)
class DamagedFile:
    """A file and the circumstances of its check."""

    name: str
    content: bytes
    as_of: date = DAY
    file_name: str = "october.txt"
    portal: PortalExpectations | None = None
    portal_limits: bool = False
    accept_rule: AcceptRule | None = None
    all_places: bool = False


def _of_a_layout(layout: Layout) -> dict[str, Maker]:
    month, day = (OCTOBER, DAY) if layout is C2 else (YearMonth(2026, 4), date(2026, 5, 10))

    @cache
    def good() -> bytes:
        return generate(3, Recipe(seed=7, layout=layout.name, month=month, ages=(20, 50)))

    def all_lines(changes: Callable[[Layout], Changes]) -> Iterator[DamagedFile]:
        for name, change in changes(layout):
            yield DamagedFile(f"all lines, {name}", _each(good(), change), day)
            if layout is C2:
                yield DamagedFile(f"line 2, {name}", _one(good(), 1, change), day)

    def field(field: Field) -> Iterator[DamagedFile]:
        for name, change in field_changed(
            field, ODD_VALUES if layout is C2 or field.name in _SHORT else ODD_VALUES[::4]
        ):
            yield DamagedFile(name, _one(good(), 1, change), day)

    def whole() -> Iterator[DamagedFile]:
        for name, change in whole_changed():
            yield DamagedFile(name, change(good()), day)

    makers: dict[str, Maker] = {
        "ends": partial(all_lines, ends_changed),
        "beginnings": partial(all_lines, beginnings_changed),
        "separated": partial(all_lines, fields_separated),
        "moved": partial(all_lines, fields_moved),
        "letters": partial(all_lines, letters_put),
        "whole": whole,
        **{each.name: partial(field, each) for each in layout if each.kind is not Kind.FILLER},
    }
    return {f"{layout.name} {name}": make for name, make in makers.items()}


def _examples(subject: str) -> Iterator[DamagedFile]:
    for check in all_checks():
        for word, example in (("bad", check.bad), ("good", check.good)):
            if check.subject == subject:
                yield DamagedFile(
                    f"{word} example of {check.code}",
                    example.file,
                    example.as_of,
                    example.name or "october.txt",
                    example.portal,
                    example.portal_limits,
                    example.accept_rule,
                )


def _of_the_kit(subject: str) -> Iterator[DamagedFile]:
    for number, item in enumerate(our_kit().items):
        if item.code[:2] == subject:
            yield DamagedFile(f"kit {number}, {item.code}", item.content, item.as_of, item.name)


def _each(content: bytes, change: Change) -> bytes:
    return b"".join(change(line) + b"\r\n" for line in content.splitlines())


def _one(content: bytes, index: int, change: Change) -> bytes:
    lines = content.splitlines()
    lines[index] = change(lines[index])
    return b"".join(line + b"\r\n" for line in lines)


def _totals(layout: Layout) -> Iterator[DamagedFile]:
    """Totals beside and between those of the tables, also a hundred times too large and too small."""
    amounts = (
        *(
            0,
            1,
            5,
            10,
            40,
            50,
            60,
            65,
            70,
            75,
            110,
            730,
            731,
            1300,
            1305,
            1310,
            2380,
            7310,
            7315,
            13050,
            17855,
        ),
        *(17860, 23800, 73100, 130500, 238000, 731000, 1305000, 1785500, 99999999),
    )
    for sen in amounts:
        for month in (YearMonth(2026, 4), YearMonth(2026, 6), YearMonth(2019, 3), YearMonth(2015, 1)):
            example = single(sen, layout=layout, month=month)
            yield DamagedFile(f"{sen} sen in {month}", example.file, month.due_date)
        both = single(sen, SAMPLE_TOTAL, layout=layout)
        yield DamagedFile(f"{sen} sen beside a right one", both.file, both.as_of)
    for month in (YearMonth(2026, 5), YearMonth(2026, 6), YearMonth(2026, 7)):
        three = single(SAMPLE_TOTAL, SAMPLE_TOTAL, SAMPLE_TOTAL, layout=layout, month=month)
        yield DamagedFile(f"three in {month}", three.file, month.due_date, all_places=True)
    for status in "BHMST":
        for sen in (0, 1, 2, SAMPLE_TOTAL):
            example = single(sen, layout=layout, status=status, day=date(2026, 4, 15))
            yield DamagedFile(f"{sen} sen with status {status}", example.file, example.as_of)


def _of_layouts() -> Iterator[DamagedFile]:
    """Files of layouts that are told and not read, and files in which layouts are mixed."""
    lines = {
        "C2": write([SAMPLE])[:-2],
        "S1": single(layout=S1).file[:-2],
        "E1": single(1300, layout=E1).file[:-2],
        "D1": b"B1234567X900101145678812345678" + b"1026" + b"AMINAH BINTI CONTOH".ljust(45) + b"7310",
        "D1 without a month": b"B1234567X900101145678812345678" + b"OKT " + b"AMINAH".ljust(45) + b"7310",
        "D1 without a total": b"B1234567X900101145678812345678" + b"1026" + b"AMINAH".ljust(45) + b"RM 7",
        "K1": b"1,B32,2023,900101145678,A,062026,13.00,,",
        "K1 without a number": b"No.,B32,2023,900101145678,A,062026,13.00,,",
        "as wide as C2": b"x" * C2.width,
        "as wide as S1": b"x" * S1.width,
        "C2 as long as S1": write([SAMPLE])[: S1.width],
        "C2 as long as S1 with a small share": write([replace(SAMPLE, socso_employer=5)])[: S1.width],
        "S1 with a day": single(day=date(2026, 4, 1), status="B").file[:-2],
    }
    for name, line in lines.items():
        yield DamagedFile(name, (line + b"\r\n") * 3)
        for count in (1, 2, 3):
            blank = b"x" * len(line) + b"\r\n"
            yield DamagedFile(f"2 {name}, {count} as long", (line + b"\r\n") * 2 + blank * count)
        yield DamagedFile(f"{name} below a title", b"OKTOBER\r\n" + (line + b"\r\n") * 3)
        yield DamagedFile(f"{name}, 4 lines and one cut", (line + b"\r\n") * 4 + line[:-5] + b"\r\n")
        for other in ("C2", "S1"):
            mixed = b"".join(each + b"\r\n" for each in (lines[other], lines[other], line))
            yield DamagedFile(f"{other} with {name}", mixed)


def _written(people: Callable[[], People]) -> Iterator[DamagedFile]:
    for name, records in people():
        yield DamagedFile(name, write(records), all_places=True)


def _of_foreigners() -> Iterator[DamagedFile]:
    content = write([SAMPLE_FOREIGN, replace(SAMPLE_FOREIGN, identity_number="SSFW12345679", name="SITA")])
    for name, change in (*fields_moved(C2), *beginnings_changed(C2)):
        yield DamagedFile(name, _each(content, change))


def _several_causes() -> Iterator[DamagedFile]:
    """Files in which lines are wrong in different ways, or more lines than are described."""
    people = [record for _, records in months() for record in records]
    lines = write([replace(each, month=OCTOBER) for each in people]).splitlines()
    yield DamagedFile("more wrong lines than are described", b"\r\n".join(lines) + b"\r\n")
    wrong = write(dict(crowd(24))["eis_employee 5 sen more"])
    yield DamagedFile("24 wrong lines", wrong)
    yield DamagedFile("24 wrong lines and a shifted one", b"0" + lines[0][:-1] + b"\r\n" + wrong)
    shifted = b"0" + lines[0][:-1]
    yield DamagedFile("the same and a shifted line", b"\r\n".join([shifted, *lines]) + b"\r\n")
    for count in (2, 3):
        cut = [line[number:] for number, line in enumerate(lines[:count], start=1)]
        yield DamagedFile(f"{count} lines cut at the beginning, each otherwise", b"\r\n".join(cut) + b"\r\n")
        cut = [line[: -34 - number] for number, line in enumerate(lines[:count], start=1)]
        yield DamagedFile(f"{count} lines cut at the end, each otherwise", b"\r\n".join(cut) + b"\r\n")
        longer = [line + b" " * number for number, line in enumerate(lines[:count], start=1)]
        yield DamagedFile(f"{count} lines too long, each otherwise", b"\r\n".join(longer) + b"\r\n")
    twice = [SAMPLE, *[replace(SAMPLE, wage=SAMPLE.wage + number) for number in range(40)]]
    yield DamagedFile("one person on 41 lines", write(twice), all_places=True)
    yield DamagedFile("one person on 41 lines, in short", write(twice))
    june = replace(SAMPLE, month=YearMonth(2026, 6))
    may = replace(SAMPLE, month=YearMonth(2026, 5), identity_number="880515105437", name="TAN WEI MING")
    yield DamagedFile("May in a file of June", write([june, may]), date(2026, 7, 10))
    scaled = [replace(SAMPLE, wage=SAMPLE.wage * 100), replace(may, month=OCTOBER, wage=may.wage // 100)]
    yield DamagedFile("one wage in ringgit and one a hundred times", write(scaled))
    c1 = write([SAMPLE])[: C2["lindung"].columns.start].ljust(C2.width) + b"\r\n"
    for rule in AcceptRule:
        for day in (date(2026, 9, 30), date(2026, 10, 1), DAY):
            yield DamagedFile(f"format 1.0, {rule.value}, on {day}", c1, day, accept_rule=rule)


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


SUBJECTS = sorted({check.subject for check in all_checks()})
GROUPS: dict[str, Maker] = {
    **{f"examples {subject}": partial(_examples, subject) for subject in SUBJECTS},
    **{f"kit {subject}": partial(_of_the_kit, subject) for subject in SUBJECTS},
    **{name: make for layout in (C2, C1, S1, E1) for name, make in _of_a_layout(layout).items()},
    "months": partial(_written, months),
    **{f"born {digits}": partial(_written, partial(born, digits)) for digits in BORN},
    "foreigner": partial(_written, foreigner),
    "foreigner in months": partial(_written, foreigner_in_months),
    "identities": partial(_written, identities),
    "totals of SOCSO": partial(_totals, S1),
    "totals of EIS": partial(_totals, E1),
    "layouts": _of_layouts,
    **{f"{wrong} of 24": partial(_written, partial(crowd, wrong)) for wrong in (24, 20, 1)},
    "without tables": partial(_written, without_tables),
    "foreigners moved": _of_foreigners,
    "several causes": _several_causes,
    "other months": partial(_written, crowd_of_other_months),
    "other tables": partial(_written, crowd_by_other_tables),
    "portal": _with_a_portal,
}
"""What makes the files of each group, by its name."""
