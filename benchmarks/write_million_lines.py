"""A million contribution lines are made and written in at most 1.5 s, each of another person.

Beside it, each in a process of its own: a loop that formats one person's line again and again, as payroll
programs do, and the disk alone with bytes that are ready made.
"""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.figures import conclude
from contributions import Verdict, check
from contributions.generate.making import generate_into
from contributions.generate.recipe import Recipe

LINES = 1_000_000
SECONDS = 1.5
RUNS = 3
ROOT = Path(__file__).resolve().parent.parent
RECIPE = Recipe(foreign=0.1, second=0.05)


def main(arguments: list[str]) -> int:
    """Measure all, or run one of them when its name and a file are given."""
    if arguments:
        run, path = {"ours": ours, "loop": loop, "disk": disk}[arguments[0]], Path(arguments[1])
        print(json.dumps(run(path)))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "million.txt"
        runs = {name: [measured(name, path) for _ in range(RUNS)] for name in ("ours", "loop", "disk")}
        measured("ours", path)
        report = check(path, as_of=RECIPE.day_to_check)
    wrong = [finding.code for finding in report.findings if finding.code != "FL21"]
    if wrong or report.verdict is not Verdict.VALID or report.records != LINES:
        sys.exit(f"the lines that were written are not right: {wrong}")
    best = {name: min(times, key=lambda run: run["seconds"]) for name, times in runs.items()}
    figures = {
        "assist generate": shown(best["ours"], "made and written, found valid"),
        "a loop over records": shown(best["loop"], "one person, formatted line by line"),
        "the disk alone": shown(best["disk"], "the same bytes, ready made"),
        "runs": f"{RUNS} each, the best shown; ours took "
        + ", ".join(f"{run['seconds']:.2f} s" for run in runs["ours"]),
        "bound": f"{SECONDS} s",
    }
    return conclude(
        f"{LINES:,} lines are made and written", figures, holds=best["ours"]["seconds"] <= SECONDS
    )


def shown(run: dict[str, float], what: str) -> str:
    """One run in words."""
    return f"{run['seconds']:.2f} s ({run['processor']:.2f} s of processor), {what}"


def measured(which: str, path: Path) -> dict[str, float]:
    """One run in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.write_million_lines", which, str(path)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        sys.exit(f"{which} could not be measured: {done.stderr.strip()[-800:]}")
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def ours(path: Path) -> dict[str, float]:
    """Make and write the file."""
    began, spent = time.perf_counter(), time.process_time()
    generate_into(path, LINES, RECIPE)
    return {"seconds": time.perf_counter() - began, "processor": time.process_time() - spent}


def loop(path: Path) -> dict[str, float]:
    """What a payroll program does: format the fields of each line and write it."""
    began, spent = time.perf_counter(), time.process_time()
    with path.open("w", encoding="ascii", newline="\r\n") as file:
        for number in range(LINES):
            file.write(
                f"{'B3200000123X':12}{'202301012345':20}{number:012}{'AMINAH BINTI CONTOH':150}"
                f"102026{325000:14}{5685:6}{1625:6}{650:6}{650:6}{2435:6}{'':34}\n"
            )
    return {"seconds": time.perf_counter() - began, "processor": time.process_time() - spent}


def disk(path: Path) -> dict[str, float]:
    """Write as many bytes."""
    content = bytes(280 * LINES // 14)
    began, spent = time.perf_counter(), time.process_time()
    with path.open("wb", buffering=0) as file:
        for _ in range(14):
            file.write(content)
    return {"seconds": time.perf_counter() - began, "processor": time.process_time() - spent}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
