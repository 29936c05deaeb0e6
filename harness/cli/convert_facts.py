"""What `assist convert` says of things that no column holds, before it writes: where each comes from."""

from collections.abc import Iterator

from contributions import format_sen
from contributions.bilingual import T
from contributions.converting import FIELDS, Columns, Conversion, Given
from contributions.converting.columns import AMOUNTS, SHARES
from contributions.converting.releases import has_lindung
from contributions.layouts import C2, WAGE
from contributions.rates import current
from contributions.sheets.cells import text
from contributions.sheets.shares import WITH_LINDUNG

__all__ = ["computed", "hidden_rows", "lindung_facts", "where_from"]

ROWS_LISTED = 20


def where_from(columns: Columns, given: Given) -> Iterator[T]:
    """Where each thing comes from that has no column."""
    options = {
        "employer_code": ("--employer", given.employer_code),
        "ssm_number": ("--mycoid", given.ssm_number),
        "month": ("--month", str(given.month or "")),
    }
    for name, (option, said) in options.items():
        title = FIELDS[name]
        above = columns.above.get(name)
        if name in columns.by_field:
            continue
        if name == "month" and not said and columns.month:
            found = columns.month
            yield T(
                f"{title.en}: {found.month.name.en}, from cell {found.cell}",
                f"{title.ms}: {found.month.name.ms}, dari sel {found.cell}",
            )
        elif said:
            yield T(f"{title.en}: {said}, by {option}", f"{title.ms}: {said}, menurut {option}")
        elif above:
            yield T(
                f"{title.en}: {text(above[1])}, from cell {above[0]}",
                f"{title.ms}: {text(above[1])}, dari sel {above[0]}",
            )
        else:  # neither the code nor the month can be missing here
            yield T(
                f"{title.en}: left blank (--mycoid fills it)",
                f"{title.ms}: dibiarkan kosong (--mycoid mengisinya)",
            )


def computed(columns: Columns, conversion: Conversion, given: Given) -> Iterator[T]:
    """How money is read, and which amounts are computed."""
    by_field = columns.by_field
    yield from _empty(columns)
    missing = [name for name in SHARES if name not in by_field]
    if WITH_LINDUNG in by_field:
        missing = [name for name in missing if name not in {"socso_employee", "lindung"}]
    yield T("money is read as ringgit", "wang dibaca sebagai ringgit")
    for column in columns.columns:
        if column.is_sen and column.field in {WAGE, *AMOUNTS}:
            yield T(
                f"column {column.letter} {column.heading!r} is read as sen",
                f"lajur {column.letter} {column.heading!r} dibaca sebagai sen",
            )
    if not missing:
        return
    titles = [C2[name].title for name in missing]
    listed = T(", ".join(title.en for title in titles), ", ".join(title.ms for title in titles))
    if len(missing) == len(SHARES):
        listed = T("SOCSO, EIS, LINDUNG 24 JAM", "PERKESO, SIP, LINDUNG 24 JAM")
    yield T(
        "from the rate tables of the month: {listed}", "daripada jadual kadar bulan itu: {listed}"
    ).filled(listed=listed)
    if "lindung" in missing and "released" not in columns.by_field:
        yield from _releases(conversion, given)


def _empty(columns: Columns) -> Iterator[T]:
    """Which columns of amounts have none, and what to do where they should."""
    for column in columns.columns:
        if not column.is_empty:
            continue
        where = f"{column.letter} {column.heading!r}"
        formulas = T("", "")
        if not columns.sheet.is_text:
            formulas = T(
                " (where formulas stand in it, open the workbook in Excel and save it)",
                " (jika ada formula di dalamnya, buka buku kerja dalam Excel dan simpan)",
            )
        yield T(
            f"column {where} is empty: computed{formulas.en}", f"lajur {where} kosong: dikira{formulas.ms}"
        )


def hidden_rows(columns: Columns, conversion: Conversion) -> Iterator[T]:
    """Which people stand in rows that nobody sees who looks at the workbook."""
    rows = [each.row for each in conversion.taken if each.row in columns.sheet.hidden]
    if rows:
        more = ", ..." if len(rows) > ROWS_LISTED else ""
        listed = f"{', '.join(map(str, rows[:ROWS_LISTED]))}{more}"
        english = (
            f"row {listed} is hidden and was" if len(rows) == 1 else f"rows {listed} are hidden and were"
        )
        yield T(
            f"{english} taken: delete what does not belong here",
            f"baris {listed} tersembunyi dan tetap diambil: padam yang tidak berkenaan",
        )


def _releases(conversion: Conversion, given: Given) -> Iterator[T]:
    """Told wherever somebody might have been released and nobody said so."""
    first = current().rules.lindung_release_from
    if given.released or not any(record.lindung and record.month >= first for record in conversion.records):
        return
    yield T(
        "LINDUNG 24 JAM as if nobody had been released from it (--released NUMBER for each who was)",
        "LINDUNG 24 JAM seolah-olah tiada sesiapa dilepaskan (--released NOMBOR bagi setiap orang yang "
        "dilepaskan)",
    )


def lindung_facts(conversion: Conversion, given: Given) -> Iterator[T]:
    """What LINDUNG 24 JAM was added to a layout that has none."""
    paying = [record.lindung for record in conversion.records if record.lindung]
    if not paying and any(has_lindung(record.month) for record in conversion.records):
        yield T(
            "LINDUNG 24 JAM: 0, since all are released from it or outside SOCSO",
            "LINDUNG 24 JAM: 0, kerana semua dilepaskan daripadanya atau di luar PERKESO",
        )
        return
    if not paying:
        yield T(
            "LINDUNG 24 JAM: 0, since it began in June 2026",
            "LINDUNG 24 JAM: 0, kerana bermula pada Jun 2026",
        )
        return
    yield T(
        f"from the rate tables of the month: LINDUNG 24 JAM, {format_sen(sum(paying))} for {len(paying):,} "
        f"{'person' if len(paying) == 1 else 'people'}",
        f"daripada jadual kadar bulan itu: LINDUNG 24 JAM, {format_sen(sum(paying))} bagi {len(paying):,} "
        "orang",
    )
    yield from _releases(conversion, given)
