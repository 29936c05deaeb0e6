"""The command `assist`: what it lists, what it answers to a slip, what it imports."""

import subprocess
import sys
from pathlib import Path

import pytest

from harness.cli import main as cli
from harness.errors import HarnessError

GOOD = "fixtures/files/contoh-maju-2026-10.txt"
SHEET = "fixtures/sheets/payroll-2026-10.csv"


def test_without_a_word_it_lists_its_commands(capsys: pytest.CaptureFixture[str]) -> None:
    code = cli.run([])

    listed = [line.split()[0] for line in capsys.readouterr().out.splitlines() if line.startswith("  ")]
    assert code == 0
    assert listed == list(cli.COMMANDS)


def test_help_and_no_words_say_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    cli.run([])
    bare = capsys.readouterr().out

    cli.run(["--help"])

    assert capsys.readouterr().out == bare


def test_an_unknown_word_gets_a_suggestion(capsys: pytest.CaptureFixture[str]) -> None:
    code = cli.run(["docter"])

    assert code == 2
    assert capsys.readouterr().err == (
        "There is no command 'docter'. Did you mean doctor? assist --help lists the commands.\n"
    )


def test_a_word_like_no_other_gets_no_suggestion(capsys: pytest.CaptureFixture[str]) -> None:
    cli.run(["zzz"])

    assert "Did you mean" not in capsys.readouterr().err


def test_it_says_its_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["--version"]) == 0
    assert capsys.readouterr().out.startswith("assist ")


@pytest.mark.parametrize("word", cli.COMMANDS)
def test_every_listed_command_exists(word: str) -> None:
    module, _, function = cli.COMMANDS[word].target.partition(":")

    __import__(module)

    assert callable(getattr(sys.modules[module], function))


def test_an_error_that_a_user_can_cause_is_a_sentence_and_a_mend(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_: object) -> int:
        raise HarnessError("The kettle is cold.", mend="Boil it.")

    monkeypatch.setattr("harness.cli.portal.main", fail)

    code = cli.run(["portal"])

    assert (code, capsys.readouterr().err) == (2, "The kettle is cold. Boil it.\n")


def test_ctrl_c_ends_it_quietly(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupt(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("harness.cli.portal.main", interrupt)

    assert cli.run(["portal"]) == 130
    assert capsys.readouterr().err == ""


def test_a_command_without_its_packages_names_the_extra(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "rich", None)
    monkeypatch.delitem(sys.modules, "harness.cli.doctor", raising=False)
    monkeypatch.delitem(sys.modules, "rich.console", raising=False)

    code = cli.run(["doctor"])

    assert code == 2
    assert capsys.readouterr().err == (
        "assist doctor needs packages that are not installed here. "
        'python -m pip install "/path/to/the/clone[harness]"\n'
    )


def test_the_list_of_commands_imports_nothing_heavy() -> None:
    heavy = {"typer", "rich", "playwright", "numpy", "flask", "pydantic", "jinja2"}
    script = (
        "import sys; from harness.cli.main import run; run([]);"
        f"print(sorted({heavy!r} & set(sys.modules)), file=sys.stderr)"
    )

    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True)

    assert done.stderr == "[]\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a folder that a program is in")
@pytest.mark.parametrize("words", [["check", "october.txt"], ["portal", "--port", "0"]])
def test_a_folder_that_is_gone_is_said(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()

    assert cli.run(words) == 2
    assert (
        capsys.readouterr().err == "The folder that this was started in is gone. Go to one that is there.\n"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not find such a path, and says so")
@pytest.mark.parametrize(
    "words",
    [
        f"check {GOOD} --no-config --output OUT_OF_REACH",
        "generate OUT_OF_REACH --lines 3 --month 2026-10",
        f"convert {SHEET} --employer B3200000123X --month 2026-10 --yes --output OUT_OF_REACH",
    ],
)
def test_a_path_that_the_system_gives_no_way_to_is_said(
    words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = f"/{'x' * 5000}/out.txt"

    assert cli.run(words.replace("OUT_OF_REACH", path).split()) == 2
    assert capsys.readouterr().err == f"{path}: File name too long.\n"


def test_a_mistake_of_this_program_is_no_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> int:
        raise OSError(9, "Bad file descriptor")

    monkeypatch.setattr("harness.cli.portal.main", fail)

    with pytest.raises(OSError, match="Bad file"):
        cli.run(["portal"])
