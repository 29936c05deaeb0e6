"""`assist convert`: what is said of sheets that can be read in more than one way."""

from pathlib import Path

import pytest
import xlsxwriter

from contributions import read
from contributions.checks.examples import SAMPLE
from harness.cli.convert import main as convert
from tests.contributions.converting.payrolls import as_xlsx

WITH_AMOUNTS = """\
No. KP,Nama Pekerja,Gaji Kasar,SOCSO Majikan,SOCSO Pekerja,SIP Majikan,SIP Pekerja,LINDUNG 24 JAM
900101-14-5678,Aminah binti Contoh,3250.00,56.85,16.25,6.50,6.50,24.35
"""
SAID = ["--employer", "B3200000123X", "--mycoid", "202301012345", "--month", "2026-10"]


def test_an_empty_column_is_shown_as_such_and_computed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = tmp_path / "payroll.csv"
    sheet.write_text(WITH_AMOUNTS.replace(",24.35", ","), encoding="utf-8")

    assert convert([str(sheet), *SAID, "--yes"]) == 0
    shown = capsys.readouterr().out
    assert "H       LINDUNG 24 JAM  LINDUNG 24 JAM (empty)" in shown
    assert "  column H 'LINDUNG 24 JAM' is empty: computed\n" in shown
    assert read(sheet.with_suffix(".txt")) == (SAMPLE,)


def test_an_empty_column_of_a_workbook_may_have_formulas(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = as_xlsx(tmp_path, [line.split(",") for line in WITH_AMOUNTS.replace(",24.35", ",").splitlines()])

    convert([str(book), *SAID, "--lang", "ms"])
    said = " ".join(capsys.readouterr().out.split())
    assert "lajur H 'LINDUNG 24 JAM' kosong: dikira (jika ada formula di dalamnya, buka buku kerja" in said


def test_of_several_sheets_none_is_taken_and_the_rest_lost(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [line.split(",") for line in WITH_AMOUNTS.splitlines()]
    book = as_xlsx(tmp_path, rows, rows)

    assert convert([str(book), *SAID, "--yes", "--sheet", "Sheet1", "--sheet", "Sheet2"]) == 2
    said = capsys.readouterr().err
    assert "one sheet is taken at a time, and --sheet names 'Sheet1', 'Sheet2'. Convert each" in said
    assert "assist merge" in said
    assert not book.with_suffix(".txt").exists()
    assert convert([str(book), *SAID, "--yes", "--sheet", "Sheet2"]) == 0


def test_a_name_is_said_once_in_a_message(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet = tmp_path / "payroll.csv"
    sheet.write_text(
        f"IC,Nama,Gaji\n{SAMPLE.identity_number},José,3250\n880515105437,{'A' * 151},4800\n", encoding="utf-8"
    )

    convert([str(sheet), *SAID])
    said = " ".join(capsys.readouterr().out.split())
    assert "row 2, column B 'Nama': José written as Jose." in said
    assert said.count("A" * 151) == 1


def test_a_column_of_sen_is_read_and_shown_as_such(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = as_xlsx(
        tmp_path,
        [
            ["Name", "NRIC", "Wage (sen)", "SOCSO Employer (RM)"],
            [SAMPLE.name, SAMPLE.identity_number, 325000, 56.85],
            ["TOTAL", "", 325000, 56.85],
        ],
    )

    assert convert([str(book), *SAID, "--yes"]) == 0
    said = capsys.readouterr().out
    assert "C       Wage (sen)           wage, sen                      325000  |  325000\n" in said
    assert "D       SOCSO Employer (RM)  SOCSO employer share, ringgit  56.85  |  56.85\n" in said
    assert "  column C 'Wage (sen)' is read as sen\n" in said
    assert "'TOTAL' is a row of sums: left out." in said
    assert read(book.with_suffix(".txt")) == (SAMPLE,)


def test_a_fraction_in_a_column_of_sen_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = as_xlsx(tmp_path, [["Name", "NRIC", "Gaji (sen)"], [SAMPLE.name, SAMPLE.identity_number, 3250.5]])

    assert convert([str(book), *SAID, "--yes", "--lang", "ms"]) == 1
    assert "'3250.5' bukan bilangan sen yang bulat. Tulis sen yang bulat" in " ".join(
        capsys.readouterr().out.split()
    )


@pytest.mark.parametrize(
    ("hidden", "english", "malay"),
    [
        pytest.param([2], "row 2 is hidden and was taken", "baris 2 tersembunyi dan tetap diambil", id="one"),
        pytest.param([2, 3], "rows 2, 3 are hidden and were taken", "baris 2, 3 tersembunyi", id="two"),
        pytest.param(
            [*range(2, 24)],
            "17, 18, 19, 20, 21, ... are hidden and were taken",
            "20, 21, ... tersembunyi",
            id="many",
        ),
    ],
)
def test_people_in_hidden_rows_are_told(
    tmp_path: Path, hidden: list[int], english: str, malay: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "payroll.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["IC", "Nama", "Gaji"])
    for row in range(1, 30):
        sheet.write_row(row, 0, [f"9001011456{row:02}", f"PEKERJA {chr(64 + row)}", 1000])
    for number in (*hidden, 31):
        sheet.set_row(number - 1, None, None, {"hidden": True})
    book.close()

    convert([str(path), *SAID])
    assert english in " ".join(capsys.readouterr().out.split())
    convert([str(path), *SAID, "--lang", "ms"])
    assert malay in " ".join(capsys.readouterr().out.split())


def test_where_all_rows_are_wrong_no_formula_is_blamed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = tmp_path / "payroll.csv"
    sheet.write_text("IC,Nama,Gaji\nA1234567,RAM CONTOH,1700\n", encoding="utf-8")

    assert convert([str(sheet), *SAID, "--yes", "--skip-wrong-rows"]) == 1
    said = capsys.readouterr().err
    assert "Nothing was written: 1 row cannot be taken, as told above, and no other has somebody" in said
    assert "formula" not in said


@pytest.mark.parametrize("name", ["october", "october.dat"])
def test_another_name_is_written_where_it_is_said_what_it_is(tmp_path: Path, name: str) -> None:
    sheet = tmp_path / "payroll.csv"
    sheet.write_text(WITH_AMOUNTS, encoding="utf-8")

    assert convert([str(sheet), *SAID, "--yes", "--to", "txt", "-o", str(tmp_path / name)]) == 0
    assert read(tmp_path / name) == (SAMPLE,)
