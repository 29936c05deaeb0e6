"""`assist diff`: by person, as text and JSON, with exit codes for scripts."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from contributions import write
from contributions.checks.examples import SAMPLE, single
from harness.cli.diff import main

TAN = replace(SAMPLE, identity_number="880515105437", name="TAN WEI MING")


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    before, after = tmp_path / "september.txt", tmp_path / "october.txt"
    write([SAMPLE, TAN], before)
    raised = replace(SAMPLE, wage=340000, name="AMINAH BT CONTOH")
    write([replace(TAN, identity_number="SSFW12345678"), raised], after)
    return [str(before), str(after)]


def test_changes_are_shown_by_person_with_totals(
    files: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*files, "--no-mask"]) == 1

    shown = capsys.readouterr().out
    assert "Another identity number: 1\n  880515105437 -> SSFW12345678  TAN WEI MING" in shown
    assert "    name: now AMINAH BT CONTOH\n    wage: RM 3,250.00 -> RM 3,400.00 (+RM 150.00)" in shown
    totals = next(line for line in shown.splitlines() if line.startswith("wage "))
    assert totals.split() == ["wage", "RM", "6,500.00", "RM", "6,650.00", "+RM", "150.00"]


def test_who_joined_and_left_is_shown_with_the_wage(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    alone = tmp_path / "alone.txt"
    write([SAMPLE], alone)

    assert main([str(alone), files[0], "--no-mask"]) == 1
    assert "Joined: 1\n  880515105437  TAN WEI MING  RM 3,250.00\n\nThe same: 1" in capsys.readouterr().out
    main([files[0], str(alone), "--no-mask"])
    assert "Left: 1\n  880515105437" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("spoken", "says"),
    [
        ("en", "The employer codes differ: B3200000123X before, A1200000777Z after."),
        ("ms", "Kod majikan berbeza: B3200000123X sebelum, A1200000777Z selepas."),
    ],
)
def test_files_of_two_employers_are_told_first_of_all(
    spoken: str, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, after = tmp_path / "ours.txt", tmp_path / "theirs.txt"
    write([SAMPLE], before)
    write([replace(SAMPLE, employer_code="A1200000777Z")], after)

    assert main([str(before), str(after), "--lang", spoken]) == 1

    assert capsys.readouterr().out.splitlines()[0] == says


@pytest.mark.parametrize(
    ("spoken", "says"),
    [
        ("en", ["    lines: 1 -> 2 (added up)", "2 people are on several lines after, which were added up."]),
        (
            "ms",
            ["    baris: 1 -> 2 (amaunnya", "2 orang ada beberapa baris selepas, dan amaunnya dijumlahkan."],
        ),
    ],
)
def test_who_stands_on_more_lines_is_told(
    spoken: str, says: list[str], files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    twice = tmp_path / "twice.txt"
    write([SAMPLE, TAN, SAMPLE, TAN], twice)

    assert main([files[0], str(twice), "--lang", spoken]) == 1

    shown = capsys.readouterr().out
    assert all(each in shown for each in says)


def test_who_stands_on_several_lines_of_both_is_told_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    twice = tmp_path / "twice.txt"
    write([SAMPLE, SAMPLE], twice)

    assert main([str(twice), str(twice)]) == 0
    shown = capsys.readouterr().out
    assert "1 person is on several lines before, which were added up." in shown
    assert "1 person is on several lines after, which were added up." in shown


@pytest.mark.parametrize(
    ("spoken", "number", "says"),
    [
        ("en", "199901054321", "The MyCoID / SSM numbers differ: 202301012345 before, 199901054321 after."),
        ("ms", "", "Nombor MyCoID / SSM berbeza: 202301012345 sebelum, tiada selepas."),
    ],
)
def test_another_ssm_number_is_told_once(
    spoken: str, number: str, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, after = tmp_path / "before.txt", tmp_path / "after.txt"
    write([SAMPLE, TAN], before)
    write([replace(each, ssm_number=number) for each in (SAMPLE, TAN)], after)

    assert main([str(before), str(after), "--lang", spoken]) == 1
    assert capsys.readouterr().out.count(says) == 1
    main([str(before), str(after), "--json"])
    assert json.loads(capsys.readouterr().out)["after"]["ssm_numbers"] == ([number] if number else [])


def test_json_names_the_employers_of_both(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    theirs = tmp_path / "theirs.txt"
    write([replace(SAMPLE, employer_code="A1200000777Z"), TAN], theirs)

    main([files[0], str(theirs), "--json"])

    document = json.loads(capsys.readouterr().out)
    assert document["before"]["employer_codes"] == ["B3200000123X"]
    assert document["after"]["employer_codes"] == ["A1200000777Z", "B3200000123X"]


def test_nothing_changed_is_exit_code_0(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([files[0], files[0]]) == 0
    assert "The same: 2" in capsys.readouterr().out


def test_json_gives_sen(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    main([*files, "--json", "--no-mask"])

    document = json.loads(capsys.readouterr().out)
    assert [pair["fields"] for pair in document["changed"]] == [["wage"]]
    assert document["renumbered"][0]["after"]["identity_number"] == "SSFW12345678"
    assert (document["before"]["totals"]["wage"], document["after"]["totals"]["wage"]) == (650000, 665000)
    assert document["after"]["months"] == ["2026-10"]


def test_a_build_hides_who_it_is(
    files: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CI", "true")

    main(files)

    shown = capsys.readouterr().out
    assert "880515105437" not in shown
    assert "T** W** M***" in shown


@pytest.mark.parametrize(
    ("content", "says"),
    [
        pytest.param(b"abc\r\n", "line 1: found 3 characters", id="no such file"),
        pytest.param(single().file, "cannot be compared", id="another kind of amounts"),
        pytest.param(
            b"\xd0\xcf\x11\xe0", "other.txt is a workbook, and a contribution file is text", id="xls"
        ),
    ],
)
def test_what_cannot_be_compared_is_told(
    content: bytes, says: str, files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.txt"
    other.write_bytes(content)

    assert main([files[0], str(other)]) == 2
    assert says in capsys.readouterr().err


def test_wrong_use_is_exit_code_2() -> None:
    assert main(["one.txt"]) == 2


def test_large_sums_stand_apart(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = [tmp_path / "a.txt", tmp_path / "b.txt"]
    many = [
        replace(SAMPLE, identity_number=f"9001011456{number:02}", wage=99_999_999_99) for number in range(20)
    ]
    for path, records in zip(paths, (many, many[:10]), strict=True):
        write(records, path)

    main([str(path) for path in paths])

    wages = next(line for line in capsys.readouterr().out.splitlines() if "1,999,999" in line)
    assert wages.split() == [
        "wage",
        "RM",
        "1,999,999,999.80",
        "RM",
        "999,999,999.90",
        "-RM",
        "999,999,999.90",
    ]
