"""`assist check` with a rule of acceptance and with the employer's own list of employees."""

from dataclasses import replace
from pathlib import Path

import pytest

from contributions import YearMonth, write
from contributions.checks.examples import SAMPLE, as_c1
from harness.cli.check import main

DAY = ["--as-of", "2026-11-10", "--no-config"]
MARCH = replace(SAMPLE, month=YearMonth(2026, 3), lindung=0)


@pytest.fixture
def arrears(tmp_path: Path) -> str:
    """A file of format 1.0 for March 2026."""
    path = tmp_path / "march.txt"
    path.write_bytes(as_c1(MARCH, as_of=MARCH.month.due_date).file)
    return str(path)


@pytest.fixture
def october(tmp_path: Path) -> str:
    """A right file of one employee."""
    path = tmp_path / "october.txt"
    path.write_bytes(write([SAMPLE]))
    return str(path)


@pytest.mark.parametrize(
    ("options", "code"),
    [
        pytest.param([], 1, id="by default the day of the upload"),
        pytest.param(["--accept-rule", "upload_date"], 1, id="the day of the upload"),
        pytest.param(["--accept-rule", "contribution_month"], 0, id="the month"),
    ],
)
def test_the_rule_decides_whether_arrears_may_still_come_in_the_old_layout(
    arrears: str, options: list[str], code: int
) -> None:
    assert main([arrears, *DAY, *options]) == code


def test_the_rule_may_stand_in_pyproject(
    arrears: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = '[tool.assist.check]\naccept-rule = "contribution_month"\n'
    (tmp_path / "pyproject.toml").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    assert main([arrears, *DAY[:2]]) == 0


def test_an_unknown_rule_is_wrong_use(arrears: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([arrears, "--accept-rule", "by_moon"]) == 2
    assert "upload_date" in capsys.readouterr().err


def test_a_file_is_checked_beside_a_list_of_employees(
    october: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    roster = tmp_path / "employees.csv"
    roster.write_text(
        "No KP,Nama\n900101-14-5678,AMINAH BINTI TELADAN\n880515105437,TAN WEI MING\n", encoding="utf-8"
    )

    assert main([october, *DAY, "--roster", str(roster)]) == 0

    said = " ".join(capsys.readouterr().out.split())
    assert "TAN WEI MING is on record for October 2026 and has no line." in said
    assert "the name on record is AMINAH BINTI TELADAN." in said
    assert "2 of the findings rest on assumptions about the portal." in said


def test_names_without_a_number_in_the_list_of_employees_are_told(
    october: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    roster = tmp_path / "employees.csv"
    nobody = ",LIM AH KOW\n"

    roster.write_text(f"IC,Name\n900101145678,AMINAH\n{nobody}", encoding="utf-8")
    main([october, *DAY, "--roster", str(roster)])
    assert f"{roster}, row 3: left out, since a name without" in capsys.readouterr().err

    roster.write_text(f"IC,Name\n900101145678,AMINAH\n{nobody * 13}", encoding="utf-8")
    main([october, *DAY, "--roster", str(roster), "--lang", "ms"])
    assert ", 13, 14, ...: ditinggalkan, kerana nama tanpa" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "reason"),
    [("a,b\n", "no row has headings"), (None, "cannot be opened")],
)
def test_a_list_that_cannot_be_read_is_told_with_a_mend(
    october: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str | None, reason: str
) -> None:
    roster = tmp_path / "employees.csv"
    if text is not None:
        roster.write_text(text, encoding="utf-8")

    assert main([october, *DAY, "--roster", str(roster)]) == 2
    assert reason in capsys.readouterr().err
