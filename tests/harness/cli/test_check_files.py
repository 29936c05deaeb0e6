"""`assist check` on many files: folders, patterns, standard input, and files that cannot be read."""

import io
import json
import shutil
import sys
from pathlib import Path

import pytest

from assist_data import data_path
from harness.cli.check import main

DAY = ["--as-of", "2026-11-10"]
GOOD = data_path("files", "contoh-maju-2026-10.txt")
BAD = data_path("files", "bad-eis-shares-differ-2026-10.txt")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Branch exports, one of them wrong, beside what is no contribution file."""
    monkeypatch.chdir(tmp_path)
    exports = tmp_path / "exports"
    (exports / "penang").mkdir(parents=True)
    (exports / ".old").mkdir()
    shutil.copy(GOOD, exports / "b.txt")
    shutil.copy(BAD, exports / "penang" / "A.TXT")
    shutil.copy(GOOD, exports / ".old" / "c.txt")
    shutil.copy(GOOD, exports / ".hidden.txt")
    (exports / "notes.md").write_text("notes", encoding="utf-8")
    return exports


def verdicts(capsys: pytest.CaptureFixture[str]) -> list[tuple[str, str]]:
    document = json.loads(capsys.readouterr().out)
    return [(Path(file["path"]).as_posix(), file["verdict"]) for file in document["files"]]


def test_a_folder_is_all_text_files_below_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["exports", *DAY, "--json"]) == 1

    assert verdicts(capsys) == [("exports/b.txt", "valid"), ("exports/penang/A.TXT", "invalid")]


@pytest.mark.parametrize("pattern", ["exports/*.txt", "exports/**/*.txt", "exports/[b].txt"])
def test_a_pattern_that_the_shell_left_alone_is_followed(
    folder: Path, capsys: pytest.CaptureFixture[str], pattern: str
) -> None:
    assert main([pattern, *DAY, "--json"]) == 0

    assert verdicts(capsys) == [("exports/b.txt", "valid")]


def test_a_file_whose_name_is_a_pattern_is_that_file(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(GOOD, folder / "[b].txt")

    main(["exports/[b].txt", *DAY, "--json"])

    assert verdicts(capsys) == [("exports/[b].txt", "valid")]


def test_a_file_named_twice_is_checked_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["exports/b.txt", "exports", "exports/b.txt", *DAY, "--json"])

    assert [name for name, _ in verdicts(capsys)] == ["exports/b.txt", "exports/penang/A.TXT"]


def test_a_pattern_that_finds_nothing_could_not_be_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["exports/*.csv", *DAY]) == 2

    assert "there is no such file" in capsys.readouterr().out


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not find such a path, and says so")
def test_a_pattern_that_the_system_gives_no_way_to_does_not_keep_the_others_from_being_checked(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([f"/{'x' * 5000}/*.txt", "exports", *DAY]) == 1

    assert "AM11" in capsys.readouterr().out


def test_a_folder_without_contribution_files_could_not_be_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path), *DAY]) == 2

    assert "it is a folder" in capsys.readouterr().out


def test_a_file_that_may_not_be_read_does_not_keep_the_others_from_being_checked(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.open

    def guarded(path: Path, *arguments: object, **options: object) -> object:
        if path.name == "b.txt":
            raise PermissionError(13, "Permission denied")
        return real(path, *arguments, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", guarded)

    assert main(["exports", *DAY]) == 1
    out = capsys.readouterr().out
    assert "reading it is not permitted" in out
    assert "AM11" in out


def test_several_files_end_with_their_sum(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["exports", "nothing.txt", *DAY])

    assert (
        capsys.readouterr()
        .out.splitlines()[-1]
        .startswith("1 of 3 files valid, 1 invalid, 1 could not be told (")
    )


def test_several_files_end_with_their_sum_in_malay(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["exports", "nothing.txt", *DAY, "--lang", "ms"])

    last = capsys.readouterr().out.splitlines()[-1]
    assert last.startswith("1 daripada 3 fail sah, 1 tidak sah, 1 tidak dapat ditentukan (")


def test_standard_input_goes_beside_files(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BAD.read_bytes())))

    assert main(["exports/b.txt", "-", *DAY, "--json"]) == 1

    assert verdicts(capsys) == [("exports/b.txt", "valid"), ("-", "invalid")]
