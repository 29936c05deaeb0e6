"""`assist generate`: valid contribution files of people who do not exist, of any size.

It imports neither typer, rich nor a browser. Exit codes: 0 written, 2 wrong use, or not to be
written.
"""

import argparse
import json
import re
from collections.abc import Sequence
from pathlib import Path

from contributions import ContributionsError, YearMonth
from contributions.bilingual import T
from contributions.generate.making import generate_into
from contributions.generate.recipe import Fill, Recipe, usual_month
from contributions.system_words import system_words
from harness.cli.kit import make_kit
from harness.cli.plain import WRONG_USE, Parser, complain, not_taken, parsed, read_by, refused, write

__all__ = ["main", "recipe_of", "recipe_options"]

_PERCENT = re.compile(r"(?P<number>[0-9]+(\.[0-9]+)?)\s*%?")
_AGES = re.compile(r"(?P<youngest>[0-9]{1,2})-(?P<oldest>[0-9]{1,2})")
_LINE_ENDS = {"crlf": b"\r\n", "lf": b"\n"}


def main(argv: Sequence[str]) -> int:
    """Make the file; the answer is the exit code."""
    parser = _parser()
    options = parsed(parser, argv)
    if isinstance(options, int):
        return options
    path = Path(options.file)
    if options.mistakes:
        return make_kit(
            parser,
            path,
            base=options.base,
            as_of=None,
            seed=options.seed,
            as_json=options.json,
            language=options.lang,
        )
    if options.base:
        return refused(parser, T("--base goes with --mistakes", "--base digunakan bersama --mistakes"))
    if path.exists() and not options.force:
        there = T(f"{path} exists already; --force replaces it", f"{path} sudah ada; --force menggantikannya")
        return refused(parser, there)
    return _write(parser, path, options)


def _write(parser: argparse.ArgumentParser, path: Path, options: argparse.Namespace) -> int:
    try:
        recipe = recipe_of(options)
        generate_into(path, options.lines, recipe)
    except ContributionsError as error:
        return refused(parser, error.words)
    except OSError as error:
        reason = T(
            f"{path} cannot be written: {system_words(error).en}.",
            f"{path} tidak dapat ditulis: {system_words(error).ms}.",
        )
        complain(f"assist generate: {reason.in_language(options.lang)}")
        return WRONG_USE
    write(_as_json(path, options.lines, recipe) if options.json else _as_text(path, options, recipe))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="assist generate",
        description="Make a valid contribution file of people who do not exist; the same again from the same "
        "options.",
        epilog="Exit codes: 0 written, 2 wrong use, or the file could not be written.\n"
        "Example: assist generate october.txt --lines 5000 --foreign 10% --second 5%",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("file", metavar="FILE", help="the file to write")
    parser.add_argument("--lines", type=int, default=50, metavar="N", help="employees (50)")
    parser.add_argument(
        "--mistakes", action="store_true",
        help="FILE is a folder: fill it with files that are wrong in one way each, as assist kit does",
    )  # fmt: skip
    parser.add_argument(
        "--base", metavar="MYFILE", help="with --mistakes: make them from this good file of yours"
    )
    parser.add_argument("--force", action="store_true", help="replace a file that exists")
    parser.add_argument("--lang", choices=("en", "ms"), default="en", help="language of the answer")
    parser.add_argument("--json", action="store_true", help="say what was written as JSON")
    recipe_options(parser)
    return parser


def recipe_options(parser: argparse.ArgumentParser) -> None:
    """The options that say what a generated file is made of."""
    default = Recipe()
    parser.add_argument(
        "--seed", type=int, default=default.seed, metavar="N", help="another number, other people (1)"
    )
    parser.add_argument(
        "--month", type=read_by(YearMonth.parse), metavar="YYYY-MM",
        help=f"the month of the wages ({default.month}; of an older layout, the last paid in its time)",
    )  # fmt: skip
    parser.add_argument(
        "--layout", choices=("C2", "C1", "S1", "E1"), default=default.layout,
        help="C2 is the only one that the portal takes since October 2026",
    )  # fmt: skip
    parser.add_argument(
        "--ages", type=_ages, default=default.ages, metavar="LOW-HIGH", help="of the first category (18-59)"
    )
    for name, who in (
        ("young", "16 and 17 years old: no EIS"),
        ("second", "60 to 75 years old: second category, no EIS"),
        ("foreign", "foreign workers: no EIS"),
        ("released", "released from LINDUNG 24 JAM, which the checker remarks on (AM18)"),
    ):
        parser.add_argument(f"--{name}", type=_share, default=0.0, metavar="PERCENT", help=f"share of {who}")
    parser.add_argument("--employer", metavar="CODE", help="employer code (one is made)")
    parser.add_argument("--ssm", metavar="NUMBER", help="SSM number of twelve digits (one is made)")
    parser.add_argument(
        "--fill",
        choices=[fill.value for fill in Fill],
        default=Fill.SPACES.value,
        help="before amounts (spaces)",
    )
    parser.add_argument("--line-end", choices=tuple(_LINE_ENDS), default="crlf", help="(crlf)")


def recipe_of(options: argparse.Namespace) -> Recipe:
    """The recipe that the options ask for.

    Raises:
        NotGenerated: they do not go together.
    """
    return Recipe(
        month=options.month or usual_month(options.layout),
        layout=options.layout,
        seed=options.seed,
        ages=options.ages,
        young=options.young,
        second=options.second,
        foreign=options.foreign,
        released=options.released,
        employer_code=options.employer,
        ssm_number=options.ssm,
        fill=Fill(options.fill),
        line_end=_LINE_ENDS[options.line_end],
    )


def _share(text: str) -> float:
    match = _PERCENT.fullmatch(text.strip())
    if match is None:
        raise not_taken(
            T(
                f"{text!r} is no share; write it in percent, such as 10%",
                f"{text!r} bukan bahagian; tulis dalam peratus, misalnya 10%",
            )
        )
    return float(match["number"]) / 100


def _ages(text: str) -> tuple[int, int]:
    match = _AGES.fullmatch(text.strip())
    if match is None:
        raise not_taken(
            T(
                f"{text!r} are no ages; write the youngest and the oldest, such as 25-40",
                f"{text!r} bukan umur; tulis yang termuda dan yang tertua, misalnya 25-40",
            )
        )
    return int(match["youngest"]), int(match["oldest"])


def _as_text(path: Path, options: argparse.Namespace, recipe: Recipe) -> str:
    count = options.lines
    said = T(
        "Wrote {path}: {lines} of layout {layout} for {month}.\n"
        "Check it as on its due day: assist check --as-of {day} {path}\n",
        "{path} ditulis: {lines} susun atur {layout} bagi {month}.\n"
        "Semaknya seperti pada hari akhirnya: assist check --as-of {day} {path}\n",
    ).filled(
        path=str(path),
        lines=T(f"{count:,} {'line' if count == 1 else 'lines'}", f"{count:,} baris"),
        layout=recipe.layout,
        month=recipe.month.name,
        day=str(recipe.day_to_check),
    )
    return said.in_language(options.lang)


def _as_json(path: Path, lines: int, recipe: Recipe) -> str:
    document = {
        "version": 1,
        "path": str(path),
        "lines": lines,
        "layout": recipe.layout,
        "month": str(recipe.month),
        "seed": recipe.seed,
        "as_of": recipe.day_to_check.isoformat(),
    }
    return f"{json.dumps(document)}\n"
