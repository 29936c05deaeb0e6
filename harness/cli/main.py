"""The command `assist`: looks at its first word and runs the module for it, importing nothing else.

Exit codes: 0 done, 1 the answer is no (a file is invalid, a step failed), 2 wrong use or something is
missing, 130 stopped by Ctrl-C. With standard output closed, a command that only prints ends with 2.
"""

import gc
import importlib
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from harness.cli.closed_streams import stand_in_for_closed
from harness.errors import HarnessError, MissingExtra

__all__ = ["COMMANDS", "Command", "main", "run"]

DONE: Final = 0
WRONG_USE: Final = 2
STOPPED: Final = 130
NEW_OBJECTS_BETWEEN_LOOKS: Final = 100_000
"""Python looks for garbage after 700 new objects; loading a command makes many of them and no garbage."""


@dataclass(frozen=True, slots=True)
class Command:
    """A word of `assist`: the function behind it, one line of help, the extra that it needs."""

    target: str
    help: str
    extra: str


COMMANDS: Final[dict[str, Command]] = {
    "setup": Command(
        "harness.cli.setup:main", "find or install the browsers that can be had here", "harness"
    ),
    "demo": Command(
        "harness.cli.demo:main", "the main job on every browser found; leaves a report", "harness,portal"
    ),
    "doctor": Command(
        "harness.cli.doctor:main", "what is there, what is missing, the command that mends it", "harness"
    ),
    "portal": Command(
        "harness.cli.portal:main", "start portal, bank, inbox and control on one port", "portal"
    ),
    "check": Command("harness.cli.check:main", "check contribution files", "check"),
    "explain": Command("harness.cli.explain:main", "a check in full, in both languages", "check"),
    "generate": Command("harness.cli.generate:main", "make a valid file of people who do not exist", "check"),
    "kit": Command(
        "harness.cli.kit:main", "files wrong in one way each, and the score of a validator", "check"
    ),
    "compute": Command("harness.cli.compute:main", "what is due for a wage in a month", "check"),
    "rates": Command("harness.cli.rates:main", "the contribution tables of a month", "check"),
    "rules": Command("harness.cli.rules:main", "the data pack of rates and rules", "check"),
    "show": Command("harness.cli.show:main", "a file as a table, or a record in full", "check"),
    "diff": Command("harness.cli.diff:main", "what changed between two files, by person", "check"),
    "convert": Command(
        "harness.cli.convert:main", "a payroll sheet as a contribution file, or a file as a sheet", "check"
    ),
    "mask": Command("harness.cli.mask:main", "a copy to share, with other people in it", "check"),
    "split": Command("harness.cli.split:main", "a file for each employer code and month", "check"),
    "merge": Command("harness.cli.merge:main", "the files of branches as one", "check"),
    "reconcile": Command("harness.cli.reconcile:main", "a file beside its payroll sheet, by person", "check"),
}
_ONLY_PRINT: Final = frozenset({"explain", "compute", "rates", "show"})
"""Commands whose exit code says no more than that something was printed; that of the others is an answer."""


def main() -> int:
    """The entry point of the installed command; the answer is its exit code."""
    gc.set_threshold(NEW_OBJECTS_BETWEEN_LOOKS)
    nowhere = stand_in_for_closed()
    code = run(sys.argv[1:])
    if nowhere is not None and nowhere.has_lost:
        code = _say_lost(sys.argv[1:], code)
    if "contributions.rates.in_force" in sys.modules:
        _say_passed_over(sys.argv[1:])
    gc.freeze()  # Python looks for garbage once more as it ends, though nobody needs the memory any more
    return code


def run(arguments: Sequence[str]) -> int:
    """Run `assist` with these arguments; every error a user can cause becomes a sentence and a mend."""
    try:
        os.getcwd()  # noqa: PTH109 - a folder that was deleted meanwhile is told before any command needs it
    except FileNotFoundError:
        return _say_in(
            arguments,
            "The folder that this was started in is gone. Go to one that is there.",
            "Folder tempat ini dimulakan sudah tiada. Pergi ke folder yang ada.",
        )
    try:
        code = _dispatch(arguments)
        sys.stdout.flush()
    except HarnessError as error:
        from harness.cli.told import asked_language, told

        return _say_wrong(told(error, asked_language(arguments)))
    except KeyboardInterrupt:
        return STOPPED
    except BrokenPipeError:
        # the reader (head, less) went away: not an error
        _say_no_more()
        return DONE
    except OSError as error:
        return _say_refused(error, arguments)
    return code


