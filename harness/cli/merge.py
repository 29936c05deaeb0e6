"""`assist merge FILE...`: the files of several branches as one for each employer code and month.

Exit codes: 0 done; 2 a file cannot be read, somebody's lines do not agree, a file is in the way, or wrong
use: then nothing is written.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from contributions import ContributionsError, format_sen, write
from contributions.bilingual import Language, T
from contributions.layouts import C2
from contributions.merging import Line, Merged, NotMergeable, merge
from contributions.printable import name_as_text
from contributions.sheets.cells import identity
from harness.cli.merge_cautions import cautions
from harness.cli.merge_lines import lines_of
from harness.cli.plain import WRONG_USE, Parser, complain, parsed
from harness.cli.plain import write as put_out
from harness.cli.results import put_all, what_and_mend
from harness.cli.told import CannotDo
from harness.errors import HarnessError

__all__ = ["main"]


def main(argv: Sequence[str]) -> int:
    """Put files together; the answer is the exit code."""
    options = parsed(_parser(), argv)
    if isinstance(options, int):
        return options
    try:
        lines = lines_of(options.files, released=frozenset(map(identity, options.released)))
        same = frozenset(map(identity, options.same))
        _refuse_strangers(same, lines.all)
        files = merge(lines.all, same=same)
        written = put_all(
            {Path(options.into) / f"{each.name}.txt": write(each.records) for each in files},
            force=options.force,
            files_read=options.files,
        )
    except (ContributionsError, HarnessError) as error:
        reason, mend = what_and_mend(error, Path(options.into), options.lang)
        if isinstance(error, NotMergeable):
            nothing = T("Nothing was written.", "Tiada apa-apa ditulis.").in_language(options.lang)
            mend = f"{error.mend.in_language(options.lang)} {nothing}"
        complain(f"assist merge: {reason}. {mend}".rstrip())
        return WRONG_USE
    notes = [note.in_language(options.lang) for note in lines.facts(files)]
    if options.json:
        shown = _as_json(written, files, notes)
    else:
        shown = "\n".join((*notes, *_as_text(written, files, options.lang)))
    put_out(f"{shown}\n")
    return 0


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
    add(
        "files",
        nargs="+",
        metavar="FILE",
        help="combined files, format 1 or 2; the result is format 2 (LINDUNG 24 JAM by the tables)",
    )
    add("--into", metavar="DIR", default="merged", help="folder for CODE-YYYY-MM.txt (default: merged)")
    add(
        "--same",
        action="append",
        default=[],
        metavar="NUMBER",
        help="lines of this identity number are one person although their names differ: the first is taken",
    )
    add(
        "--released",
        action="append",
        default=[],
        metavar="NUMBER",
        help="identity number released from LINDUNG 24 JAM, for files of format 1, which do not say it",
    )
    add("--force", action="store_true", help="replace files that are there")
    add("--lang", choices=("en", "ms"), default="en", help="language of the answer")
    add("--json", action="store_true", help="JSON for programs, amounts in sen")
    return parser


def _as_text(written: Sequence[Path], files: Sequence[Merged], language: Language) -> Iterator[str]:
    paid = T("to be paid", "perlu dibayar")
    added = T("wages added", "gaji dicampur").in_language(language)
    for path, each in zip(written, files, strict=True):
        total = sum(sum(getattr(record, share.name) for share in C2.shares) for record in each.records)
        heads = len(each.records)
        people = T("1 person" if heads == 1 else f"{heads:,} people", f"{heads:,} orang")
        yield f"{path}: {people.in_language(language)}, {format_sen(total)} {paid.in_language(language)}"
        for record in each.added:
            yield f"  {record.identity_number}  {record.name}: {added}, {format_sen(record.wage)}"
        for caution in cautions(each):
            yield f"  {caution.in_language(language)}"


def _as_json(written: Sequence[Path], files: Sequence[Merged], notes: Sequence[str]) -> str:
    return json.dumps(
        {
            "version": 1,
            "notes": notes,
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
                    "unfit": [
                        {
                            "identity_number": line.record.identity_number,
                            "file": line.file,
                            "line": line.number,
                        }
                        for line in each.unfit
                    ],
                    "ssm_numbers": list(each.ssm_numbers),
                }
                for path, each in zip(written, files, strict=True)
            ],
        }
    )
