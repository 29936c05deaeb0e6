"""`assist mask FILE`: a copy to share, with other people in it and the same findings.

Exit codes: 0 the copies have the findings of the originals, 1 one has not, 2 a file cannot be masked or
wrong use.
"""

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from contributions import ContributionsError, FileReport, check
from contributions.bilingual import Language, T
from contributions.layouts import BEFORE_ASSIST, READ
from contributions.masking import Disguise
from contributions.opening import opened
from contributions.rates import current
from contributions.system_words import system_words
from harness.cli.check_output import STANDARD_OUTPUT, put_into, refuse_unsafe
from harness.cli.plain import WRONG_USE, Parser, complain, parsed, refused, write
from harness.cli.results import ThereAlready
from harness.cli.told import told
from harness.errors import HarnessError

__all__ = ["main"]

OTHER_FINDINGS = 1
NOT_TEXT = "FL02"
NOT_LINES = frozenset({"FL01", "FL03", "FL26", "FL27"})
"""Findings after which nothing can be told of lines."""


def main(argv: Sequence[str]) -> int:
    """Make the copies; the answer is the exit code."""
    parser = _parser()
    options = parsed(parser, argv)
    if isinstance(options, int):
        return options
    if options.output and len(options.files) > 1:
        return refused(
            parser,
            T(
                "--output takes one file; several go beside the originals",
                "--output adalah bagi satu fail; beberapa salinan diletakkan di sebelah fail asalnya",
            ),
        )
    if options.output == STANDARD_OUTPUT:
        return refused(
            parser,
            T(
                "--output: - is no name of a file to write; name a file",
                "--output: - bukan nama fail untuk ditulis; namakan fail",
            ),
        )
    current()  # rules that cannot be read are said once, before the first copy
    disguise = Disguise(options.key.encode() if options.key else None)
    codes = []
    for name in options.files:
        try:
            codes.append(_masked(Path(name), options, disguise))
        except OSError as error:
            why = system_words(error).in_language(options.lang)
            complain(f"assist mask: {error.filename or Path(name)}: {why}.")
            codes.append(WRONG_USE)
        except (ContributionsError, HarnessError, _NotMasked) as error:
            complain(f"assist mask: {name}: {_said(error, options.lang)}")
            codes.append(WRONG_USE)
    return max(codes)


class _NotMasked(Exception):
    """Why no copy was made, and what to do, in both languages."""

    def __init__(self, reason: T, mend: T) -> None:
        super().__init__(reason.en)
        self.words = T(f"{reason.en} {mend.en}", f"{reason.ms} {mend.ms}")


def _said(error: "ContributionsError | HarnessError | _NotMasked", language: Language) -> str:
    if isinstance(error, _NotMasked):
        return error.words.in_language(language)
    if isinstance(error, HarnessError):
        return told(error, language)
    return f"{error.words.in_language(language)}."


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="assist mask",
        description="A copy to share: false names, identity numbers, employer and SSM numbers, always the "
        "same for the same person; amounts, months and all that the checks look at stay.",
        epilog="Exit codes: 0 the copy has the same findings, 1 it has others, 2 it cannot be made.\n"
        "Wages and months of birth stay: a copy is for looking for mistakes, not for publishing.\n"
        "Example: assist mask october.txt",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("files", nargs="+", metavar="FILE")
    add("--output", metavar="FILE", help="where the copy goes (default: NAME.masked.txt beside it)")
    add("--force", action="store_true", help="replace a copy that is there")
    add("--lang", choices=("en", "ms"), default="en", help="language of the answer")
    add("--key", metavar="TEXT", help="a secret that gives the same false people another time")
    return parser


def _masked(path: Path, options: argparse.Namespace, disguise: Disguise) -> int:
    with opened(path) as file:  # before a copy is named after it: a folder may have no name
        content = file.read()
    output = Path(options.output) if options.output else path.with_name(f"{path.stem}.masked.txt")
    refuse_unsafe(output, options.files)
    if output.exists() and not options.force:
        raise ThereAlready(output)
    before = check(content, as_of=_today(), name=path.name)
    if any(finding.code == NOT_TEXT for finding in before.findings):
        raise _NotMasked(
            T("it is not plain text.", "ia bukan teks biasa."),
            T("Only a contribution file can be masked.", "Hanya fail caruman boleh disamarkan."),
        )
    if before.layout not in READ | BEFORE_ASSIST or any(each.code in NOT_LINES for each in before.findings):
        raise _NotMasked(
            T("its lines cannot be read.", "barisnya tidak dapat dibaca."),
            T(
                f"Nothing was written. See `assist check {path}`; mend the file and mask it then.",
                f"Tiada apa-apa ditulis. Lihat `assist check {path}`; betulkan fail, kemudian samarkannya.",
            ),
        )
    copy = disguise.file(content, before.layout)
    put_into(output, copy)
    differ = _differ(before, check(copy, as_of=_today(), name=path.name))
    if differ:
        codes = ", ".join(differ)
        made = T(
            f"{output}: made, but it has other findings than {path}: {codes}.",
            f"{output}: dibuat, tetapi dapatannya berlainan daripada {path}: {codes}.",
        )
        complain(made.in_language(options.lang))
        return OTHER_FINDINGS
    same = T(
        f"{output}: {before.records:,} records, the same findings as {path}.",
        f"{output}: {before.records:,} rekod, dapatan yang sama dengan {path}.",
    )
    write(f"{same.in_language(options.lang)}\n")
    return 0


def _differ(before: FileReport, after: FileReport) -> list[str]:
    """The codes of findings that are not the same, or not at the same places."""
    one, other = _places(before), _places(after)
    return sorted({key[0] for key in one.keys() | other.keys() if one.get(key) != other.get(key)})


def _places(report: FileReport) -> dict[tuple[str, str], list[tuple[int, int, int]]]:
    return {
        (finding.code, finding.field): [
            (finding.places, 0, 0),
            *((place.line, place.column, place.end_column) for place in finding.at),
        ]
        for finding in report.findings
    }


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the day where the user is
