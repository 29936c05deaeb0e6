"""A masked report tells nobody's name and no identity number, wherever in a file they stand."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from contributions import PortalExpectations, check, write
from contributions.bilingual import T
from contributions.checks.examples import SAMPLE
from contributions.expectations import RosterEntry
from contributions.findings import FileReport
from contributions.outputs.as_csv import reports_as_csv
from contributions.outputs.as_json import reports_as_json
from contributions.outputs.masking import masked, masked_line, masked_unchecked
from contributions.outputs.rendering import FORMATS, Run, rendered
from contributions.outputs.style import Style
from contributions.outputs.terminal import report_as_text

LINE = write([SAMPLE])
REAL = ("900101145678", "900101-14-5678", "AMINAH", "大", "文")
AS_OF = date(2026, 11, 10)


def shown(report: FileReport) -> str:
    """All that a report says, as texts."""
    hidden = masked(report)
    return "\n".join(
        [
            report_as_text(hidden, Style(language="en")),
            report_as_text(hidden, Style(language="ms")),
            reports_as_json([report], as_of=AS_OF, mask=True, language="en"),
            reports_as_csv([hidden], language="en"),
        ]
    )


@pytest.mark.parametrize(
    ("content", "code"),
    [
        pytest.param(
            LINE.replace(b"AMINAH BINTI CONTOH   ", "陈大文             ".encode() + b"   "),
            "FL24",
            id="Chinese, too long",
        ),
        pytest.param(LINE.replace(b"AMINAH BINTI CONTOH", "陈大文".encode().ljust(19)), "FL04", id="Chinese"),
        pytest.param(LINE.replace(b" " * 20 + b"\r\n", b"900101145678        \r\n"), "AM08", id="filler"),
        pytest.param(LINE.replace(b"102026", b"AMINAH"), "MO01", id="month"),
        pytest.param(b"STAFF 900101-14-5678\r\n" + LINE, "FL16", id="title"),
    ],
)
def test_nobody_is_told_by_a_masked_report(content: bytes, code: str) -> None:
    report = check(content + LINE.replace(b"900101", b"910101"), as_of=AS_OF)

    assert code in {finding.code for finding in report.findings}
    for real in REAL:
        assert real not in shown(report)


PLAIN = LINE.decode().rstrip("\r\n")
NUMBER = PLAIN[32:44]


def test_a_line_in_its_columns_keeps_them_and_says_who_only_to_those_who_know() -> None:
    hidden = masked_unchecked(PLAIN)

    assert hidden[:32] == PLAIN[:32]
    assert hidden[32:44] == f"********{NUMBER[-4:]}"
    assert hidden[44:194].rstrip() == "A***** B**** C*****"
    assert hidden[194:] == PLAIN[194:]


@pytest.mark.parametrize(
    "line",
    [
        *(pytest.param(PLAIN[by:] + " " * by, id=f"shifted left by {by}") for by in range(1, 60)),
        *(pytest.param(" " * by + PLAIN[:-by], id=f"shifted right by {by}") for by in range(1, 60)),
        pytest.param(PLAIN.rstrip(), id="cut"),
        pytest.param(PLAIN[:12] + "19".ljust(8) + PLAIN[32:44] + PLAIN[32:], id="in the SSM number"),
        pytest.param(PLAIN[:12] + "AMINAH BINTI CONTOH " + PLAIN[32:], id="name in the SSM number"),
        pytest.param(f"{NUMBER};AMINAH BINTI CONTOH;102026", id="separated"),
        pytest.param(PLAIN.encode("utf-16-le").decode("latin-1"), id="two bytes a letter"),
        pytest.param(PLAIN[:44] + "AMINAH\0BINTI\0CONTOH".ljust(150) + PLAIN[194:], id="NUL bytes"),
    ],
)
def test_nobody_is_told_by_a_line_whose_columns_nobody_looked_at(line: str) -> None:
    hidden = masked_unchecked(line)

    bare = hidden.replace("\0", "")
    assert len(hidden) == len(line)
    assert "AMINAH" not in bare
    assert "CONTOH" not in bare
    assert not any(NUMBER[start : start + 7] in bare for start in range(6))


PEOPLE = [
    replace(SAMPLE, identity_number=number, name=name)
    for number, name in (
        ("951117347304", "MELISSA TANGLIN SANDRA"),
        ("SSFW58928177", "GANESH KAMAL KUMAR TAMVANG"),
        ("681019322740", "MASTURA HIDAYAH BINTI JOHARI YUNUS"),
    )
]
LONGEST_HEAD = 24
WHOLE = write(PEOPLE).decode().splitlines()


def damages() -> Iterator[tuple[str, list[str]]]:
    """The same damage done to every line: letters put in, lost, or moved at the borders of its fields."""
    for at in (0, 5, 12, 13, 25, 31, 32, 33, 38, 44, 45, 60, 194, 195, 200, 214):
        for count in (1, 5, 12):
            yield (
                f"{count} put in at {at}, as wide",
                [(line[:at] + " " * count + line[at:])[:278] for line in WHOLE],
            )
            yield (
                f"{count} lost at {at}, as wide",
                [(line[:at] + line[at + count :]).ljust(278) for line in WHOLE],
            )
            yield f"{count} put in at {at}", [line[:at] + "0" * count + line[at:] for line in WHOLE]
            yield f"{count} lost at {at}", [line[:at] + line[at + count :] for line in WHOLE]
    for by in (*range(1, 13), 20, 25, 32, 150, 158, 170):
        for what, begin, end in (("number", 32, 44), ("name", 44, 80)):
            for start in (max(32 - by, 0), 32 + by):
                head = 32 if start >= LONGEST_HEAD else start  # nobody writes one number over another
                moved = [f"{line[:head]}".ljust(194) + line[194:] for line in WHOLE]
                pieces = [line[begin:end] for line in WHOLE]
                placed = [
                    (line[:start] + piece + line[start + len(piece) :])[:278]
                    for line, piece in zip(moved, pieces, strict=True)
                ]
                yield f"{what} alone in column {start}", placed
    yield "name first", [f"{line[:32]}{line[44:194]}{line[32:44]}{line[194:]}" for line in WHOLE]
    yield "name behind a space", [f"{line[:44]} {line[44:193]}{line[194:]}" for line in WHOLE]
    yield "small letters", [line.lower() for line in WHOLE]
    yield "bad dates", [line[:32] + line[32:36] + "99" + line[38:] for line in WHOLE]
    yield "a name twice", [line[:44] + WHOLE[0][44:] for line in WHOLE]
    yield "separated", [",".join(line.split()) for line in WHOLE]
    yield (
        "a name without its spaces",
        [line[:44] + line[44:194].replace(" ", "").ljust(150) + line[194:] for line in WHOLE],
    )
    yield "tabs in the name", [line[:44] + line[44:194].replace(" ", "\t", 2) + line[194:] for line in WHOLE]


LETTERS_IN_A_ROW, DIGITS_IN_A_ROW = 5, 6
XLSX_EVERY = 5
TOLD = {
    text[start : start + count]
    for person in PEOPLE
    for texts, count in (
        (person.name.split(), LETTERS_IN_A_ROW),
        (re.findall("[0-9]+", person.identity_number), DIGITS_IN_A_ROW),
    )
    for text in texts
    for start in range(len(text) - count + 1)
}


@cache
def damaged() -> list[FileReport]:
    return [
        check(("\r\n".join(lines) + "\r\n").encode(), name=f"{name}.txt", as_of=AS_OF, all_places=True)
        for name, lines in damages()
    ]


@pytest.mark.parametrize("form", FORMATS)
def test_no_form_of_a_masked_report_holds_a_part_of_a_name_or_number(form: str) -> None:
    for report in damaged() if form != "xlsx" else damaged()[::XLSX_EVERY]:
        written = rendered([report], form, Run(as_of=AS_OF, mask=True, all_places=True))
        text = _texts_of_workbook(written) if form == "xlsx" else written.decode()
        assert not [part for part in TOLD if part in text.upper()], report.name


def _texts_of_workbook(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return "".join(book.read(name).decode() for name in book.namelist() if name.startswith("xl/"))


def test_what_touches_the_identity_number_from_the_left_is_hidden_with_it() -> None:
    assert masked_line(f"{PLAIN[:26]}900101{PLAIN[32:]}")[12:32] == f"{PLAIN[12:24]}  ******"


def test_a_name_on_record_is_hidden_as_that_in_the_file_is() -> None:
    roster = (RosterEntry(identity_number="900101145678", name="MASTURA YUNUS", started=date(2020, 1, 1)),)

    said = shown(check(LINE, as_of=AS_OF, portal=PortalExpectations(roster=roster)))

    assert "ID21" in said
    assert "MASTURA" not in said


def test_an_employer_code_that_is_somebodys_number_is_hidden_at_the_head_of_the_report() -> None:
    report = check(LINE.replace(b"B3200000123X", b"900101145678"), as_of=AS_OF)

    assert masked(report).employer_codes == ("********5678",)


def test_a_number_that_runs_on_into_the_amounts_is_hidden_where_no_month_stands() -> None:
    hidden = masked_line(f"{PLAIN[:194]}  900101145678{PLAIN[208:]}")

    assert hidden == f"{masked_line(PLAIN)[:194]}  ********5678{PLAIN[208:]}"


def test_what_is_hidden_in_a_line_is_hidden_where_a_text_joins_it_to_something() -> None:
    finding = check(LINE.replace(b"AMINAH", b" MINAH"), as_of=AS_OF).findings[0]
    said = replace(finding.first, found=T.same("x01MINAH xCON NTOHx 8900101145678 9"))
    report = replace(check(LINE, as_of=AS_OF), findings=(replace(finding, at=(said,)),))

    assert masked(report).findings[0].found.en == "******** xCON NTOHx 8********5678 9"
