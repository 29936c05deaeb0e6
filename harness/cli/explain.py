"""`assist explain CODE`: a check in full: what it finds, why, how to mend it, where the rule comes from.

It imports neither typer, rich nor a browser. Exit codes: 0 shown, 2 no such check or wrong use.
"""

import argparse
import difflib
import os
import shutil
import textwrap
from collections.abc import Sequence
from pathlib import Path

from contributions import Language, UnknownCheck, all_checks, get_check
from contributions.bilingual import T
from contributions.checks.pages import check_as_text
from harness.cli.check_table import table_of, use_pack_and_reports
from harness.cli.plain import WRONG_USE, Parser, complain, parsed, reader_went_away, write
from harness.cli.told import told
from harness.errors import HarnessError

__all__ = ["main"]


def main(argv: Sequence[str]) -> int:
    """Explain the checks named; the answer is the exit code."""
    options = parsed(_parser(), argv)
    if isinstance(options, int):
        return options
    try:
        use_pack_and_reports(table_of(Path.cwd()), os.environ)
    except HarnessError as error:
        complain(told(error, options.lang or "en"))
        return WRONG_USE
    width = min(max(shutil.get_terminal_size((90, 24)).columns, 60), 100)
    languages: tuple[Language, ...] = (options.lang,) if options.lang else ("en", "ms")
    try:
        if not options.codes:
            write(
                "".join(f"{check.code}  {check.title.in_language(languages[0])}\n" for check in all_checks())
            )
            return 0
        texts = [
            check_as_text(get_check(code), language, width)
            for code in options.codes
            for language in languages
        ]
        write("\n".join(texts))
    except UnknownCheck as error:
        complain(_not_found(error, languages[0]))
        return WRONG_USE
    except BrokenPipeError:
        reader_went_away()
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="assist explain",
        description="Explain a check by its code. Without a code, list all checks.",
        epilog="Example: assist explain AM11 --lang ms",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("codes", nargs="*", metavar="CODE", help="such as AM11")
    parser.add_argument("--lang", choices=("en", "ms"), default=None, help="one language (default: both)")
    return parser


def _not_found(error: UnknownCheck, language: Language) -> str:
    codes = [check.code for check in all_checks()]
    asked = error.code.upper()
    near = difflib.get_close_matches(asked, codes, n=3, cutoff=0.5) or list(error.near[:3])
    meant = f"{asked[:2]}{asked[2:].lstrip('0'):0>2}"  # FL6 and FL006 for FL06
    if meant in codes:
        near = [meant, *(code for code in near if code != meant)]
    listed = ", ".join(near[:3])
    hint = (
        T(f"Near it: {listed}.", f"Yang hampir: {listed}.")
        if near
        else T("`assist explain` lists all checks.", "`assist explain` menyenaraikan semua semakan.")
    )
    said = T(
        f"No check has the code {error.code}. {hint.en}", f"Tiada semakan dengan kod {error.code}. {hint.ms}"
    )
    return textwrap.fill(said.in_language(language), 90)
