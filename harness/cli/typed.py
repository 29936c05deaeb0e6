"""Runs a Typer command as one word of `assist`."""

from collections.abc import Sequence

import typer

__all__ = ["run_command", "typed"]


def typed(help_text: str) -> typer.Typer:
    """An application for one word, without Typer's own tracebacks: `assist` turns errors into sentences."""
    return typer.Typer(
        help=help_text, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None
    )


def run_command(app: typer.Typer, arguments: Sequence[str], *, word: str) -> int:
    """Parse, run, and answer with the exit code instead of leaving the process."""
    try:
        app(args=list(arguments), prog_name=f"assist {word}")
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 0
    return 0
