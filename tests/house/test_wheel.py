"""What a user installs: the wheel alone in a fresh environment, with locked dependencies only."""

import json
import os
import subprocess
import sys
import urllib.request
import venv
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.house.tree import ROOT

# One environment for the module, so its tests stay in one worker.
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("wheel")]

SAMPLE = ROOT / "fixtures" / "files" / "contoh-maju-2026-10.txt"
SCRIPTS = "Scripts" if os.name == "nt" else "bin"


@dataclass(frozen=True)
class Environment:
    """A virtual environment without any trace of the checkout."""

    folder: Path

    @property
    def python(self) -> Path:
        return self.folder / SCRIPTS / "python"

    @property
    def assist(self) -> Path:
        return self.folder / SCRIPTS / "assist"

    def install(self, *arguments: str) -> None:
        """Runs pip from the development environment, so that the fresh one needs none of its own."""
        pip = [
            sys.executable,
            "-m",
            "pip",
            "--python",
            str(self.python),
            "install",
            "--quiet",
            "--no-compile",
        ]
        done = subprocess.run([*pip, *arguments], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Runs the installed command outside the checkout."""
        return subprocess.run(
            [str(self.assist), *arguments],
            cwd=self.folder,
            env=without_the_checkout(),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )


def without_the_checkout() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "VIRTUAL_ENV"}}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(build, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def checker(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """The wheel with what `[check]` asks for: no browser, no web."""
    environment = Environment(tmp_path_factory.mktemp("environment") / "venv")
    venv.create(environment.folder, with_pip=False)
    environment.install(
        "--no-deps", "--require-hashes", "--requirement", str(ROOT / "requirements" / "check.txt")
    )
    environment.install("--no-deps", "--no-index", str(wheel))
    return environment


@pytest.fixture(scope="module")
def portal(checker: Environment) -> Environment:
    """The same environment, grown to what `[portal]` asks for."""
    checker.install(
        "--no-deps", "--require-hashes", "--requirement", str(ROOT / "requirements" / "portal.txt")
    )
    return checker


def test_the_checker_alone_checks_a_file(checker: Environment) -> None:
    done = checker.run("check", str(SAMPLE))

    assert (done.returncode, done.stderr) == (0, "")
    assert "B3200000123X" in done.stdout


def test_the_checker_alone_explains_what_it_lacks(checker: Environment) -> None:
    done = checker.run("portal")

    assert done.returncode == 2
    assert "/path/to/the/clone[portal]" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_portal_serves_its_log_in_page_from_the_wheel(portal: Environment) -> None:
    command = [str(portal.assist), "portal", "--json", "--port", "0"]
    with subprocess.Popen(
        command, cwd=portal.folder, env=without_the_checkout(), stdout=subprocess.PIPE, encoding="utf-8"
    ) as running:
        try:
            assert running.stdout is not None
            said = json.loads(running.stdout.readline())
            port = urlsplit(said["portal"]).port
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/employer/login", timeout=30) as answer:
                page = answer.read().decode()
        finally:
            running.terminate()

    assert answer.status == 200
    assert "Not PERKESO" in page


def test_the_wheel_asks_for_ranges_so_that_a_users_own_pins_fit() -> None:
    asked = metadata.requires("assist-harness") or []

    assert [requirement for requirement in asked if "==" in requirement.partition(";")[0]] == []
