"""`assist check`: what it prints, what it answers, what it never does."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from assist_data import data_path
from harness.cli.check import main

DAY = ["--as-of", "2026-11-10"]
GOOD = str(data_path("files", "contoh-maju-2026-10.txt"))
BAD = str(data_path("files", "bad-eis-shares-differ-2026-10.txt"))
NEEDLESS = {"multiprocessing", "concurrent", "logging", "tempfile", "zipfile", "xlsxwriter", "xml"}
NEEDLESS |= {"shutil", "calendar", "glob"}
HEAVY = {"typer", "rich", "playwright", "flask", "click", "sqlalchemy", "pytest", "pydantic"}


@pytest.mark.parametrize(
    ("files", "code"),
    [
        pytest.param([GOOD], 0, id="valid"),
        pytest.param([BAD], 1, id="invalid"),
        pytest.param(["nothing.txt"], 2, id="missing"),
        pytest.param([GOOD, "nothing.txt"], 2, id="valid and missing"),
        pytest.param([GOOD, "nothing.txt", BAD], 1, id="one invalid"),
    ],
)
def test_the_exit_code_is_the_answer(files: list[str], code: int) -> None:
    assert main([*files, *DAY]) == code


@pytest.mark.parametrize(
    "arguments",
    [[], [GOOD, "--as-of", "yesterday"], [GOOD, "--no-such-option"], [GOOD, "--lang", "fr"]],
    ids=str,
)
def test_wrong_use_is_answered_in_words_and_with_two(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert "usage: assist check" in capsys.readouterr().err


def test_help_shows_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    assert "Example: assist check" in capsys.readouterr().out


def test_a_clean_file_says_so_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    main([GOOD, *DAY])

    out = capsys.readouterr().out
    assert "Valid" in out
    assert "Total RM 628.20 (SOCSO 423.20, EIS 55.80, LINDUNG 149.20)." in out.replace("\n", " ")


def test_several_files_are_told_one_after_the_other(capsys: pytest.CaptureFixture[str]) -> None:
    main([BAD, GOOD, *DAY, "--lang", "ms"])

    out = capsys.readouterr().out
    assert out.index("AM11") < out.index("Sah")


def test_json_is_one_document_for_all_files(capsys: pytest.CaptureFixture[str]) -> None:
    main([GOOD, BAD, *DAY, "--json"])

    document = json.loads(capsys.readouterr().out)
    assert [(file["path"], file["verdict"]) for file in document["files"]] == [
        (GOOD, "valid"),
        (BAD, "invalid"),
    ]


def test_standard_input_is_a_file_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    content = Path(BAD).read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))

    assert main(["-", *DAY]) == 1
    assert "AM11" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("environment", "options", "is_masked"),
    [
        pytest.param({}, [], False, id="by hand"),
        pytest.param({}, ["--mask"], True, id="asked for"),
        pytest.param({"CI": "true"}, [], True, id="in a build"),
        pytest.param({"CI": "true"}, ["--no-mask"], False, id="in a build, unmasked on purpose"),
    ],
)
def test_personal_numbers_are_hidden_in_builds(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    environment: dict[str, str],
    options: list[str],
    is_masked: bool,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    main([str(data_path("files", "bad-same-person-twice-2026-10.txt")), *DAY, *options])

    assert ("880515105437" not in capsys.readouterr().out) is is_masked


def test_a_folder_and_a_file_that_may_not_be_read_are_answered_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path), *DAY]) == 2
    assert "it is a folder" in capsys.readouterr().out


def test_portal_limits_are_taken(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([GOOD, *DAY, "--portal-limits"]) == 0
    assert "Valid" in capsys.readouterr().out


def run(code: str) -> "subprocess.CompletedProcess[str]":
    environment = {key: value for key, value in os.environ.items() if key != "CI"}
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, env=environment
    )


@pytest.mark.parametrize(
    ("module", "arguments"),
    [
        pytest.param("check", [GOOD, *DAY], id="check"),
        pytest.param("explain", ["AM11"], id="explain"),
        pytest.param(
            "compute", ["--wage", "3250", "--month", "2026-10", "--born", "1990-01-01"], id="compute"
        ),
    ],
)
def test_a_small_command_imports_nothing_heavy(module: str, arguments: list[str]) -> None:
    heavy = HEAVY | ({"numpy"} if module == "compute" else set())
    heavy |= NEEDLESS if module == "check" else set()

    done = run(
        f"import sys\nfrom harness.cli.{module} import main\nmain({arguments!r})\n"
        f"print(sorted({heavy!r} & {{name.split('.')[0] for name in sys.modules}}), file=sys.stderr)"
    )

    assert done.stderr.strip() == "[]"


def test_importing_contributions_does_not_load_numpy() -> None:
    done = run("import sys, contributions\ncontributions.YearMonth(2026, 10)\nprint('numpy' in sys.modules)")

    assert done.stdout.strip() == "False"


def test_a_reader_that_goes_away_is_no_error() -> None:
    code = (
        "import os, sys\nfrom harness.cli.check import main\n"
        "read, write = os.pipe()\nos.close(read)\nos.dup2(write, 1)\n"
        f"main({[BAD, *DAY]!r})\nsys.exit(0)"
    )

    done = run(code)

    assert done.stderr == ""
    assert done.returncode == 0
