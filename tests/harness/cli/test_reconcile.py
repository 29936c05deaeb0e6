"""`assist reconcile`: the file beside the payroll sheet, in words, JSON, a workbook and a listing."""

import json
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from assist_data import data_path
from contributions import read
from harness.cli.main import run
from tests.contributions.reconciling.payroll_sheets import ENGLISH, as_csv, in_csv, in_workbook, rows_of

FILE = str(data_path("files", "contoh-maju-2026-10.txt"))
SAME = str(data_path("sheets", "payroll-2026-10.csv"))
OTHER = str(data_path("sheets", "gaji-berbeza-2026-10.csv"))


def reconcile(*arguments: str) -> int:
    return run(["reconcile", *arguments])


def test_a_sheet_that_agrees_is_exit_code_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert reconcile(FILE, "--with", SAME) == 0

    said = capsys.readouterr().out
    assert "File and sheet agree to the sen." in said
    assert "  Total                                 628.20       628.20         same" in said


def test_differences_are_exit_code_1_and_come_by_person(capsys: pytest.CaptureFixture[str]) -> None:
    assert reconcile(FILE, "--with", OTHER) == 1

    said = capsys.readouterr().out
    assert "File and sheet do not agree: 7 differences." in said
    assert "Only in the file: 1\n  650314025519  MOHD HAFIZ BIN ABDULLAH  (line 4)\n" in said
    assert "Only in the sheet: 1\n  950212105443  FARID BIN CONTOH  (row 10, Klang)\n" in said
    assert "  880515105437  TAN WEI MING  (line 2, row 6, Ipoh)\n" in said
    assert "    Wage                              4,800.00     4,950.00      +150.00\n" in said
    assert "    file: AMINAH BINTI YUSOF\n    sheet: AMINAH BT YUSOFF\n" in said
    assert "has LINDUNG 24 JAM in it" in said


def test_the_sums_of_each_branch_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    reconcile(FILE, "--with", OTHER)

    said = capsys.readouterr().out
    assert "Branch: Klang\n  People                                     2            3           +1\n" in said
    assert (
        "In the file only\n  People                                     1            0           -1" in said
    )


def test_all_can_be_said_in_malay(capsys: pytest.CaptureFixture[str]) -> None:
    assert reconcile(FILE, "--with", OTHER, "--lang", "ms") == 1

    said = capsys.readouterr().out
    assert "Majikan B3200000123X, Oktober 2026\n\nFail dan hamparan tidak sepadan: 7 perbezaan.\n" in said
    assert "Cawangan: Ipoh" in said
    assert "Caruman PERKESO pekerja dalam hamparan termasuk LINDUNG 24 JAM" in said


@pytest.mark.parametrize("columns", [38, 48, 72, 80, 200])
@pytest.mark.parametrize("language", ["en", "ms"])
def test_no_line_is_wider_than_the_terminal(
    columns: int, language: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))

    reconcile(FILE, "--with", OTHER, "--lang", language)

    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= columns
    assert all(line.isascii() for line in lines)


def test_a_sheet_that_is_named_twice_is_not_counted_twice(capsys: pytest.CaptureFixture[str]) -> None:
    assert reconcile(FILE, "--with", SAME, "--sheet", "Ipoh", "--sheet", "Klang", "--sheet", "ipoh") == 2
    assert "--sheet names Ipoh twice, and its amounts would count twice" in capsys.readouterr().err


