"""One report as text for people, JSON for programs and CSV for spreadsheets."""

import csv
import io
import json
from dataclasses import replace
from datetime import date

import pytest

from contributions import (
    C2,
    FileReport,
    Style,
    YearMonth,
    check,
    findings_as_csv,
    report_as_text,
    reports_as_json,
    write,
)
from contributions.checks.examples import SAMPLE
from contributions.outputs.masking import masked

AS_OF = date(2026, 11, 10)
TAN = replace(SAMPLE, identity_number="880515105437", name="TAN WEI MING")


def report_of(*records: object, name: str = "october.txt") -> FileReport:
    return check(write(records), as_of=AS_OF, name=name)  # type: ignore[arg-type]


def test_a_valid_file_says_so_in_one_line_with_its_totals() -> None:
    assert report_as_text(report_of(SAMPLE), Style(), seconds=0.01) == (
        "october.txt   C2, 1 record, employer B3200000123X, October 2026  "
        "Valid (0.01 s). Total RM 110.45 (SOCSO 73.10, EIS 13.00, LINDUNG 24.35).\n"
    )


def test_a_finding_is_shown_under_a_ruler() -> None:
    text = report_as_text(report_of(SAMPLE, replace(TAN, eis_employee=6_70)), Style(width=90))

    assert text == (
        "october.txt   C2, 2 records, employer B3200000123X, October 2026\n"
        "\n"
        "error AM11  line 2, columns 233-238  EIS employee share\n"
        "        month             wage  SOC er  SOC ee  EIS er  EIS ee  LIND24\n"
        "    2 | 102026          325000    5685    1625     650     670    2435\n"
        "      |                                                    ^^^\n"
        "     EIS employer share RM 6.50 and employee share RM 6.70 must be equal.\n"
        "     found      RM 6.70\n"
        "     expected   RM 6.50, the same as the employer's share\n"
        "     mend       Put 650 into columns 227-232 and 233-238 of line 2.\n"
        "     why        assist explain AM11   source: official\n"
        "\n"
        "Invalid: 1 error, 0 warnings in 2 records. Total RM 221.10 (SOCSO 146.20, EIS 26.20,\n"
        "LINDUNG 48.70).\n"
    )


def test_the_same_finding_is_told_in_malay() -> None:
    text = report_as_text(report_of(replace(SAMPLE, eis_employee=6_70)), Style(language="ms"))

    assert "ralat AM11  baris 1, lajur 233-238  caruman SIP pekerja" in text
    assert "Tidak sah: 1 ralat, 0 amaran dalam 1 rekod." in text


def test_repeats_are_folded_with_exact_counts() -> None:
    people = [
        replace(
            SAMPLE, identity_number=f"90010114{number:04}", name=f"A {chr(65 + number)}", eis_employee=6_70
        )
        for number in range(12)
    ]

    text = report_as_text(report_of(*people), Style())

    assert "also on    lines 2-12\n" in text
    assert "Invalid: 1 error at 12 places, 0 warnings in 12 records." in text


def spoilt(*written: bytes) -> bytes:
    """A line for each of these texts in the field of the SOCSO employer share, six columns."""
    line = write([SAMPLE])
    at = C2["socso_employer"].columns
    return b"".join(line[: at.start] + text + line[at.stop :] for text in written)


def test_how_a_space_is_written_is_said_once_where_it_is_first_seen() -> None:
    content = spoilt(b"5685  ", b" 56.85", b" 56A5 ")

    english = report_as_text(check(content, as_of=AS_OF), Style())
    malay = report_as_text(check(content, as_of=AS_OF), Style(language="ms"))

    assert english.count("_ is a space") == 1
    assert malay.count("_ ialah ruang kosong") == 1
    first = next(line for line in english.splitlines() if "_" in line.partition("found ")[2])
    assert first.endswith("(_ is a space)")


def test_an_underscore_of_the_file_itself_is_not_called_a_space() -> None:
    text = report_as_text(check(spoilt(b"5685__"), as_of=AS_OF), Style())

    assert "found      5685__\n" in text
    assert "_ is a space" not in text


def test_what_has_no_spaces_to_count_needs_no_word_about_them() -> None:
    assert "_ is a space" not in report_as_text(report_of(replace(SAMPLE, eis_employee=6_70)), Style())


def test_a_finding_about_the_whole_file_has_no_ruler() -> None:
    text = report_as_text(check(b"", as_of=AS_OF, name="empty.txt"), Style())

    assert "file FL01  The file is empty" in text
    assert " | " not in text


def test_a_line_of_another_width_shows_how_many_spaces_it_has() -> None:
    content = write([SAMPLE]) + write([TAN]).replace(b"MING ", b"MING")

    text = report_as_text(check(content, as_of=AS_OF), Style(width=120))

    assert (
        "    2 | B3200000123X202301012345 <8> 880515105437TAN WEI MING <137> 102026 <8> 325000  5685  1625"
        in text
    )


@pytest.mark.parametrize("width", [60, 80, 120])
def test_the_text_keeps_within_the_width(width: int) -> None:
    report = check(
        b" " * 12 + write([replace(SAMPLE, name="AMINAH 2", eis_employee=6_70, lindung=1)])[12:] + b"X\r\n",
        as_of=AS_OF,
    )

    text = report_as_text(report, Style(width=width))

    assert [line for line in text.splitlines()[1:] if len(line) > width] == []


