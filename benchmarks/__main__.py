"""Runs every benchmark in turn: `make bench`. One that misses its bound does not stop the others."""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
# Modules that the benchmarks share; every other file of this folder is a benchmark.
SHARED = {"__main__", "figures", "free_port", "load", "peers", "selenium_job", "trivial_page"}


def main() -> int:
    """1 if any claim does not hold or could not be measured."""
    missed = []
    for name in sorted(path.stem for path in HERE.glob("*.py") if path.stem not in SHARED):
        print(f"\n== {name}", flush=True)
        if subprocess.run(
            [sys.executable, "-m", f"benchmarks.{name}"], cwd=HERE.parent, check=False
        ).returncode:
            missed.append(name)
    print(f"\nMissed: {', '.join(missed)}" if missed else "\nEvery claim holds.")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
