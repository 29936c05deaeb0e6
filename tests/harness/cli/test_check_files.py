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


@pytest.mark.parametrize(
    "other", ["./exports/b.txt", "exports/penang/../b.txt", "exports//b.txt", "{absolute}"]
)
def test_a_file_named_in_two_ways_is_checked_once_by_the_first(
    folder: Path, capsys: pytest.CaptureFixture[str], other: str
) -> None:
    main(["exports/b.txt", other.format(absolute=folder / "b.txt"), *DAY, "--json"])

    assert [name for name, _ in verdicts(capsys)] == ["exports/b.txt"]


def test_a_folder_named_in_two_ways_is_checked_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["exports", str(folder), *DAY, "--json"])

    assert [name for name, _ in verdicts(capsys)] == ["exports/b.txt", "exports/penang/A.TXT"]


def test_a_file_and_a_link_to_it_are_two(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    linked(folder / "link.txt", folder / "b.txt")

    main(["exports/b.txt", "exports/link.txt", *DAY, "--json"])

    assert [name for name, _ in verdicts(capsys)] == ["exports/b.txt", "exports/link.txt"]


def test_two_files_that_only_seem_to_have_one_path_are_both_checked(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "kedah" / "alor-setar").mkdir(parents=True)
    shutil.copy(BAD, folder / "kedah" / "b.txt")
    linked(folder / "branch", folder / "kedah" / "alor-setar")

    main(
        [
            "exports/b.txt",
            "exports/branch/../b.txt",
            "exports/branch/../c.txt",
            "exports/c.txt",
            *DAY,
            "--json",
        ]
    )

    assert verdicts(capsys) == [
        ("exports/b.txt", "valid"),
        ("exports/branch/../b.txt", "invalid"),
        ("exports/branch/../c.txt", "could_not_tell"),
        ("exports/c.txt", "could_not_tell"),
    ]


def linked(link: Path, to: Path) -> None:
    try:
        link.symlink_to(to, target_is_directory=to.is_dir())
    except OSError:
        pytest.skip("links cannot be made here")


def test_standard_input_is_no_file_of_that_name(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(GOOD, "-")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BAD.read_bytes())))

    main(["-", "./-", *DAY, "--json"])

    assert verdicts(capsys) == [("-", "invalid"), ("-", "valid")]


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
