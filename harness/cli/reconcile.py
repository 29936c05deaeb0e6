"""`assist reconcile FILE --with payroll.xlsx`: a contribution file beside the payroll sheet, by person.

Exit codes: 0 all agrees, 1 something differs, 2 it could not be told, or wrong use.
"""

import argparse
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from contributions import ContributionsError, YearMonth
from contributions.bilingual import T
from harness.cli.plain import (
    WRONG_USE,
    complain,
    parsed,
    read_by,
    reader_went_away,
    refused,
    terminal_columns,
    write,
)
from harness.cli.results import what_and_mend
from harness.cli.text_alone import refuse_no_text
from harness.cli.told import CannotDo, told
from harness.errors import HarnessError

if TYPE_CHECKING:
    from contributions.reconciling import FileSide, Payroll, Reconciliation
    from contributions.reconciling.outputs.words import Shown

__all__ = ["main"]

DIFFERS = 1
COLUMNS_OF_A_FILE = 92
LISTINGS = (".xlsx", ".pdf")


def main(argv: Sequence[str]) -> int:
    """Compare a file with a sheet; the answer is the exit code."""
    parser = _parser()
    options = parsed(parser, argv)
    if isinstance(options, int):
        return options
    misuse = _misuse(options)
    if misuse:
        return refused(parser, misuse)
    try:
        return _reconciled(options)
    except _Said as said:
        complain(f"assist reconcile: {said}")
    except HarnessError as error:
        reason, mend = what_and_mend(error, Path(options.file), options.lang)
        complain(f"assist reconcile: {reason}. {mend}")
    except BrokenPipeError:
        reader_went_away()
        return 0
    return WRONG_USE


def _misuse(options: argparse.Namespace) -> str:
    """What is wrong with the options together; empty when nothing is."""
    if not options.sheet_file and not options.listing:
        return "--with names the payroll sheet, an .xlsx or .csv file"
    if options.listing and Path(options.listing).suffix.lower() not in LISTINGS:
        return f"--listing writes {' or '.join(LISTINGS)}, and not {options.listing}"
    if options.excel and Path(options.excel).suffix.lower() != LISTINGS[0]:
        return f"--excel writes {LISTINGS[0]}, and not {options.excel}"
    if not options.sheet_file and (options.excel or options.json):
        return f"--{'excel' if options.excel else 'json'} tells what differs from a sheet; --with names it"
    return ""


class _Said(Exception):
    """What stops the comparison, in words."""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="assist reconcile",
        description="Compare a contribution file with the payroll sheet that it was made from, by identity "
        "number: who is on one side alone, which wage or amount differs, the totals of both, by branch too.",
        epilog="Exit codes: 0 all agrees, 1 something differs, 2 it could not be told, or wrong use.\n"
        "Example: assist reconcile october.txt --with payroll.xlsx --excel differences.xlsx\n"
        "Example: assist reconcile october.txt --listing october.pdf --lang ms",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("file", metavar="FILE", help="contribution file, format 1 or 2, of one employer")
    add("--with", dest="sheet_file", metavar="SHEET", help="payroll sheet: .xlsx, .xls, .ods or .csv")
    add(
        "--sheet",
        action="append",
        default=[],
        metavar="NAME",
        help="sheet of the workbook; several are added up (default: the first that fits)",
    )
    add("--month", type=read_by(YearMonth.parse), metavar="YYYY-MM", help="one month of several in FILE")
    add("--any-month", action="store_true", help="compare even if the sheet says that it is of another month")
    add("--excel", metavar="FILE", help="write the differences and all people as a workbook (.xlsx)")
    add(
        "--listing",
        metavar="FILE",
        help="write a listing of the employees after Borang 8A and Lampiran 1 (.xlsx or .pdf; "
        "alone, or with --with)",
    )
    add("--employer-name", default="", metavar="NAME", help="employer's name for the listing")
    add("--all", action="store_true", help="show everybody who differs, however many they are")
    add("--lang", choices=("en", "ms"), default="en", help="language of the answer")
    add("--json", action="store_true", help="JSON for programs, amounts in sen")
    add("--force", action="store_true", help="replace files that are there")
    add(
        "--mask",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="hide identity numbers and names (default where CI=true)",
    )
    return parser


