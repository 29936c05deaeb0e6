"""`assist convert` for contribution files: older layouts to the current one, and files as sheets and back."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from contributions import E1, YearMonth, read, write
from contributions.checks.examples import SAMPLE, SAMPLE_FOREIGN, as_c1, single
from harness.cli.convert import main as convert

APRIL, SEPTEMBER = YearMonth(2026, 4), YearMonth(2026, 9)
FOREIGN = replace(SAMPLE_FOREIGN, month=SEPTEMBER)
C1_LINES = as_c1(replace(SAMPLE, month=SEPTEMBER), FOREIGN, as_of=date(2026, 9, 30)).file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "october.txt"
    write([SAMPLE, SAMPLE_FOREIGN], path)
    return path


@pytest.fixture
def schemes(tmp_path: Path) -> list[str]:
    """The SOCSO and the EIS file of a month, and the wages for them."""
    files = {
        "socso.txt": single(73_10, status="B", day=date(2026, 4, 15)),
        "eis.txt": single(13_00, layout=E1),
    }
    for name, example in files.items():
        (tmp_path / name).write_bytes(example.file)
    (tmp_path / "wages.csv").write_text(f"IC,Gaji\n{SAMPLE.identity_number},3250\n", encoding="utf-8")
    return [str(tmp_path / name) for name in files] + ["--wages", str(tmp_path / "wages.csv")]


def test_format_1_gets_lindung_from_the_tables_unless_somebody_was_released(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "september.txt"
    path.write_bytes(C1_LINES)

    assert convert([str(path)]) == 2
    assert "LINDUNG 24 JAM, RM 48.70 for 2 people" in capsys.readouterr().out
    assert convert([str(path), "--yes"]) == 0
    assert "as if nobody had been released" in capsys.readouterr().out
    output = tmp_path / "september.c2.txt"
    assert [record.lindung for record in read(output)] == [24_35, 24_35]
    assert convert([str(path), "--released", "900101-14-5678", "--yes", "--force"]) == 0
    assert [record.lindung for record in read(output)] == [0, 24_35]
    assert "as if nobody" not in capsys.readouterr().out


def test_format_1_of_a_month_before_lindung_needs_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "april.txt"
    path.write_bytes(as_c1(replace(SAMPLE, month=APRIL), as_of=date(2026, 5, 1)).file)

    assert convert([str(path), "--yes"]) == 0
    assert "LINDUNG 24 JAM: 0, since it began in June 2026" in capsys.readouterr().out
    assert [record.lindung for record in read(tmp_path / "april.c2.txt")] == [0]


def test_files_of_one_scheme_each_become_one_with_the_wages(
    schemes: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "april.txt"

    assert convert([*schemes, "--output", str(output), "--yes"]) == 0
    assert read(output) == (replace(SAMPLE, month=APRIL, lindung=0),)
    assert (
        "S1, line 1 (AMINAH BINTI CONTOH): new employee, 15/04/2026. Record it in ASSIST"
        in capsys.readouterr().out
    )


def test_without_the_wages_nothing_is_made_of_them(
    schemes: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert convert(schemes[:2]) == 2
    assert "--wages payroll.xlsx" in capsys.readouterr().err
    assert convert(schemes[:1]) == 2
    assert "holds the contributions of one scheme (S1), and no wages" in capsys.readouterr().err
    assert convert([*schemes[:2], "--to", "xlsx"]) == 2
    assert "Make a workbook of each" in capsys.readouterr().err


def test_a_wage_that_does_not_give_the_contribution_is_refused(
    schemes: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "wages.csv").write_text(f"IC,Gaji\n{SAMPLE.identity_number},4000\n", encoding="utf-8")

    assert convert([*schemes, "--yes"]) == 1
    assert "SOCSO of RM 73.10 does not belong to a wage of RM 4,000.00" in " ".join(
        capsys.readouterr().out.split()
    )


def test_wages_of_another_month_are_refused(
    schemes: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = f"Gaji Mei 2026\nIC,Gaji\n{SAMPLE.identity_number},3250\n"
    (tmp_path / "wages.csv").write_text(text, encoding="utf-8")

    assert convert([*schemes, "--yes"]) == 2
    assert (
        "the wage sheet is of May 2026 (cell A1), and the files are of April 2026" in capsys.readouterr().err
    )


def test_the_wage_sheet_gives_nothing_but_wages(
    schemes: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = f"IC,Gaji,SIP Majikan\n{SAMPLE.identity_number},3250,99\n"
    (tmp_path / "wages.csv").write_text(text, encoding="utf-8")

    assert convert([*schemes, "--yes"]) == 0
    assert "C       SIP Majikan  - (left out)" in capsys.readouterr().out


def test_a_file_becomes_a_workbook_that_people_read_and_that_goes_back(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert convert([str(file), "--to", "xlsx"]) == 0
    assert convert([str(file), "-o", str(tmp_path / "oktober.xlsx"), "--lang", "ms"]) == 0

    with CalamineWorkbook.from_path(tmp_path / "october.xlsx") as book:
        rows = book.get_sheet_by_index(0).to_python()
    assert rows[0][2:6] == ["Identity number", "Employee name", "Contribution month", "Wage (RM)"]
    assert rows[1][2:6] == ["900101145678", "AMINAH BINTI CONTOH", date(2026, 10, 1), 3250.0]
    assert (rows[3][0], rows[3][5]) == ("TOTAL", 6500.0)
    for name in ("october.xlsx", "oktober.xlsx"):
        assert convert([str(tmp_path / name), "-o", str(tmp_path / "again.txt"), "--yes", "--force"]) == 0
        assert (tmp_path / "again.txt").read_bytes() == file.read_bytes()
    capsys.readouterr()


def test_a_file_becomes_csv_that_excel_opens_without_harm(file: Path, tmp_path: Path) -> None:
    assert convert([str(file), "--to", "csv"]) == 0

    text = (tmp_path / "october.csv").read_bytes().decode("utf-8")
    assert text.startswith("\N{ZERO WIDTH NO-BREAK SPACE}Employer code,")
    assert "'900101145678,AMINAH BINTI CONTOH,10/2026,3250.00,56.85" in text


@pytest.mark.parametrize(
    ("content", "width"),
    [
        pytest.param(C1_LINES, 10, id="C1"),
        pytest.param(single(73_10).file, 8, id="S1"),
        pytest.param(single(13_00, layout=E1).file, 8, id="E1"),
    ],
)
def test_older_layouts_become_workbooks_too(tmp_path: Path, content: bytes, width: int) -> None:
    path = tmp_path / "older.txt"
    path.write_bytes(content)

    assert convert([str(path), "--to", "xlsx"]) == 0
    with CalamineWorkbook.from_path(path.with_suffix(".xlsx")) as book:
        head, first = book.get_sheet_by_index(0).to_python()[:2]
    assert (len(head), first[2]) == (width, "900101145678")


def test_the_current_layout_needs_no_conversion(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert convert([str(file), "--to", "txt"]) == 2
    assert "has the current layout already. assist check --fix mends it" in capsys.readouterr().err


def test_layouts_before_assist_are_explained(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "BRG8A.TXT"
    path.write_text(
        f"{'B1234567X':9}{'900101145678':12}{'812345678':9}0426{'AMINAH BINTI CONTOH':45}7310\r\n",
        encoding="ascii",
    )

    assert convert([str(path)]) == 2
    assert "has the layout D1 (diskette BRG8A), which is not read" in capsys.readouterr().err


def test_a_file_with_a_wrong_line_says_where_to_look(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_bytes(file.read_bytes() + b"TOTAL\r\n")

    assert convert([str(file)]) == 2
    said = capsys.readouterr().err
    assert "line 3: " in said
    assert f"assist check {file} tells all of it." in said


def test_the_template_converts_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "payroll.xlsx"

    assert convert(["--template", str(path)]) == 0
    assert convert([str(path), "--yes"]) == 0
    (record,) = read(path.with_suffix(".txt"))
    assert (record.name, record.wage, record.lindung) == ("CONTOH SAHAJA (EXAMPLE ONLY)", 3250_00, 24_35)
    assert convert(["--template", str(path)]) == 2
    assert "--force replaces it" in capsys.readouterr().err
