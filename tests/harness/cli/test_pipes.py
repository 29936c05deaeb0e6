"""A pipe or a device where a file is wanted: every command says so at once, and waits for nobody."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

GOOD = str(Path("fixtures/files/contoh-maju-2026-10.txt").resolve())
RUN = "import sys; from harness.cli.main import main; sys.exit(main())"

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")


COMMANDS = [
    "show THING",
    "diff GOOD THING",
    "merge GOOD THING --into out",
    "split THING --into out",
    "mask THING",
    "convert THING",
    "reconcile GOOD --with THING",
    "kit --base THING --as-of 2026-11-10 out",
    "kit score THING",
    "check --roster THING GOOD",
    "rules diff THING current GOOD",
]


def run(words: str, thing: str, folder: Path) -> subprocess.CompletedProcess[str]:
    given = [{"THING": thing, "GOOD": GOOD}.get(word, word) for word in words.split()]
    return subprocess.run(
        [sys.executable, "-c", RUN, *given],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("words", COMMANDS)
def test_a_command_says_that_it_was_given_a_pipe(words: str, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    done = run(words, "pipe", tmp_path)

    assert done.returncode == 2
    assert "it is a pipe and no file" in done.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("words", COMMANDS)
def test_a_command_says_that_it_was_given_a_device(words: str, tmp_path: Path) -> None:
    done = run(words, "/dev/zero", tmp_path)

    assert done.returncode == 2
    assert "it is a device and no file" in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_device_without_an_end_is_no_file_to_check(tmp_path: Path) -> None:
    done = run("check THING --no-config", "/dev/zero", tmp_path)

    assert done.returncode == 2
    assert "The file could not be read: it is a device and no file." in done.stdout


def test_a_shells_own_pipes_are_read(tmp_path: Path) -> None:
    shell = ["bash", "-c", f'exec "$0" -c "$1" check --no-config --as-of 2026-11-10 <(cat {GOOD})']

    done = subprocess.run(
        [*shell, sys.executable, RUN], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False
    )

    assert (done.returncode, done.stderr) == (0, "")
