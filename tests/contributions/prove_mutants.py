"""Sees that a test notices every small change of a check: the second half of `make prove`.

mutmut changes one expression after another in `contributions/checks/` and runs the tests that reach it. A
change that no test notices (a survivor) must stand with its reason in `surviving_mutants.toml`; one that does
not is printed, and ends this with 1. Takes about an hour on two cores. Needs fork, so not Windows.
"""

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
EXPLAINED: Final = Path(__file__).with_name("surviving_mutants.toml")
_UNNOTICED: Final = re.compile(r"^\s*(?P<mutant>\S+): (?P<end>survived|no tests|suspicious)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Survivor:
    """A change that no test noticed: where, and the line before and after."""

    mutant: str
    before: str
    after: str

    @property
    def function(self) -> str:
        """The function, as `contributions.checks.status._unknown`."""
        module, _, name = self.mutant.rpartition("__mutmut_")[0].rpartition(".")
        return f"{module}.{name.removeprefix('x_').replace('xǁ', '').replace('ǁ', '.')}"


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why changes cannot be noticed: they make no difference.

    Of the functions that begin with `function`, those changes are meant whose line then reads `after` or has
    `has` in it; without both, any change.
    """

    function: str
    why: str
    after: str = ""
    has: str = ""

    def covers(self, survivor: Survivor) -> bool:
        """Whether this survivor is meant."""
        return (
            survivor.function.startswith(self.function)
            and self.after in {"", survivor.after}
            and self.has in survivor.after
        )


def main(workers: str = "2") -> int:
    """1 where a change went unnoticed that nobody explained, or an explanation explains nothing."""
    if _mutmut("run", "--max-children", workers).returncode:
        print("The run of changes did not come to its end.")
        return 2
    survivors = list(_survivors())
    explanations = _explanations()
    unexplained = [each for each in survivors if not any(known.covers(each) for known in explanations)]
    needless = [known for known in explanations if not any(known.covers(each) for each in survivors)]
    for each in unexplained:
        print(f"\nNo test notices {each.mutant}\n  - {each.before}\n  + {each.after}")
    for known in needless:
        print(f"\nExplained, but noticed or gone: {known.function}  {known.after}{known.has}")
    print(f"\n{len(survivors)} changes go unnoticed, {len(survivors) - len(unexplained)} of them explained.")
    return 1 if unexplained or needless else 0


def _survivors() -> Iterator[Survivor]:
    for found in _UNNOTICED.finditer(_mutmut("results", quiet=True).stdout):
        mutant = found["mutant"]
        lines = _mutmut("show", mutant, quiet=True).stdout.splitlines()
        yield Survivor(mutant, _changed(lines, "-"), _changed(lines, "+"))


def _changed(lines: list[str], sign: str) -> str:
    """The lines with this sign in a diff, in one line."""
    changed = (line[1:].strip() for line in lines if line[:1] == sign and line[:3] != sign * 3)
    return " ".join(changed)


def _explanations() -> list[Explanation]:
    given = tomllib.loads(EXPLAINED.read_text(encoding="utf-8"))
    return [Explanation(**each) for each in given.get("survivor", [])]


def _mutmut(*words: str, quiet: bool = False) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "mutmut", *words]
    return subprocess.run(command, cwd=ROOT, check=False, text=True, capture_output=quiet)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
