"""What the commands that parse with argparse share: reading arguments, writing to any console.

They import neither typer nor rich, so that a small file feels instant.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from contextvars import ContextVar
from datetime import date
from typing import Final, NoReturn, TypeVar

from contributions import ContributionsError
from contributions.bilingual import Language, T
from contributions.clock import refuse_outside
from contributions.printable import printable
from harness.cli.told import asked_language

__all__ = [
    "WRONG_USE",
    "Help",
    "Parser",
    "complain",
    "day",
    "day_to_check",
    "not_taken",
    "parsed",
    "port",
    "read_by",
    "reader_went_away",
    "refused",
    "terminal_columns",
    "write",
]

WRONG_USE: Final = 2
_LAST_PORT: Final = 65_535
_Value = TypeVar("_Value")
_asked: Final[ContextVar[Language]] = ContextVar("_asked", default="en")
"""The language of the command line that is being read: argparse asks readers of values for one text alone."""


class Parser(argparse.ArgumentParser):
    """A command line whose faults are told in the language that it names."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the use of the command, and leave with exit code 2."""
        message = printable(message)
        if _asked.get() != "ms":
            super().error(message)
        from harness.cli.wrong_use import ERROR, USAGE, in_malay

        usage = self._get_formatter()
        usage.add_usage(self.usage, self._actions, self._mutually_exclusive_groups, USAGE.ms)
        self._print_message(usage.format_help(), sys.stderr)
        self.exit(WRONG_USE, f"{self.prog}: {ERROR.ms}: {in_malay(message)}\n")


def parsed(parser: argparse.ArgumentParser, argv: Sequence[str]) -> argparse.Namespace | int:
    """The options, or the exit code when there is nothing more to do: help was shown, or use was wrong."""
    _asked.set(asked_language(argv))
    try:
        return parser.parse_args(list(argv))
    except SystemExit as leaving:
        return _ended_by(leaving)


def refused(parser: argparse.ArgumentParser, message: T | str) -> int:
    """Say what is wrong with the use of a command; gives the exit code."""
    said = message if isinstance(message, str) else message.in_language(_asked.get())
    try:
        parser.error(printable(said))
    except SystemExit as leaving:
        return _ended_by(leaving)


def _ended_by(leaving: SystemExit) -> int:
    """The exit code with which argparse wanted to end the program."""
    return leaving.code if isinstance(leaving.code, int) else WRONG_USE


def not_taken(words: T) -> argparse.ArgumentTypeError:
    """What the reader of a value raises, in the language of the command line that is being read."""
    return argparse.ArgumentTypeError(words.in_language(_asked.get()))


def read_by(parse: Callable[[str], _Value]) -> Callable[[str], _Value]:
    """A reader of an argument whose error is said in the words of the domain."""

    def read(text: str) -> _Value:
        try:
            return parse(text)
        except ContributionsError as error:
            raise not_taken(error.words) from None

    return read


def day(text: str) -> date:
    """A day written YYYY-MM-DD."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise not_taken(
            T(f"{text!r} is not a day; write YYYY-MM-DD", f"{text!r} bukan tarikh; tulis TTTT-BB-HH")
        ) from None


def day_to_check(text: str) -> date:
    """A day, written so, on which a file can be checked."""
    return read_by(lambda written: refuse_outside(day(written)))(text)


def port(text: str) -> int:
    """A port; 0 is a free one."""
    number = int(text) if text.isascii() and text.isdecimal() else -1
    if not 0 <= number <= _LAST_PORT:
        raise not_taken(
            T(
                f"{text!r} is not a port; write a number up to {_LAST_PORT}",
                f"{text!r} bukan port; tulis nombor hingga {_LAST_PORT}",
            )
        )
    return number


class Help(argparse.RawDescriptionHelpFormatter):
    """Help as wide as the terminal; argparse itself imports `shutil` to know that, with or without help."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=terminal_columns(otherwise=80) - 2)


def terminal_columns(*, otherwise: int) -> int:
    """The width of the terminal; `COLUMNS` decides, as it does for `shutil`, whose import takes longer."""
    given = os.environ.get("COLUMNS", "")
    if given.isdecimal() and int(given):
        return int(given)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno() if sys.__stdout__ else 1).columns or otherwise
    except (OSError, ValueError):
        return otherwise


def complain(message: str) -> None:
    """Say on standard error what could not be done; a name of a file may hold anything."""
    print(printable(message), file=sys.stderr)


def write(text: str, *, is_painted: bool = False) -> None:
    """Write to standard output; a letter that its encoding lacks becomes a question mark.

    `is_painted` says that the text has colours, and that whoever made it let nothing else through.
    """
    text = text if is_painted else printable(text)
    encoding = sys.stdout.encoding or "ascii"
    sys.stdout.write(text.encode(encoding, "replace").decode(encoding))
    sys.stdout.flush()


def reader_went_away() -> None:
    """Keep Python's own exit quiet after whoever read the output (head, less) closed it: no error."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
