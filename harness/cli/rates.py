"""`assist rates`: the contribution tables in force in a month, or their row for a wage.

It imports neither typer, rich, NumPy nor a browser. Exit codes: 0 shown, 2 the rates of the month are
not known, or wrong use.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from contributions import ContributionsError, YearMonth, parse_ringgit
from contributions.bilingual import Language, T
from contributions.rates import Pack, Rates, RateTable, current, rates_for
from harness.cli.plain import WRONG_USE, Parser, complain, parsed, read_by, reader_went_away, write

__all__ = ["main"]

_SCHEMES = T(
    f"{'':27}{'SOCSO, first category':>22}{'second':>10}{'EIS':>10}{'LINDUNG':>10}",
    f"{'':27}{'PERKESO, kategori 1':>22}{'kategori 2':>12}{'SIP':>8}{'LINDUNG':>10}",
)
_HEADING = T(
    f"{'wage over':>12}{'up to':>13}{'employer':>13}{'employee':>11}{'employer':>10}"
    f"{'each':>10}{'24 JAM':>10}",
    f"{'gaji lebih':>12}{'hingga':>13}{'majikan':>13}{'pekerja':>11}{'majikan':>10}"
    f"{'setiap':>10}{'24 JAM':>10}",
)


@dataclass(frozen=True, slots=True)
class _Band:
    """A row of all tables of a month: bands of one table may be cut by those of another."""

    over: int
    upto: int | None
    cells: dict[str, int]


def main(argv: Sequence[str]) -> int:
    """Show the tables; the answer is the exit code."""
    options = parsed(_parser(), argv)
    if isinstance(options, int):
        return options
    try:
        pack = current()
        rates = rates_for(options.month, pack)
    except ContributionsError as error:
        complain(f"assist rates: {error.words.in_language(options.lang)}.")
        return WRONG_USE
    bands = list(_bands(rates))
    if options.wage is not None:
        bands = [band for band in bands if band.over < options.wage <= (band.upto or options.wage)]
    try:
        write(_as_json(pack, rates, bands) if options.json else _as_text(pack, rates, bands, options.lang))
    except BrokenPipeError:
        reader_went_away()
    if pack.knows(options.month):
        return 0
    complain(f"assist rates: {_unknown(options.month, pack).in_language(options.lang)}")
    return WRONG_USE


def _unknown(month: YearMonth, pack: Pack) -> T:
    return T(
        "could not tell whether this holds in {month}; rules {version} are known from {first} until {last}.",
        "tidak dapat ditentukan sama ada ini terpakai pada {month}; peraturan {version} diketahui dari "
        "{first} hingga {last}.",
    ).filled(month=month.name, version=pack.version, first=pack.known_from.name, last=pack.known_until.name)


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="assist rates",
        description="The tables of a month: SOCSO (Act 4), EIS (Act 800), LINDUNG 24 JAM, by wage.",
        epilog="Exit codes: 0 shown, 2 the rates of the month are not known, or wrong use.\n"
        "Example: assist rates --month 2026-10 --wage 3250",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("--month", type=read_by(YearMonth.parse), required=True, metavar="YYYY-MM", help="the month of wages")
    add("--wage", type=read_by(parse_ringgit), metavar="RINGGIT", help="only the row of this wage")
    add("--lang", choices=("en", "ms"), default="en", help="language of the answer")
    add("--json", action="store_true", help="JSON for programs, amounts in sen")
    return parser


def _bands(rates: Rates) -> Iterator[_Band]:
    tables = [table for table in (rates.act4, rates.act800, rates.lindung) if table is not None]
    ends = sorted({upto for table in tables for upto in table.uptos})
    for over, upto in zip((0, *ends), (*ends, None), strict=True):
        yield _Band(over, upto, _cells(rates, over + 1))


def _cells(rates: Rates, wage: int) -> dict[str, int]:
    def cell(table: RateTable | None, column: str) -> int:
        return table.amount(column, wage) if table else 0

    return {
        "socso_employer_first": cell(rates.act4, "employer_cat1_sen"),
        "socso_employee_first": cell(rates.act4, "employee_cat1_sen"),
        "socso_employer_second": cell(rates.act4, "employer_cat2_sen"),
        "eis_employer": cell(rates.act800, "employer_sen"),
        "eis_employee": cell(rates.act800, "employee_sen"),
        "lindung": cell(rates.lindung, "employee_sen"),
    }


def _as_json(pack: Pack, rates: Rates, bands: Sequence[_Band]) -> str:
    document = {
        "version": 1,
        "month": str(rates.month),
        "ruleset": pack.version,
        "known": pack.knows(rates.month),
        "bands": [
            {"wage_over": band.over, "wage_upto": band.upto, "amounts": dict(band.cells)} for band in bands
        ],
    }
    return json.dumps(document) + "\n"


def _as_text(pack: Pack, rates: Rates, bands: Sequence[_Band], language: Language) -> str:
    head = T(
        "{month}, rules {version}. In the second category only the employer pays.",
        "{month}, peraturan {version}. Dalam kategori kedua hanya majikan membayar.",
    ).filled(month=rates.month.name, version=pack.version)
    lines = [
        head.in_language(language),
        "",
        _SCHEMES.in_language(language),
        _HEADING.in_language(language),
        *(_row(band, language) for band in bands),
    ]
    if not bands:
        nothing = T("Nothing is due on no wage.", "Tiada caruman jika tiada gaji.")
        lines.append(nothing.in_language(language))
    return "\n".join(lines) + "\n"


def _row(band: _Band, language: Language) -> str:
    cells = band.cells
    upto = (
        _ringgit(band.upto) if band.upto is not None else T("and above", "dan ke atas").in_language(language)
    )
    return (
        f"{_ringgit(band.over):>12}{upto:>13}{_ringgit(cells['socso_employer_first']):>13}"
        f"{_ringgit(cells['socso_employee_first']):>11}{_ringgit(cells['socso_employer_second']):>10}"
        f"{_ringgit(cells['eis_employee']):>10}{_ringgit(cells['lindung']):>10}"
    )


def _ringgit(sen: int) -> str:
    return f"{sen // 100:,}.{sen % 100:02}"
