"""`assist split FILE`: one file for each employer code and month in it, every line as it is.

Exit codes: 0 done, 2 a line cannot be placed, a file is in the way, or wrong use; then nothing is written.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from contributions import ContributionsError
from contributions.bilingual import Language, T
from contributions.opening import content_of
from contributions.printable import name_as_text
from contributions.splitting import By, Part, split
from contributions.system_words import system_words
from harness.cli.plain import WRONG_USE, Parser, complain, parsed, write
from harness.cli.results import put_all, what_and_mend
from harness.cli.text_alone import refuse_no_text
from harness.cli.told import told
from harness.errors import HarnessError

__all__ = ["main"]


def main(argv: Sequence[str]) -> int:
    """Divide a file; the answer is the exit code."""
    options = parsed(_parser(), argv)
    if isinstance(options, int):
        return options
    path = Path(options.file)
    by = frozenset({By(options.by)} if options.by else By)
    try:
        refuse_no_text(path)
        parts = split(content_of(path), by)
        folder = Path(options.into) if options.into else path.parent
        written = put_all(
            {folder / f"{path.stem}-{part.name}.txt": part.content for part in parts},
            force=options.force,
            files_read=[path],
        )
    except HarnessError as error:
        complain(f"assist split: {told(error, options.lang)}")
        return WRONG_USE
    except ContributionsError as error:
        reason, mend = what_and_mend(error, path, options.lang)
        complain(f"assist split: {path}: {reason}. {mend}")
        return WRONG_USE
    except OSError as error:
        complain(f"assist split: {path}: {system_words(error).in_language(options.lang)}.")
        return WRONG_USE
    shown = _as_json(written, parts) if options.json else _as_text(written, parts, options.lang)
    write(f"{shown}\n")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="assist split",
        description="One file for each employer code and month in a file; every line stays as it is.",
        epilog="Exit codes: 0 done, 2 a line cannot be placed, a file is in the way, or wrong use.\n"
        "Example: assist split all.txt --into exports",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("file", metavar="FILE")
    add("--by", choices=[each.value for each in By], help="only by employer code, or only by month")
    add("--into", metavar="DIR", help="folder for the files (default: beside FILE)")
    add("--force", action="store_true", help="replace files that are there")
    add("--lang", choices=("en", "ms"), default="en", help="language of the answer")
    add("--json", action="store_true", help="JSON for programs")
    return parser


def _as_text(written: Sequence[Path], parts: Sequence[Part], language: Language) -> str:
    counted = (
        T(f"{part.lines:,} {'line' if part.lines == 1 else 'lines'}", f"{part.lines:,} baris")
        for part in parts
    )
    return "\n".join(
        f"{path}: {count.in_language(language)}" for path, count in zip(written, counted, strict=True)
    )


def _as_json(written: Sequence[Path], parts: Sequence[Part]) -> str:
    return json.dumps(
        {
            "version": 1,
            "files": [
                {
                    "path": name_as_text(str(path)),
                    "employer_code": part.code,
                    "month": part.month,
                    "lines": part.lines,
                }
                for path, part in zip(written, parts, strict=True)
            ],
        }
    )
