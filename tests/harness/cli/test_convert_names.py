"""`assist convert` and the names of files: what is not there, what is empty, and endings that are true."""

from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from contributions import write
from contributions.checks.examples import SAMPLE
from harness.cli.convert import main as convert

SAID = ["--employer", "B3200000123X", "--month", "2026-10", "--yes"]


@pytest.fixture
def sheet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    Path("payroll.csv").write_text("IC,Nama,Gaji\n900101145678,AMINAH,3250\n", encoding="utf-8")
    return "payroll.csv"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param(["no.txt", "--to", "xlsx"], "no.txt: it cannot be opened", id="not there"),
        pytest.param([".", "--to", "csv"], ".: it cannot be opened", id="a folder"),
        pytest.param(["payroll.csv", "no.txt"], "no.txt: it cannot be opened", id="one of two"),
    ],
)
@pytest.mark.usefixtures("sheet")
def test_what_cannot_be_opened_is_told_as_that(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert convert(arguments) == 2
    assert words in capsys.readouterr().err


@pytest.mark.parametrize("content", ["", "\n", ",,\n"])
@pytest.mark.parametrize("more", [[], ["--to", "xlsx"]])
def test_a_file_with_nothing_in_it_is_told_as_empty(
    sheet: str, content: str, more: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    Path(sheet).write_text(content, encoding="utf-8")

    assert convert([sheet, *SAID, *more]) == 2
    assert f"{sheet} is empty. Name the file that has the employees." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param(
            ["--template", "x.csv"],
            "x.csv: what is written is .xlsx, and its name says .csv. Name it x.xlsx",
            id="a workbook as CSV",
        ),
        pytest.param(
            ["payroll.csv", *SAID, "--to", "txt", "--output", "x.xls"],
            "x.xls: what is written is .txt, and its name says .xls. Name it x.txt",
            id="text as a workbook",
        ),
    ],
)  # fmt: skip
def test_an_ending_that_is_not_true_is_refused(
    sheet: str, arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert convert(arguments) == 2
    assert words in capsys.readouterr().err
    assert [str(each) for each in Path().iterdir()] == [sheet]


def test_an_ending_that_says_nothing_is_taken(sheet: str) -> None:
    assert convert([sheet, *SAID, "--to", "txt", "--output", "october.dat"]) == 0
    assert Path("october.dat").exists()


def test_a_contribution_file_named_as_a_workbook_becomes_a_workbook_by_its_name_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, output = tmp_path / "october.xlsx", tmp_path / "october.c2.xlsx"
    write([SAMPLE], file)

    assert convert([str(file)]) == 0
    assert f"Wrote {output}: 1 employee." in capsys.readouterr().out
    assert CalamineWorkbook.from_path(output).sheet_names == ["Contributions"]


def test_one_file_is_not_both_the_mapping_and_what_is_converted(
    sheet: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for options in (["--output", "x.txt", "--save-mapping", "./x.txt"], ["--save-mapping", "payroll.txt"]):
        assert convert([sheet, *SAID, *options]) == 2
        assert "cannot hold both what is converted and the mapping. Name another" in capsys.readouterr().err
    assert [str(each) for each in Path().iterdir()] == [sheet]


def test_a_template_and_a_file_are_not_both_taken(sheet: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert convert([sheet, "--template", "x.xlsx"]) == 2
    assert "name a file to convert, or --template FILE, not both" in capsys.readouterr().err
    assert not Path("x.xlsx").exists()
