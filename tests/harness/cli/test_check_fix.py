"""`assist check --fix`: the file mended in its place, shown first by `--diff`, checked afterwards."""

import json
from pathlib import Path
from typing import Any

import pytest

from harness.cli.check import main

GOOD = Path("fixtures/files/contoh-maju-2026-10.txt").read_bytes()
SPOILT = b"\n".join(line.rstrip() for line in GOOD.lower().split(b"\r\n"))
DAY = ["--as-of", "2026-11-10", "--no-config"]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "october.txt"
    path.write_bytes(SPOILT)
    return path


def test_the_file_is_mended_told_and_checked(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(file), "--fix", "--json", *DAY]) == 0

    shown = capsys.readouterr()
    assert file.read_bytes() == GOOD
    assert f"{file} was mended: line ends (" in shown.err
    assert "padding (" in shown.err
    assert json.loads(shown.out)["files"][0]["verdict"] == "valid"


def test_a_second_run_says_nothing(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(file), "--fix", *DAY])
    capsys.readouterr()

    assert main([str(file), "--fix", *DAY]) == 0
    assert capsys.readouterr().err == ""


def test_diff_shows_it_first_and_changes_nothing(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(file), "--fix", "--diff", "--no-mask", *DAY]) == 1

    lines = capsys.readouterr().out.splitlines()
    assert file.read_bytes() == SPOILT
    assert lines[1] == "@@ line 1: padding, capital letters @@"
    assert lines[2] == "-" + SPOILT.split(b"\n")[0].decode()
    assert lines[3] == "+" + GOOD.split(b"\r\n")[0].decode()


def test_the_last_line_of_a_file_that_breaks_off_is_left_and_it_is_said_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "cut.txt"
    file.write_bytes(GOOD.replace(b"\r\n", b"\n") + GOOD[:215])
    number = GOOD.count(b"\n") + 1
    why = (
        f"{file}: line {number} was left as it is: it is shorter than a record and has no line end, so the "
        "file may break off there. Export or copy it again."
    )

    assert main([str(file), "--fix", "--diff", *DAY]) == 1
    assert why in capsys.readouterr().out
    for _ in range(2):
        assert main([str(file), "--fix", *DAY]) == 1
        shown = capsys.readouterr()
        assert why in shown.err
        assert "The file breaks off here" in shown.out
    assert file.read_bytes() == GOOD + GOOD[:215]
    assert main([str(file), "--fix", "--diff", "--lang", "ms", *DAY]) == 0
    assert f"baris {number} dibiarkan seperti sedia ada" in capsys.readouterr().out


def test_diff_hides_who_it_is_where_others_read_it(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(file), "--fix", "--diff", "--mask", *DAY])

    shown = capsys.readouterr().out
    assert GOOD[32:44].decode() not in shown
    assert "@@ line 1:" in shown


def test_diff_of_a_good_file_is_exit_code_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "good.txt"
    file.write_bytes(GOOD + b"\r\n")
    assert main([str(file), "--fix", "--diff", *DAY]) == 1
    assert "-\n" in capsys.readouterr().out
    file.write_bytes(GOOD)

    assert main([str(file), "--fix", "--diff", *DAY]) == 0
    assert capsys.readouterr().out == f"{file}: nothing to mend.\n"


