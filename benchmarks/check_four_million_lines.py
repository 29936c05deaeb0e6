"""Four million lines take four times what a million may take, in the same memory; a million wrong ones 3 s.

Each run is a process of its own, and all take turns. A line among four million may take a tenth longer than
one among a million, for chance and since putting more in order takes longer. The memory may grow by what has
to be kept of each line to find the same person and the same name twice, and to put them in order: 40 bytes.
Peers check the wrong lines as CSV, where the same rule of their six is broken on each; they count such lines,
or tell of each without a word on its mend, so their time is shown and not a bound.
"""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.check_million_lines import (
    AS_OF,
    LINES,
    MEGABYTES,
    ROOT,
    SECONDS,
    fastest,
    figures_of,
    write_csv,
    write_lines,
)
from benchmarks.check_million_lines import run as run_peer
from benchmarks.figures import conclude
from benchmarks.peers import PEERS
from contributions import C2, Verdict, check

TIMES = 4
WRONG_SECONDS, WRONG_MEGABYTES = 3.0, 500
A_TENTH_MORE = 1.1
KEPT_A_LINE = 40
RUNS = 3
WIDTH = C2.width + 2


def main(arguments: list[str]) -> int:
    """Measure the three files, or check one of them when it is given."""
    if arguments:
        print(json.dumps(checked(Path(arguments[0]))))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        names = ("million.txt", "more.txt", "wrong.txt", "wrong.csv")
        million, more, wrong, table = (Path(folder) / name for name in names)
        write_lines(million)
        content = million.read_bytes()
        more.write_bytes(b"".join(of_others(content, number) for number in range(TIMES)))
        wrong.write_bytes(with_wrong_shares(content))
        write_csv(wrong, table)
        runs: list[list[dict[str, float]]] = [[], [], []]
        theirs: dict[str, list[dict[str, float]]] = {name: [] for name in PEERS}
        for _ in range(RUNS):
            for path, each in zip((million, more, wrong), runs, strict=True):
                each.append(run(path))
            for name, each in theirs.items():
                each.append(peer_run(name, table))
    one, four, bad = map(fastest, runs)
    grown = most(runs[1]) - most(runs[0])
    may_grow = TIMES * LINES * KEPT_A_LINE / 1e6
    holds = four["seconds"] <= TIMES * min(SECONDS, one["seconds"] * A_TENTH_MORE)
    holds = holds and most(runs[1]) <= MEGABYTES and grown <= may_grow
    holds = holds and bad["seconds"] <= WRONG_SECONDS and most(runs[2]) <= WRONG_MEGABYTES
    return conclude(
        f"{TIMES * LINES:,} lines, and {LINES:,} of which every one is wrong",
        {
            f"{LINES:,} lines": shown(one),
            f"{TIMES * LINES:,} lines": shown(four),
            f"{LINES:,} wrong lines": shown(bad),
            **{f"{name}, wrong lines": shown(fastest(each)) for name, each in theirs.items()},
            "a line of the four million": f"{four['seconds'] / TIMES / one['seconds']:.2f} times the time; "
            f"{grown:.0f} MB more for all at the most",
            "bound": f"{TIMES * SECONDS} s, {A_TENTH_MORE} times a line, {MEGABYTES} MB, "
            f"{may_grow:.0f} MB more; wrong lines {WRONG_SECONDS} s and {WRONG_MEGABYTES} MB",
        },
        holds=holds,
    )


def shown(figures: dict[str, float]) -> str:
    """One run in words."""
    return f"{figures['seconds']:.2f} s, {figures['megabytes']:.0f} MB, {figures['wrong']:,.0f} places"


def most(runs: list[dict[str, float]]) -> float:
    """The most memory of some runs."""
    return max(each["megabytes"] for each in runs)


def run(path: Path) -> dict[str, float]:
    """One check in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.check_four_million_lines", str(path)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        sys.exit(f"{path.name} could not be measured: {done.stderr.strip()[-800:]}")
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def peer_run(name: str, table: Path) -> dict[str, float]:
    """One check by a peer, which has to find the lines wrong."""
    figures: dict[str, float] = run_peer(name, table)
    if figures["is_right"]:
        sys.exit(f"{name} finds no wrong line, so its figure would mean nothing")
    return {**figures, "wrong": figures["lines"]}


def checked(path: Path) -> dict[str, float]:
    """One check; the places of errors are counted, so that a file cannot seem fast by not being read."""
    began, busy = time.perf_counter(), time.process_time()
    report = check(path, as_of=AS_OF)
    seconds, processor = time.perf_counter() - began, time.process_time() - busy
    wrong = sum(finding.places for finding in report.findings if finding.code == "AM11")
    if report.records != path.stat().st_size // WIDTH or (report.verdict is Verdict.INVALID) != (wrong > 0):
        sys.exit(f"{path.name} was not read as it was made")
    return {**figures_of(seconds, processor, report.records), "wrong": wrong}


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
    lines[:, name] = ord("W") + number  # no name of the first million begins so
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
