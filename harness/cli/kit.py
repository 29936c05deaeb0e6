"""`assist kit`: files that are wrong in exactly one way, their answer sheet, and the score of a validator.

It imports neither typer, rich nor a browser. Exit codes: 0 written, or answered without a fault; 1 a mistake
was missed or told at the wrong line, or a good file refused; 2 wrong use, or something cannot be read.
"""

import argparse
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from contributions import ContributionsError, Severity
from contributions.bilingual import Language, T
from contributions.kit.answers import read_answers
from contributions.kit.making import Kit, kit_from, our_kit
from contributions.kit.reporting import score_as_json, score_as_junit, score_as_text
from contributions.kit.scoring import score
from contributions.kit.sheet import SHEET, read_sheet, write_kit
from contributions.opening import content_of
from contributions.system_words import system_words
from harness.cli.plain import WRONG_USE, Parser, complain, day_to_check, parsed, refused, write

__all__ = ["main", "make_kit"]

SCORE = "score"
_FORMS = {"text": score_as_text, "json": score_as_json, "junit": score_as_junit}


def main(argv: Sequence[str]) -> int:
    """Make a kit, or score answers; the answer is the exit code."""
    return _score(argv[1:]) if argv and argv[0] == SCORE else _make(argv)


def _make(argv: Sequence[str]) -> int:
    parser = Parser(
        prog="assist kit",
        usage="assist kit DIR [--base MYFILE] [--as-of DAY] [--seed N] [--lang en|ms] [--json]\n"
        "       assist kit score ANSWERS... [--kit DIR] [--least SEVERITY] [--lang en|ms] [--format FORM]",
        description="Fill a folder with good files, with files that are wrong in exactly one way, and with "
        f"the answer sheet ({SHEET}: file, code, line, columns).",
        epilog="assist kit score --help says how answers are scored.\n"
        "Exit codes: 0 written, 2 wrong use, or the folder cannot be written.\n"
        "Example: assist kit kit-october --base my-export.txt",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folder", metavar="DIR", help="a folder that is new or empty")
    parser.add_argument("--base", metavar="MYFILE", help="make the bad files from this good one of yours")
    parser.add_argument("--as-of", type=day_to_check, metavar="YYYY-MM-DD", help="a day on which it is valid")
    parser.add_argument("--seed", type=int, metavar="N", help="another number, other people (1)")
    parser.add_argument("--lang", choices=("en", "ms"), default="en", help="language of the answer")
    parser.add_argument("--json", action="store_true", help="say what was written as JSON")
    options = parsed(parser, argv)
    if isinstance(options, int):
        return options
    if options.as_of and not options.base:
        alone = T(
            "--as-of is a day on which the file of --base is valid: give both",
            "--as-of ialah hari fail --base sah: berikan kedua-duanya",
        )
        return refused(parser, alone)
    if options.base and options.seed is not None:
        unused = T(
            "--seed makes other people, and those of --base stay: give one of them",
            "--seed menghasilkan orang lain, manakala orang dalam --base kekal: berikan salah satu",
        )
        return refused(parser, unused)
    return make_kit(
        parser,
        Path(options.folder),
        base=options.base,
        as_of=options.as_of,
        seed=1 if options.seed is None else options.seed,
        as_json=options.json,
        language=options.lang,
    )


def make_kit(  # noqa: PLR0913 - what two commands ask for
    parser: argparse.ArgumentParser,
    folder: Path,
    *,
    base: str | None,
    as_of: date | None,
    seed: int,
    as_json: bool,
    language: Language = "en",
) -> int:
    """Fill the folder; the answer is the exit code."""
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            used = T(
                f"{folder} is not an empty folder; name a new one",
                f"{folder} bukan folder kosong; namakan yang baharu",
            )
            return refused(parser, used)
        kit = _from_base(Path(base), as_of) if base else our_kit(seed=seed)
        write_kit(kit, folder)
    except ContributionsError as error:
        said = T("{base} cannot be the base: {why}", "{base} tidak boleh menjadi asas: {why}")
        words = said.filled(base=base, why=error.words) if base else error.words
        return refused(parser, words)
    except OSError as error:
        complain(f"{parser.prog}: {error.filename or folder}: {system_words(error).in_language(language)}.")
        return WRONG_USE
    write(_as_json(folder, kit) if as_json else _as_text(folder, kit, language))
    return 0


def _from_base(path: Path, as_of: date | None) -> Kit:
    return kit_from(content_of(path), as_of=as_of)


def _as_text(folder: Path, kit: Kit, language: Language) -> str:
    bad = sum(bool(item.code) for item in kit.items)
    good = len(kit.items) - bad
    lines = [
        T(
            f"{folder} has {bad} files that are wrong in one way each, and "
            f"{'1 good one' if good == 1 else f'{good} good ones'}.",
            f"{folder} mempunyai {bad} fail yang salah dengan satu cara setiap satu, dan {good} yang baik.",
        ),
        T(
            f"What is to be said of each stands in {folder / SHEET}.",
            f"Apa yang patut dikatakan tentang setiap satunya ada dalam {folder / SHEET}.",
        ),
    ]
    if kit.left_out:
        lines.append(
            T(
                "Left out, since the base does not bear them:",
                "Ditinggalkan kerana asas tidak membolehkannya:",
            )
        )
        lines += [
            T("  {code}  {why}", "  {code}  {why}").filled(code=each.code, why=each.reason)
            for each in kit.left_out
        ]
    return "".join(f"{line.in_language(language)}\n" for line in lines)


def _as_json(folder: Path, kit: Kit) -> str:
    document = {
        "version": 1,
        "folder": str(folder),
        "sheet": str(folder / SHEET),
        "bad": sum(bool(item.code) for item in kit.items),
        "good": sum(not item.code for item in kit.items),
        "left_out": [{"code": each.code, "reason": each.reason.en} for each in kit.left_out],
    }
    return f"{json.dumps(document)}\n"


def _score(argv: Sequence[str]) -> int:
    parser = Parser(
        prog="assist kit score",
        description="Compare what a validator said about the files of a kit with the answer sheet: "
        "caught, missed, wrong line, false alarm.",
        epilog="ANSWERS is JSON as assist check --json gives it, or CSV with the headings file, line and,\n"
        "if there is one, code; a file of which nothing was said has a row with code ok.\n"
        "Exit codes: 0 answered without a fault, 1 not, 2 wrong use, or a file cannot be read.\n"
        "Example: assist kit score answers.csv --kit kit-october --format junit",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "answers", metavar="ANSWERS", nargs="+", help="one file, or one for each day of the kit"
    )
    parser.add_argument("--kit", metavar="DIR", help="the folder of the kit (the one that ANSWERS is in)")
    parser.add_argument(
        "--least", choices=[severity.value for severity in Severity], default=Severity.INFO.value,
        help="the least grave mistakes that are asked for (info: all)",
    )  # fmt: skip
    parser.add_argument("--lang", choices=("en", "ms"), default="en", help="language of the answer")
    parser.add_argument("--format", choices=tuple(_FORMS), default="text", help="(text)")
    options = parsed(parser, argv)
    if isinstance(options, int):
        return options
    paths = [Path(given) for given in options.answers]
    try:
        answers = {file: said for path in paths for file, said in read_answers(path).items()}
        sheet = read_sheet(Path(options.kit) if options.kit else paths[0].parent)
        result = score(sheet, answers, least=Severity(options.least))
    except ContributionsError as error:
        complain(f"assist kit score: {error.words.in_language(options.lang)}.")
        return WRONG_USE
    write(_FORMS[options.format](result, options.lang))
    return 0 if result.is_perfect else 1
