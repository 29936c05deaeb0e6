"""The options of `assist reconcile`, and what is wrong with some of them together."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from contributions import YearMonth
from contributions.bilingual import T
from harness.cli.columns_said import add_column_options
from harness.cli.plain import Parser, read_by

__all__ = ["misuse", "parser_of"]

LISTINGS = (".xlsx", ".pdf")


def misuse(options: argparse.Namespace) -> T | None:
    """What is wrong with the options together; `None` when nothing is."""
    if not options.sheet_file and not options.listing:
        return T(
            "--with names the payroll sheet, an .xlsx or .csv file",
            "--with menamakan hamparan gaji, fail .xlsx atau .csv",
        )
    for name in options.listing:
        if Path(name).suffix.lower() not in LISTINGS:
            return T(
                f"--listing writes {' or '.join(LISTINGS)}, and not {name}",
                f"--listing menulis {' atau '.join(LISTINGS)}, bukan {name}",
            )
    if options.excel and Path(options.excel).suffix.lower() != LISTINGS[0]:
        return T(
            f"--excel writes {LISTINGS[0]}, and not {options.excel}",
            f"--excel menulis {LISTINGS[0]}, bukan {options.excel}",
        )
    if options.excel and Path(options.excel).absolute() in {
        Path(name).absolute() for name in options.listing
    }:
        return T(
            f"--excel and --listing both name {options.excel}",
            f"--excel dan --listing kedua-duanya menamakan {options.excel}",
        )
    if not options.sheet_file and (options.excel or options.json):
        option = "excel" if options.excel else "json"
        return T(
            f"--{option} tells what differs from a sheet; --with names it",
            f"--{option} menyatakan beza dengan hamparan; --with menamakannya",
        )
    return _named_twice(options.sheet)


def _named_twice(sheets: Sequence[str]) -> T | None:
    folded = [name.casefold() for name in sheets]
    for name in sheets:
        if folded.count(name.casefold()) > 1:
            return T(
                f"--sheet names {name} twice, and its amounts would count twice",
                f"--sheet menamakan {name} dua kali, dan amaunnya akan dikira dua kali",
            )
    return None


def parser_of() -> argparse.ArgumentParser:
    """The options of the command."""
    parser = Parser(
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
    add_column_options(parser)
    add("--month", type=read_by(YearMonth.parse), metavar="YYYY-MM", help="one month of several in FILE")
    add(
        "--same",
        action="append",
        default=[],
        metavar="NUMBER",
        help="identity number that is one person, whatever the names",
    )
    add("--any-month", action="store_true", help="compare even if the sheet says that it is of another month")
    add("--excel", metavar="FILE", help="write the differences and all people as a workbook (.xlsx)")
    add(
        "--listing",
        action="append",
        default=[],
        metavar="FILE",
        help="write a listing of the employees after Borang 8A and Lampiran 1 (.xlsx or .pdf; "
        "alone, or with --with; may be given for both)",
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
