"""`assist generate`."""

import json
from pathlib import Path

import pytest

from contributions import read
from harness.cli.check import main as check
from harness.cli.generate import main


def test_the_file_is_made_and_the_command_that_checks_it_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "october.txt"

    assert main([str(path), "--lines", "120", "--foreign", "10%", "--second", "5", "--ages", "25-40"]) == 0

    said = capsys.readouterr().out
    assert said.splitlines()[0] == f"Wrote {path}: 120 lines of layout C2 for October 2026."
    assert f"assist check --as-of 2026-11-15 {path}" in said
    assert check(["--as-of", "2026-11-15", str(path)]) == 0
    assert sum(record.identity_number.startswith("SSFW") for record in read(path)) == 12


def test_an_older_layout_is_made_for_its_own_time(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "socso.txt"

    assert main([str(path), "--layout", "S1", "--month", "2026-04", "--json"]) == 0

    document = json.loads(capsys.readouterr().out)
    assert (document["layout"], document["lines"], document["as_of"]) == ("S1", 50, "2026-05-15")
    assert check(["--as-of", document["as_of"], str(path)]) == 0


@pytest.mark.parametrize(
    ("options", "english", "malay"),
    [
        pytest.param(
            ["--layout", "S1", "--month", "2026-11"],
            "layout S1 was taken until 30/09/2026, and 2026-11 begins after that: such a file is valid on no "
            "day; the last month is 2026-09",
            "bulan terakhir ialah 2026-09",
            id="no longer taken",
        ),
        pytest.param(
            ["--layout", "E1", "--month", "2017-12"],
            "layout E1 is EIS alone, which begins with 2018-01: nothing was due in 2017-12",
            "tiada apa-apa perlu dibayar bagi 2017-12",
            id="before EIS",
        ),
    ],
)
def test_a_file_that_is_valid_on_no_day_is_refused_with_the_reason(
    options: list[str], english: str, malay: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "new.txt"

    codes = main([str(path), *options]), main([str(path), *options, "--lang", "ms"])

    said = capsys.readouterr().err
    assert codes == (2, 2)
    assert english in said
    assert malay in said
    assert not path.exists()


@pytest.mark.parametrize(("layout", "month"), [("S1", "2026-09"), ("C1", "2026-09"), ("E1", "2018-01")])
def test_the_first_and_the_last_month_of_a_layout_give_a_valid_file(
    layout: str, month: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "new.txt"

    assert main([str(path), "--layout", layout, "--month", month, "--json"]) == 0

    as_of = json.loads(capsys.readouterr().out)["as_of"]
    assert check(["--as-of", as_of, str(path)]) == 0


def test_a_file_that_exists_is_kept_unless_it_may_be_replaced(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mine.txt"
    path.write_bytes(b"precious")

    assert main([str(path)]) == 2
    assert path.read_bytes() == b"precious"
    assert "--force replaces it" in capsys.readouterr().err

    assert main([str(path), "--force", "--lines", "1"]) == 0
    assert len(read(path)) == 1


@pytest.mark.parametrize(
    ("options", "said"),
    [
        pytest.param(["--lines", "0"], "at least one line", id="no lines"),
        pytest.param(["--foreign", "a lot"], "write it in percent", id="no share"),
        pytest.param(["--ages", "young"], "such as 25-40", id="no ages"),
        pytest.param(["--month", "October"], "is not a month", id="no month"),
        pytest.param(["--second", "70", "--foreign", "70"], "at most 100 %", id="too many"),
        pytest.param(["--lines", "many"], "invalid int value", id="no number"),
    ],
)
def test_wrong_use_is_said_and_nothing_is_written(
    options: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path / "new.txt"), *options]) == 2

    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "nowhere" / "new.txt")]) == 2

    assert "cannot be written: No such file or directory." in capsys.readouterr().err
