"""Nothing that a file holds reaches a terminal, a page or a spreadsheet as it is."""

import csv
import io
import json
import re
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from python_calamine import CalamineWorkbook

from contributions import FileReport, check, write
from contributions.checks.examples import SAMPLE
from contributions.layouts import C2
from contributions.outputs.printable import printable_report
from contributions.outputs.rendering import FORMATS, Run, rendered
from contributions.printable import printable

AS_OF = date(2026, 11, 10)
WINDOW_TITLE, RED, CSI = "\x1b]0;owned\x07", "\x1b[31m", "\x9b31m"
TURNED = "\N{RIGHT-TO-LEFT OVERRIDE}KCATTA\N{ZERO WIDTH SPACE}"
FORMULA = "=cmd|'/c calc'!A0"
UNSEEN = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
FIELDS = ("employer_code", "ssm_number", "identity_number", "name", "month", "wage", "lindung")


def line(field: str, content: str) -> bytes:
    """A line with something in one field, cut or filled to its width."""
    place = C2[field]
    raw = content.encode() if content == TURNED else content.encode("latin-1")
    good = write([replace(SAMPLE, eis_employee=6_70)])
    return good[: place.columns.start] + raw[: place.length].ljust(place.length) + good[place.columns.stop :]


def report_of(content: bytes, name: str = f"{RED}october.txt") -> FileReport:
    return check(content, as_of=AS_OF, name=name)


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "xlsx"])
@pytest.mark.parametrize("evil", [WINDOW_TITLE, RED, CSI, TURNED, "\x7f\x08", "A\rB"], ids=ascii)
@pytest.mark.parametrize("mask", [False, True], ids=["open", "masked"])
def test_no_output_lets_a_control_character_through(form: str, evil: str, mask: bool) -> None:
    reports = [report_of(line(field, evil)) for field in FIELDS]
    reports.append(report_of(f"{evil};1\n".encode()))

    for language in ("en", "ms"):
        text = rendered(reports, form, Run(as_of=AS_OF, mask=mask, language=language)).decode("utf-8")
        assert UNSEEN.search(text) is None
        assert "\r" not in text.replace("\r\n", "")


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        *((form, "bad\\xff.txt") for form in ("text", "csv", "html", "junit", "github")),
        ("json", "bad\\\\xff.txt"),
        ("sarif", "bad%FF.txt"),
    ],
)
def test_a_byte_in_a_name_that_is_no_utf_8_is_shown_as_that_byte(form: str, shown: str) -> None:
    text = rendered([report_of(b"", "bad\udcff.txt")], form, Run(as_of=AS_OF)).decode("utf-8")

    assert shown in text
    assert "udcff" not in text


def test_half_a_letter_in_a_name_as_windows_allows_is_no_half_letter_in_json() -> None:
    text = rendered([report_of(b"", "bad\ud800.txt")], "json", Run(as_of=AS_OF)).decode("utf-8")

    assert json.loads(text)["files"][0]["path"] == "bad\\ud800.txt"


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_what_programs_read_keeps_its_meaning(form: str) -> None:
    text = rendered([report_of(line("name", CSI))], form, Run(as_of=AS_OF)).decode("utf-8")

    json.loads(text)
    if form == "json":
        assert json.loads(text)["files"][0]["path"] == f"{RED}october.txt"


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
@pytest.mark.parametrize("field", ["name", "identity_number", "employer_code"])
def test_no_cell_of_a_spreadsheet_is_a_formula(start: str, field: str) -> None:
    report = report_of(line(field, f"{start}1+1|A1"), name=FORMULA)

    rows = list(csv.reader(io.StringIO(rendered([report], "csv", Run(as_of=AS_OF)).decode("utf-8-sig"))))
    content = rendered([report], "xlsx", Run(as_of=AS_OF))

    assert [cell for row in rows for cell in row if cell.lstrip()[:1] in {*"=+-@"} and cell] == []
    assert FORMULA in cells_of(content)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        sheets = [parts.read(name) for name in parts.namelist() if "worksheets/sheet" in name]
    assert [sheet for sheet in sheets if b"<f" in sheet] == []


def cells_of(workbook: bytes) -> list[str]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(workbook))
    sheets = [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]
    return [str(cell) for sheet in sheets for row in sheet for cell in row]


def test_a_workbook_of_a_hostile_file_can_be_opened() -> None:
    reports = [report_of(line(field, WINDOW_TITLE)) for field in FIELDS]

    cells = cells_of(rendered(reports, "xlsx", Run(as_of=AS_OF)))
    assert [cell for cell in cells if UNSEEN.search(cell)] == []
    assert any("owned" in cell for cell in cells)


def test_a_control_character_is_told_by_its_number_and_not_as_a_letter_of_two_bytes() -> None:
    report = report_of(line("name", f"TAN{RED}"))

    (finding,) = [finding for finding in report.findings if finding.code == "FL04"]
    assert finding.found.en == r"\x1b"
    assert "no encoding of text" in finding.message.en


def test_a_letter_that_turns_the_writing_is_told_by_its_number() -> None:
    (finding,) = [finding for finding in report_of(line("name", TURNED)).findings if finding.code == "FL04"]

    assert finding.found.en == "U+202E"
    assert "UTF-8 (3 bytes)" in finding.message.en


def test_a_report_that_can_be_seen_stays_as_it_is() -> None:
    report = report_of(line("name", "TAN"), name="october.txt")

    assert printable_report(report) == report
    assert printable("line\nline") == "line\nline"
    assert json.loads(f'"{printable(chr(0xE0001))}"') == chr(0xE0001)
