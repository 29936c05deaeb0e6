"""`assist split` and `assist merge`: all files or none, and one undoes the other."""

import json
import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from contributions import Person, Record, YearMonth, compute, format_sen, read, write
from contributions.checks.examples import SAMPLE
from harness.cli.merge import main as merge
from harness.cli.split import main as split

TAN = replace(SAMPLE, identity_number="880515105437", name="TAN WEI MING")
SEPTEMBER = replace(SAMPLE, month=YearMonth(2026, 9))


def paid(wage: int) -> Record:
    due = compute(wage, month=SAMPLE.month, person=Person(age=36))
    return replace(
        SAMPLE,
        wage=wage,
        socso_employer=due.socso_employer,
        socso_employee=due.socso_employee,
        eis_employer=due.eis_employer,
        eis_employee=due.eis_employee,
        lindung=due.lindung,
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "all.txt"
    write([SEPTEMBER, SAMPLE, TAN], path)
    return path


def test_split_writes_a_file_for_each_code_and_month(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert split([str(file)]) == 0

    october = file.with_name("all-B3200000123X-2026-10.txt")
    assert october.read_bytes() == write([SAMPLE, TAN])
    assert f"{october}: 2 lines" in capsys.readouterr().out


def test_split_goes_into_a_folder_and_tells_programs(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert split([str(file), "--by", "month", "--into", str(tmp_path / "new"), "--json"]) == 0

    files = json.loads(capsys.readouterr().out)["files"]
    assert [(each["month"], each["employer_code"], each["lines"]) for each in files] == [
        ("2026-09", "", 1),
        ("2026-10", "", 2),
    ]
    assert all(Path(each["path"]).parent == tmp_path / "new" for each in files)


def test_a_file_in_the_way_stops_all_of_them(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    there = file.with_name("all-B3200000123X-2026-10.txt")
    there.write_bytes(b"mine")

    assert split([str(file)]) == 2
    assert "is there already. --force replaces it." in capsys.readouterr().err
    assert sorted(each.name for each in file.parent.iterdir()) == sorted([file.name, there.name])
    assert split([str(file), "--force"]) == 0
    assert there.read_bytes() == write([SAMPLE, TAN])


def test_a_file_that_is_read_is_never_replaced(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tmp_path / "B3200000123X-2026-10.txt"
    write([SAMPLE], before)
    write([TAN], file)
    monkeypatch.chdir(tmp_path)

    assert merge([str(before), str(file), "--into", ".", "--force"]) == 2
    assert "is one of the files to read; it would be replaced. Name another" in capsys.readouterr().err
    assert before.read_bytes() == write([SAMPLE])

    (tmp_path / "all-B3200000123X-2026-10.txt").hardlink_to(file)
    assert split([str(file), "--force", "--lang", "ms"]) == 2
    assert "ialah salah satu fail yang dibaca" in capsys.readouterr().err
    assert file.read_bytes() == write([TAN])


@pytest.mark.parametrize("command", [split, merge], ids=["split", "merge"])
def test_where_one_cannot_be_written_none_is(
    command: Callable[[Sequence[str]], int], file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    into = tmp_path / "m"
    begins = "all-" if command is split else ""
    september = into / f"{begins}B3200000123X-2026-09.txt"
    october = into / f"{begins}B3200000123X-2026-10.txt"
    october.mkdir(parents=True)

    assert command([str(file), "--into", str(into), "--force"]) == 2
    said = capsys.readouterr().err
    assert f"{october} could not be written: " in said
    assert said.endswith("Nothing was written.\n")
    assert not september.exists()
    assert list(into.iterdir()) == [october]


def test_files_that_took_their_places_before_another_could_not_are_named(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    october = tmp_path / "all-B3200000123X-2026-10.txt"
    put = os.replace

    def locked(beside: Path, path: Path) -> None:
        if Path(path).name == october.name:
            raise PermissionError(13, "Permission denied", str(beside))
        put(beside, path)

    monkeypatch.setattr("os.replace", locked)

    assert split([str(file)]) == 2
    written = tmp_path / "all-B3200000123X-2026-09.txt"
    assert capsys.readouterr().err.endswith(f"Written all the same: {written}.\n")
    assert {path.name for path in tmp_path.iterdir()} == {file.name, written.name}


def test_a_line_that_cannot_be_placed_stops_all_of_them(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_bytes(file.read_bytes() + b"TOTAL\r\n")

    assert split([str(file)]) == 2
    assert "line 4: found 5 characters" in capsys.readouterr().err
    assert len(list(file.parent.iterdir())) == 1


def test_merge_undoes_split(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    split([str(file)])
    parts = [str(path) for path in sorted(tmp_path.glob("all-*.txt"))]

    assert merge([*parts, "--into", str(tmp_path / "merged")]) == 0
    assert (tmp_path / "merged" / "B3200000123X-2026-10.txt").read_bytes() == write([SAMPLE, TAN])
    assert "2 people, RM 220.90 to be paid" in capsys.readouterr().out


def test_who_stands_twice_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write([SAMPLE], tmp_path / "north.txt")
    write([TAN, paid(325001)], tmp_path / "south.txt")
    both = [str(tmp_path / "north.txt"), str(tmp_path / "south.txt"), "--into", str(tmp_path / "m")]

    assert merge(both) == 0
    assert "  900101145678  AMINAH BINTI CONTOH: wages added, RM 6,500.01" in capsys.readouterr().out
    assert merge(both) == 2
    assert "is there already" in capsys.readouterr().err
    assert merge([*both, "--force", "--json"]) == 0
    document = json.loads(capsys.readouterr().out)["files"][0]
    assert (document["people"], document["added"]) == (2, ["900101145678"])
    assert document["totals"]["socso_employer"] == 10415 + 5685


def format_1(*records: Record) -> bytes:
    """A file of format 1, which ends before LINDUNG 24 JAM."""
    return b"".join(line[:238] + b"\r\n" for line in write(records).split(b"\r\n") if line)


def test_lindung_of_format_1_is_looked_up_and_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "old.txt").write_bytes(format_1(SAMPLE))
    write([TAN], tmp_path / "new.txt")
    both = [str(tmp_path / "old.txt"), str(tmp_path / "new.txt"), "--into", str(tmp_path / "m")]

    assert merge(both) == 0
    assert read(tmp_path / "m" / "B3200000123X-2026-10.txt") == (SAMPLE, TAN)
    said = capsys.readouterr().out
    assert f"without LINDUNG 24 JAM (format 1): {tmp_path / 'old.txt'}\n" in said
    assert "from the rate tables of the month: LINDUNG 24 JAM, RM 24.35 for 1 person" in said
    assert "as if nobody had been released from it (--released NUMBER" in said
    assert merge([*both, "--force", "--json", "--lang", "ms"]) == 0
    assert "LINDUNG 24 JAM, RM 24.35 bagi 1 orang" in json.loads(capsys.readouterr().out)["notes"][1]


def test_who_stands_in_two_files_of_format_1_pays_lindung_on_both_wages(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "north.txt").write_bytes(format_1(SAMPLE))
    (tmp_path / "south.txt").write_bytes(format_1(paid(95000)))
    both = [str(tmp_path / "north.txt"), str(tmp_path / "south.txt"), "--into", str(tmp_path / "m")]
    result = tmp_path / "m" / "B3200000123X-2026-10.txt"

    assert merge(both) == 0
    assert read(result) == (paid(SAMPLE.wage + 95000),)
    assert f"LINDUNG 24 JAM, {format_sen(read(result)[0].lindung)} for 1 person" in capsys.readouterr().out
    assert merge([*both, "--force", "--released", "900101-14-5678"]) == 0
    assert read(result) == (replace(paid(SAMPLE.wage + 95000), lindung=0),)
    assert "LINDUNG 24 JAM: 0, since all are released from it" in capsys.readouterr().out
    assert merge([*both, "--force", "--released", "900101-14-5679"]) == 2
    assert "--released 900101145679: nobody in a file of format 1" in capsys.readouterr().err


def test_lindung_of_a_month_that_nobody_knows_is_not_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "old.txt").write_bytes(format_1(replace(SAMPLE, month=YearMonth(2028, 6))))

    assert merge([str(tmp_path / "old.txt"), "--into", str(tmp_path / "m"), "--lang", "ms"]) == 2
    assert "LINDUNG 24 JAM bagi Jun 2028 tidak diketahui" in capsys.readouterr().err
    assert not (tmp_path / "m").exists()


def test_amounts_that_do_not_fit_are_told_with_their_line_and_taken(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "north.txt"
    write([SAMPLE, replace(TAN, eis_employee=655)], path)

    assert merge([str(path), "--into", str(tmp_path / "m")]) == 0
    assert (
        "  880515105437  TAN WEI MING: the amounts on a wage of RM 3,250.00 do not fit the tables "
        f"({path}, line 2), and were taken as they are. Run assist check {path}.\n"
    ) in capsys.readouterr().out
    merge([str(path), "--into", str(tmp_path / "m"), "--force", "--json"])
    assert json.loads(capsys.readouterr().out)["files"][0]["unfit"] == [
        {"identity_number": "880515105437", "file": str(path), "line": 2}
    ]


def test_of_many_lines_that_do_not_fit_the_first_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = replace(SAMPLE, lindung=1)
    write([replace(wrong, identity_number=f"9001011456{last}") for last in range(10, 22)], tmp_path / "a.txt")

    assert merge([str(tmp_path / "a.txt"), "--into", str(tmp_path / "m"), "--lang", "ms"]) == 0
    said = capsys.readouterr().out
    assert said.count("diambil seperti sedia ada") == 10
    assert "... 2 lagi yang amaunnya tidak sepadan dengan jadual." in said


def test_two_ssm_numbers_of_one_employer_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    north, south = tmp_path / "north.txt", tmp_path / "south.txt"
    write([SAMPLE], north)
    write([replace(TAN, ssm_number="199901054321")], south)

    assert merge([str(north), str(south), "--into", str(tmp_path / "m")]) == 0
    assert (
        "  B3200000123X has several MyCoID / SSM numbers, and each line keeps its own: "
        f"202301012345 ({north}, line 1); 199901054321 ({south}, line 1).\n"
    ) in capsys.readouterr().out


def test_the_same_file_twice_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("north.txt", "copy.txt"):
        write([SAMPLE], tmp_path / name)

    assert merge([str(tmp_path / "north.txt"), str(tmp_path / "copy.txt")]) == 2
    assert "their wages would count twice" in capsys.readouterr().err


def test_the_same_lines_in_another_order_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write([SAMPLE, TAN], tmp_path / "north.txt")
    write([replace(TAN, name="TAN WEI  MING"), SAMPLE], tmp_path / "again.txt")

    assert merge([str(tmp_path / "north.txt"), str(tmp_path / "again.txt")]) == 2
    assert "again.txt has the same records as" in capsys.readouterr().err


def test_a_file_that_is_part_of_another_is_refused_whichever_comes_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    part, all_ = tmp_path / "part.txt", tmp_path / "all.txt"
    write([TAN], part)
    write([SAMPLE, TAN], all_)

    for names in ([part, all_], [all_, part]):
        assert merge([*map(str, names), "--into", str(tmp_path / "m")]) == 2
        assert f"all that {part} has is in {all_} too; its wages would count twice. Leave {part} out" in (
            capsys.readouterr().err
        )
    assert merge([str(part), str(all_), "--lang", "ms"]) == 2
    assert f"semua yang ada dalam {part} ada juga dalam {all_}" in capsys.readouterr().err
    all_.write_bytes(all_.read_bytes() + part.read_bytes())
    assert merge([str(all_), "--into", str(tmp_path / "m")]) == 0  # so says whoever means both


def test_people_without_a_number_are_not_taken_for_each_other(tmp_path: Path) -> None:
    write([replace(SAMPLE, identity_number="")], tmp_path / "north.txt")
    write([replace(TAN, identity_number="")], tmp_path / "south.txt")

    assert (
        merge([str(tmp_path / name) for name in ("north.txt", "south.txt")] + ["--into", str(tmp_path)]) == 0
    )


def test_lines_that_do_not_agree_are_told_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write([SAMPLE, replace(SAMPLE, socso_employer=1)], tmp_path / "north.txt")

    assert merge([str(tmp_path / "north.txt"), "--into", str(tmp_path / "m")]) == 2
    assert "900101145678 AMINAH BINTI CONTOH in October 2026: the amounts" in capsys.readouterr().err
    assert not (tmp_path / "m").exists()


def test_names_that_differ_can_be_answered(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    north, south, into = tmp_path / "north.txt", tmp_path / "south.txt", tmp_path / "m"
    write([TAN, SAMPLE], north)
    write([replace(SAMPLE, name="AMINAH CONTOH")], south)
    both = [str(north), str(south), "--into", str(into)]

    assert merge(both) == 2
    said = capsys.readouterr().err
    assert f"AMINAH BINTI CONTOH ({north}, line 2); AMINAH CONTOH ({south}, line 1). If they are one" in said
    assert said.endswith("Nothing was written.\n")
    assert not into.exists()
    assert merge([*both, "--same", "900101-14-5679", "--lang", "ms"]) == 2
    assert "--same 900101145679: tiada sesiapa dalam fail-fail ini" in capsys.readouterr().err
    assert merge([*both, "--same", "900101-14-5678"]) == 0
    assert "900101145678  AMINAH BINTI CONTOH: wages added, RM 6,500.00" in capsys.readouterr().out


@pytest.mark.parametrize("command", [split, merge], ids=["split", "merge"])
def test_a_file_that_cannot_be_read_is_told(
    command: Callable[[Sequence[str]], int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command([str(tmp_path / "none.txt")]) == 2
    assert "No such file" in capsys.readouterr().err


def test_a_file_that_cannot_be_merged_is_named_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing, damaged = tmp_path / "none.txt", tmp_path / "cut.txt"
    damaged.write_bytes(write([SAMPLE])[:100])

    merge([str(missing)])
    assert capsys.readouterr().err.startswith(f"assist merge: {missing}: cannot be opened: ")
    merge([str(damaged)])
    assert capsys.readouterr().err.startswith(f"assist merge: {damaged}: line 1: ")


@pytest.mark.parametrize("command", [split, merge], ids=["split", "merge"])
def test_a_folder_that_cannot_be_made_is_told(
    command: Callable[[Sequence[str]], int], file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write([SAMPLE], file)

    assert command([str(file), "--into", str(file / "inside")]) == 2
    assert f"the folder {file / 'inside'} cannot be made: " in capsys.readouterr().err
    assert command([str(file), "--into", str(file), "--lang", "ms"]) == 2
    assert capsys.readouterr().err == (
        f"assist {command.__module__.rpartition('.')[2]}: {file} ialah fail, bukan folder bagi hasil. "
        "Namakan folder dengan --into.\n"
    )


@pytest.mark.parametrize("command", [split, merge], ids=["split", "merge"])
@pytest.mark.parametrize(
    ("content", "says"),
    [
        pytest.param(
            b"PK\x03\x04 xl/workbook.xml",
            "is a workbook, and a contribution file is text. assist convert",
            id="xlsx",
        ),
        pytest.param(b"\xd0\xcf\x11\xe0", "is a workbook, and a contribution file is text", id="xls"),
        pytest.param(b"PK\x03\x04 october.txt", "is a zip archive, no contribution file. Take", id="zip"),
        pytest.param(b"%PDF-1.7", "is a PDF, and a contribution file is text. Export", id="PDF"),
    ],
)
def test_what_is_no_text_is_called_what_it_is(
    command: Callable[[Sequence[str]], int],
    content: bytes,
    says: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = tmp_path / "october.xlsx"
    path.write_bytes(content)

    assert command([str(path)]) == 2
    assert f"{path} {says}" in capsys.readouterr().err


@pytest.mark.parametrize("command", [split, merge], ids=["split", "merge"])
def test_wrong_use_is_exit_code_2(command: Callable[[Sequence[str]], int]) -> None:
    assert command([]) == 2


def test_one_person_is_told_as_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write([SAMPLE], tmp_path / "one.txt")

    assert merge([str(tmp_path / "one.txt"), "--into", str(tmp_path / "m")]) == 0
    assert "1 person, RM 110.45 to be paid" in capsys.readouterr().out
