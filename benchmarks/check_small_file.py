"""A file of fifty lines is checked from the shell in at most the time of `import numpy` plus 100 ms.

Everything runs in turn as a process of its own with compiled bytecode, beside `frictionless validate` on the
same lines as CSV and `ruff check` on one Python file. The fastest runs are compared: other work on the
machine makes a run longer, and never shorter.
"""

import compileall
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.check_million_lines import AS_OF, ROOT, write_csv, write_lines
from benchmarks.figures import conclude, milliseconds

LINES = 50
RUNS = 15
MORE_THAN_NUMPY = 0.100


def main() -> int:
    """Run each in turn, so that other work on the machine meets all of them."""
    tools = Path(sys.executable).parent
    for room in ("contributions", "harness"):
        compileall.compile_dir(ROOT / room, quiet=1)
    with tempfile.TemporaryDirectory() as folder:
        text, table, module = (Path(folder) / name for name in ("fifty.txt", "fifty.csv", "fifty.py"))
        write_lines(text, LINES)
        write_csv(text, table)
        module.write_text("".join(f"line_{number} = {number}\n" for number in range(LINES)), encoding="utf-8")
        commands: dict[str, list[str | Path]] = {
            "python -c 'import numpy'": [sys.executable, "-c", "import numpy"],
            "assist check": [tools / "assist", "check", text, "--as-of", str(AS_OF)],
            "ruff check": [tools / "ruff", "check", "--no-cache", "--isolated", module],
            "frictionless validate": [tools / "frictionless", "validate", "--trusted", table],
        }
        seconds: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(RUNS):
            for name, command in commands.items():
                seconds[name].append(measured([str(word) for word in command]))
    ours, numpy = (min(seconds[name]) for name in ("assist check", "python -c 'import numpy'"))
    return conclude(
        f"A file of {LINES} lines is checked at once",
        {
            **{name: milliseconds(each) for name, each in seconds.items()},
            "fastest": f"{ours * 1000:.1f} ms",
            "bound": f"{(numpy + MORE_THAN_NUMPY) * 1000:.1f} ms, which is NumPy and 100 ms",
        },
        holds=ours <= numpy + MORE_THAN_NUMPY,
    )


def measured(command: list[str]) -> float:
    """Seconds of one call, which has to succeed."""
    began = time.perf_counter()
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - began
    if done.returncode:
        sys.exit(f"{command} could not be measured: {(done.stderr or done.stdout).strip()[-800:]}")
    return seconds


if __name__ == "__main__":
    sys.exit(main())
