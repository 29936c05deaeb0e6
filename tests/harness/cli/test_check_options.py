"""Which findings count, in which form the report comes, and what pyproject.toml may say of it."""

import json
import os
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from assist_data import data_path
from harness.cli.check import main

DAY = ["--as-of", "2026-11-10"]
GOOD = str(data_path("files", "contoh-maju-2026-10.txt"))
BAD = str(data_path("files", "bad-eis-shares-differ-2026-10.txt"))
WARNED = str(data_path("files", "warning-same-name-2026-10.txt"))


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder without a pyproject.toml of its own."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def configure(folder: Path, text: str) -> None:
    (folder / "pyproject.toml").write_text(f"[tool.assist.check]\n{text}\n", encoding="utf-8")


@pytest.mark.parametrize("form", ["json", "csv", "text"])
def test_the_output_named_by_a_hyphen_is_standard_output(
    form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([BAD, "--output", "-", "--format", form, *DAY]) == 1
    asked = capsys.readouterr()
    main([BAD, "--format", form, *DAY])

    assert asked.out.partition(" s).")[0][:-4] in capsys.readouterr().out
    assert asked.err == ""
    assert not Path("-").exists()


def test_what_a_table_leaves_out_is_said_beside_it(capsys: pytest.CaptureFixture[str]) -> None:
    main([BAD, "--ignore", "AM11", "--format", "csv", *DAY])
    assert capsys.readouterr().err == "1 finding left out by --select or --ignore.\n"

    main([BAD, "--ignore", "AM11", "--format", "csv", "--lang", "ms", *DAY])
    assert capsys.readouterr().err == "1 dapatan ditinggalkan oleh --select atau --ignore.\n"

    main([BAD, "--format", "csv", *DAY])
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("options", "code"),
    [
        pytest.param(["--ignore", "AM11"], 0, id="left out"),
        pytest.param(["--ignore", "ID,AM"], 0, id="several left out at once"),
        pytest.param(["--ignore", "ID", "--ignore", "AM"], 0, id="several left out one by one"),
        pytest.param(["--select", "ID"], 0, id="others selected"),
        pytest.param(["--select", "AM"], 1, id="selected"),
    ],
)
def test_codes_are_selected_and_left_out(options: list[str], code: int) -> None:
    assert main([BAD, *DAY, *options]) == code


@pytest.mark.parametrize(
    ("options", "code"),
    [
        pytest.param([], 0, id="not strict"),
        pytest.param(["--strict"], 1, id="strict"),
        pytest.param(["--strict=warnings"], 1, id="strict, in full"),
        pytest.param(["--strict=no"], 0, id="not strict on purpose"),
    ],
)
def test_warnings_fail_where_they_are_to(options: list[str], code: int) -> None:
    assert main([*options, WARNED, *DAY]) == code


def test_a_code_that_no_check_has_is_refused_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([BAD, "--select", "AM11,QQ"]) == 2

    assert capsys.readouterr().err == (
        "No check has a code that begins with 'QQ'; `assist explain` lists them.\n"
    )


@pytest.mark.parametrize(
    ("form", "begins"),
    [
        ("text", BAD),
        ("json", '{"version": 1,'),
        ("csv", "\ufeffFile,"),
        ("html", "<!DOCTYPE html>"),
        ("junit", "<?xml "),
        ("sarif", '{"$schema": '),
        ("github", "::error file="),
    ],
)
def test_the_report_comes_in_each_form(
    capfdbinary: pytest.CaptureFixture[bytes], form: str, begins: str
) -> None:
    assert main([BAD, *DAY, "--format", form]) == 1

    assert capfdbinary.readouterr().out.decode().startswith(begins)


def test_a_workbook_goes_through_a_pipe(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    main([BAD, *DAY, "--format", "xlsx"])

    assert capfdbinary.readouterr().out.startswith(b"PK\x03\x04")


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("report.html", b"<!DOCTYPE html>"),
        ("report.XLSX", b"PK\x03\x04"),
        ("report.xml", b"<?xml "),
        ("report.json", b'{"version": 1,'),
        ("report.csv", b"\xef\xbb\xbfFile,"),
        ("report.sarif", b'{"$schema": '),
        ("report", BAD.encode()),
    ],
)
def test_a_file_for_the_report_says_by_its_name_which_form_it_wants(
    elsewhere: Path, capsys: pytest.CaptureFixture[str], name: str, begins: bytes
) -> None:
    assert main([BAD, *DAY, "--output", name]) == 1

    assert (elsewhere / name).read_bytes().startswith(begins)
    assert [path.name for path in elsewhere.iterdir()] == [name]
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", f"1 invalid: the report is in {name}\n")


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("en", "Valid: 1 finding left out by --select or --ignore ("),
        ("ms", "Sah: 1 dapatan ditinggalkan oleh --select atau --ignore ("),
    ],
)
def test_the_verdict_says_how_many_findings_were_left_out(
    capsys: pytest.CaptureFixture[str], language: str, says: str
) -> None:
    assert main([BAD, *DAY, "--ignore", "AM", "--lang", language]) == 0
    assert says in " ".join(capsys.readouterr().out.split())

    main([BAD, *DAY, "--ignore", "AM", "--json"])
    assert json.loads(capsys.readouterr().out)["files"][0]["summary"]["left_out"] == 1


