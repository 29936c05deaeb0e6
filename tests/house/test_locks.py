"""The locks install what pyproject.toml asks for, each file known by its hash, from any index."""

import re
import subprocess
import sys
import tomllib
from functools import cache

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.house.tree import ROOT

EXTRAS = {
    "check": ["check"],
    "portal": ["portal"],
    "dev": ["dev"],
    "bench": ["dev", "bench"],
    "prove": ["dev", "prove"],
}
PINNED = re.compile(r"^(?P<name>[\w.-]+)(\[[\w,-]+\])?==(?P<version>[^\s;]+)", re.MULTILINE)


@cache
def lock(name: str) -> str:
    return (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")


def pins(name: str) -> dict[str, set[Version]]:
    """The versions a lock names for each package; more than one where they differ by system."""
    found: dict[str, set[Version]] = {}
    for match in PINNED.finditer(lock(name)):
        found.setdefault(canonicalize_name(match["name"]), set()).add(Version(match["version"]))
    return found


def asked_for(extra: str) -> list[Requirement]:
    """What an extra asks for, with the extras of this project that it names unfolded."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked: list[Requirement] = []
    for text in project["optional-dependencies"][extra]:
        requirement = Requirement(text)
        if requirement.name == project["name"]:
            asked += [inner for other in requirement.extras for inner in asked_for(other)]
        else:
            asked.append(requirement)
    return asked


@pytest.mark.parametrize("name", EXTRAS)
def test_a_lock_satisfies_the_ranges_of_its_extras(name: str) -> None:
    pinned = pins(name)

    unmet = [
        str(requirement)
        for extra in EXTRAS[name]
        for requirement in asked_for(extra)
        if not all(
            v in requirement.specifier
            for v in pinned.get(canonicalize_name(requirement.name), {Version("0")})
        )
    ]

    assert unmet == [], "run make lock"


@pytest.mark.parametrize("name", EXTRAS)
def test_every_line_of_a_lock_has_a_hash_and_no_address(name: str) -> None:
    packages = [block for block in re.split(r"\n(?=\S)", lock(name).strip()) if not block.startswith("#")]

    assert [block.splitlines()[0] for block in packages if "--hash=sha256:" not in block] == []
    assert re.findall(r"https?://|--\w*-?index\S*|--find-links", lock(name)) == []


@pytest.mark.parametrize("smaller", ["check", "portal"])
def test_the_locks_agree_on_every_version(smaller: str) -> None:
    whole = pins("dev")

    assert {name: versions for name, versions in pins(smaller).items() if not versions <= whole[name]} == {}


def test_what_pins_in_holds_back_is_held_back() -> None:
    text = (ROOT / "requirements" / "pins.in").read_text(encoding="utf-8")
    held = {canonicalize_name(match["name"]): {Version(match["version"])} for match in PINNED.finditer(text)}

    assert held
    assert {name: pins("dev")[name] for name in held} == held


def test_who_only_checks_files_gets_no_browser_and_no_web() -> None:
    assert {"playwright", "flask", "sqlalchemy", "typer", "pytest"}.isdisjoint(pins("check"))


def test_a_lock_leaves_nothing_out() -> None:
    """It is installed without looking for dependencies, so what it forgets would be missing."""
    done = subprocess.run([sys.executable, "-m", "pip", "check"], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout
