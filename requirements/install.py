"""Makes `.venv` from a hashed lock and puts this project into it: `make setup`, and the line for Windows.

Two steps, because pip refuses an editable project beside hashes: first the lock with hashes, then the
project alone. A stamp of what was installed makes the next run free. An interrupted run leaves a marker,
and the next one starts the environment again, since nobody can tell which files of it are whole.

Only the standard library is used: nothing is installed yet when this runs. The syntax stays old so that
an old Python can say what is missing.
"""

from __future__ import annotations

import compileall
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
INSIDE = Path("Scripts/python.exe" if os.name == "nt" else "bin/python")
PYTHON = VENV / INSIDE
UNFINISHED = "unfinished"
PIP = [str(PYTHON), "-m", "pip", "-qq", "--disable-pip-version-check", "install"]
BY_HASHES = ["--no-deps", "--require-hashes"]
PACKAGES = ("contributions", "check_page", "mock_portal", "harness", "assist_data", "tests", "benchmarks")


def main(lock: str = "dev") -> int:
    """Brings `.venv` to what `requirements/<lock>.txt` and pyproject.toml say; 0 when it stands."""
    if sys.version_info < (3, 11):  # noqa: UP036 - the reader of these words has an old Python
        say(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.")
        return 2
    stamp = VENV / f"installed-{lock}"
    wanted = fingerprint(lock)
    if not (is_sound() and stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted):
        if not (is_sound() or make_environment()):
            return 2
        install(lock)
        stamp.write_text(wanted, encoding="utf-8")
    compile_bytecode()
    return 0


def fingerprint(lock: str, root: Path = ROOT) -> str:
    """A hash of what decides the installation: the lock, and pyproject.toml without its tool settings."""
    import tomllib

    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    decisive = repr((project["build-system"], project["project"], project["tool"]["hatch"], str(root)))
    text = (root / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
    return hashlib.sha256((decisive + text).encode()).hexdigest()


def is_sound(venv: Path = VENV) -> bool:
    """True if the environment was made to its end and its Python still starts."""
    if (venv / UNFINISHED).exists() or not (venv / INSIDE).exists():
        return False
    probe = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
    return subprocess.run([str(venv / INSIDE), "-c", probe], capture_output=True, check=False).returncode == 0


def make_environment() -> bool:
    """Makes an empty `.venv`; False, with the mend said, if this Python cannot."""
    if (
        any(importlib.util.find_spec(name) is None for name in ("venv", "ensurepip"))
        and not add_venv_package()
    ):
        return False
    if VENV.exists():
        say("The environment in .venv is unfinished or broken: starting it again.")
        shutil.rmtree(VENV)
    say(f"Making .venv with Python {sys.version.split()[0]}.")
    VENV.mkdir()
    (VENV / UNFINISHED).touch()
    run([sys.executable, "-m", "venv", str(VENV)])
    return True


def add_venv_package() -> bool:
    """Debian splits venv from Python: installs the part as root, otherwise says the one command."""
    package = f"python3.{sys.version_info.minor}-venv"
    if not shutil.which("apt-get") or os.geteuid() != 0:
        say(f"This Python cannot make environments. Run: sudo apt-get install {package}")
        return False
    say(f"Installing the Debian package {package}.")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    run(["apt-get", "-qq", "update"], env=quiet, shown=False)
    run(["apt-get", "-qq", "install", "--yes", package], env=quiet, shown=False)
    return True


def install(lock: str) -> None:
    """The two steps, quietly; pip speaks only when something is wrong."""
    path = ROOT / "requirements" / f"{lock}.txt"
    text = path.read_text(encoding="utf-8")
    names = [line for line in text.splitlines() if "==" in line]
    say(f"Installing {len(names)} packages from requirements/{lock}.txt by their hashes: a minute or less.")
    if not install_with_uv(path):
        run([*PIP, *BY_HASHES, "--requirement", str(path)])
    say("Installing this project into .venv.")
    run([*PIP, "--no-deps", "--no-build-isolation", "--editable", str(ROOT)])
    (VENV / UNFINISHED).unlink(missing_ok=True)


def install_with_uv(lock: Path) -> bool:
    """The lock by uv, itself from the lock, in a quarter of pip's time; False where it cannot.

    uv reads no settings of pip: behind a mirror that only pip knows of, pip installs all.
    """
    alone = VENV / "uv.txt"
    alone.write_text(pin_of("uv", lock.read_text(encoding="utf-8")), encoding="utf-8")
    uv = [str(PYTHON), "-m", "uv", "-q", "pip", "install", "--python", str(PYTHON), "--compile-bytecode"]
    steps = (
        [*PIP, *BY_HASHES, "--requirement", str(alone)],
        [*uv, *BY_HASHES, "--requirement", str(lock)],
    )
    return all(subprocess.run(step, capture_output=True, check=False).returncode == 0 for step in steps)


def pin_of(name: str, lock: str) -> str:
    """The lines of one package in a lock: its version and its hashes."""
    found = re.search(rf"^{name}==.*?[^\\]$", lock, re.MULTILINE | re.DOTALL)
    return found[0] + "\n" if found else ""


def compile_bytecode() -> None:
    """Writes bytecode of our own code also where Python itself is told not to: every start gets faster.

    The same was done for the packages when they were installed.
    """
    for package in PACKAGES:
        if (ROOT / package).is_dir():
            compileall.compile_dir(ROOT / package, quiet=2, workers=0)


def run(command: list[str], env: dict[str, str] | None = None, *, shown: bool = True) -> None:
    """Runs one step; its failure ends this program, after the step's own words."""
    finished = subprocess.run(command, check=False, env=env, stdout=None if shown else subprocess.DEVNULL)
    if finished.returncode:
        say(f"This step failed: {' '.join(command)}")
        sys.exit(finished.returncode)


def say(words: str) -> None:
    """A line for the person who waits."""
    print(words, flush=True)


if __name__ == "__main__":
    try:
        sys.exit(main(*sys.argv[1:]))
    except KeyboardInterrupt:
        say("Stopped. The next run takes it up again.")
        sys.exit(130)