def test_a_sheet_that_was_chosen_of_several_is_said_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = rows_of(read(Path(FILE)))
    book = in_workbook(tmp_path, {"HQ": [ENGLISH, *rows[:3]], "Klang": [ENGLISH, *rows[3:]]})

    assert reconcile(FILE, "--with", str(book)) == 1
    said = capsys.readouterr().out
    told = "Only the sheet HQ was read, and not: Klang (--sheet names another; several are added up)."
    assert f"differences.\n{told}\n" in said
    assert said.count("Only the sheet HQ was read") == 1
    assert reconcile(FILE, "--with", str(book), "--json") == 1
    assert "Only the sheet HQ was read" in json.loads(capsys.readouterr().out)["notes"][0]
    assert reconcile(FILE, "--with", str(book), "--sheet", "HQ", "--sheet", "Klang") == 0
    assert "was read" not in capsys.readouterr().out


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_large_sums_stand_apart_within_the_terminal(
    columns: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    sheet = tmp_path / "payroll.csv"
    sheet.write_text("IC,Name,Wage\n900101145678,AMINAH BINTI YUSOF,228081340.30\n", encoding="utf-8")

    reconcile(FILE, "--with", str(sheet))

    lines = capsys.readouterr().out.splitlines()
    amounts = [word for line in lines for word in line.split() if "228,0" in word]
    assert amounts[:2] == ["228,081,340.30", "+228,059,990.30"]
    assert max(map(len, lines)) <= columns


def test_json_gives_sen_and_rows(capsys: pytest.CaptureFixture[str]) -> None:
    assert reconcile(FILE, "--with", OTHER, "--json") == 1

    document = json.loads(capsys.readouterr().out)
    assert (document["version"], document["agrees"], document["differences"]) == (1, False, 7)
    assert document["socso_employee_has_lindung"] is True
    assert document["sheet"]["headings"]["socso_employer"] == "Caruman PERKESO Majikan"
    (changed,) = document["amounts_differ"]
    assert changed["sheet"]["rows"] == [6]
    assert (changed["file"]["amounts"]["wage"], changed["sheet"]["amounts"]["wage"]) == (480000, 495000)
    assert document["totals"]["total"] == {"file": 62820, "sheet": 65240, "difference": 2420}
    assert [branch["name"] for branch in document["branches"]] == ["Ipoh", "Klang", "In the file only"]


@pytest.mark.parametrize("arguments", [("--mask",), ()], ids=["asked for", "in a build"])
@pytest.mark.parametrize("form", [(), ("--json",)], ids=["text", "json"])
def test_people_stay_unknown(
    arguments: tuple[str, ...],
    form: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    if not arguments:
        monkeypatch.setenv("CI", "true")

    reconcile(FILE, "--with", OTHER, *arguments, *form)

    said = capsys.readouterr().out
    assert "********5437" in said
    assert "T** W** M***" in said
    assert "TAN" not in said
    assert "AMINAH" not in said


def test_the_workbook_has_a_row_for_each_difference_and_for_everybody(tmp_path: Path) -> None:
    path = tmp_path / "differences.xlsx"

    assert reconcile(FILE, "--with", OTHER, "--excel", str(path)) == 1

    with CalamineWorkbook.from_path(path) as book:
        assert book.sheet_names == ["Summary", "Differences", "Everybody", "Branches"]
        head, *rows = book.get_sheet_by_name("Differences").to_python()
        everybody = book.get_sheet_by_name("Everybody").to_python()
    assert head[:4] == ["What", "Identity number", "Name", "Branch"]
    assert len(rows) == 7
    assert [
        "Wage", "880515105437", "TAN WEI MING", "Ipoh", 4800.0, 4950.0, 150.0, 2.0, 6.0,
    ] in rows  # fmt: skip
    assert [row[1] for row in everybody[1:] if row[3] == "no"] == [
        "TAN WEI MING", "MOHD HAFIZ BIN ABDULLAH", "FARID BIN CONTOH",
    ]  # fmt: skip


def test_a_workbook_of_a_sheet_without_branches_has_no_column_for_them(tmp_path: Path) -> None:
    sheet, path = tmp_path / "payroll.csv", tmp_path / "ringkasan.xlsx"
    sheet.write_text("No KP,Nama,Gaji\n900101-14-5678,AMINAH,3250.00\n", encoding="utf-8")

    assert reconcile(FILE, "--with", str(sheet), "--excel", str(path), "--lang", "ms") == 1

    with CalamineWorkbook.from_path(path) as book:
        assert book.sheet_names == ["Ringkasan", "Perbezaan", "Semua orang"]
        rows = book.get_sheet_by_name("Semua orang").to_python()
    assert rows[0][:3] == ["Nombor pengenalan", "Nama", "Sepadan"]
    assert rows[1] == ["900101145678", "AMINAH BINTI YUSOF", "ya", 3250.0, 3250.0, 1.0, 2.0]


# What cannot be done


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        pytest.param((FILE,), "--with names the payroll sheet", id="nothing to do"),
        pytest.param((FILE, "--listing", "a.doc"), "writes .xlsx or .pdf", id="another kind of listing"),
        pytest.param(
            (FILE, "--listing", "a.pdf", "--listing", "a.doc"), "and not a.doc", id="one of two listings"
        ),
        pytest.param(
            (FILE, "--with", SAME, "--listing", "a.xlsx", "--excel", "a.xlsx"),
            "--excel and --listing both name a.xlsx",
            id="one file for two",
        ),
        pytest.param((FILE, "--with", SAME, "--excel", "a.csv"), "--excel writes .xlsx", id="no workbook"),
        pytest.param(
            (FILE, "--listing", "a.pdf", "--json"), "--json tells what differs", id="json of nothing"
        ),
        pytest.param((FILE, "--with", SAME, "--month", "10/2026"), "is not a month", id="no month"),
        pytest.param((FILE, "--with", "nothing.xlsx"), "nothing.xlsx: it cannot be opened", id="no sheet"),
        pytest.param(("nothing.txt", "--with", SAME), "assist check nothing.txt tells all", id="no file"),
        pytest.param((SAME, "--with", SAME), "expected 278 characters", id="no contribution file"),
        pytest.param((FILE, "--with", FILE), "no row has headings", id="no payroll sheet"),
    ],
)
def test_wrong_use_is_exit_code_2_and_says_what_to_do(
    arguments: tuple[str, ...], says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)

    assert reconcile(*arguments) == 2

    shown = capsys.readouterr()
    assert (says in " ".join(shown.err.split()), shown.out) == (True, "")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        pytest.param((), "--with menamakan hamparan gaji", id="nothing to do"),
        pytest.param(
            ("--listing", "x.docx"), "--listing menulis .xlsx atau .pdf, bukan x.docx", id="listing"
        ),
        pytest.param(("--with", SAME, "--excel", "a.csv"), "--excel menulis .xlsx, bukan a.csv", id="excel"),
        pytest.param(("--listing", "a.pdf", "--json"), "--json menyatakan beza", id="json"),
    ],
)
def test_wrong_use_is_said_in_malay(
    arguments: tuple[str, ...], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert reconcile(FILE, *arguments, "--lang", "ms") == 2

    assert says in " ".join(capsys.readouterr().err.split())


def test_a_workbook_for_the_file_may_be_the_wrong_way_round(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = tmp_path / "payroll.xlsx"
    assert reconcile(FILE, "--listing", str(sheet)) == 0
    capsys.readouterr()

    assert reconcile(str(sheet), "--with", FILE) == 2
    assert capsys.readouterr().err == (
        f"assist reconcile: {sheet} is a workbook, and a contribution file is text. assist convert {sheet} "
        "makes a contribution file of it. The contribution file comes first, and the sheet after --with.\n"
    )


def test_a_reason_comes_in_the_language_that_was_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = tmp_path / "gaji.csv"
    sheet.write_text("Gaji September 2026\nNo KP,Nama,Gaji\n900101145678,AMINAH,1\n", encoding="utf-8")

    assert reconcile(FILE, "--with", str(sheet), "--lang", "ms") == 2

    assert capsys.readouterr().err == (
        f"assist reconcile: {sheet}: hamparan ini bagi September 2026 (sel A1), manakala fail bagi "
        "Oktober 2026. Berikan hamparan Oktober 2026. Jika memang hamparan itu, tambah --any-month.\n"
    )


def test_no_file_that_is_there_is_replaced_unasked_and_no_input_ever(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    there = tmp_path / "there.xlsx"
    there.write_bytes(b"kept")
    sheet = tmp_path / "payroll.xlsx"
    sheet.write_bytes(Path(SAME).read_bytes())

    assert reconcile(FILE, "--with", SAME, "--excel", str(there)) == 2
    assert "--force replaces it." in capsys.readouterr().err
    assert there.read_bytes() == b"kept"
    assert reconcile(FILE, "--with", SAME, "--excel", str(there), "--force") == 0
    assert there.read_bytes().startswith(b"PK")

    input_sheet = tmp_path / "gaji.xlsx"
    assert reconcile(FILE, "--listing", str(input_sheet)) == 0
    before = input_sheet.read_bytes()
    assert reconcile(FILE, "--with", str(input_sheet), "--excel", str(input_sheet), "--force") == 2
    assert input_sheet.read_bytes() == before


def test_another_identity_number_is_shown_under_the_one_of_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet, book = tmp_path / "payroll.csv", tmp_path / "differences.xlsx"
    rows = ",AMINAH BINTI YUSOF,1000.00\nA1234567,MD RAFIQUL ISLAM,1900.00\nA1234567,MD RAFIQUL ISLAM,0\n"
    sheet.write_text(f"IC,Name,Wage\n{rows}", encoding="utf-8")

    reconcile(FILE, "--with", str(sheet), "--excel", str(book))

    said = capsys.readouterr().out
    assert "  900101145678  AMINAH BINTI YUSOF  (line 1, row 2)\n    sheet: (no number)\n    Wage  " in said
    assert "  SSFW12345678  MD RAFIQUL ISLAM  (line 6, row 3, 4)\n    sheet: A1234567\n" in said
    assert "1 person in the sheet has several rows, which were added up." in said
    with CalamineWorkbook.from_path(book) as opened:
        listed = opened.get_sheet_by_name("Differences").to_python()
    assert ["Another identity number: A1234567", "SSFW12345678"] in [row[:2] for row in listed]


def test_one_month_of_several_is_compared(capsys: pytest.CaptureFixture[str]) -> None:
    months = str(data_path("files", "bad-two-months.txt"))

    assert reconcile(months, "--with", SAME) == 2
    assert "Add --month 2026-09 to compare one of them." in capsys.readouterr().err
    assert reconcile(months, "--with", SAME, "--month", "2026-10") == 1
    assert "Only in the sheet: 1 person" in capsys.readouterr().out


def test_a_reader_who_goes_away_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(_: str) -> None:
        raise BrokenPipeError

    monkeypatch.setattr("harness.cli.reconcile.write", closed)
    monkeypatch.setattr("harness.cli.reconcile.reader_went_away", lambda: None)

    assert reconcile(FILE, "--with", SAME) == 0


def test_long_lists_are_cut_and_shown_whole_on_request(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = tmp_path / "payroll.csv"
    people = "".join(f"SSFW{number:08},PERSON,1.00\n" for number in range(40))
    sheet.write_text(f"IC,Name,Wage\n{people}", encoding="utf-8")

    reconcile(FILE, "--with", str(sheet))
    cut = capsys.readouterr().out
    reconcile(FILE, "--with", str(sheet), "--all")
    whole = capsys.readouterr().out

    assert "Only in the sheet: 40" in cut
    assert "... 10 more; --all or --excel FILE shows them." in cut
    assert (cut.count("PERSON"), whole.count("PERSON")) == (30, 40)


def test_two_names_under_one_number_are_hidden_or_said_to_be_one_person(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = rows_of(read(Path(FILE)))
    other: list[object] = [rows[0][0], "LIM AH KOW", *[0] * 6]
    sheet = in_csv(tmp_path, as_csv([rows[0], other, *rows[1:]]))

    assert reconcile(FILE, "--with", str(sheet)) == 2
    assert capsys.readouterr().err == (
        f"assist reconcile: {sheet}: 900101145678 stands with different names: AMINAH BINTI YUSOF (row 2), "
        "LIM AH KOW (row 3). If they are one person, --same 900101145678 adds them up; else correct the "
        "identity number.\n"
    )
    assert reconcile(FILE, "--with", str(sheet), "--mask", "--lang", "ms") == 2
    hidden = capsys.readouterr().err
    assert "A***** B**** Y**** (baris 2), L** A* K** (baris 3)" in hidden
    assert "900101145678" not in hidden
    assert reconcile(FILE, "--with", str(sheet), "--same", "900101-14-5678") == 0


def test_one_person_who_is_nobody_here_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert reconcile(FILE, "--with", SAME, "--same", "123") == 2
    assert capsys.readouterr().err == "assist reconcile: --same 123: nobody here has this identity number.\n"
    assert reconcile(FILE, "--listing", "never.pdf", "--same", "123", "--lang", "ms") == 2
    assert "tiada sesiapa di sini" in capsys.readouterr().err


def test_the_column_of_the_wage_is_refused_and_said_as_for_convert(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [[*row[:2], 1, row[2]] for row in rows_of(read(Path(FILE)))]
    sheet = in_csv(tmp_path, as_csv(rows, ("No KP", "Nama", "Gaji", "Jumlah Gaji")))
    kept = tmp_path / "kept.toml"
    mapping = 'version = 1\n[columns]\n"No KP" = "identity_number"\n"D" = "wage"\n'
    kept.write_text(mapping, encoding="utf-8")

    assert reconcile(FILE, "--with", str(sheet), "--lang", "ms") == 2
    assert capsys.readouterr().err == (
        f"assist reconcile: {sheet}: beberapa lajur mungkin gaji: C 'Gaji', D 'Jumlah Gaji'. Nyatakan yang "
        'mana, seperti --map "Gaji=wage".\n'
    )
    assert reconcile(FILE, "--with", str(sheet), "--map", "Jumlah Gaji=wage") == 0
    assert 'Columns read: Wage = D "Jumlah Gaji".' in capsys.readouterr().out
    assert reconcile(FILE, "--with", str(sheet), "--mapping", str(kept), "--json") == 0
    assert json.loads(capsys.readouterr().out)["sheet"]["columns"] == {"identity_number": "A", "wage": "D"}
    assert reconcile(FILE, "--with", str(sheet), "--map", "wage") == 2
    assert reconcile(FILE, "--with", str(sheet), "--mapping", "none.toml") == 2
    assert "none.toml cannot be opened" in capsys.readouterr().err
