"""The options of `assist convert`, and the request that they come to."""

import argparse
from pathlib import Path

from contributions import YearMonth
from contributions.bilingual import T
from contributions.converting import Given, NotConvertible
from contributions.sheets.cells import identity, month
from contributions.sheets.errors import NotReadAs
from harness.cli.columns_said import add_column_options, columns_said
from harness.cli.convert_plan import FORMS, Request
from harness.cli.plain import Parser, read_by

__all__ = ["parser_of", "request_of"]


def parser_of() -> argparse.ArgumentParser:
    """The options of the command."""
    parser = Parser(
        prog="assist convert",
        description="A payroll sheet (.xlsx, .csv) or an older layout as a contribution file of the current "
        "layout; or a contribution file as a sheet. What is taken as what is shown, and nothing is written "
        "until it is confirmed.",
        epilog="Exit codes: 0 written and valid, 1 rows cannot be taken or the result is "
        "invalid, 2 not written or could not tell.\n"
        "Examples: assist convert payroll.xlsx --employer B3200000123X --month 2026-10\n"
        '          assist convert payroll.csv --map "Gross=wage" --yes --lang ms\n'
        "          assist convert socso.txt eis.txt --wages payroll.xlsx --output october.txt\n"
        "          assist convert october.txt --to xlsx\n"
        "          assist convert --template payroll.xlsx",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("files", nargs="*", metavar="FILE", help="a sheet, a contribution file, or the two of S1 and E1")
    add("--output", "-o", metavar="FILE", help="where it goes (default: beside FILE, named after it)")
    add(
        "--to", choices=FORMS, help="contribution file, workbook or CSV (default: by --output, or what suits)"
    )
    add("--template", metavar="FILE", help="write a workbook to fill in")
    add("--sheet", action="append", default=[], metavar="NAME", help="which sheet of the workbook, one")
    add_column_options(parser)
    add("--save-mapping", metavar="FILE", help="keep what each column is, for next month")
    add("--employer", metavar="CODE", help="employer code, where the sheet has none")
    add("--mycoid", metavar="NUMBER", help="MyCoID / SSM number, where the sheet has none")
    add(
        "--month",
        type=read_by(_month),
        metavar="YYYY-MM",
        help="the month, where the sheet has none",
    )
    add(
        "--released",
        action="append",
        default=[],
        metavar="NUMBER",
        help="identity number released from LINDUNG 24 JAM",
    )
    add("--wages", metavar="FILE", help="the sheet with the wages, for S1 and E1")
    add("--skip-wrong-rows", action="store_true", help="write the others where rows cannot be taken")
    add("--yes", "-y", action="store_true", help="it is right: write without asking")
    add("--force", action="store_true", help="replace a file that is there")
    add("--json", action="store_true", help="JSON for programs; with --yes it also writes")
    add(
        "--lang",
        choices=("en", "ms"),
        default="en",
        help="language of what is said, and of the sheet written",
    )
    add(
        "--mask",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="hide who people are (default where CI=true)",
    )
    return parser


def request_of(options: argparse.Namespace) -> Request:
    """What the options ask for.

    Raises:
        NotConvertible: one of them says what cannot be.
    """
    to = options.to or _form_of(options.output)
    said = columns_said(options)
    if len(options.sheet) > 1:
        listed = ", ".join(map(repr, options.sheet))
        raise NotConvertible(
            T(f"one sheet is taken at a time, and --sheet names {listed}",
              f"satu helaian diambil pada satu masa, dan --sheet menamakan {listed}"),
            T("Convert each into a file of its own; assist merge puts them together.",
              "Tukar setiap satu menjadi fail sendiri; assist merge menggabungkannya."),
        )  # fmt: skip
    return Request(
        files=tuple(map(Path, options.files)),
        to=to or None,
        sheet=next(iter(options.sheet), None),
        said=said,
        mapping=Path(options.mapping) if options.mapping else None,
        wages=Path(options.wages) if options.wages else None,
        given=Given(
            employer_code=options.employer or "",
            ssm_number=options.mycoid or "",
            month=options.month,
            released=frozenset(map(identity, options.released)),
        ),
        language=options.lang,
    )


def _form_of(output: str | None) -> str:
    """What is to be written by the name of its file; empty where that says nothing.

    Raises:
        NotConvertible: it says something that is not written.
    """
    form = Path(output or "").suffix.lower().lstrip(".")
    if form and form not in FORMS:
        raise NotConvertible(
            T(f"{output}: no .{form} is written", f"{output}: .{form} tidak ditulis"),
            T(
                "Name it .txt, .xlsx or .csv, or say what it is by --to.",
                "Namakan .txt, .xlsx atau .csv, atau nyatakan jenisnya dengan --to.",
            ),
        )
    return form


def _month(text: str) -> YearMonth:
    """A month as a clerk may write it: 2026-10, 10/2026, "Oktober 2026"."""
    try:
        return month(text)
    except NotReadAs:
        return YearMonth.parse(text)
