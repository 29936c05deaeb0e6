"""What the system says of a file (not there, a folder, not allowed) is said in Malay by every command."""

import errno
import importlib
from pathlib import Path
from socket import create_server

import pytest

from assist_data import data_path
from contributions.system_words import system_words
from harness.cli.check import main as check
from harness.cli.main import COMMANDS

GOOD = str(data_path("files", "contoh-maju-2026-10.txt"))
BAD = str(data_path("files", "bad-eis-shares-differ-2026-10.txt"))
ABSENT = "tiada fail atau folder sedemikian"


@pytest.mark.parametrize(
    ("command", "says"),
    [
        pytest.param(["diff", "none.txt", GOOD], ABSENT, id="diff"),
        pytest.param(["show", "none.txt"], ABSENT, id="show"),
        pytest.param(["show", "."], "ia ialah folder", id="show a folder"),
        pytest.param(["mask", "none.txt"], ABSENT, id="mask"),
        pytest.param(["split", "none.txt"], ABSENT, id="split"),
        pytest.param(["merge", "none.txt", GOOD], ABSENT, id="merge"),
        pytest.param(["convert", "none.csv"], ABSENT, id="convert"),
        pytest.param(["reconcile", GOOD, "--with", "none.csv"], ABSENT, id="reconcile"),
        pytest.param(["kit", "score", "none.json"], ABSENT, id="kit score"),
        pytest.param(["check", GOOD, "--roster", "none.csv"], ABSENT, id="roster"),
        pytest.param(["check", GOOD, "--output", "none/x.json"], "Tiada folder none", id="folder"),
        pytest.param(["check", BAD, "--output", "x.json"], "1 tidak sah: laporan ada dalam x.json", id="out"),
        pytest.param(["check", GOOD, "--select", "ZZ1"], "Tiada semakan dengan kod yang bermula", id="code"),
        pytest.param(
            ["check", "none.txt", "--field-report", "accepted"],
            "tidak dapat dibaca: tiada",
            id="field report",
        ),
        pytest.param(["explain", "ZZ1"], "Tiada semakan dengan kod ZZ1", id="explain"),
        pytest.param(["explain", "AM111"], "Yang hampir: AM11", id="near it"),
    ],
)
def test_no_command_falls_back_into_english(
    command: list[str],
    says: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    module, _, function = COMMANDS[command[0]].target.partition(":")

    getattr(importlib.import_module(module), function)([*command[1:], "--lang", "ms"])

    said = " ".join(capsys.readouterr().err.split())
    assert says in said
    assert "No such file" not in said


def test_a_port_that_is_taken_is_told_in_malay(capsys: pytest.CaptureFixture[str]) -> None:
    with create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        assert check(["--serve", "--port", port, "--lang", "ms", "--no-config"]) == 2

    said = f"Port {port} pada mesin ini tidak dapat digunakan: sudah digunakan oleh program lain."
    assert said in capsys.readouterr().err


def test_a_path_through_a_file_is_told_in_malay(capsys: pytest.CaptureFixture[str]) -> None:
    assert check([f"{GOOD}/x", "--lang", "ms", "--no-config"]) == 2
    shown = capsys.readouterr().out
    assert "Fail tidak dapat dibaca" in shown
    assert "Not a directory" not in shown


@pytest.mark.parametrize("number", [errno.ENOENT, errno.EACCES, errno.EISDIR, errno.ENOSPC])
def test_the_systems_own_language_does_not_come_through(number: int) -> None:
    words = system_words(OSError(number, "Zugriff verweigert"))

    assert "verweigert" not in f"{words.en}{words.ms}"
    assert words.en != words.ms


def test_a_rare_error_keeps_the_words_of_the_system() -> None:
    assert system_words(OSError(errno.EIO, "Input/output error")).ms == "Input/output error"
