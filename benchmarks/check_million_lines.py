"""A million lines are checked in at most 1.2 s and 400 MB on two cores, and faster than by three peers.

Each run is a process of its own, so that peak memory is its own, and all take turns, so that other work on
the machine meets all. Ours runs every check of the checker over the contribution file; the peers read the
same lines as CSV and run six rules, each by its quickest call that looks at every line. The time is that of
reading and checking, after everything is imported. A peer that is missing, or that lets a wrong line pass,
is a failure.
"""

import csv
import json
import subprocess
import sys
import tempfile
import time
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.figures import conclude
from benchmarks.peers import PEERS
from contributions import C2, check
from contributions.matrix.bands import due_on
from contributions.matrix.types import Bytes
from contributions.months import YearMonth

LINES = 1_000_000
SECONDS, MEGABYTES = 1.2, 400
RUNS = 5
SMALL = 1_000
WRONG = {
    "employer_code": "3200000123X",
    "identity_number": "",  # that of another line
    "name": "A" * 151,
    "month": "132026",
    "wage": "-1",
    "eis_employee": "1",
}
"""A value for each of the six rules of the peers, which it breaks."""
MONTH = YearMonth(2026, 10)
AS_OF = date(2026, 11, 10)
ROOT = Path(__file__).resolve().parent.parent
FIRST = ("AMINAH", "TAN WEI", "SURESH", "NURUL AIN", "LIM", "KAVITHA", "JOSEPH", "FARID", "CHONG", "SITI")


def main(arguments: list[str]) -> int:
    """Measure all, or run one of them when its name and a file are given."""
    if arguments:
        which, *paths = arguments
        if len(paths) > 1:
            print(json.dumps(let_pass(which, paths)))
        else:
            print(json.dumps(ours(Path(paths[0])) if which == "ours" else peer(which, Path(paths[0]))))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        text, table = Path(folder) / "million.txt", Path(folder) / "million.csv"
        write_lines(text)
        write_csv(text, table)
        wrong = write_wrong(table)
        for name in PEERS:
            if passed := run(name, *wrong)["passed"]:
                sys.exit(f"{name} lets lines pass that are wrong: {passed}")
        runs: dict[str, list[dict[str, float]]] = {name: [] for name in ("ours", *PEERS)}
        for _ in range(RUNS):
            for name, each in runs.items():
                each.append(measured(name, text if name == "ours" else table))
    mine, theirs = runs["ours"], {name: runs[name] for name in PEERS}
    best = fastest(mine)
    peak = max(each["megabytes"] for each in mine)
    figures = {
        "assist check": shown(best, "all checks"),
        **{name: shown(fastest(runs), "six rules, as CSV") for name, runs in theirs.items()},
        "runs": f"{RUNS} each, the best shown; ours took "
        + ", ".join(f"{each['seconds']:.2f} s" for each in mine),
        "bound": f"{SECONDS} s and {MEGABYTES} MB, and less than each peer",
    }
    holds = best["seconds"] <= SECONDS and 0 < peak <= MEGABYTES
    holds = holds and all(best["seconds"] < fastest(runs)["seconds"] for runs in theirs.values())
    return conclude(f"{LINES:,} lines are checked at once", figures, holds=holds)


def fastest(runs: list[dict[str, float]]) -> dict[str, float]:
    """The run that took the least time."""
    return min(runs, key=lambda each: each["seconds"])


def shown(figures: dict[str, float], what: str) -> str:
    """One run in words."""
    return (
        f"{figures['seconds']:.2f} s ({figures['processor']:.2f} s of processor; "
        f"{figures['process']:.2f} s with start), {figures['megabytes']:.0f} MB, "
        f"{figures['lines']:,.0f} lines, {what}"
    )


def measured(which: str, path: Path) -> dict[str, float]:
    """One run in a process of its own: `ours`, or a peer by its name."""
    began = time.perf_counter()
    figures: dict[str, float] = run(which, path)
    if not figures.get("is_right", True):
        sys.exit(f"{which} finds the lines wrong, so its figure would mean nothing")
    return {**figures, "process": time.perf_counter() - began}


