"""A pipe where a file is wanted: every command says so at once, and waits for nobody."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

GOOD = str(Path("fixtures/files/contoh-maju-2026-10.txt").resolve())
RUN = "import sys; from harness.cli.main import main; sys.exit(main())"

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")


@pytest.mark.parametrize(
    "words",
    [
        "show PIPE",
        "diff GOOD PIPE",
        "merge GOOD PIPE --into out",
        "split PIPE --into out",
        "mask PIPE",
        "convert PIPE",
        "reconcile GOOD --with PIPE",
        "kit --base PIPE --as-of 2026-11-10 out",
        "check --roster PIPE GOOD",
        "rules diff PIPE current GOOD",
    ],
)
def test_a_command_says_that_it_was_given_a_pipe(words: str, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    given = [{"PIPE": "pipe", "GOOD": GOOD}.get(word, word) for word in words.split()]

    done = subprocess.run(
        [sys.executable, "-c", RUN, *given],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )

    assert done.returncode == 2
    assert "a pipe" in done.stderr
    assert not (tmp_path / "out").exists()
