"""`assist mask`: a copy beside the original, checked to have the same findings."""

import sys
from pathlib import Path

import pytest

from contributions import read
from contributions.masking import Disguise
from harness.cli.mask import main

GOOD = Path("fixtures/files/contoh-maju-2026-10.txt").read_bytes()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "october.txt"
    path.write_bytes(GOOD)
    return path


def test_a_copy_is_put_beside_the_original(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(file)]) == 0

    copy = file.with_name("october.masked.txt")
    assert capsys.readouterr().out == f"{copy}: 6 records, the same findings as {file}.\n"
    assert file.read_bytes() == GOOD
    assert {each.name for each in read(copy)}.isdisjoint({each.name for each in read(GOOD)})


def test_a_key_gives_the_same_false_people_in_another_file(file: Path, tmp_path: Path) -> None:
    one, other = tmp_path / "one.txt", tmp_path / "other.txt"

    main([str(file), "--key", "secret", "--output", str(one)])
    main([str(file), "--key", "secret", "--output", str(other)])

    assert one.read_bytes() == other.read_bytes()


def test_an_existing_copy_is_only_replaced_when_told(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(file)])

    assert main([str(file)]) == 2
    assert "is there already. --force replaces it." in capsys.readouterr().err
    assert main([str(file), "--force"]) == 0


@pytest.mark.parametrize(
    ("content", "options", "says"),
    [
        pytest.param(GOOD.decode().encode("utf-16"), [], "its lines cannot be read", id="UTF-16"),
        pytest.param(b"\xef\xbb\xbf" + GOOD, [], "its lines cannot be read", id="a hidden mark"),
        pytest.param(b"AMINAH 900101145678\r\n", [], "its lines cannot be read", id="no layout"),
        pytest.param(b"PK\x03\x04\x00", [], "it is not plain text", id="a workbook"),
        pytest.param(GOOD, ["--output", "{file}", "--force"], "is one of the files to read", id="itself"),
    ],
)
def test_what_cannot_be_masked_is_told(
    content: bytes, options: list[str], says: str, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_bytes(content)

    assert main([str(file), *(option.format(file=file) for option in options)]) == 2
    assert says in capsys.readouterr().err
    assert file.read_bytes() == content
    assert not file.with_name("october.masked.txt").exists()


def test_a_file_that_is_not_there_does_not_keep_others_from_being_masked(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path / "none.txt"), str(file)]) == 2
    assert "No such file" in capsys.readouterr().err
    assert file.with_name("october.masked.txt").exists()


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("en", "- is no name of a file to write; name a file"),
        ("ms", "- bukan nama fail untuk ditulis; namakan fail"),
    ],
)
def test_a_copy_does_not_go_to_standard_output(
    file: Path, language: str, says: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(file.parent)

    assert main([str(file), "--output", "-", "--lang", language]) == 2
    assert says in capsys.readouterr().err
    assert not Path("-").exists()


def test_one_output_for_several_files_is_wrong_use(file: Path) -> None:
    assert main([str(file), str(file), "--output", "x.txt"]) == 2


def test_a_copy_with_other_findings_is_told(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(Disguise, "file", lambda _self, content, _layout: content.replace(b"5685", b"5680"))

    assert main([str(file)]) == 1
    assert "it has other findings than" in capsys.readouterr().err


def test_a_file_that_is_masked_too_is_no_copy_of_another(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = file.with_name("october.masked.txt")
    other.write_bytes(GOOD)

    assert main([str(file), str(other), "--force"]) == 2

    assert f"{other} is one of the files to read; it would be replaced" in capsys.readouterr().err
    assert other.read_bytes() == GOOD


@pytest.mark.parametrize(("name", "shown"), [(".", "."), ("", ".")])
def test_a_folder_is_told_as_one(
    name: str,
    shown: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)

    assert main([name]) == 2
    assert capsys.readouterr().err.startswith(f"assist mask: {shown}: Is a directory")
    assert main([name, "--lang", "ms"]) == 2
    assert "ia ialah folder" in capsys.readouterr().err


def test_a_copy_in_a_folder_that_is_not_there_is_told(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = file.parent / "no"

    assert main([str(file), "--output", str(folder / "x.txt")]) == 2
    assert f"There is no folder {folder}. Make it first." in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not find such a path, and says so")
def test_a_copy_that_cannot_be_written_is_named_and_not_the_original(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = f"/{'x' * 5000}/copy.txt"

    assert main([str(file), "--output", copy]) == 2
    assert capsys.readouterr().err == f"assist mask: {copy}: File name too long.\n"
