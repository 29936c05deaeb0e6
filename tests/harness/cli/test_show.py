"""`assist show`: a table, a ruler, one record in full; what cannot be read is shown as it stands."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assist_data import data_path
from contributions import write
from contributions.checks.examples import SAMPLE, as_c1, single
from harness.cli.show import main

TAN = replace(SAMPLE, identity_number="880515105437", name="TAN WEI MING")
GOOD = write([SAMPLE, TAN])
CLEAN = str(data_path("files", "contoh-maju-2026-10.txt"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "october.txt"
    path.write_bytes(GOOD)
    return path


def show(file: Path, content: bytes, *options: str) -> int:
    file.write_bytes(content)
    return main([str(file), "--no-mask", *options])


def test_the_table_has_a_row_for_each_record(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert show(file, GOOD) == 0

    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split()[:4] == ["line", "identity", "name", "month"]
    assert " ".join(lines[2].split()) == (
        "2 880515105437 TAN WEI MING 2026-10 3,250.00 56.85 16.25 6.50 6.50 24.35"
    )


def test_a_line_of_another_width_and_an_amount_that_is_none_stand_as_they_are(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    show(file, GOOD.replace(b"  5685", b"56A5  ", 1) + b"TOTAL 2\r\n")

    lines = capsys.readouterr().out.splitlines()
    assert "56A5" in lines[1]
    assert lines[3] == "   3  (7 characters) TOTAL_2"


def test_files_of_one_scheme_show_day_and_status(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    show(file, single(status="B").file[:214] + b"15042026B\r\n")

    assert capsys.readouterr().out.splitlines()[1].split()[-3:] == ["73.10", "15042026", "B"]


def test_the_ruler_stands_above_the_lines(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    show(file, GOOD, "--ruler")

    titles, columns, first, _ = capsys.readouterr().out.splitlines()
    assert titles.index("|identity") == columns.index("|33") == first.index("900101145678")


def test_one_record_is_shown_in_full(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert show(file, GOOD, "--line", "2") == 0

    shown = capsys.readouterr().out
    assert shown.startswith("Line 2, layout C2: combined SOCSO, EIS and LINDUNG 24 JAM, format 2\n")
    assert " 215-220  SOCSO employer share      __5685                          RM 56.85\n" in shown


def test_format_1_is_shown_by_its_own_fields(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    show(file, as_c1(SAMPLE, as_of=date(2026, 9, 10)).file, "--line", "1")

    assert "layout C1" in capsys.readouterr().out


def test_a_line_that_is_too_short_says_so(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    show(file, GOOD + GOOD[:100] + b"\r\n", "--line", "3")

    assert "The line has 100 characters, not 278." in capsys.readouterr().out


@pytest.mark.parametrize("options", [[], ["--ruler"], ["--line", "1"]], ids=["table", "ruler", "line"])
def test_who_it_is_can_be_hidden(options: list[str], file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = GOOD.replace(b" " * 34 + b"\r\n", b"\r\n") + b"X" + GOOD[:278] + b"\r\n"
    file.write_bytes(content)

    assert main([str(file), "--mask", *options]) == 0
    shown = capsys.readouterr().out
    assert "900101145678" not in shown
    assert "AMINAH" not in shown


def test_only_the_first_lines_are_shown_unless_all_are_asked_for(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    show(file, GOOD * 30)
    shown = capsys.readouterr().out.splitlines()
    assert (len(shown), shown[-1]) == (52, "... 10 more lines; --all shows them.")

    show(file, GOOD * 30, "--all")
    assert len(capsys.readouterr().out.splitlines()) == 61


@pytest.mark.parametrize(
    ("content", "options", "says"),
    [
        pytest.param(b"PK\x03\x04", [], "has no layout that can be shown", id="a zip"),
        pytest.param(b"", [], "has no layout that can be shown", id="empty"),
        pytest.param(GOOD, ["--line", "3"], "has lines 1 to 2, and no line 3", id="no such line"),
        pytest.param(GOOD, ["--line", "0"], "no line 0", id="line 0"),
    ],
)
def test_what_cannot_be_shown_is_told(
    content: bytes, options: list[str], says: str, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert show(file, content, *options) == 2
    assert says in capsys.readouterr().err


def test_a_file_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "none.txt")]) == 2
    assert "cannot be read: No such file" in capsys.readouterr().err


@pytest.mark.parametrize("columns", [30, 60, 92])
def test_a_table_is_as_wide_as_the_terminal_and_loses_nothing(
    columns: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    main([CLEAN, "--no-mask"])
    whole = capsys.readouterr().out
    monkeypatch.setenv("COLUMNS", str(columns))

    main([CLEAN, "--no-mask"])

    folded = capsys.readouterr().out
    assert max(map(len, folded.splitlines())) <= max(columns, 34)  # a name is shown as a whole
    assert folded.split() == whole.split()
    assert len(folded.splitlines()) > len(whole.splitlines()) == 7


def test_what_of_a_record_goes_on_a_further_line_is_indented(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")

    main([CLEAN, "--no-mask"])

    head, more, first, rest = capsys.readouterr().out.splitlines()[:4]
    assert head.split() == ["line", "identity", "name", "month"]
    assert first.split() == ["1", "900101145678", "AMINAH", "BINTI", "YUSOF", "2026-10"]
    assert more.startswith("      ")
    assert rest.split() == ["3,250.00", "56.85", "16.25", "6.50", "6.50", "24.35"]
