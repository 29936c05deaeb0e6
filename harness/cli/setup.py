"""`assist setup`: the browsers and fonts that a run needs, found or, on Debian as root, installed."""

import sys
from collections.abc import Sequence

from harness.cli.typed import run_command, typed
from harness.debian import (
    HEADLESS_SHELL,
    InstallFailed,
    PackagesMissing,
    install,
    install_command,
    is_root,
    lacks_headless_shell,
    missing_packages,
)
from harness.diagnosis import diagnose
from harness.errors import HarnessError
from harness.targets import Machine, find_targets

__all__ = ["main"]

app = typed("Find or install the browsers and fonts that can be had here.")


@app.command(
    epilog="Exit code: 0 all is there, 2 something is missing (what to run is said). Example: assist setup"
)
def setup() -> None:
    """Find or install the browsers and fonts that can be had here.

    On Debian, run as root, what is missing is installed with apt. Elsewhere what is there is used, and the
    one command to run is printed. Nothing is done when nothing is missing.
    """
    machine = Machine()
    if machine.is_debian:
        _install_missing(machine)
        _install_headless_shell(machine)
    else:
        _say_missing(machine)
    for target in find_targets(machine):
        print(f"{target.title}: {target.disclosure}")


def main(arguments: Sequence[str]) -> int:
    """Run the command; 0 when everything is there."""
    return run_command(app, arguments, word="setup")


def _install_missing(machine: Machine) -> None:
    packages = missing_packages(machine)
    if not packages:
        return
    if not is_root():
        raise PackagesMissing(packages, command=install_command(packages))
    print(f"Installing {', '.join(packages)} (a minute or two)", file=sys.stderr)
    install(packages)
    if still := missing_packages(machine):
        raise PackagesMissing(still, command=install_command(still))


def _install_headless_shell(machine: Machine) -> None:
    if not is_root() or not lacks_headless_shell(machine):
        return
    print(f"Installing {HEADLESS_SHELL}, for quicker test runs", file=sys.stderr)
    try:
        install([HEADLESS_SHELL])
    except InstallFailed as error:
        print(f"It could not be installed; tests run without it. {error}", file=sys.stderr)


def _say_missing(machine: Machine) -> None:
    problems = diagnose(machine).problems
    for problem in problems:
        print(f"{problem.name}: {problem.found}. {problem.mend}", file=sys.stderr)
    if not find_targets(machine):
        raise HarnessError("No browser was found here.", mend="Install Chrome, Edge or Firefox.")