def run(which: str, *paths: Path) -> Any:
    """What a process of its own says of some files."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.check_million_lines", which, *map(str, paths)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        sys.exit(f"{which} could not be measured: {done.stderr.strip()[-800:]}")
    return json.loads(done.stdout.splitlines()[-1])


def ours(path: Path) -> dict[str, float]:
    """Check the file; every line must be found right, or the figure would mean nothing."""
    began, busy = time.perf_counter(), time.process_time()
    report = check(path, as_of=AS_OF)
    seconds, processor = time.perf_counter() - began, time.process_time() - busy
    wrong = [finding.code for finding in report.findings if finding.code != "FL21"]
    if wrong:
        sys.exit(f"the lines made for this measure have findings: {wrong}")
    return figures_of(seconds, processor, report.records)


def figures_of(seconds: float, processor: float, lines: int) -> dict[str, float]:
    """What one check took, and the most memory that this process held."""
    return {
        "seconds": seconds,
        "processor": processor,
        "megabytes": peak_megabytes(),
        "lines": lines,
    }


def peer(which: str, path: Path) -> dict[str, float]:
    """One peer over the lines as CSV."""
    checked = PEERS[which](path)
    return {
        **figures_of(checked.seconds, checked.processor, checked.lines),
        "is_right": checked.is_right,
    }


def let_pass(which: str, paths: list[str]) -> dict[str, list[str]]:
    """The files, each with a wrong line, in which a peer finds nothing wrong."""
    return {"passed": [Path(path).stem for path in paths if PEERS[which](Path(path)).is_right]}


def peak_megabytes() -> float:
    """The most memory that this process held; 0 where the system does not tell.

    Linux keeps the peak of the parent in `getrusage` of a child, so there the kernel's own mark is read.
    """
    status = Path("/proc/self/status")
    if status.exists():
        marks = dict(line.split(":", 1) for line in status.read_text(encoding="utf-8").splitlines())
        return int(marks["VmHWM"].split()[0]) * 1024 / 1e6
    try:
        import resource
    except ImportError:
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


def write_lines(path: Path, count: int = LINES) -> None:
    """A file of right lines, each of another person of 26 to 55 years."""
    random = np.random.default_rng(2026)
    serial = np.arange(count)
    wages = random.integers(150_000, 900_000, count)
    due = due_on(wages, np.full(count, MONTH.number))
    lines: Bytes = np.full((count, C2.width + 2), ord(" "), np.uint8)
    put(lines, "employer_code", np.full(count, b"B3200000123X"))
    put(lines, "ssm_number", np.full(count, b"202301012345"))
    put(lines, "identity_number", np.array([identity(number) for number in range(count)], "S12"))
    put(lines, "name", np.array([name(number) for number in serial.tolist()], "S40"))
    put(lines, "month", np.full(count, MONTH.mmyyyy.encode()))
    amounts = (wages, due.employer_first, due.employee_first, due.eis, due.eis, due.lindung)
    for field, amount in zip(C2.amounts, amounts, strict=True):
        put(lines, field.name, np.char.rjust(amount.astype("S"), field.length))
    lines[:, -2:] = (13, 10)
    path.write_bytes(lines.tobytes())


def identity(number: int) -> str:
    """A MyKad number that no other number gives."""
    serial, day = divmod(number, 28)
    serial, month = divmod(serial, 12)
    serial, year = divmod(serial, 29)
    return f"{71 + year:02}{month + 1:02}{day + 1:02}14{serial:04}"


def name(number: int) -> str:
    """A name that no other number gives, in letters alone."""
    letters = "".join(chr(65 + number // 26**place % 26) for place in range(5))
    return f"{FIRST[number % len(FIRST)]} BIN {letters}"


def put(lines: Bytes, field: str, texts: "np.ndarray[tuple[int], np.dtype[np.bytes_]]") -> None:
    """Write a text into its columns of every line."""
    size = texts.dtype.itemsize
    start = C2[field].columns.start
    columns = np.frombuffer(texts.tobytes(), np.uint8).reshape(len(texts), size)
    lines[:, start : start + size] = np.where(columns == 0, ord(" "), columns)


def write_csv(source: Path, path: Path) -> None:
    """The same lines as CSV with a heading."""
    fields = [field for field in C2 if field not in C2.fillers]
    with source.open("rb") as lines, path.open("w", newline="", encoding="utf-8") as out:
        writer = csv.writer(out)
        writer.writerow([field.name for field in fields])
        writer.writerows([line[field.columns].decode().strip() for field in fields] for line in lines)


def write_wrong(table: Path) -> list[Path]:
    """Tables of the first lines beside the large one, each with a line that breaks one of the six rules."""
    with table.open(encoding="utf-8", newline="") as lines:
        heading, *rows = islice(csv.reader(lines), SMALL)
    paths = []
    for field, value in WRONG.items():
        changed = [list(row) for row in rows]
        changed[-1][heading.index(field)] = value or rows[0][heading.index(field)]
        paths.append(table.with_name(f"wrong-{field}.csv"))
        with paths[-1].open("w", encoding="utf-8", newline="") as out:
            csv.writer(out).writerows([heading, *changed])
    return paths


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