def _reconciled(options: argparse.Namespace) -> int:
    # NumPy and the reader of workbooks wait until there is something to read.
    from contributions.reconciling import reconcile
    from contributions.reconciling.outputs.words import Shown

    is_ci = os.environ.get("CI", "").lower() in {"1", "true", "yes"}
    shown = Shown(options.lang, is_ci if options.mask is None else options.mask)
    file = _file(options)
    result = reconcile(file, _sheet(options, file)) if options.sheet_file else None
    written = _write_files(options, file, result, shown)
    if result is None:
        write("".join(f"{path}\n" for path in written))
        return 0
    write(_said(options, result, shown))
    return 0 if result.agrees else DIFFERS


def _file(options: argparse.Namespace) -> "FileSide":
    from contributions.reconciling import read_file
    from contributions.reconciling.errors import NotOneOfIts

    path = Path(options.file)
    try:
        refuse_no_text(path)
    except CannotDo as error:
        order = T(
            "The contribution file comes first, and the sheet after --with.",
            "Fail caruman ditulis dahulu, dan hamparan selepas --with.",
        )
        raise _Said(f"{told(error, options.lang)} {order.in_language(options.lang)}") from None
    try:
        return read_file(path, month=options.month)
    except NotOneOfIts as error:
        raise _sentence(options, path, error.reason, error.mend) from None
    except ContributionsError as error:
        reason, mend = what_and_mend(error, path, options.lang)
        raise _Said(f"{path}: {reason.removeprefix(f'{path} ')}. {mend}") from None


def _sheet(options: argparse.Namespace, file: "FileSide") -> "Payroll":
    from contributions.reconciling import read_payroll
    from contributions.sheets import UnreadableSheet

    path = Path(options.sheet_file)
    try:
        return read_payroll(
            path,
            month=file.month,
            employer_code=file.employer_code,
            sheets=options.sheet,
            any_month=options.any_month,
        )
    except UnreadableSheet as error:
        raise _sentence(options, path, error.reason, error.mend) from None


def _sentence(options: argparse.Namespace, path: Path, reason: T, mend: T) -> _Said:
    why, how = reason.in_language(options.lang), mend.in_language(options.lang)
    return _Said(f"{path}: {why.rstrip('.')}. {how}")


def _write_files(
    options: argparse.Namespace, file: "FileSide", result: "Reconciliation | None", shown: "Shown"
) -> list[Path]:
    from harness.cli.check_output import refuse_unsafe
    from harness.cli.results import put_all

    files = {}
    if options.listing:
        files[Path(options.listing)] = _listing(options, file, shown)
    if options.excel and result:
        from contributions.reconciling.outputs.as_xlsx import reconciliation_as_xlsx

        files[Path(options.excel)] = reconciliation_as_xlsx(result, shown)
    for path in files:
        refuse_unsafe(path, filter(None, (options.file, options.sheet_file)))
    return put_all(files, force=options.force)


def _listing(options: argparse.Namespace, file: "FileSide", shown: "Shown") -> bytes:
    from contributions.reconciling.listing import listing_of

    listing = listing_of(file, shown, employer_name=options.employer_name)
    if Path(options.listing).suffix.lower() == ".pdf":
        from contributions.reconciling.listing.as_pdf import listing_as_pdf
        from contributions.typesetting import TypstMissing

        try:
            return listing_as_pdf(listing, language=options.lang)
        except TypstMissing as error:
            raise _Said(f"{options.listing}: {error.words.in_language(options.lang)}. {error.mend}") from None
    from contributions.reconciling.listing.as_xlsx import listing_as_xlsx

    return listing_as_xlsx(listing, language=options.lang)


def _said(options: argparse.Namespace, result: "Reconciliation", shown: "Shown") -> str:
    if options.json:
        from contributions.reconciling.outputs.as_json import reconciliation_as_json

        return reconciliation_as_json(result, shown)
    from contributions.reconciling.outputs.text import reconciliation_as_text

    width = terminal_columns(otherwise=COLUMNS_OF_A_FILE)
    lines = reconciliation_as_text(result, shown, width=width, everybody=options.all)
    return "".join(f"{line.rstrip()}\n" for line in lines)
