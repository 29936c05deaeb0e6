"""`assist check FILE --field-report`: what it writes, what it says, and what it does not ask."""

import tomllib
from pathlib import Path

import pytest

from assist_data import data_path
from harness.cli.check import main
from harness.cli.explain import main as explain

DAY = ["--as-of", "2026-11-10"]
GOOD = str(data_path("files", "contoh-maju-2026-10.txt"))
BAD = str(data_path("files", "bad-eis-shares-differ-2026-10.txt"))
TWO_MONTHS = str(data_path("files", "bad-two-months.txt"))


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of one's own, in which nothing is configured."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ASSIST_FIELD_REPORTS", "")
    return tmp_path


def written(folder: Path) -> dict[str, object]:
    (path,) = folder.glob("*.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def test_a_report_is_written_beside_and_says_where_to_send_it(
    elsewhere: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([GOOD, *DAY, "--field-report", "accepted"]) == 0

    report = written(elsewhere)
    assert (report["layout"], report["outcome"], report["rules"]) == ("C2", "accepted", [])
    said = capsys.readouterr()
    assert "Valid" in said.out
    assert "Wrote 2026-11-10-C2-accepted-" in said.err
    assert "It holds no name, and no number of a person or an employer." in said.err
    assert "add it to fixtures/field-reports of assist-harness" in said.err


def test_all_is_said_in_malay(capsys: pytest.CaptureFixture[str]) -> None:
    main([GOOD, *DAY, "--field-report", "accepted", "--lang", "ms"])

    said = capsys.readouterr().err
    assert "ditulis: C2, diterima, peraturan tiada." in said
    assert "Baca, kemudian tambahkannya" in said


@pytest.mark.parametrize(
    ("file", "outcome", "says"),
    [
        pytest.param(BAD, "accepted", "a fault of the highest order", id="taken and refused here"),
        pytest.param(GOOD, "refused", "No rule here explains it", id="refused and valid here"),
    ],
)
def test_what_does_not_fit_the_check_is_said(
    file: str, outcome: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main([file, *DAY, "--field-report", outcome])

    assert says in capsys.readouterr().err


def test_several_rules_that_may_be_the_cause_are_pointed_out(
    elsewhere: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    both = elsewhere / "both.txt"
    both.write_bytes(Path(BAD).read_bytes() + Path(TWO_MONTHS).read_bytes())

    assert main([str(both), *DAY, "--field-report", "refused"]) == 1

    assert "Several rules may be the cause" in capsys.readouterr().err


def test_the_words_of_the_portal_are_kept_without_who_they_are_about(elsewhere: Path) -> None:
    main([BAD, *DAY, "--field-report", "refused", "--portal-said", "EIS of 900101145678 differs"])

    assert written(elsewhere)["portal_said"] == "EIS of *** differs"


def test_a_report_of_the_same_file_is_not_written_twice(capsys: pytest.CaptureFixture[str]) -> None:
    main([GOOD, *DAY, "--field-report", "accepted"])

    assert main([GOOD, *DAY, "--field-report", "accepted"]) == 2
    assert "is there already" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param([GOOD, "--portal-said", "no"], id="words without an outcome"),
        pytest.param([GOOD, BAD, "--field-report", "refused"], id="two files"),
        pytest.param(["-", "--field-report", "refused"], id="standard input"),
        pytest.param([GOOD, "--field-report", "refused", "--fix"], id="a file that is mended"),
        pytest.param([GOOD, "--field-report", "perhaps"], id="no outcome"),
    ],
)
def test_wrong_use_writes_nothing(arguments: list[str], elsewhere: Path) -> None:
    assert main(arguments) == 2
    assert list(elsewhere.iterdir()) == []


def test_a_file_that_is_not_there_is_told(elsewhere: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(elsewhere / "no.txt"), *DAY, "--field-report", "refused"]) == 2
    assert "cannot be read" in capsys.readouterr().err


def test_a_project_keeps_reports_of_its_own_and_they_count(
    elsewhere: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = '[tool.assist.check]\nfield-reports = "field-reports"\n'
    (elsewhere / "pyproject.toml").write_text(table, encoding="utf-8")
    (elsewhere / "field-reports").mkdir()

    main([TWO_MONTHS, *DAY, "--field-report", "refused"])

    assert written(elsewhere / "field-reports")["rules"] == ["MO08"]
    from contributions.field_reports.folders import _counted

    _counted.cache_clear()
    capsys.readouterr()
    main([TWO_MONTHS, *DAY])
    assert "assist explain MO08   source: field" in capsys.readouterr().out
    assert explain(["MO08", "--lang", "en"]) == 0
    assert "1 report from the field confirms it, of 10/11/2026" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("table", "says"),
    [
        pytest.param("field-reports = 3", "field-reports is a folder, not 3", id="no text"),
        pytest.param('field-reports = "nowhere"', "cannot be read", id="no folder"),
    ],
)
def test_a_folder_that_cannot_be_used_is_told_by_both_commands(
    table: str, says: str, elsewhere: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (elsewhere / "pyproject.toml").write_text(f"[tool.assist.check]\n{table}\n", encoding="utf-8")

    assert main([GOOD, *DAY]) == 2
    assert says in capsys.readouterr().err
    assert explain(["MO08"]) == 2
    assert says in capsys.readouterr().err
