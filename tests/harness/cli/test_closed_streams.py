"""Standard streams that are closed, as for a service or after `>&-`: the work is done all the same."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

GOOD = str(Path("fixtures/files/contoh-maju-2026-10.txt").resolve())
BAD = str(Path("fixtures/files/bad-eis-shares-differ-2026-10.txt").resolve())
SHEET = str(Path("fixtures/sheets/payroll-2026-10.csv").resolve())
DAY = "--no-config --as-of 2026-11-10"
RUN = "import sys; from harness.cli.main import main; sys.exit(main())"
LOST = "Standard output is closed: what was printed went nowhere. Send it to a file, such as > report.txt.\n"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a shell that closes streams")


def run(closed: str, words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """`assist` as a shell starts it with these streams closed, such as `>&-`."""
    shell = shutil.which("sh") or "sh"
    return subprocess.run(
        [shell, "-c", f'exec "$@" {closed}', shell, sys.executable, "-c", RUN, *words.split()],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (f"check {GOOD} {DAY}", 0),
        (f"check {GOOD} {DAY} --json", 0),
        (f"check {GOOD} {DAY} --format xlsx", 0),
        (f"check {BAD} {DAY}", 1),
        (f"check {BAD} {DAY} --fix --diff", 0),
        (f"diff {GOOD} {GOOD}", 0),
        (f"diff {GOOD} {BAD}", 1),
        (f"split {GOOD} --into parts", 0),
        ("generate made.txt --lines 3 --month 2026-10", 0),
        ("kit kit", 0),
        ("rules show", 0),
    ],
)
def test_an_exit_code_that_is_an_answer_stays_without_standard_output(
    words: str, code: int, tmp_path: Path
) -> None:
    done = run(">&-", words, tmp_path)

    assert (done.returncode, done.stderr) == (code, LOST)


@pytest.mark.parametrize(
    "words",
    [
        "rates --month 2026-10",
        "explain AM09",
        "compute --wage 3250 --month 2026-10 --born 1990-01-01",
        f"show {GOOD}",
        "--help",
        "--version",
        "",
    ],
)
def test_what_is_only_printed_fails_where_nobody_gets_it(words: str, tmp_path: Path) -> None:
    done = run(">&-", words, tmp_path)

    assert (done.returncode, done.stderr) == (2, LOST)


def test_what_was_wrong_is_said_without_standard_output_and_nothing_more(tmp_path: Path) -> None:
    done = run(">&-", "rates --month 2026-99", tmp_path)

    assert done.returncode == 2
    assert "2026-99" in done.stderr
    assert LOST not in done.stderr


def test_it_is_said_in_malay_too(tmp_path: Path) -> None:
    assert run(">&-", "rates --month 2026-10 --lang ms", tmp_path).stderr.startswith(
        "Output standard ditutup: "
    )


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_a_report_in_a_file_is_whole_whatever_is_closed(closed: str, tmp_path: Path) -> None:
    done = run(closed, f"check {BAD} {DAY} --output report.json", tmp_path)

    told = "1 invalid: the report is in report.json\n" if "2>" not in closed else ""
    assert (done.returncode, done.stderr) == (1, told)
    assert json.loads((tmp_path / "report.json").read_bytes())["files"][0]["verdict"] == "invalid"


@pytest.mark.parametrize("closed", [">&-", "<&- >&- 2>&-"])
def test_nothing_that_is_printed_stands_in_a_file_that_is_written(closed: str, tmp_path: Path) -> None:
    words = "generate made.txt --lines 3 --month 2026-10"
    run("", words, tmp_path)
    wanted = (tmp_path / "made.txt").read_bytes()
    (tmp_path / "made.txt").unlink()

    run(closed, words, tmp_path)

    assert (tmp_path / "made.txt").read_bytes() == wanted


def test_a_report_is_printed_without_standard_error(tmp_path: Path) -> None:
    done = run("2>&-", f"check {GOOD} {DAY}", tmp_path)

    assert done.returncode == 0
    assert "Valid" in done.stdout


def test_an_error_without_standard_error_is_an_exit_code(tmp_path: Path) -> None:
    assert run("2>&-", "rates --month 2026-99", tmp_path).returncode == 2


def test_standard_input_that_is_closed_is_no_empty_file(tmp_path: Path) -> None:
    done = run("<&-", f"check - {DAY}", tmp_path)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "Standard input is closed: there is nothing to read. Name a file.\n"


def test_a_closed_standard_input_agrees_to_nothing(tmp_path: Path) -> None:
    words = f"convert {SHEET} --employer B3200000123X --month 2026-10 --output out.txt"

    done = run("<&-", words, tmp_path)

    assert done.returncode == 2
    assert "Nothing was written." in done.stdout + done.stderr
    assert not (tmp_path / "out.txt").exists()
