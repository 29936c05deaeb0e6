"""A file cannot move the cursor, change colours or turn the writing of whoever looks at it."""

import importlib
import re
from dataclasses import replace
from pathlib import Path

import pytest

from contributions import write
from contributions.checks.examples import SAMPLE
from contributions.layouts import C2
from harness.cli.main import COMMANDS, run

UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
EVIL = "\x1b]0;owned\x07\x1b[31m\x9b31m\x7f"
TURNED = "\N{RIGHT-TO-LEFT OVERRIDE}KCATTA"


def evil_line(field: str, identity: str, **changes: object) -> bytes:
    place = C2[field]
    good = write([replace(SAMPLE, identity_number=identity, **changes)])  # type: ignore[arg-type]
    raw = (EVIL.encode("latin-1") + TURNED.encode())[: place.length].ljust(place.length)
    return good[: place.columns.start] + raw + good[place.columns.stop :]


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Files with control characters inside: in every field, in names alone, and in another month."""
    monkeypatch.chdir(tmp_path)
    number = SAMPLE.identity_number
    contents = {
        "every.txt": b"".join(
            evil_line(field, number) for field in ("employer_code", "ssm_number", "month", "wage")
        ),
        "names.txt": evil_line("name", number) + evil_line("name", "880515105437"),
        "again.txt": evil_line("name", number, wage=3_250_01) + evil_line("name", "770515105437"),
        "odd.txt": f"{EVIL};1\n{TURNED}\n".encode(),
    }
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    return list(contents)


@pytest.mark.parametrize(
    "command",
    [
        ["check", "{}"],
        ["check", "{}", "--fix", "--diff"],
        ["check", "{}", "--json"],
        ["show", "{}"],
        ["show", "{}", "--ruler"],
        ["show", "{}", "--line", "1"],
        ["show", "{}", "--mask"],
        ["diff", "{}", "again.txt"],
        ["diff", "names.txt", "{}"],
        ["merge", "{}", "again.txt", "--into", "merged"],
        ["split", "{}", "--into", "parts"],
        ["mask", "{}", "--output", "copy.out", "--force"],
        ["kit", "kit", "--base", "{}"],
        ["rules", "diff", "2026.11", "2026.11", "{}"],
    ],
    ids=" ".join,
)
def test_no_command_lets_a_control_character_through(
    command: list[str], files: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    for name in files:
        run([word.format(name) for word in command])

        shown = capsys.readouterr()
        assert UNSEEN.search(shown.out + shown.err) is None


@pytest.mark.parametrize(
    "command",
    [
        ["check"],
        ["show"],
        ["diff", "names.txt"],
        ["merge"],
        ["split"],
        ["mask"],
        ["explain"],
        ["kit", "kit", "--base"],
        [],
    ],
    ids=" ".join,
)
def test_no_name_of_a_file_or_command_does_so_either(
    command: list[str], files: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert files

    assert run([*command, "\x1b[31mnope.txt"]) == 2

    shown = capsys.readouterr()
    assert "u001b[31m" in shown.out + shown.err or "x1b[31m" in shown.out + shown.err
    assert UNSEEN.search(shown.out + shown.err) is None


def test_colours_of_the_report_itself_stay(
    files: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    check = importlib.import_module(COMMANDS["check"].target.partition(":")[0])
    style = check._style("en")
    monkeypatch.setattr(check, "_style", lambda _language: replace(style, colour=True))

    run(["check", files[1]])

    painted = capsys.readouterr().out
    assert "\x1b[1;" in painted
    assert UNSEEN.search(re.sub("\x1b\\[[0-9;]*m", "", painted)) is None
    assert "\x1b[31m" not in painted