def test_a_file_that_is_held_open_elsewhere_gets_its_mended_copy_beside_it(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    really = Path.replace

    def held_open(self: Path, target: Path) -> Path:
        if Path(target).name == file.name:
            raise PermissionError(13, "in use")
        return really(self, target)

    monkeypatch.setattr(Path, "replace", held_open)

    assert main([str(file), "--fix", *DAY]) == 0
    shown = capsys.readouterr()
    assert "is open in another program; the mended file is" in shown.err
    assert (file.read_bytes(), file.with_name("october.fixed.txt").read_bytes()) == (SPOILT, GOOD)
    assert "october.fixed.txt" in shown.out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        pytest.param(["--diff", "x.txt"], "--diff shows what --fix would mend", id="diff alone"),
        pytest.param(["--fix", "-"], "Standard input cannot be mended", id="standard input"),
    ],
)
def test_wrong_use_is_answered_in_words(
    arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert says in capsys.readouterr().err


def test_a_file_that_is_not_there_is_told_by_the_check(tmp_path: Path) -> None:
    assert main([str(tmp_path / "none.txt"), "--fix", *DAY]) == 2


def test_a_full_disk_loses_nothing(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_self: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)

    assert main([str(file), "--fix", *DAY]) == 2
    assert "could not be mended: No space left on device" in capsys.readouterr().err
    assert [each.name for each in file.parent.iterdir()] == ["october.txt"]
    assert file.read_bytes() == SPOILT


def test_a_file_that_cannot_be_replaced_does_not_keep_the_others_from_being_mended(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    first, last = (file.with_name(f"{name}.txt") for name in ("a", "z"))
    first.write_bytes(SPOILT)
    last.write_bytes(SPOILT)
    really = Path.open

    def in_a_read_only_folder(self: Path, *given: Any, **named: Any) -> Any:
        if self.name.startswith(".october"):
            raise PermissionError(13, "Permission denied")
        return really(self, *given, **named)

    monkeypatch.setattr(Path, "open", in_a_read_only_folder)

    assert main([str(file.parent), "--fix", *DAY]) == 2
    shown = capsys.readouterr()
    assert (first.read_bytes(), file.read_bytes(), last.read_bytes()) == (GOOD, SPOILT, GOOD)
    assert f"{first} was mended" in shown.err
    assert f"{file} could not be mended: Permission denied. Check that its folder" in shown.err
    assert f"{last} was mended" in shown.err
    assert "2 of 3 files valid" in shown.out


def test_a_read_only_file_stays_as_it_is_and_that_is_told(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.chmod(0o444)

    assert main([str(file), "--fix", *DAY]) == 2
    shown = capsys.readouterr()
    file.chmod(0o644)
    assert file.read_bytes() == SPOILT
    assert f"{file} is read-only: it was not mended" in shown.err
    assert "Make it writable" in shown.err
    assert "6 records" in shown.out


def test_standard_input_is_refused_before_any_file_is_mended(file: Path) -> None:
    assert main([str(file), "-", "--fix", *DAY]) == 2
    assert file.read_bytes() == SPOILT


def test_diff_of_a_file_that_cannot_be_read_says_so(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(file), str(file.with_name("none.txt")), "--fix", "--diff", *DAY]) == 2

    shown = capsys.readouterr()
    assert "none.txt cannot be read: No such file or directory." in shown.err
    assert "nothing to mend" not in shown.out
    assert "@@ line 1:" in shown.out


def test_all_of_it_is_said_in_malay(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(file), str(file.with_name("none.txt")), "--fix", "--diff", "--lang", "ms", *DAY])
    shown = capsys.readouterr()
    assert "@@ baris 1: ruang pengisi, huruf besar @@" in shown.out
    assert "none.txt tidak dapat dibaca: tiada fail atau folder sedemikian." in shown.err

    main([str(file), "--fix", "--lang", "ms", *DAY])
    assert "telah dibetulkan: hujung baris (" in capsys.readouterr().err

    main([str(file), "--fix", "--diff", "--lang", "ms", *DAY])
    assert capsys.readouterr().out == f"{file}: tiada yang perlu dibetulkan.\n"


@pytest.mark.parametrize("form", [["--json"], ["--format", "csv"], ["--output", "diff.txt"]])
def test_what_would_be_mended_is_shown_as_lines_alone(
    form: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("october.txt").write_bytes(b"x")

    assert main(["october.txt", "--fix", "--diff", *form]) == 2
    assert "--diff shows lines as text alone: leave --json" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["october.txt"]
