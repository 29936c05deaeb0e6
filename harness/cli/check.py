"""`assist check FILE...`: check contribution files, one report for each.

Exit codes: 0 all valid, 1 one is invalid, 2 one could not be told, or wrong use. It imports neither
typer, rich nor a browser: a small file must feel instant.
"""

import argparse
import os
import shutil
import sys
import time
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from contributions import FileReport, Style, Verdict, check, report_as_text, reports_as_json
from contributions.outputs.masking import masked
from harness.cli.plain import WRONG_USE, day, parsed, reader_went_away, write

__all__ = ["main"]

STANDARD_INPUT = "-"
SLOW_BYTES = 100_000_000
NARROWEST, WIDEST = 60, 120
_EXIT = {Verdict.VALID: 0, Verdict.INVALID: 1, Verdict.COULD_NOT_TELL: 2}


def main(argv: Sequence[str]) -> int:
    """Check the files named; the answer is the exit code."""
    options = parsed(_parser(), argv)
    if isinstance(options, int):
        return options
    try:
        return _check_all(options)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        reader_went_away()
        return WRONG_USE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="assist check",
        description="Check contribution files (layout C2): what is wrong, where, and how to mend it.",
        epilog="Exit codes: 0 valid, 1 invalid, 2 could not tell or wrong use.\n"
        "Example: assist check october.txt --lang ms",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="a contribution file, or - for standard input"
    )
    parser.add_argument("--json", action="store_true", help="one JSON document for programs")
    parser.add_argument(
        "--as-of",
        type=day,
        default=None,
        metavar="DATE",
        help="the day of the upload, YYYY-MM-DD (default: today)",
    )
    parser.add_argument(
        "--portal-limits", action="store_true", help="warn of what a portal may find too large"
    )
    parser.add_argument(
        "--mask",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="hide identity numbers and names (default where CI=true)",
    )
    parser.add_argument("--lang", choices=("en", "ms"), default="en", help="language of the report")
    return parser


def _check_all(options: argparse.Namespace) -> int:
    as_of: date = options.as_of or _today()
    mask: bool = _is_ci(os.environ) if options.mask is None else options.mask
    style = _style(options.lang)
    reports: list[FileReport] = []
    for name in options.files:
        began = time.perf_counter()
        report = _check_one(name, as_of, portal_limits=options.portal_limits)
        reports.append(report)
        if not options.json:
            text = report_as_text(
                masked(report) if mask else report, style, seconds=time.perf_counter() - began
            )
            write(("\n" if len(reports) > 1 and reports[-2].findings else "") + text)
    if options.json:
        write(reports_as_json(reports, as_of=as_of, mask=mask, language=options.lang) + "\n")
    return _exit_code(reports)


def _check_one(name: str, as_of: date, *, portal_limits: bool) -> FileReport:
    if name == STANDARD_INPUT:
        return check(sys.stdin.buffer.read(), as_of=as_of, portal_limits=portal_limits)
    path = Path(name)
    if sys.stderr.isatty() and path.is_file() and path.stat().st_size > SLOW_BYTES:
        print(f"Checking {name} ({path.stat().st_size / 1e6:,.0f} MB) ...", file=sys.stderr)
    return check(path, as_of=as_of, portal_limits=portal_limits)


def _exit_code(reports: list[FileReport]) -> int:
    """1 when any is invalid, else 2 when any could not be told, else 0."""
    codes = {_EXIT[report.verdict] for report in reports}
    return next(code for code in (1, 2, 0) if code in codes)


def _style(language: str) -> Style:
    is_terminal = sys.stdout.isatty()
    encoding = sys.stdout.encoding or "ascii"
    return Style(
        width=min(max(shutil.get_terminal_size((100, 24)).columns, NARROWEST), WIDEST),
        colour=is_terminal and "NO_COLOR" not in os.environ,
        ascii_only=not encoding.lower().replace("-", "").startswith("utf"),
        language="ms" if language == "ms" else "en",
    )


def _is_ci(environment: Mapping[str, str]) -> bool:
    return environment.get("CI", "").lower() in {"1", "true", "yes"}


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the day where the user is, which --as-of replaces
