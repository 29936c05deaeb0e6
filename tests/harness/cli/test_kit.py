"""`assist kit` and `assist generate --mistakes`."""

import json
from pathlib import Path

import pytest

from contributions.generate.making import generate_into
from contributions.generate.recipe import Recipe
from harness.cli.check import main as check
from harness.cli.generate import main as generate
from harness.cli.kit import main

SHEET = "answer-sheet.json"


def perfect_answers(folder: Path) -> str:
    sheet = json.loads((folder / SHEET).read_text(encoding="utf-8"))
    rows = ["file,line,code"]
    for entry in sheet["files"]:
        rows += [f"{entry['file']},{place['line']}," for place in entry.get("places", ())] or [
            f"{entry['file']},,ok"
        ]
    return "\n".join(rows)


def test_a_kit_is_written_with_its_answer_sheet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "kit"

    assert main([str(folder)]) == 0

    assert "files that are wrong in one way each, and 7 good ones" in capsys.readouterr().out
    sheet = json.loads((folder / SHEET).read_text(encoding="utf-8"))
    entry = next(entry for entry in sheet["files"] if entry["code"] == "AM09")
    assert entry["places"][0].keys() == {"line", "column", "end_column", "field"}
    assert (entry["places"][0]["column"], entry["places"][0]["end_column"]) == (215, 220)
    written = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert {entry["file"] for entry in sheet["files"]} | {SHEET} == written
    assert all(entry["file"].startswith(f"{entry['as_of']}/") for entry in sheet["files"])


def test_generate_makes_mistakes_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert generate([str(tmp_path / "kit"), "--mistakes", "--json"]) == 0

    document = json.loads(capsys.readouterr().out)
    assert document["bad"] > 80
    assert Path(document["sheet"]).is_file()


def test_the_bad_files_are_made_from_ones_own_good_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "own.txt"
    generate_into(own, 20, Recipe(ages=(20, 50), foreign=0.1))

    assert main([str(tmp_path / "kit"), "--base", str(own)]) == 0

    said = capsys.readouterr().out
    assert "ST01  it is a mistake of other months or older layouts" in said
    assert "that are wrong in one way each, and 1 good one." in said
    assert (tmp_path / "kit" / "2026-11-15" / "good-base.txt").read_bytes() == own.read_bytes()


def test_a_folder_with_something_in_it_is_left_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine.txt").write_text("precious", encoding="utf-8")

    assert main([str(tmp_path)]) == 2
    assert main([str(tmp_path / "mine.txt")]) == 2

    assert "not an empty folder" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
    assert (tmp_path / "mine.txt").read_text(encoding="utf-8") == "precious"


def test_a_base_that_is_not_good_or_not_there_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_text("nothing of the kind", encoding="utf-8")

    assert main([str(tmp_path / "kit"), "--base", str(bad)]) == 2
    assert "bad.txt cannot be the base" in capsys.readouterr().err
    assert main([str(tmp_path / "kit"), "--base", str(tmp_path / "none.txt")]) == 2
    assert "none.txt: No such file or directory." in capsys.readouterr().err
    assert generate([str(tmp_path / "x.txt"), "--base", str(bad)]) == 2
    assert "--base goes with --mistakes" in capsys.readouterr().err


def test_answers_are_scored_beside_their_kit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(tmp_path)])
    answers = tmp_path / "answers.csv"
    answers.write_text(perfect_answers(tmp_path), encoding="utf-8")
    capsys.readouterr()

    assert main(["score", str(answers)]) == 0
    assert capsys.readouterr().out.endswith(" caught, 7 right.\n")

    answers.write_text(perfect_answers(tmp_path).replace("FL10.txt,", "other.txt,"), encoding="utf-8")
    assert main(["score", str(answers), "--format", "junit"]) == 1
    assert 'type="no answer"' in capsys.readouterr().out
    assert main(["score", str(answers), "--least", "file", "--kit", str(tmp_path)]) == 0


def test_the_checker_is_scored_from_the_shell_day_by_day(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main([str(tmp_path)])
    capsys.readouterr()
    answers = []
    for folder in sorted(path for path in tmp_path.iterdir() if path.is_dir()):
        files = [str(path) for path in sorted(folder.iterdir())]
        check(["--json", "--no-mask", "--as-of", folder.name, *files])
        answers.append(tmp_path / f"{folder.name}.json")
        answers[-1].write_text(capsys.readouterr().out, encoding="utf-8")

    assert main(["score", *map(str, answers)]) == 0
    assert " caught, 7 right." in capsys.readouterr().out


def test_the_call_of_the_guide_answers_every_file_of_a_day(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main([str(tmp_path)])
    capsys.readouterr()

    check(["--json", "--as-of", "2026-11-15", str(tmp_path / "2026-11-15" / "*")])

    answered = {Path(file["path"]).name for file in json.loads(capsys.readouterr().out)["files"]}
    assert answered == {path.name for path in (tmp_path / "2026-11-15").iterdir()}
    assert "FL23.dat" in answered
    guide = Path("docs/payroll-vendors.md").read_text(encoding="utf-8")
    assert '`assist check --as-of 2026-11-15 "kit/2026-11-15/*"`' in guide


def test_a_kit_that_is_not_there_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answers = tmp_path / "answers.csv"
    answers.write_text("file,line,code\nFL01.txt,,FL01\n", encoding="utf-8")

    assert main(["score", str(answers)]) == 2
    assert "answer-sheet.json cannot be read" in capsys.readouterr().err


def test_answers_that_are_not_there_are_named_and_not_the_sheet_beside_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = tmp_path / "nosuch.csv"

    assert main(["score", str(answers)]) == 2
    assert capsys.readouterr().err == (
        f"assist kit score: {answers} cannot be read: No such file or directory.\n"
    )


@pytest.mark.parametrize("words", [[], ["score"], ["score", "a", "--least", "dreadful"]])
def test_wrong_use_is_said(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    assert "usage: assist kit" in capsys.readouterr().err
