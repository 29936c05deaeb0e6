"""Writes `docs/licences.md`, the licence of every package in the locks, from the environment: `make docs`."""

import json
import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
PAGE = HERE.parent / "docs" / "licences.md"
# Packages that name their licence only in a file of theirs, read by a person.
READ_BY_HAND = {"axe-playwright-python": "MIT"}
HEAD = """# Licences of what is installed

Written by `make docs` from the environment that `requirements/dev.txt` makes on Python 3.11. The last
column says which installation brings a package: `check`, `portal` (with `check`) or `dev` (harness, tools).
Nothing of these packages is copied into this repository. Two that only Windows needs are not in the table:
colorama (BSD) and tzdata (Apache-2.0).

| package | version | licence | comes with |
| --- | --- | --- | --- |
"""


def main() -> int:
    """Writes the page."""
    command = [sys.executable, "-m", "piplicenses", "--from=mixed", "--format=json", "--with-system"]
    listed = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    locks = {name: locked(name) for name in ("check", "portal", "dev")}
    rows = [
        row(package, next(name for name, names in locks.items() if normal(package["Name"]) in names))
        for package in sorted(listed, key=lambda package: normal(package["Name"]))
        if normal(package["Name"]) in locks["dev"]
    ]
    PAGE.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8", newline="\n")
    return 0


def locked(lock: str) -> set[str]:
    """The names in a lock."""
    text = (HERE / f"{lock}.txt").read_text(encoding="utf-8")
    return {normal(name) for name in re.findall(r"^([\w.-]+)(?:\[.*?\])?==", text, re.MULTILINE)}


def row(package: dict[str, str], comes_with: str) -> str:
    """One line of the table."""
    name = normal(package["Name"])
    licence = READ_BY_HAND.get(name, package["License"])
    return f"| {name} | {package['Version']} | {licence} | {comes_with} |"


def normal(name: str) -> str:
    """A package's name as the locks write it."""
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    sys.exit(main())
