"""`assist convert`: shown and confirmed before it writes, nothing lost, the result checked."""

import builtins
import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from contributions import YearMonth, read, write
from contributions.checks.examples import SAMPLE
from contributions.rates import current
from contributions.rates.in_force import using
from harness.cli.convert import main as convert

TAN = replace(SAMPLE, identity_number="880515105437", name="TAN WEI MING")
SHEET = (
    "No. KP,Nama Pekerja,Gaji Kasar\n"
    '900101-14-5678,Aminah binti Contoh,"RM 3,250.00"\n'
    "880515105437,TAN WEI MING,3250\n"
)
WITH_AMOUNTS = """\
No. KP,Nama Pekerja,Gaji Kasar,SOCSO Majikan,SOCSO Pekerja,SIP Majikan,SIP Pekerja,LINDUNG 24 JAM
900101-14-5678,Aminah binti Contoh,3250.00,56.85,16.25,6.50,6.50,24.35
"""
SAID = ["--employer", "B3200000123X", "--mycoid", "202301012345", "--month", "2026-10"]


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "payroll.csv"
    path.write_text(SHEET, encoding="utf-8")
    return path


def answers(monkeypatch: pytest.MonkeyPatch, answer: str) -> list[str]:
    """A person at the terminal; gives the questions that were asked."""
    asked: list[str] = []

    def ask(question: str) -> str:
        asked.append(question.strip())
        return answer

    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr(builtins, "input", ask)
    return asked


def shown_as_json(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    shown: dict[str, Any] = json.loads(capsys.readouterr().out)
    return shown


def test_what_is_taken_as_what_is_shown_and_nothing_is_written_unconfirmed(
    sheet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert convert([str(sheet), *SAID]) == 2

    shown = capsys.readouterr()
    assert "A       No. KP        identity number  900101-14-5678  |  880515105437" in shown.out
    assert "C       Gaji Kasar    wage, ringgit" in shown.out
    assert "employer code: B3200000123X, by --employer" in shown.out
    assert "from the rate tables of the month: SOCSO, EIS, LINDUNG 24 JAM" in shown.out
    assert "Nothing was written." in shown.err
    assert [each.name for each in sheet.parent.iterdir()] == [sheet.name]


def test_a_person_at_the_terminal_is_asked(
    sheet: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    output = sheet.with_suffix(".txt")

    asked = answers(monkeypatch, "n")
    assert convert([str(sheet), *SAID]) == 2
    assert not output.exists()
    answers(monkeypatch, "ya")
    assert convert([str(sheet), *SAID]) == 0
    assert asked == [f"Write {output}? [y/N]"]
    assert read(output) == (SAMPLE, TAN)
    assert "Valid: 0 errors" in capsys.readouterr().out


@pytest.mark.parametrize("month", ["10/2026", "Oktober 2026", "102026"])
def test_the_month_may_be_written_as_clerks_do(
    sheet: Path, month: str, capsys: pytest.CaptureFixture[str]
) -> None:
    convert([str(sheet), *SAID[:-1], month])

    assert "contribution month: 2026-10, by --month" in capsys.readouterr().out


def test_the_end_of_input_is_no_answer(sheet: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def ends(_question: str) -> str:
        raise EOFError

    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr(builtins, "input", ends)

    assert convert([str(sheet), *SAID]) == 2
    assert not sheet.with_suffix(".txt").exists()


def test_everything_is_said_in_malay(
    sheet: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = answers(monkeypatch, "y")

    assert convert([str(sheet), *SAID, "--lang", "ms"]) == 0
    shown = capsys.readouterr().out
    assert "C      Gaji Kasar    gaji, ringgit" in shown
    assert "daripada jadual kadar bulan itu: PERKESO, SIP, LINDUNG 24 JAM" in shown
    assert "ditulis: 2 pekerja." in shown
    assert "Sah: 0 ralat" in shown
    assert asked[0].startswith("Tulis ")


def test_a_mapping_is_corrected_kept_and_used_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = tmp_path / "payroll.csv"
    sheet.write_text(f"Card,Who,Paid,Gaji\n{SAMPLE.identity_number},{SAMPLE.name},3250,1\n", encoding="utf-8")
    kept = tmp_path / "ours.toml"
    corrected = ["--map", "Card=identity_number", "--map", "who=Nama", "--map", "C=wage", "--map", "Gaji=-"]

    assert convert([str(sheet), *SAID, *corrected, "--save-mapping", str(kept), "--yes"]) == 0
    assert '"Paid" = "wage"' in kept.read_text(encoding="utf-8")
    sheet.with_suffix(".txt").unlink()
    assert convert([str(sheet), *SAID, "--mapping", str(kept), "--yes"]) == 0
    assert read(sheet.with_suffix(".txt")) == (SAMPLE,)
    capsys.readouterr()


def test_rows_that_cannot_be_taken_stop_all_of_it_until_they_may_be_left_out(
    sheet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet.write_text(f"{SHEET}791123086211,SURESH,lots\n", encoding="utf-8")

    assert convert([str(sheet), *SAID, "--yes"]) == 1
    shown = capsys.readouterr()
    assert "row 4, column C 'Gaji Kasar' (SURESH): 'lots' is no amount in ringgit." in shown.out
    assert "Nothing was written: 1 row cannot be taken" in shown.err
    assert not sheet.with_suffix(".txt").exists()
    assert convert([str(sheet), *SAID, "--yes", "--skip-wrong-rows"]) == 1
    assert "1 row left out: see above." in capsys.readouterr().out
    assert read(sheet.with_suffix(".txt")) == (SAMPLE, TAN)


def test_many_remarks_are_folded_and_json_tells_all(sheet: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = "".join(f"9001011456{number:02},X,lots\n" for number in range(10, 40))
    sheet.write_text(f"IC,Nama,Gaji\n{rows}", encoding="utf-8")

    assert convert([str(sheet), *SAID]) == 1
    assert "... 10 more; --json tells all of them" in capsys.readouterr().out
    assert convert([str(sheet), *SAID, "--json"]) == 1
    assert len(shown_as_json(capsys)["remarks"]) == 30


def test_programs_get_what_was_taken_and_what_came_of_it(
    sheet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert convert([str(sheet), *SAID, "--json"]) == 2
    before = shown_as_json(capsys)
    assert (before["written"], before["output"], before["check"]) == (False, None, None)
    assert "Nothing was written" in before["reason"]
    assert before["columns"][2] == {
        "column": "C",
        "heading": "Gaji Kasar",
        "field": "wage",
        "is_empty": False,
        "samples": ["RM 3,250.00", "3250"],
    }

    assert convert([str(sheet), *SAID, "--json", "--yes"]) == 0
    after = shown_as_json(capsys)
    assert (after["written"], after["output"]) == (True, str(sheet.with_suffix(".txt")))
    assert (after["check"]["verdict"], after["check"]["totals"]["heads"]) == ("valid", 2)


def test_in_a_build_nobody_is_named(
    sheet: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CI", "true")
    sheet.write_text(
        "No. KP,Nama,Gaji,Catatan\n900101-14-5678,Aminah binti Contoh,3250,PUAN AMINAH\n"
        "791123086211,SURESH CONTOH,lots\n,LIM AH KOW,5\n,LEE CHONG,\nA1234567,MR X,5\n",
        encoding="utf-8",
    )

    convert([str(sheet), *SAID])
    shown = capsys.readouterr().out
    convert([str(sheet), *SAID, "--json"])
    shown += capsys.readouterr().out

    for named in ("Aminah", "AMINAH", "145678", "SURESH", "791123", "LIM AH", "LEE", "A1234567"):
        assert named not in shown
    assert "S***** C*****" in shown


def test_the_answer_names_the_rows_behind_the_lines_that_are_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = tmp_path / "payroll.csv"
    sheet.write_text(
        "Title\n\nIC,Nama,Gaji,PERKESO Majikan\n"
        f"{TAN.identity_number},TAN WEI MING,3250,56.85\n{SAMPLE.identity_number},AMINAH,3250,56.90\n",
        encoding="utf-8",
    )

    assert convert([str(sheet), *SAID, "--yes"]) == 1
    shown = capsys.readouterr().out
    assert "SOCSO employer share RM 56.90, by the tables RM 56.85" in shown
    assert "error AM09" in shown
    assert "Lines of the file > rows of the sheet: 2 > 5." in shown


def test_a_month_whose_rates_are_not_known_yet_cannot_be_computed(
    sheet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert convert([str(sheet), *SAID, "--yes"]) == 0
    capsys.readouterr()

    with using(replace(current(), known_until=YearMonth(2026, 9))):
        assert convert([str(sheet), *SAID, "--yes", "--force"]) == 1

    told = " ".join(capsys.readouterr().out.split())
    assert "row 2 (Aminah binti Contoh): no rates are known for October 2026." in told
    assert "The last month known is 2026-09: install a newer pack (assist rules update)." in told


def test_amounts_of_the_sheet_are_taken_for_such_a_month_and_nobody_can_tell_whether_they_are_right(
    sheet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet.write_text(WITH_AMOUNTS, encoding="utf-8")

    with using(replace(current(), known_until=YearMonth(2026, 9))):
        assert convert([str(sheet), *SAID, "--yes"]) == 2

    assert "Could not tell" in capsys.readouterr().out


def test_a_file_that_is_there_stays_until_it_may_be_replaced(
    sheet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = sheet.with_suffix(".txt")
    output.write_bytes(b"mine")

    assert convert([str(sheet), *SAID, "--yes"]) == 2
    assert "is there already. --force replaces it." in capsys.readouterr().err
    assert output.read_bytes() == b"mine"
    assert convert([str(sheet), *SAID, "--yes", "--force"]) == 0
    assert output.read_bytes() == write([SAMPLE, TAN])
    assert sorted(each.name for each in sheet.parent.iterdir()) == [sheet.name, output.name]


def test_an_input_is_never_replaced(sheet: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sheet.read_bytes()

    assert convert([str(sheet), *SAID, "--yes", "--force", "--to", "txt", "--output", str(sheet)]) == 2
    assert "is one of the files to read; it would be replaced" in capsys.readouterr().err
    assert sheet.read_bytes() == before


def test_a_kept_mapping_replaces_nothing_else(sheet: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sheet.read_bytes()

    assert convert([str(sheet), *SAID, "--yes", "--force", "--save-mapping", str(sheet)]) == 2
    assert "is one of the files to read; it would be replaced" in capsys.readouterr().err
    assert sheet.read_bytes() == before
    assert not sheet.with_suffix(".txt").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param([], "name a file to convert, or --template FILE", id="nothing"),
        pytest.param(["--lang", "ms"], "namakan fail untuk ditukar", id="nothing, in Malay"),
        pytest.param(["--template", "-"], "- is no name of a file to write. Name a file", id="template"),
        pytest.param(["SHEET", *SAID, "--output", "-"], "- is no name of a file to write", id="output"),
        pytest.param(["SHEET", "--map", "Gaji"], "has no =. Write it as --map", id="a mapping without ="),
        pytest.param(
            ["SHEET", "--map", "Gaji Kasar=money"], "there is no field 'money'. Fields are:", id="field"
        ),
        pytest.param(["SHEET", "--map", "Bonus=wage"], "no column has the heading 'Bonus'.", id="heading"),
        pytest.param(["SHEET", "--mapping", "no.toml"], "cannot be opened", id="no mapping"),
        pytest.param(
            ["SHEET", "--to", "xlsx"], "is a sheet already. A sheet becomes", id="a sheet as a sheet"
        ),
        pytest.param(["SHEET"], "the sheet has no employer code. Give your own", id="no employer code"),
        pytest.param(
            ["SHEET", *SAID, "--released", "900101145679"],
            "--released 900101145679: nobody here has this identity number",
            id="released who is not here",
        ),
        pytest.param(["SHEET", "--month", "October"], "is not a month", id="no month"),
        pytest.param(
            ["SHEET", *SAID, "--output", "nowhere/x.txt"], "There is no folder nowhere", id="no folder"
        ),
        pytest.param(
            ["SHEET", *SAID, "--output", "x.pdf"],
            "x.pdf: no .pdf is written. Name it .txt, .xlsx or",
            id="PDF",
        ),
        pytest.param(["SHEET", *SAID, "--output", "."], "is a folder. Name a file", id="a folder"),
        pytest.param(["SHEET", "SHEET"], "several files are taken only as one of SOCSO", id="two sheets"),
        pytest.param(["nothing.xlsx"], "nothing.xlsx: it cannot be opened", id="not there"),
        pytest.param(["SHEET", "--sheet", "Oktober"], "there is no sheet 'Oktober'", id="no such sheet"),
    ],
)
def test_what_cannot_be_done_is_said_with_the_mend(
    sheet: Path,
    arguments: list[str],
    words: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(sheet.parent)

    assert convert([str(sheet) if each == "SHEET" else each for each in arguments]) == 2
    assert words in capsys.readouterr().err
    assert [each.name for each in sheet.parent.iterdir()] == [sheet.name]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param([], "helaian tiada kod majikan. Berikan dengan pilihan", id="no employer code"),
        pytest.param(["--map", "Gaji"], "tiada =. Tulis sebagai", id="a mapping without ="),
        pytest.param([*SAID, "--output", "."], "ialah folder. Namakan fail", id="a folder"),
        pytest.param(
            [*SAID, "--to", "txt", "--output", "payroll.csv"],
            "ialah salah satu fail yang dibaca; ia akan digantikan",
            id="itself",
        ),
        pytest.param([*SAID, "--output", "there.txt"], "sudah ada. --force menggantikannya.", id="there"),
        pytest.param(SAID, "Tiada apa-apa ditulis. Semak", id="not confirmed"),
    ],
)
def test_what_cannot_be_done_is_said_in_malay(
    sheet: Path,
    arguments: list[str],
    words: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(sheet.parent)
    sheet.with_name("there.txt").write_bytes(b"mine")

    assert convert([sheet.name, *arguments, "--lang", "ms"]) == 2
    assert words in capsys.readouterr().err


def test_nobody_with_a_wage_is_nothing_to_write(sheet: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet.write_text(f"IC,Nama,Gaji\n{TAN.identity_number},TAN WEI MING,0\n", encoding="utf-8")

    assert convert([str(sheet), *SAID, "--yes"]) == 1
    assert "Where wages are formulas, open the workbook in Excel and save it" in capsys.readouterr().err
    assert not sheet.with_suffix(".txt").exists()


def test_what_stands_above_the_table_is_shown_with_its_cell(
    sheet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet.write_text(f"Kod Majikan: B3200000123X\nBulan,10/2026\n{SHEET}", encoding="utf-8")

    assert convert([str(sheet)]) == 2
    shown = capsys.readouterr().out
    assert "employer code: B3200000123X, from cell A1" in shown
    assert "contribution month: October 2026, from cell B2" in shown
    assert "MyCoID / SSM number: left blank" in shown


def test_a_column_of_both_shares_is_shown_as_what_it_is(
    sheet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet.write_text(
        f"IC,Nama,Gaji,PERKESO + SKBBK\n{TAN.identity_number},TAN,3250,40.60\n", encoding="utf-8"
    )

    convert([str(sheet), *SAID])
    shown = capsys.readouterr().out
    assert "SOCSO employee share with LINDUNG 24 JAM, ringgit" in shown
    assert "tables of the month: SOCSO employer share, EIS employer share, EIS employee share" in shown


def test_help_shows_examples(capsys: pytest.CaptureFixture[str]) -> None:
    assert convert(["--help"]) == 0
    shown = capsys.readouterr().out
    assert "assist convert payroll.xlsx --employer B3200000123X --month 2026-10" in shown
    assert "Exit codes:" in shown