def _say_lost(arguments: Sequence[str], code: int) -> int:
    """Say that nobody got what was printed; gives the exit code, which is 2 where that was all."""
    from contributions.bilingual import T
    from harness.cli.told import asked_language

    lost = T(
        "Standard output is closed: what was printed went nowhere. Send it to a file, such as > report.txt.",
        "Output standard ditutup: apa yang dicetak tidak sampai ke mana-mana. Hantar ke fail, misalnya "
        "> laporan.txt.",
    )
    print(lost.in_language(asked_language(arguments)), file=sys.stderr)
    is_answer = bool(arguments) and arguments[0] in COMMANDS.keys() - _ONLY_PRINT
    return code if is_answer else code or WRONG_USE


def _say_passed_over(arguments: Sequence[str]) -> None:
    """Say that only the rules of this program were there to go by, where others could not be looked for."""
    from contributions.bilingual import T
    from contributions.printable import printable
    from contributions.rates.in_force import PIN, built_in, passed_over
    from harness.cli.told import asked_language

    folder = passed_over()
    if folder is None:
        return
    version = built_in().version
    said = T(
        f"{folder} cannot be entered by this user: the only rules here are those that came with this "
        f"program, {version}. {PIN}={version} pins them.",
        f"Pengguna ini tidak dapat memasuki {folder}: yang ada hanya peraturan yang datang bersama program "
        f"ini, {version}. {PIN}={version} menetapkannya.",
    )
    print(printable(said.in_language(asked_language(arguments))), file=sys.stderr)


def _say_no_more() -> None:
    """Let what is still to be written to standard output go nowhere, so that Python's own exit is quiet."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say_refused(error: OSError, arguments: Sequence[str]) -> int:
    """Say what the system refused: room for what was to be written, or the way to a file."""
    from contributions.bilingual import T
    from contributions.system_words import NO_ROOM, system_words
    from harness.cli.told import asked_language

    why = system_words(error)
    language = asked_language(arguments)
    if error.errno in NO_ROOM:
        _say_no_more()
        full = T(
            "{where} could not be written: {why}. Make room there, or name another place.",
            "{where} tidak dapat ditulis: {why}. Kosongkan ruang di sana, atau namakan tempat lain.",
        ).filled(where=error.filename or T("Standard output", "Output standard"), why=why)
        return _say_wrong(full.in_language(language))
    if not error.filename:
        raise error
    return _say_wrong(f"{error.filename}: {why.in_language(language)}.")


def _dispatch(arguments: Sequence[str]) -> int:
    if not arguments or arguments[0] in {"-h", "--help", "help"}:
        print(_help())
        return DONE
    word, rest = arguments[0], arguments[1:]
    if word == "--version":
        print(f"assist {_version()}")
        return DONE
    command = COMMANDS.get(word)
    if command is None:
        return _say_in(arguments, *_unknown(word))
    return _call(word, command, rest)


def _call(word: str, command: Command, arguments: Sequence[str]) -> int:
    module, _, function = command.target.partition(":")
    try:
        entry = getattr(importlib.import_module(module), function)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] in {"harness", "contributions", "mock_portal"}:
            raise
        raise MissingExtra(command.extra, wanted_by=f"assist {word}", module=error.name or "") from error
    from contributions.errors import ContributionsError
    from harness.cli.told import asked_language

    try:
        return int(entry(arguments) or DONE)
    except ContributionsError as error:  # such as rules that every command may need and that are damaged
        words = error.words.in_language(asked_language(arguments))
        raise HarnessError(f"{words[:1].upper()}{words[1:]}.") from error


def _help() -> str:
    width = max(map(len, COMMANDS))
    lines = [f"  {word:<{width}}  {command.help}" for word, command in COMMANDS.items()]
    return "\n".join(
        [
            "Usage: assist COMMAND [OPTIONS]",
            "",
            "Contribution files checked, a mock of the ASSIST portal, and a harness that drives it.",
            "",
            *lines,
            "",
            "assist COMMAND --help says more. Example: assist check payroll-oct.txt",
        ]
    )


def _unknown(word: str) -> tuple[str, str]:
    import difflib

    near = difflib.get_close_matches(word, COMMANDS, n=1)
    english = f" Did you mean {near[0]}?" if near else ""
    malay = f" Adakah anda maksudkan {near[0]}?" if near else ""
    return (
        f"There is no command {word!r}.{english} assist --help lists the commands.",
        f"Tiada perintah {word!r}.{malay} assist --help menyenaraikan perintah.",
    )


def _say_in(arguments: Sequence[str], english: str, malay: str) -> int:
    """Say a text in the language that the command line names."""
    from harness.cli.told import asked_language

    return _say_wrong(malay if asked_language(arguments) == "ms" else english)


def _say_wrong(message: str) -> int:
    from contributions.printable import printable

    print(printable(message), file=sys.stderr)
    return WRONG_USE


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("assist-harness")
    except PackageNotFoundError:
        return "from a checkout"
