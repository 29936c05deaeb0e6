"""`assist reconcile FILE --with payroll.xlsx`: a contribution file beside the payroll sheet, by person.

Exit codes: 0 all agrees, 1 something differs, 2 it could not be told, or wrong use.
"""

import argparse
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from contributions import ContributionsError
from contributions.bilingual import T
from harness.cli.plain import (
    WRONG_USE,
    complain,
    parsed,
    reader_went_away,
    refused,
    terminal_columns,
    write,
)
from harness.cli.reconcile_options import misuse, parser_of
from harness.cli.results import what_and_mend
from harness.cli.text_alone import refuse_no_text
from harness.cli.told import CannotDo, told
from harness.errors import HarnessError

if TYPE_CHECKING:
    from contributions.reconciling import FileSide, Payroll, Person, Reconciliation, SaidColumns
    from contributions.reconciling.errors import SeveralNames
    from contributions.reconciling.outputs.words import Shown

__all__ = ["main"]

DIFFERS = 1
COLUMNS_OF_A_FILE = 92


def main(argv: Sequence[str]) -> int:
    """Compare a file with a sheet; the answer is the exit code."""
    parser = parser_of()
    options = parsed(parser, argv)
    if isinstance(options, int):
        return options
    wrong = misuse(options)
    if wrong:
        return refused(parser, wrong.in_language(options.lang))
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


class _Said(Exception):
    """What stops the comparison, in words."""


def _reconciled(options: argparse.Namespace) -> int:
    # NumPy and the reader of workbooks wait until there is something to read.
    from contributions.reconciling import reconcile
    from contributions.reconciling.errors import SeveralNames
    from contributions.reconciling.outputs.words import Shown

    is_ci = os.environ.get("CI", "").lower() in {"1", "true", "yes"}
    shown = Shown(options.lang, is_ci if options.mask is None else options.mask)
    path = Path(options.file)
    try:
        file = _file(options)
        path = Path(options.sheet_file or "")
        sheet = _sheet(options, file) if options.sheet_file else None
    except SeveralNames as error:
        raise _sentence(options, path, *_named(error, shown)) from None
    _refuse_strangers(options, [file.people, sheet.people if sheet else {}])
    result = reconcile(file, sheet) if sheet else None
    written = _write_files(options, file, result, shown)
    if result is None:
        write("".join(f"{path}\n" for path in written))
        return 0
    write(_said(options, result, shown))
    return 0 if result.agrees else DIFFERS


def _file(options: argparse.Namespace) -> "FileSide":
    from contributions.reconciling import read_file
    from contributions.reconciling.errors import NotOneOfIts, SeveralNames

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
        return read_file(path, month=options.month, same=_same(options))
    except SeveralNames:
        raise
    except NotOneOfIts as error:
        raise _sentence(options, path, error.reason, error.mend) from None
    except ContributionsError as error:
        reason, mend = what_and_mend(error, path, options.lang)
        raise _Said(f"{path}: {reason.removeprefix(f'{path} ')}. {mend}") from None


def _sheet(options: argparse.Namespace, file: "FileSide") -> "Payroll":
    from contributions.converting import NotConvertible
    from contributions.reconciling import Asked, read_payroll
    from contributions.sheets import UnreadableSheet

    path = Path(options.sheet_file)
    try:
        return read_payroll(
            path,
            month=file.month,
            employer_code=file.employer_code,
            asked=Asked(
                sheets=options.sheet,
                columns=_columns(options),
                any_month=options.any_month,
                same=_same(options),
            ),
        )
    except (NotConvertible, UnreadableSheet) as error:
        raise _sentence(options, path, error.reason, error.mend) from None


def _columns(options: argparse.Namespace) -> "SaidColumns":
    from contributions.converting import read_mapping
    from contributions.reconciling import SaidColumns
    from harness.cli.columns_said import columns_said

    kept = read_mapping(Path(options.mapping)) if options.mapping else {}
    return SaidColumns({**kept, **columns_said(options)}, guess=not options.mapping)


def _same(options: argparse.Namespace) -> frozenset[str]:
    from contributions.sheets.cells import identity

    return frozenset(map(identity, options.same))


def _refuse_strangers(options: argparse.Namespace, sides: Sequence[Mapping[str, "Person"]]) -> None:
    """Raise where `--same` names a number of nobody: it was meant for somebody."""
    strangers = sorted(_same(options).difference(*sides))
    if strangers:
        nobody = T(
            f"--same {strangers[0]}: nobody here has this identity number",
            f"--same {strangers[0]}: tiada sesiapa di sini dengan nombor pengenalan ini",
        )
        raise _Said(f"{nobody.in_language(options.lang)}.")


def _named(error: "SeveralNames", shown: "Shown") -> tuple[T, T]:
    """Whose the names are, or not, where people are hidden."""
    from contributions.outputs.masking import masked_name, masked_number

    if not shown.mask:
        return error.reason, error.mend
    return error.said(masked_number(error.identity_number), [masked_name(name) for name, _ in error.names])


def _sentence(options: argparse.Namespace, path: Path, reason: T, mend: T) -> _Said:
    why, how = reason.in_language(options.lang), mend.in_language(options.lang)
    return _Said(f"{path}: {why.rstrip('.')}. {how}")


def _write_files(
    options: argparse.Namespace, file: "FileSide", result: "Reconciliation | None", shown: "Shown"
) -> list[Path]:
    from harness.cli.check_output import refuse_unsafe
    from harness.cli.results import put_all

    files = {}
    for name in options.listing:
        files[Path(name)] = _listing(options, name, file, shown)
    if options.excel and result:
        from contributions.reconciling.outputs.as_xlsx import reconciliation_as_xlsx

        files[Path(options.excel)] = reconciliation_as_xlsx(result, shown)
    for path in files:
        refuse_unsafe(path, filter(None, (options.file, options.sheet_file, options.mapping)))
    return put_all(files, force=options.force)


def _listing(options: argparse.Namespace, name: str, file: "FileSide", shown: "Shown") -> bytes:
    from contributions.reconciling.listing import listing_of

    listing = listing_of(file, shown, employer_name=options.employer_name)
    if Path(name).suffix.lower() == ".pdf":
        from contributions.reconciling.listing.as_pdf import listing_as_pdf
        from contributions.typesetting import TypstMissing

        try:
            return listing_as_pdf(listing, language=options.lang)
        except TypstMissing as error:
            raise _Said(f"{name}: {error.words.in_language(options.lang)}. {error.mend}") from None
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
