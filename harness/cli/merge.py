"""`assist merge FILE...`: the files of several branches as one for each employer code and month.

Exit codes: 0 done; 2 a file cannot be read, somebody's lines do not agree, a file is in the way, or wrong
use: then nothing is written.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from contributions import ContributionsError, Record, format_sen, read, write
from contributions.bilingual import Language, T
from contributions.layouts import C2
from contributions.merging import Line, Merged, NotMergeable, merge
from contributions.printable import name_as_text
from contributions.sheets.cells import identity
from harness.cli.plain import WRONG_USE, Parser, complain, parsed
from harness.cli.plain import write as put_out
from harness.cli.results import put_all, what_and_mend
from harness.cli.text_alone import refuse_no_text
from harness.cli.told import CannotDo
from harness.errors import HarnessError

__all__ = ["main"]


def main(argv: Sequence[str]) -> int:
    """Put files together; the answer is the exit code."""
    options = parsed(_parser(), argv)
    if isinstance(options, int):
        return options
    try:
        lines = _lines(options.files)
        same = frozenset(map(identity, options.same))
        _refuse_strangers(same, lines)
        files = merge(lines, same=same)
        written = put_all(
            {Path(options.into) / f"{each.name}.txt": write(each.records) for each in files},
            force=options.force,
        )
    except (ContributionsError, HarnessError) as error:
        reason, mend = what_and_mend(error, Path(options.into), options.lang)
        if isinstance(error, NotMergeable):
            nothing = T("Nothing was written.", "Tiada apa-apa ditulis.").in_language(options.lang)
            mend = f"{error.mend.in_language(options.lang)} {nothing}"
        complain(f"assist merge: {reason}. {mend}".rstrip())
        return WRONG_USE
    shown = _as_json(written, files) if options.json else _as_text(written, files, options.lang)
    put_out(f"{shown}\n")
    return 0


def _lines(names: Sequence[str]) -> list[Line]:
    """The lines of all files. Raises `CannotDo` where one cannot be read, or is another of them."""
    lines: list[Line] = []
    seen: dict[tuple[Record, ...], str] = {}
    for name in names:
        refuse_no_text(Path(name))
        try:
            found = read(Path(name))
        except ContributionsError as error:
            raise CannotDo(
                T(f"{name}: {error.words.en.rstrip('.')}", f"{name}: {error.words.ms.rstrip('.')}"),
                T(f"assist check {name} tells all of it.", f"assist check {name} menerangkan semuanya."),
            ) from None
        if found in seen:
            raise CannotDo(
                T(
                    f"{name} has the same records as {seen[found]}; their wages would count twice",
                    f"{name} mempunyai rekod yang sama dengan {seen[found]}; gajinya akan dikira dua kali",
                )
            )
        seen[found] = name
        lines += (Line(record, name, number) for number, record in enumerate(found, start=1))
    return lines


def _refuse_strangers(same: frozenset[str], lines: Sequence[Line]) -> None:
    strangers = sorted(same - {line.record.identity_number.upper() for line in lines})
    if strangers:
        raise CannotDo(
            T(
                f"--same {strangers[0]}: nobody in these files has this identity number",
                f"--same {strangers[0]}: tiada sesiapa dalam fail-fail ini dengan nombor pengenalan ini",
            )
        )


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="assist merge",
        description="One file for each employer code and month from the files of several branches. Who "
        "stands twice in a month has the wages added and all amounts looked up again.",
        epilog="Exit codes: 0 done, 2 a file cannot be read, somebody's lines do not agree, or wrong use.\n"
        "Example: assist merge north.txt south.txt --into october",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("files", nargs="+", metavar="FILE", help="combined files, format 1 or 2; the result is format 2")
    add("--into", metavar="DIR", default="merged", help="folder for CODE-YYYY-MM.txt (default: merged)")
    add(
        "--same",
        action="append",
        default=[],
        metavar="NUMBER",
        help="lines of this identity number are one person although their names differ: the first is taken",
    )
    add("--force", action="store_true", help="replace files that are there")
    add("--lang", choices=("en", "ms"), default="en", help="language of the answer")
    add("--json", action="store_true", help="JSON for programs, amounts in sen")
    return parser


def _as_text(written: Sequence[Path], files: Sequence[Merged], language: Language) -> str:
    paid = T("to be paid", "perlu dibayar")
    added = T("wages added", "gaji dicampur").in_language(language)
    lines = []
    for path, each in zip(written, files, strict=True):
        total = sum(sum(getattr(record, share.name) for share in C2.shares) for record in each.records)
        heads = len(each.records)
        people = T("1 person" if heads == 1 else f"{heads:,} people", f"{heads:,} orang")
        lines.append(
            f"{path}: {people.in_language(language)}, {format_sen(total)} {paid.in_language(language)}"
        )
        lines += [
            f"  {record.identity_number}  {record.name}: {added}, {format_sen(record.wage)}"
            for record in each.added
        ]
    return "\n".join(lines)


def _as_json(written: Sequence[Path], files: Sequence[Merged]) -> str:
    return json.dumps(
        {
            "version": 1,
            "files": [
                {
                    "path": name_as_text(str(path)),
                    "employer_code": each.code,
                    "month": str(each.month),
                    "people": len(each.records),
                    "totals": {
                        field.name: sum(getattr(record, field.name) for record in each.records)
                        for field in C2.amounts
                    },
                    "added": [record.identity_number for record in each.added],
                }
                for path, each in zip(written, files, strict=True)
            ],
        }
    )
