"""Rules that a user cannot read: said in words by every command, and never a stack trace."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from contributions.rates.in_force import built_in

GOOD = str(Path("fixtures/files/contoh-maju-2026-10.txt").resolve())
RUN = "import sys; from harness.cli.main import main; sys.exit(main())"
NOWHERE = f"/{'x' * 5000}"
VERSION = built_in().version

pytestmark = pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="XDG_DATA_HOME is Linux's")


def run(words: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """`assist` with these variables and no others that name rules."""
    others = {name: value for name, value in os.environ.items() if not name.startswith("ASSIST_RULES")}
    return subprocess.run(
        [sys.executable, "-c", RUN, *words.split()],
        cwd=folder,
        env={**others, **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize(
    "words",
    [
        f"check {GOOD} --no-config --as-of 2026-11-10",
        f"show {GOOD}",
        "rates --month 2026-10",
        "explain AM09",
        "compute --wage 3250 --month 2026-10 --born 1990-01-01",
        "generate made.txt --lines 3 --month 2026-10",
        f"mask {GOOD} --output masked.txt",
        "rules show",
    ],
)
def test_who_cannot_have_packs_is_told_once_and_served_by_what_is_built_in(
    words: str, tmp_path: Path
) -> None:
    done = run(words, tmp_path, XDG_DATA_HOME=NOWHERE)

    assert done.returncode == 0
    assert done.stderr == (
        f"{NOWHERE}/assist-harness/rules cannot be entered by this user: the only rules here are those that "
        f"came with this program, {VERSION}. ASSIST_RULES={VERSION} pins them.\n"
    )
    assert done.stdout


def test_it_is_told_in_malay_too(tmp_path: Path) -> None:
    done = run("rates --month 2026-10 --lang ms", tmp_path, XDG_DATA_HOME=NOWHERE)

    assert done.stderr.startswith("Pengguna ini tidak dapat memasuki ")


def test_who_pins_them_is_not_told(tmp_path: Path) -> None:
    done = run("rates --month 2026-10", tmp_path, XDG_DATA_HOME=NOWHERE, ASSIST_RULES=VERSION)

    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    "words",
    [
        f"check {GOOD} --no-config",
        f"show {GOOD}",
        "rates --month 2026-10",
        "explain AM09",
        "compute --wage 3250 --month 2026-10 --born 1990-01-01",
        "generate made.txt --lines 3 --month 2026-10",
        f"mask {GOOD} --output masked.txt",
        "kit kit",
        "rules show",
    ],
)
def test_a_damaged_pack_stops_every_command_that_needs_it_in_words(words: str, tmp_path: Path) -> None:
    (tmp_path / "rules" / "2027.1").mkdir(parents=True)

    done = run(words, tmp_path, ASSIST_RULES_FOLDER=str(tmp_path / "rules"))

    assert (done.returncode, done.stdout) == (2, "")
    assert "it was damaged, and assist rules update --reset removes" in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["rules"]
