"""Four million lines take four times what a million take, in the same memory; a million wrong ones 3 s.

Each run is a process of its own. The memory may grow by what has to be kept of each line to find the same
person twice: forty bytes.
"""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.check_million_lines import AS_OF, LINES, ROOT, figures_of, write_lines
from benchmarks.figures import conclude
from contributions import C2, Verdict, check

TIMES = 4
WRONG_SECONDS, WRONG_MEGABYTES = 3.0, 500
KEPT_A_LINE = 40
WIDTH = C2.width + 2


def main(arguments: list[str]) -> int:
    """Measure the three files, or check one of them when it is given."""
    if arguments:
        print(json.dumps(checked(Path(arguments[0]))))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        million, more, wrong = (Path(folder) / name for name in ("million.txt", "more.txt", "wrong.txt"))
        write_lines(million)
        content = million.read_bytes()
        more.write_bytes(b"".join(of_others(content, number) for number in range(TIMES)))
        wrong.write_bytes(with_wrong_shares(content))
        one, four, bad = (best(path) for path in (million, more, wrong))
    grown = four["megabytes"] - one["megabytes"]
    holds = four["seconds"] <= TIMES * one["seconds"] and grown <= TIMES * LINES * KEPT_A_LINE / 1e6
    holds = holds and bad["seconds"] <= WRONG_SECONDS and bad["megabytes"] <= WRONG_MEGABYTES
    return conclude(
        f"{TIMES * LINES:,} lines, and {LINES:,} of which every one is wrong",
        {
            f"{LINES:,} lines": shown(one),
            f"{TIMES * LINES:,} lines": shown(four),
            f"{LINES:,} wrong lines": shown(bad),
            "bound": f"{TIMES} times, {TIMES * LINES * KEPT_A_LINE / 1e6:.0f} MB more; "
            f"wrong lines {WRONG_SECONDS} s and {WRONG_MEGABYTES} MB",
        },
        holds=holds,
    )


def shown(run: dict[str, float]) -> str:
    """One run in words."""
    return f"{run['seconds']:.2f} s, {run['megabytes']:.0f} MB, {run['wrong']:,.0f} places"


def best(path: Path) -> dict[str, float]:
    """The faster of two runs."""
    runs: list[dict[str, float]] = []
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.check_four_million_lines", str(path)],
            cwd=ROOT, capture_output=True, text=True, check=False,
        )  # fmt: skip
        if done.returncode:
            sys.exit(f"{path.name} could not be measured: {done.stderr.strip()[-800:]}")
        runs.append(json.loads(done.stdout.splitlines()[-1]))
    return min(runs, key=lambda run: run["seconds"])


def checked(path: Path) -> dict[str, float]:
    """One check; the places of errors are counted, so that a file cannot seem fast by not being read."""
    began = time.perf_counter()
    report = check(path, as_of=AS_OF)
    seconds = time.perf_counter() - began
    wrong = sum(finding.places for finding in report.findings if finding.code == "AM11")
    if report.records != path.stat().st_size // WIDTH or (report.verdict is Verdict.INVALID) != (wrong > 0):
        sys.exit(f"{path.name} was not read as it was made")
    return {**figures_of(seconds, report.records), "wrong": wrong}


def of_others(content: bytes, number: int) -> bytes:
    """The same lines for other people: the year of birth and a letter of the name are moved on."""
    if number == 0:
        return content
    import numpy as np

    lines = np.frombuffer(content, np.uint8).reshape(-1, WIDTH).copy()
    # the place code, columns 39-40 of a line, stays one that exists: 01 to 04
    place = C2["identity_number"].columns.start + 6
    lines[:, place : place + 2] = (ord("0"), ord("0") + number)
    name = C2["name"].columns.start
    lines[:, name] = ord("P") + number
    return lines.tobytes()


def with_wrong_shares(content: bytes) -> bytes:
    """The same lines with another EIS employee share on each."""
    import numpy as np

    lines = np.frombuffer(content, np.uint8).reshape(-1, WIDTH).copy()
    field = C2["eis_employee"].columns
    lines[:, field] = np.frombuffer(b"   333", np.uint8)
    return lines.tobytes()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