def test_nothing_left_out_is_not_mentioned(capsys: pytest.CaptureFixture[str]) -> None:
    main([BAD, *DAY, "--ignore", "ID"])
    assert "left out" not in capsys.readouterr().out


def test_an_ending_that_names_no_form_is_refused_with_those_that_do(
    elsewhere: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([BAD, *DAY, "--output", "r.foo"]) == 2

    assert list(elsewhere.iterdir()) == []
    said = capsys.readouterr().err
    assert "The ending .foo names no form of a report." in said
    assert "Known are .txt, .json, .csv, .html, .htm, .xlsx, .xml, .sarif; --format" in said


def test_an_ending_is_free_where_the_form_is_named(elsewhere: Path) -> None:
    assert main([BAD, *DAY, "--output", "r.foo", "--json"]) == 1
    assert (elsewhere / "r.foo").read_bytes().startswith(b'{"version": 1,')


def test_an_old_report_is_replaced(elsewhere: Path) -> None:
    (elsewhere / "report.html").write_text("old", encoding="utf-8")

    main([GOOD, *DAY, "--output", "report.html"])

    assert "old" not in (elsewhere / "report.html").read_text(encoding="utf-8")[:10]


def test_a_report_never_replaces_a_file_that_is_checked(
    elsewhere: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine = elsewhere / "october.txt"
    mine.write_bytes(Path(GOOD).read_bytes())

    assert main(["october.txt", *DAY, "--output", "./october.txt"]) == 2

    assert mine.read_bytes() == Path(GOOD).read_bytes()
    assert "one of the files to read" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "options"),
    [
        pytest.param("roster.csv", ["--roster", "roster.csv"], id="the list of employees"),
        pytest.param("pyproject.toml", ["--format", "json"], id="the settings"),
        pytest.param("field/one.toml", ["--format", "json"], id="a report from the field"),
    ],
)
def test_a_report_never_replaces_what_is_read_beside_the_files(
    elsewhere: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    options: list[str],
) -> None:
    mine = elsewhere / name
    mine.parent.mkdir(exist_ok=True)
    mine.write_text("# mine", encoding="utf-8")
    monkeypatch.setattr("harness.cli.check_options.use_pack_and_reports", lambda *_: None)
    monkeypatch.setenv("ASSIST_FIELD_REPORTS", "field")

    assert main([GOOD, *DAY, *options, "--output", name]) == 2

    assert mine.read_text(encoding="utf-8") == "# mine"
    assert "one of the files to read" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("output", "words"),
    [(".", "is a folder"), ("no/report.html", "There is no folder no.")],
)
def test_a_place_where_no_report_can_be_is_refused_before_the_work(
    capsys: pytest.CaptureFixture[str], output: str, words: str
) -> None:
    assert main([GOOD, *DAY, "--output", output]) == 2

    assert words in capsys.readouterr().err