def test_colour_is_only_added_and_changes_no_word() -> None:
    report = report_of(replace(SAMPLE, eis_employee=6_70))

    coloured = report_as_text(report, Style(width=200, colour=True))

    assert "\x1b[1;31merror AM11\x1b[0m" in coloured
    plain = coloured
    for code in ("\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[1;31m"):
        plain = plain.replace(code, "")
    assert plain == report_as_text(report, Style(width=200))


def test_a_console_without_unicode_gets_ascii() -> None:
    content = write([SAMPLE]).replace(b"AMINAH", b"AM\xc9NAH")

    text = report_as_text(check(content, as_of=AS_OF), Style(ascii_only=True))

    assert text.isascii()
    assert "FL04" in text


def test_json_has_the_shape_that_was_promised() -> None:
    report = report_of(SAMPLE, replace(TAN, eis_employee=6_70))

    document = json.loads(reports_as_json([report], as_of=AS_OF))

    assert {key: document[key] for key in ("version", "as_of", "masked", "language")} == {
        "version": 1,
        "as_of": "2026-11-10",
        "masked": False,
        "language": "en",
    }
    assert set(document) == {
        *("version", "tool", "ruleset", "as_of", "masked", "language", "selection", "files")
    }
    file = document["files"][0]
    finding = file.pop("findings")[0]
    place = finding.pop("at")[0]
    assert file == {
        "path": "october.txt",
        "sha256": report.sha256,
        "layout": "C2",
        "verdict": "invalid",
        "records": 2,
        "employer_codes": ["B3200000123X"],
        "months": ["2026-10"],
        "totals": {
            "heads": 2,
            "wages": 650000,
            "socso_employer": 11370,
            "socso_employee": 3250,
            "eis_employer": 1300,
            "eis_employee": 1320,
            "lindung": 4870,
            "socso_both": 0,
            "eis_both": 0,
            "acr": 19490,
            "ecr": 2620,
            "total": 22110,
        },
        "summary": {
            "file": 0,
            "error": 1,
            "warning": 0,
            "info": 0,
            "places": {"file": 0, "error": 1, "warning": 0, "info": 0},
            "assumed": 0,
            "left_out": 0,
        },
    }
    assert finding == {
        "code": "AM11",
        "severity": "error",
        "title": "EIS shares differ",
        "line": 2,
        "column": 233,
        "end_column": 238,
        "byte_offset": 512,
        "field": "eis_employee",
        "employee": "880515105437",
        "found": "RM 6.70",
        "expected": "RM 6.50, the same as the employer's share",
        "message": "EIS employer share RM 6.50 and employee share RM 6.70 must be equal.",
        "mend": "Put 650 into columns 227-232 and 233-238 of line 2.",
        "places": 1,
        "fixable": False,
        "source": "official",
        "source_entry": "contribution-files 10.4 L50",
    }
    assert (place["line"], place["column"], place["found"]) == (2, 233, "RM 6.70")


def test_json_speaks_malay_when_asked() -> None:
    document = json.loads(reports_as_json([check(b"", as_of=AS_OF)], as_of=AS_OF, language="ms"))

    assert document["files"][0]["findings"][0]["title"] == "Fail kosong"


def test_masking_hides_people_and_keeps_places() -> None:
    plain = report_of(SAMPLE, replace(TAN, eis_employee=6_70), SAMPLE)

    hidden = masked(plain)

    text = (
        report_as_text(hidden, Style())
        + reports_as_json([plain], as_of=AS_OF, mask=True)
        + findings_as_csv(hidden)
    )
    assert not [secret for secret in ("900101145678", "880515105437", "TAN WEI", "AMINAH") if secret in text]
    assert "********5678" in text
    assert [(finding.code, finding.line) for finding in hidden.findings] == [
        (finding.code, finding.line) for finding in plain.findings
    ]


def test_csv_has_a_row_for_each_place_and_keeps_numbers_as_text() -> None:
    report = report_of(SAMPLE, replace(TAN, eis_employee=6_70))

    text = findings_as_csv(report)

    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert text.startswith("\ufeffLine,")
    assert text.endswith("\r\n")
    assert rows[1] == [
        "2",
        "233",
        "238",
        "'880515105437",
        "TAN WEI MING",
        "EIS employee share",
        "RM 6.70",
        "RM 6.50, the same as the employer's share",
        "AM11",
        "Error",
        "EIS employer share RM 6.50 and employee share RM 6.70 must be equal.",
        "Put 650 into columns 227-232 and 233-238 of line 2.",
        "1",
    ]


@pytest.mark.parametrize("name", ["=HYPERLINK(1)", "+1+1", "-1+1", "@SUM(A1)"])
def test_csv_never_hands_a_spreadsheet_a_formula(name: str) -> None:
    report = report_of(replace(SAMPLE, name=name, eis_employee=6_70))

    rows = list(csv.reader(io.StringIO(findings_as_csv(report, language="ms"))))

    assert rows[1][4] == f"'{name}"
    assert rows[0][0].endswith("Baris")


def test_months_are_listed_in_the_heading() -> None:
    report = report_of(SAMPLE, replace(TAN, month=YearMonth(2026, 9)))

    assert "September 2026, October 2026" in report_as_text(report, Style()).splitlines()[0]
