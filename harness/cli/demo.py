"""`assist demo`: the main job, or all of it from nothing, on every browser found; leaves a report."""

import contextlib
import itertools
import platform
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Final

import typer
from playwright.sync_api import Playwright, sync_playwright

from harness.cli.main import STOPPED
from harness.cli.typed import run_command, typed
from harness.errors import HarnessError
from harness.javascript import modes_of
from harness.portals import PortalAddresses, started_portal
from harness.report import Case, RunFacts, Step, clear_parts, stand_in_lines, write_report
from harness.report.sentence import was_stopped
from harness.showcase import Showcase
from harness.targets import TARGET_NAMES, Machine, Target, find_targets
from harness.targets.finding import mend_for
from harness.targets.machine import playwright_version

__all__ = ["main"]

_BEGINNINGS: Final = ("log-in", "nothing")
_LANGUAGES: Final = {"en": "English", "ms": "Malay"}

app = typed("The main job on every browser found, against a mock portal; leaves a report.")


@app.command(
    epilog="Exit code: 0 every step passed on every target (on Debian: on all three), 1 not, "
    "130 stopped by Ctrl-C (the report then has what ran). "
    "Example: assist demo --from nothing --language ms --javascript both"
)
def demo(
    *,
    report: Annotated[Path, typer.Option(help="Folder for the report.")] = Path("out") / "demo",
    language: Annotated[str, typer.Option(help="Language of the portal: en or ms.")] = "en",
    javascript: Annotated[str, typer.Option(help="Scripts in the pages: on, off or both.")] = "on",
    begin: Annotated[
        str,
        typer.Option("--from", help="Where to begin: log-in, or nothing (register, be approved, get in)."),
    ] = "log-in",
) -> None:
    """The main job on every browser found: log in, upload a file, confirm, pay, keep the receipt."""
    modes = _modes(javascript)
    _check(begin, language)
    machine = Machine()
    targets = find_targets(machine)
    if not targets:
        raise HarnessError("No browser was found here.", mend=mend_for(machine))
    for target in targets:
        print(f"{target.title}: {target.disclosure}, version {target.version or 'unknown'}")
    folder = report.absolute()
    clear_parts(folder)
    started = datetime.now(tz=UTC).astimezone().isoformat(timespec="seconds")
    cases: list[Case] = []
    with started_portal() as portal, _playwright(cases) as playwright:
        showcase = Showcase(
            playwright=playwright,
            portal=portal,
            report=folder,
            language=language,
            from_nothing=begin == "nothing",
        )
        for target, mode in itertools.product(targets, modes):
            cases.append(_run_on(target, replace(showcase, javascript=mode), named=len(modes) > 1))
            if was_stopped(cases):
                break
    path = write_report(folder, cases, _facts(portal, started, language))
    code = STOPPED if was_stopped(cases) else _judge(cases, machine)
    print(f"\nReport: {path.as_uri()}")
    for line in stand_in_lines(cases):
        print(line)
    raise typer.Exit(code)


def main(arguments: Sequence[str]) -> int:
    """Run the command; 0 when every step passed on every target that is due."""
    return run_command(app, arguments, word="demo")


def _modes(choice: str) -> tuple[str, ...]:
    try:
        return modes_of(choice or "on")
    except ValueError:
        raise HarnessError(
            f"JavaScript cannot be {choice!r}.", mend="Use --javascript on, off or both."
        ) from None


def _check(begin: str, language: str) -> None:
    if begin not in _BEGINNINGS:
        raise HarnessError(
            f"A demo cannot begin from {begin!r}.", mend="Use --from log-in or --from nothing."
        )
    if language not in _LANGUAGES:
        raise HarnessError(f"The portal has no language {language!r}.", mend="Use --language en or ms.")


@contextlib.contextmanager
def _playwright(cases: Sequence[Case]) -> Iterator[Playwright]:
    manager = sync_playwright()
    try:
        yield manager.__enter__()
    finally:
        # Ctrl-C reaches Playwright's own process too: then there is nothing left to end
        with contextlib.suppress(Exception) if was_stopped(cases) else contextlib.nullcontext():
            manager.__exit__(*sys.exc_info())


def _run_on(target: Target, showcase: Showcase, *, named: bool) -> Case:
    print(f"\n{target.disclosure}" + (f", JavaScript {showcase.javascript}" if named else ""), flush=True)
    case = showcase.run(target, told=_print_step)
    if case.outcome.is_bad:
        print(f"  {case.details}", file=sys.stderr)
    return case


def _print_step(step: Step) -> None:
    word = "FAILED" if step.word == "failed" else step.word
    print(f"  {word:<8}{step.title:<44}{step.seconds:6.2f} s", flush=True)


def _judge(cases: Sequence[Case], machine: Machine) -> int:
    missing = set(TARGET_NAMES) - {case.target.name for case in cases}
    if machine.is_debian and missing:
        print(
            f"Not every target ran: {', '.join(sorted(missing))} is missing. Run: assist setup",
            file=sys.stderr,
        )
        return 1
    return 1 if any(case.outcome.is_bad for case in cases) else 0


def _facts(portal: PortalAddresses, started: str, language: str) -> RunFacts:
    return RunFacts(
        started=started,
        portal=f"{portal.portal} (a mock portal of its own)",
        language=_LANGUAGES[language],
        playwright=playwright_version() or "unknown",
        system=f"{platform.system()} {platform.release()}, Python {platform.python_version()}",
    )
