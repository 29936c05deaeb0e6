"""Ten thousand files of fifty lines are checked in one call in at most 5 s, from the shell."""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.check_million_lines import AS_OF, ROOT, write_lines
from benchmarks.figures import conclude
from contributions import C2

FILES, LINES = 10_000, 50
SECONDS = 5.0
RUNS = 2


def main() -> int:
    """Make the files, check them by the command, count what it says of them."""
    with tempfile.TemporaryDirectory() as folder:
        exports = Path(folder) / "exports"
        write_files(Path(folder) / "lines.txt", exports)
        seconds = [measured(exports) for _ in range(RUNS)]
    return conclude(
        f"{FILES:,} files of {LINES} lines in one call",
        {
            "assist check FOLDER --json": f"{min(seconds):.2f} s, the best of "
            + ", ".join(f"{each:.2f}" for each in seconds),
            "bound": f"{SECONDS} s",
        },
        holds=min(seconds) <= SECONDS,
    )


def measured(exports: Path) -> float:
    """Seconds of one call, from its start to its last byte."""
    assist = str(Path(sys.executable).parent / "assist")
    command = [assist, "check", str(exports), "--json", "--as-of", str(AS_OF)]
    began = time.perf_counter()
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - began
    files = json.loads(done.stdout)["files"] if done.returncode == 0 else []
    if len(files) != FILES or {file["verdict"] for file in files} != {"valid"}:
        sys.exit(f"the files were not found valid: {done.stderr.strip()[-800:]}")
    return seconds


def write_files(source: Path, exports: Path) -> None:
    """Files of some lines each, cut from many."""
    write_lines(source, FILES * LINES)
    content = source.read_bytes()
    size = (C2.width + 2) * LINES
    exports.mkdir()
    for number in range(FILES):
        part = content[number * size : (number + 1) * size]
        (exports / f"branch-{number:05}.txt").write_bytes(part)


if __name__ == "__main__":
    sys.exit(main())
