"""`assist rules`: which data pack is in force, another one installed, what it changes."""

import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from contributions.checks.examples import SAMPLE as SAMPLE_RECORD
from contributions.checks.examples import as_c1
from contributions.rates import in_force as packs
from harness.cli.check import main as check
from harness.cli.rules import main
from tests.contributions.pack_files import NEWER, Changes, pack_folder, pack_zip

SAMPLE = Path("fixtures/files/contoh-maju-2026-10.txt")


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """No pack of whoever runs the tests, and none left behind."""
    folder = tmp_path / "user"
    monkeypatch.setenv(packs.FOLDER, str(folder))
    monkeypatch.setenv(packs.PIN, "")
    packs._found.cache_clear()
    yield folder
    packs._found.cache_clear()


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """A pack of January 2027."""
    return pack_zip(tmp_path / "rules-2027.1.zip", pack_folder(tmp_path / "pack", NEWER))


def test_what_is_in_force_is_shown(own_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show"]) == 0

    shown = capsys.readouterr().out
    assert "Rules 2026.11 are in force.\nThey are known from June 2016 until May 2028." in shown
    assert str(own_folder) in shown


def test_until_when_layouts_are_taken_is_shown_and_told_of_a_change(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    later: Changes = {"pack.toml": (*NEWER["pack.toml"], ("C1 = 2026-09-30", "C1 = 2026-12-31"))}
    pack = pack_folder(tmp_path / "pack", later)
    older = tmp_path / "older.txt"
    older.write_bytes(as_c1(SAMPLE_RECORD, as_of=date(2026, 11, 10)).file)
    main(["show"])
    assert "Layouts C1, E1, S1 are taken until 30/09/2026 (the day of the upload decides)." in (
        capsys.readouterr().out
    )

    assert main(["diff", "2026.11", str(pack), str(older), "--as-of", "2026-11-10"]) == 1

    assert "FL08: 1 place by the old, 0 places by the new; file: This is layout C1" in capsys.readouterr().out
    main(["update", str(pack)])
    main(["show"])
    shown = capsys.readouterr().out
    assert "Layouts E1, S1 are taken until 30/09/2026" in shown
    assert "Layout C1 is taken until 31/12/2026" in shown
    main(["show", "--json"])
    taken = json.loads(capsys.readouterr().out)["in_force"]
    assert (taken["accept_rule"], taken["accepted_until"]["C1"]) == ("upload_date", "2026-12-31")


def test_an_update_is_told_and_shown(newer: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["update", str(newer)]) == 0
    assert capsys.readouterr().out == "Rules 2027.1 are installed, known until May 2028.\n"

    main(["show", "--json"])
    document = json.loads(capsys.readouterr().out)
    assert document["in_force"]["version"] == "2027.1"
    assert (document["built_in"], document["installed"]) == ("2026.11", ["2027.1"])


def test_an_older_pack_is_kept_but_not_in_force(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    older = pack_folder(tmp_path / "older", {"pack.toml": (("2026.11", "2026.1"),)})

    assert main(["update", str(older)]) == 0
    assert "In force are rules 2026.11; ASSIST_RULES=2026.1 pins" in capsys.readouterr().out


def test_reset_is_told(newer: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["update", str(newer)])
    capsys.readouterr()

    assert main(["update", "--reset"]) == 0
    assert capsys.readouterr().out.startswith("Removed 2027.1. Rules 2026.11")
    main(["update", "--reset"])
    assert capsys.readouterr().out.startswith("None was installed.")


@pytest.mark.parametrize("arguments", [["update"], ["update", "pack.zip", "--reset"], [], ["shew"]])
def test_wrong_use_is_answered_in_words(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert "usage: assist rules" in capsys.readouterr().err


def test_a_wrong_pack_is_refused_with_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = pack_folder(tmp_path / "wrong", {"act4.csv": ((",40,10,30", ",40,ten,30"),)})

    assert main(["update", str(wrong)]) == 2
    assert capsys.readouterr().err == ("assist rules: act4.csv: employee_cat1_sen is whole sen, not 'ten'.\n")


def test_a_folder_that_cannot_be_written_is_told(
    newer: Path, own_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own_folder.write_text("in the way", encoding="utf-8")

    assert main(["update", str(newer)]) == 2
    assert str(own_folder) in capsys.readouterr().err


def test_what_a_pack_changes_for_a_file_is_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    changes: Changes = {
        "pack.toml": NEWER["pack.toml"],
        "skbbk.csv": ((",1235", ",1240"), (",2435", ",2440")),
    }
    other = pack_folder(tmp_path / "other", changes)

    code = main(["diff", "2026.11", str(other), str(SAMPLE), "--as-of", "2026-11-10", "--json"])

    document = json.loads(capsys.readouterr().out)
    assert code == 1
    assert (document["old"], document["new"]) == ("2026.11", "2027.1")
    assert document["verdict"] == {"before": "valid", "after": "invalid"}
    assert [entry["code"] for entry in document["changed"]] == ["AM15"]
    main(["diff", "2026.11", str(other), str(SAMPLE), "--as-of", "2026-11-10"])
    assert "AM15: 0 places by the old" in capsys.readouterr().out


def test_nothing_changing_is_exit_code_0(newer: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "2026.11", str(newer), str(SAMPLE), "--as-of", "2026-11-10"]) == 0
    assert capsys.readouterr().out.endswith("Nothing changes for this file.\n")


def test_a_version_that_is_not_here_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "2026.11", "2030.1", str(SAMPLE)]) == 2
    assert "rules 2030.1 are not here" in capsys.readouterr().err


def test_a_build_pins_a_version_in_its_table(
    newer: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sample = SAMPLE.resolve()
    main(["update", str(newer)])
    (tmp_path / "pyproject.toml").write_text('[tool.assist.check]\nrules = "2026.11"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    capsys.readouterr()

    assert check([str(sample), "--as-of", "2026-11-10", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["ruleset"]["version"] == "2026.11"
    assert os.environ[packs.PIN] == "2026.11"


@pytest.mark.parametrize(
    ("value", "says"),
    [('"2030.1"', "Rules 2030.1 are not here"), ("2026.11", "rules is a version such as")],
)
def test_a_pin_that_cannot_be_kept_stops_the_check(
    value: str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sample = SAMPLE.resolve()
    (tmp_path / "pyproject.toml").write_text(f"[tool.assist.check]\nrules = {value}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    assert check([str(sample)]) == 2
    assert says in capsys.readouterr().err
