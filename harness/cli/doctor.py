"""`assist doctor`: a table of what is here, and the mend for what is not."""

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from harness.cli.typed import run_command, typed
from harness.diagnosis import Diagnosis, Fact, diagnose
from harness.targets import Target

__all__ = ["main"]

app = typed("Browsers, versions, ports, fonts: what is there, what is missing, the command that mends it.")


@app.command(
    epilog="Exit code: 0 nothing stands in the way of a run, 1 something does. Example: assist doctor --json"
)
def doctor(
    *, as_json: Annotated[bool, typer.Option("--json", help="Print JSON for a program.")] = False
) -> None:
    """Browsers, versions, ports, fonts: what is there, what is missing, the command that mends it."""
    found = diagnose()
    if as_json:
        print(json.dumps(_as_data(found), indent=2))
    else:
        _print_tables(found)
    raise typer.Exit(0 if found.is_healthy else 1)


def main(arguments: Sequence[str]) -> int:
    """Run the command; 0 healthy, 1 not."""
    return run_command(app, arguments, word="doctor")


def _as_data(found: Diagnosis) -> dict[str, object]:
    return {
        "healthy": found.is_healthy,
        "targets": [target.as_data() for target in found.targets],
        "facts": [asdict(fact) for fact in found.facts],
    }


def _print_tables(found: Diagnosis) -> None:
    console = Console(file=sys.stdout)
    targets = Table(title="Targets", title_justify="left", show_lines=True)
    for heading in ("Target", "Is it?", "What runs"):
        targets.add_column(heading, overflow="fold")
    for target in found.targets:
        targets.add_row(target.title, _what_it_is(target), _in_full(target))
    console.print(targets)
    facts = Table(title="Around them", title_justify="left")
    for heading in ("Looked at", "Found", "State", "Mend"):
        facts.add_column(heading, overflow="fold")
    for fact in found.facts:
        facts.add_row(fact.name, fact.found, _state(fact), fact.mend)
    console.print(facts)
    if found.is_healthy:
        console.print("Nothing stands in the way of a run.")
    for problem in found.problems:
        console.print(f"{problem.name}: {problem.found}. Mend: {problem.mend}", soft_wrap=True, markup=False)


def _what_it_is(target: Target) -> str:
    if not target.version:
        return "[red]not known[/]"
    return "[green]genuine[/]" if target.genuine else "[yellow]stand-in[/]"


def _in_full(target: Target) -> str:
    version = target.version or "unknown"
    return f"{target.disclosure}\n{target.executable}, version {version}\nby {target.protocol}\n{target.why}."


def _state(fact: Fact) -> str:
    if fact.is_good:
        return "[green]good[/]"
    return "[red]problem[/]" if fact.needed else "[yellow]note[/]"
