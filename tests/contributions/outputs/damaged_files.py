"""Files damaged in every way that we could think of; what is said of them is kept as it was read.

A damage is done to good files of every layout, to one line and to all; people and amounts are varied besides.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

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
from contributions.checks.examples import SAMPLE
from contributions.expectations import RosterEntry
from contributions.generate.making import generate
from contributions.generate.recipe import Recipe
from contributions.kit.making import our_kit
from contributions.layouts import Field, Kind, Layout
from tests.contributions.outputs.damaged_people import (
    BORN,
    People,
    born,
    crowd,
    crowd_by_other_tables,
    crowd_of_other_months,
    foreigner,
    months,
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
ODD_VALUES = (
    "", " ", "0", "00", "1", "-1", "+1", "1.5", "1,5", "A", "a", "999", "O", "É", "陈", "\t", "\0", "\x1f",
    "'1", "=1+1", "1E5", "102026", "202610", "92026", "132026", "002026", "012010", "112026", "052026",
    "900101145678", "900101-14-5678", "991301145678", "SSFW12345678", "X", "N", "B", "R", "32102026",
    "01102026", "20261001",
)  # fmt: skip
Change = Callable[[bytes], bytes]
Changes = Iterator[tuple[str, Change]]
Maker = Callable[[], "Iterator[DamagedFile]"]


@dataclass(frozen=True, slots=True)
class DamagedFile:
    """A file and the circumstances of its check."""

    name: str
    content: bytes
    as_of: date = DAY
    file_name: str = "-"
    portal: PortalExpectations | None = None
    portal_limits: bool = False


def _of_a_layout(layout: Layout) -> dict[str, Maker]:
    month, day = (OCTOBER, DAY) if layout is C2 else (YearMonth(2026, 4), date(2026, 5, 10))

    def good() -> bytes:
        return generate(3, Recipe(seed=7, layout=layout.name, month=month, ages=(20, 50)))

    def all_lines(changes: Callable[[Layout], Changes]) -> Iterator[DamagedFile]:
        for name, change in changes(layout):
            yield DamagedFile(f"all lines, {name}", _each(good(), change), day)
            if layout is C2:
                yield DamagedFile(f"line 2, {name}", _one(good(), 1, change), day)

    def field(field: Field) -> Iterator[DamagedFile]:
        for name, change in _field_changed(field, ODD_VALUES if layout is C2 else ODD_VALUES[::4]):
            yield DamagedFile(name, _one(good(), 1, change), day)

    def whole() -> Iterator[DamagedFile]:
        for name, change in _whole_changed():
            yield DamagedFile(name, change(good()), day)

    makers: dict[str, Maker] = {
        "ends": partial(all_lines, _ends_changed),
        "beginnings": partial(all_lines, _beginnings_changed),
        "separated": partial(all_lines, _fields_separated),
        "moved": partial(all_lines, _fields_moved),
        "letters": partial(all_lines, _letters_put),
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
                    example.name or "-",
                    example.portal,
                    example.portal_limits,
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


def _ends_changed(layout: Layout) -> Changes:
    for count in (1, 2, 3, 9, 10, 34, 40):
        yield f"{count} cut", partial(_cut, start=layout.width - count, end=layout.width)
        yield f"{count} spaces more", partial(_with, text=b" " * count)
    yield "all spaces cut", bytes.rstrip
    yield "a tab", partial(_with, text=b"\t")
    yield "letters", partial(_with, text=b"END")
    yield "lower case", bytes.lower


def _beginnings_changed(_layout: Layout) -> Changes:
    for count in (1, 2, 9, 31):
        yield f"{count} cut", partial(_cut, start=0, end=count)
        yield f"{count} put in", partial(_with, text=b"0" * count, at=0)


def _fields_separated(layout: Layout) -> Changes:
    for mark in (b",", b";", b"\t", b"|"):
        yield f"fields between {mark!r}", partial(_separated, layout=layout, mark=mark)


def _fields_moved(layout: Layout) -> Changes:
    for field in layout:
        start, end = field.columns.start, field.columns.stop
        yield f"{field.name} lost a character", partial(_cut, start=start, end=start + 1)
        yield f"{field.name} gained a zero", partial(_with, text=b"0", at=end)
        yield f"{field.name} gone", partial(_cut, start=start, end=end)


def _letters_put(layout: Layout) -> Changes:
    columns = layout["name"].columns
    for letter in "ÉÑ陈’–\N{NO-BREAK SPACE}":
        for encoding in ("utf-8", "cp1252"):
            if letter.encode(encoding, "ignore"):
                name = f"JOS{letter} BIN {letter}LI".ljust(layout["name"].length).encode(encoding)
                yield (
                    f"{letter} as {encoding} counted as a letter",
                    partial(_over, columns=columns, text=name),
                )


def _field_changed(field: Field, values: Sequence[str]) -> Changes:
    start, end = field.columns.start, field.columns.stop
    yield "on its other side", partial(_turned, start=start, end=end)
    yield "with zeros", partial(_with_zeros, start=start, end=end)
    for value in values:
        put = partial(_put, start=start, end=end, value=value, right=field.kind is Kind.SEN)
        yield f"{value!r}", put


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


def _whole_changed() -> Changes:
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


def _written(people: Callable[[], People]) -> Iterator[DamagedFile]:
    for name, records in people():
        yield DamagedFile(name, write(records))


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
    **{f"{wrong} of 24": partial(_written, partial(crowd, wrong)) for wrong in (24, 20, 1)},
    "other months": partial(_written, crowd_of_other_months),
    "other tables": partial(_written, crowd_by_other_tables),
    "portal": _with_a_portal,
}
"""What makes the files of each group, by its name."""
