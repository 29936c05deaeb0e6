"""What decides whether `make setup` has work to do."""

import shutil
from pathlib import Path

import pytest

from requirements.install import INSIDE, UNFINISHED, fingerprint, is_sound, pin_of
from tests.house.tree import ROOT


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """The two files that decide, in a place of their own."""
    (tmp_path / "requirements").mkdir()
    for name in ("pyproject.toml", "requirements/dev.txt"):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_setting_of_a_tool_installs_nothing_again(checkout: Path) -> None:
    before = fingerprint("dev", checkout)

    change(checkout / "pyproject.toml", "line-length = 110", "line-length = 100")

    assert fingerprint("dev", checkout) == before


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        pytest.param("pyproject.toml", '"numpy>=1.26"', '"numpy>=2"', id="a range"),
        pytest.param("pyproject.toml", "harness.cli.main:main", "harness.cli:main", id="an entry point"),
        pytest.param("requirements/dev.txt", "flask==", "flask==0.", id="a pin"),
    ],
)
def test_what_decides_is_installed_again(checkout: Path, name: str, old: str, new: str) -> None:
    before = fingerprint("dev", checkout)

    change(checkout / name, old, new)

    assert fingerprint("dev", checkout) != before


def test_an_interrupted_environment_is_not_trusted(tmp_path: Path) -> None:
    (tmp_path / INSIDE).parent.mkdir()
    (tmp_path / INSIDE).touch()
    (tmp_path / UNFINISHED).touch()

    assert not is_sound(tmp_path)


def test_an_environment_without_its_python_is_not_trusted(tmp_path: Path) -> None:
    assert not is_sound(tmp_path)


def test_the_pin_of_one_package_is_taken_with_its_hashes_and_of_no_other() -> None:
    lock = "a==1 \\\n    --hash=sha256:0 \\\n    --hash=sha256:1\nab==2 \\\n    --hash=sha256:2\n"

    assert pin_of("a", lock) == "a==1 \\\n    --hash=sha256:0 \\\n    --hash=sha256:1\n"
    assert pin_of("ab", lock) == "ab==2 \\\n    --hash=sha256:2\n"
    assert pin_of("b", lock) == ""


@pytest.mark.parametrize("name", ["dev", "bench", "prove"])
def test_every_lock_that_is_installed_pins_uv(name: str) -> None:
    lock = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")

    assert pin_of("uv", lock).count("--hash=sha256:") > 5