def test_a_report_that_cannot_be_written_leaves_the_old_one(
    elsewhere: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (elsewhere / "report.html").write_text("old", encoding="utf-8")

    def held(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("os.replace", held)

    assert main([GOOD, *DAY, "--output", "report.html"]) == 2

    assert [path.read_text(encoding="utf-8") for path in elsewhere.iterdir()] == ["old"]
    assert "close it and try again" in capsys.readouterr().err


def test_a_folder_above_that_cannot_be_entered_has_no_table(
    elsewhere: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    configure(elsewhere, 'format = "json"')
    real = os.stat

    def guarded(path: str | Path, **options: bool) -> os.stat_result:
        if str(path).endswith("pyproject.toml"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, **options)

    monkeypatch.setattr("os.stat", guarded)

    assert main([GOOD, "--as-of", "2026-11-10"]) == 0
    assert "Valid" in capsys.readouterr().out


def test_the_table_of_pyproject_gives_defaults(elsewhere: Path, capsys: pytest.CaptureFixture[str]) -> None:
    configure(elsewhere, 'select = ["AM", "ID"]\nstrict = "warnings"\nformat = "json"\nmask = true')

    assert main([WARNED, *DAY]) == 1

    document = json.loads(capsys.readouterr().out)
    assert document["masked"] is True
    assert document["selection"] == {"select": ["AM", "ID"], "ignore": [], "strict": "warnings"}


def test_the_command_line_goes_before_the_table(elsewhere: Path, capsys: pytest.CaptureFixture[str]) -> None:
    configure(elsewhere, 'strict = "warnings"\nformat = "json"\nlang = "ms"')

    assert main([WARNED, *DAY, "--strict=no", "--format", "text", "--lang", "en"]) == 0
    assert "Valid:" in capsys.readouterr().out


def test_the_table_is_found_from_a_folder_below(elsewhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    configure(elsewhere, 'ignore = ["AM11"]')
    (elsewhere / "below").mkdir()
    monkeypatch.chdir(elsewhere / "below")

    assert main([BAD, *DAY]) == 0
    assert main([BAD, *DAY, "--no-config"]) == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("selct = []", "there is no option 'selct'. Did you mean select?", id="a slip"),
        pytest.param("colour = 1", "there is no option 'colour'. It takes select, ignore,", id="unknown"),
        pytest.param('select = "AM"', "select is a list of codes such as", id="no list"),
        pytest.param("colour = 1", "format, lang, rules, field-reports.", id="all of them"),
        pytest.param('rule = "1"', "Did you mean rules?", id="a slip in what stands only there"),
        pytest.param("mask = 1", "mask is true or false, not 1.", id="no flag"),
        pytest.param(
            'strict = "very"', "strict is one of no, assumed, warnings, not 'very'.", id="no choice"
        ),
        pytest.param('ignore = ["QQ"]', "No check has a code that begins with 'QQ'", id="no code"),
        pytest.param("select = [", "is not TOML", id="no TOML"),
    ],
)
def test_a_wrong_table_is_refused_in_words(
    elsewhere: Path, capsys: pytest.CaptureFixture[str], text: str, words: str
) -> None:
    configure(elsewhere, text)

    assert main([GOOD, *DAY]) == 2
    assert words in capsys.readouterr().err


@pytest.mark.parametrize("text", ["", "[tool.assist]\nother = 1", "[project]\nname = 'assist'"])
def test_another_pyproject_changes_nothing(elsewhere: Path, text: str) -> None:
    (elsewhere / "pyproject.toml").write_text(text, encoding="utf-8")

    assert main([GOOD, *DAY]) == 0


def test_a_table_that_is_none_is_refused(elsewhere: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (elsewhere / "pyproject.toml").write_text("[tool.assist]\ncheck = 1\n", encoding="utf-8")

    assert main([GOOD, *DAY]) == 2
    assert "tool.assist.check" in capsys.readouterr().err


def test_what_is_due_is_shown_when_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    main([GOOD, *DAY, "--totals"])

    out = capsys.readouterr().out
    assert "Contribution summary\n  Employees " in out
    assert "ACR     RM 572.40" in out


def test_every_place_is_listed_when_asked_for(elsewhere: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line = next(line for line in Path(BAD).read_bytes().splitlines(keepends=True))
    (elsewhere / "many.txt").write_bytes(line * 50)

    listed = []
    for options in ([], ["--all-places"]):
        main(["many.txt", *DAY, "--json", "--select", "ID09", *options])
        finding = json.loads(capsys.readouterr().out)["files"][0]["findings"][0]
        listed.append((finding["places"], len(finding["at"])))

    assert listed == [(49, 20), (49, 49)]


@pytest.mark.parametrize(
    ("form", "first", "every"),
    [
        pytest.param("text", "lines 3-21 and 29 more (all: --all-places)", "lines 3-50\n", id="text"),
        pytest.param("github", "(49 places)", "line=50,", id="annotations"),
    ],
)
def test_every_place_is_told_to_people_too_when_asked_for(
    form: str, first: str, every: str, elsewhere: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = next(line for line in Path(BAD).read_bytes().splitlines(keepends=True))
    (elsewhere / "many.txt").write_bytes(line * 50)
    said = ["many.txt", *DAY, "--format", form, "--select", "ID09"]

    main(said)
    assert first in capsys.readouterr().out
    main([*said, "--all-places"])
    assert every in capsys.readouterr().out


def test_the_schema_of_the_json_is_printed_and_fits_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    main([BAD, *DAY, "--json"])

    Draft202012Validator(schema).validate(json.loads(capsys.readouterr().out))
