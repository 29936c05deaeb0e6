"""Resolves the locks again: `make lock`.

Each lock is for one kind of installation, all for Python 3.11 and newer on any system, with hashes and
without the address of an index. They agree with each other: a smaller lock is resolved inside `dev.txt`.
What is pinned stays pinned while the ranges allow it; `--upgrade` looks for newer versions.
"""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
LOCKS = {
    "dev": (["dev"], "pins.in"),
    "bench": (["dev", "bench"], "dev.txt"),
    "prove": (["dev", "prove"], "dev.txt"),
    "portal": (["portal"], "dev.txt"),
    "check": (["check"], "dev.txt"),
}


def main() -> int:
    """Writes every lock; the first failure ends it."""
    for name, (extras, constraint) in LOCKS.items():
        print(f"requirements/{name}.txt")
        options = ["--universal", "--python-version", "3.11", "--generate-hashes"]
        options += ["--no-annotate", "--no-header", "--quiet"]
        options += ["--constraint", str(HERE / constraint), "--output-file", str(HERE / f"{name}.txt")]
        options += [*sys.argv[1:], *(word for extra in extras for word in ("--extra", extra))]
        command = [
            sys.executable,
            "-m",
            "uv",
            "pip",
            "compile",
            *options,
            str(HERE.parent / "pyproject.toml"),
        ]
        finished = subprocess.run(command, check=False)
        if finished.returncode:
            return finished.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
