"""What `assist check` says while it works, and what it does not send to a terminal."""

import io
import sys
from pathlib import Path

import pytest

from assist_data import data_path
from harness.cli import check as command
from harness.cli.check import main

DAY = ["--as-of", "2026-11-10"]
GOOD = str(data_path("files", "contoh-maju-2026-10.txt"))


class Terminal(io.TextIOWrapper):
    """Something that people look at."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", newline="", write_through=True)

    def isatty(self) -> bool:
        return True

    @property
    def text(self) -> str:
        self.seek(0)
        return self.read()


def watched(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Standard error on a terminal, and work that seems long at once."""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(command, "TOLD_AFTER_SECONDS", -1.0)
    monkeypatch.setattr(command, "TOLD_EVERY_SECONDS", -1.0)
    return terminal


def test_long_work_tells_how_far_it_is_and_clears_the_line(monkeypatch: pytest.MonkeyPatch) -> None:
    error = watched(monkeypatch)

    main([GOOD, str(data_path("files", "bad-empty.txt")), *DAY, "--json"])

    assert "\r1 of 2 files" in error.text
    assert error.text.endswith("\r" + " " * 40 + "\r")


@pytest.mark.parametrize(("spoken", "says"), [("en", "Checking"), ("ms", "Menyemak")])
def test_a_large_file_is_announced(spoken: str, says: str, monkeypatch: pytest.MonkeyPatch) -> None:
    error = watched(monkeypatch)
    monkeypatch.setattr(command, "SLOW_BYTES", 10)

    main([GOOD, *DAY, "--lang", spoken])

    assert error.text == f"{says} {GOOD} (0 MB) ...\n"


def test_a_workbook_is_not_poured_into_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    error = watched(monkeypatch)
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)

    assert main([GOOD, *DAY, "--format", "xlsx"]) == 2

    assert terminal.text == ""
    assert "Add --output report.xlsx." in error.text


@pytest.mark.parametrize(
    ("environment", "is_coloured"),
    [
        pytest.param({}, True, id="terminal"),
        pytest.param({"NO_COLOR": "1"}, False, id="NO_COLOR"),
        pytest.param({"NO_COLOR": ""}, True, id="NO_COLOR, empty"),
        pytest.param({"TERM": "dumb"}, False, id="dumb terminal"),
    ],
)
def test_colour_is_for_terminals_and_can_be_declined(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], is_coloured: bool
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    main([GOOD, *DAY])

    assert ("\x1b[" in terminal.text) is is_coloured


def test_a_run_stopped_by_ctrl_c_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "_run", stopped)

    assert main([GOOD, *DAY]) == 130


def test_a_file_that_grows_while_it_is_read_is_judged_by_what_was_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    growing = tmp_path / "growing.txt"
    content = Path(GOOD).read_bytes()
    growing.write_bytes(content)
    real = Path.open

    def grows(path: Path, *arguments: object, **options: object) -> object:
        file = real(path, *arguments, **options)  # type: ignore[call-overload]
        if path == growing:
            with real(path, "ab") as more:
                more.write(content[:100])
        return file

    monkeypatch.setattr(Path, "open", grows)

    assert main([str(growing), *DAY]) == 1
    assert "FL24" in capsys.readouterr().out
