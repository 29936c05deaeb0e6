"""Standard output that takes nothing more: every command says so in words and never answers for it."""

import subprocess
import sys
from pathlib import Path

import pytest

GOOD = str(Path("fixtures/files/contoh-maju-2026-10.txt").resolve())
RUN = "import sys; from harness.cli.main import main; sys.exit(main())"
FULL = Path("/dev/full")

pytestmark = pytest.mark.skipif(not FULL.exists(), reason="this system has no device that is always full")


@pytest.mark.parametrize(
    "words",
    [
        f"check {GOOD}",
        f"check {GOOD} --json",
        f"check {GOOD} --format xlsx",
        f"show {GOOD}",
        f"diff {GOOD} {GOOD}",
        "explain AM09",
        "compute --wage 3250 --month 2026-10 --born 1990-01-01",
        "--help",
    ],
)
def test_a_full_disk_is_no_verdict(words: str) -> None:
    with FULL.open("w") as full:
        done = subprocess.run(
            [sys.executable, "-c", RUN, *words.split()],
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )

    assert done.returncode == 2
    assert done.stderr == (
        "Standard output could not be written: No space left on device. "
        "Make room there, or name another place.\n"
    )


def test_a_report_is_written_into_a_device_and_never_in_its_place(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", RUN, "check", GOOD, "--output", str(FULL)],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 2
    assert f"{FULL} could not be written: No space left on device. Make room there" in done.stderr
    assert FULL.is_char_device()
