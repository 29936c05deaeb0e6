"""What `assist convert` would write, from what it was given: nothing is written here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from contributions import check, read, read_single
from contributions.bilingual import Language, T
from contributions.clock import today
from contributions.converting import (
    Columns,
    Conversion,
    Given,
    NotConvertible,
    choose_sheet,
    map_columns,
    read_mapping,
    take_rows,
)
from contributions.converting.older import from_c1, from_single, month_of
from contributions.converting.tables import records_as_csv, records_as_xlsx
from contributions.converting.wages import wages_in
from contributions.layouts import C1, C2, E1, READ, S1, WAGE, Layout, known_layout, layout_named
from contributions.opening import opened
from contributions.sheets import read_sheets
from contributions.writing import write
from harness.cli.convert_facts import computed, hidden_rows, lindung_facts, where_from

__all__ = ["FORMS", "Plan", "Request", "plan_of"]

FORMS = ("txt", "xlsx", "csv")
WAGES_NEED = ("identity_number", WAGE)
LINES_TOLD_BY, LONGEST_LINE = 200, 4096
"""A file is told by its first lines, so that a long sheet is not read twice."""
WORKBOOK = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What was asked for."""

    files: tuple[Path, ...]
    to: str | None = None
    """`txt`, `xlsx` or `csv`; `None` for what suits the files."""
    sheet: str | None = None
    said: Mapping[str, str] = field(default_factory=dict)
    mapping: Path | None = None
    wages: Path | None = None
    given: Given = field(default_factory=Given)
    language: Language = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What would be written, and what somebody should see before it is."""

    to: str
    content: Callable[[], bytes]
    conversion: Conversion | None = None
    columns: Columns | None = None
    facts: tuple[T, ...] = ()
    records: int = 0
    guesses: bool = True
    """Whether something was guessed or computed, so that a person must confirm it."""


def plan_of(request: Request) -> Plan:
    """What the request comes to.

    Raises:
        ContributionsError: it cannot be done.
    """
    plan = _plan_of(request)
    if plan.conversion:
        here = {each.record.identity_number for each in plan.conversion.taken}
        here |= {remark.number for remark in plan.conversion.remarks}
        strangers = sorted(request.given.released - here)
        if strangers:
            raise NotConvertible(
                T(
                    f"--released {strangers[0]}: nobody here has this identity number",
                    f"--released {strangers[0]}: tiada sesiapa di sini dengan nombor pengenalan ini",
                ),
                T("Compare it with the sheet.", "Bandingkan dengan helaian."),
            )
    return plan


def _plan_of(request: Request) -> Plan:
    layouts = [_layout_in(path) for path in request.files]
    if len(request.files) == 1 and layouts[0] is None:
        return _of_sheet(request, request.files[0])
    for path, name in zip(request.files, layouts, strict=True):
        if name is not None and name not in READ:
            title = known_layout(name).title
            raise NotConvertible(
                T(
                    f"{path} has the layout {name} ({title.en}), which is not read",
                    f"{path} mempunyai susun atur {name} ({title.ms}), yang tidak dibaca",
                ),
                T(
                    "Export it again from the payroll program, as a sheet.",
                    "Eksport semula daripada program gaji, sebagai helaian.",
                ),
            )
    if sorted(name or "" for name in layouts) == [E1.name, S1.name]:
        return _of_single(request, dict(zip(map(str, layouts), request.files, strict=True)))
    if len(request.files) > 1:
        for path, name in zip(request.files, layouts, strict=True):
            if name is None:
                read_sheets(path)  # what cannot be opened is told as that
        raise NotConvertible(
            T(
                "several files are taken only as one of SOCSO (S1) and one of EIS (E1)",
                "beberapa fail hanya diambil sebagai satu fail PERKESO (S1) dan satu fail SIP (E1)",
            ),
            T(
                "Convert the others one by one; assist merge puts them together.",
                "Tukar yang lain satu demi satu; assist merge menggabungkannya.",
            ),
        )
    return _of_text(request, request.files[0], layout_named(layouts[0] or C2.name))


def _layout_in(path: Path) -> str | None:
    """The layout of a contribution file; `None` for a sheet and what cannot be opened."""
    try:
        with opened(path) as file:
            lines = [file.readline(LONGEST_LINE) for _ in range(LINES_TOLD_BY)]
    except OSError:
        return None
    return None if lines[0].startswith(WORKBOOK) else check(b"".join(lines), as_of=today()).layout


def _of_sheet(request: Request, path: Path) -> Plan:
    sheets = read_sheets(path)
    if not any(any(row) for sheet in sheets for row in sheet.rows):
        raise NotConvertible(
            T(f"{path} is empty", f"{path} kosong"),
            T("Name the file that has the employees.", "Namakan fail yang ada pekerja."),
        )
    if request.to not in {None, "txt"}:
        raise NotConvertible(
            T(f"{path} is a sheet already", f"{path} sudah pun helaian"),
            T(
                "A sheet becomes a contribution file: name it NAME.txt.",
                "Helaian menjadi fail caruman: namakan NAMA.txt.",
            ),
        )
    columns = map_columns(choose_sheet(sheets, request.sheet), _said(request), guess=request.mapping is None)
    conversion = take_rows(columns, request.given)
    return Plan(
        to="txt",
        content=lambda: write(conversion.records),
        conversion=conversion,
        columns=columns,
        facts=(
            *where_from(columns, request.given),
            *computed(columns, conversion, request.given),
            *hidden_rows(columns, conversion),
        ),
        records=len(conversion.taken),
    )


def _said(request: Request) -> dict[str, str]:
    kept = read_mapping(request.mapping) if request.mapping else {}
    return {**kept, **request.said}


def _of_text(request: Request, path: Path, layout: Layout) -> Plan:
    to = request.to or ("txt" if layout is C1 or layout in (S1, E1) else "xlsx")
    if to != "txt":
        return _of_table(path, layout, to, request.language)
    if layout.name == C2.name:
        raise NotConvertible(
            T(f"{path} has the current layout already", f"{path} sudah mempunyai susun atur semasa"),
            T(
                "assist check --fix mends it; --to xlsx makes a workbook of it.",
                "assist check --fix membaikinya; --to xlsx menjadikannya buku kerja.",
            ),
        )
    if layout.name != C1.name:
        raise NotConvertible(
            T(
                f"{path} holds the contributions of one scheme ({layout.name}), and no wages",
                f"{path} mengandungi caruman satu skim ({layout.name}), tanpa gaji",
            ),
            T(
                "Give the SOCSO file, the EIS file and the wages: assist convert socso.txt eis.txt --wages "
                "payroll.xlsx. Or --to xlsx makes a workbook of this one.",
                "Berikan fail PERKESO, fail SIP dan gaji: assist convert perkeso.txt sip.txt --wages "
                "gaji.xlsx. Atau "
                "--to xlsx menjadikannya buku kerja.",
            ),
        )
    conversion = from_c1(read(path), request.given)
    return Plan(
        to=to,
        content=lambda: write(conversion.records),
        conversion=conversion,
        facts=(
            T(
                "as in the file: employer code, MyCoID, identity number, name, month, wage, SOCSO, EIS",
                "seperti dalam fail: kod majikan, MyCoID, nombor pengenalan, nama, bulan, gaji, PERKESO, SIP",
            ),
            *lindung_facts(conversion, request.given),
        ),
        records=len(conversion.taken),
    )


def _of_single(request: Request, files: Mapping[str, Path]) -> Plan:
    if request.to not in {None, "txt"}:
        raise NotConvertible(
            T("two files become one contribution file", "dua fail menjadi satu fail caruman"),
            T(
                "Make a workbook of each: assist convert FILE --to xlsx.",
                "Jadikan setiap satu buku kerja: assist convert FAIL --to xlsx.",
            ),
        )
    if request.wages is None:
        raise NotConvertible(
            T(
                "S1 and E1 files hold contributions and no wages, and a wage cannot be told from them",
                "fail S1 dan E1 mengandungi caruman tanpa gaji, dan gaji tidak dapat ditentukan daripadanya",
            ),
            T(
                "Add the wages of the month: --wages payroll.xlsx (identity number and wage).",
                "Tambah gaji bulan itu: --wages gaji.xlsx (nombor pengenalan dan gaji).",
            ),
        )
    columns = _only(
        map_columns(
            choose_sheet(read_sheets(request.wages), request.sheet),
            _said(request),
            guess=request.mapping is None,
            needed=WAGES_NEED,
        )
    )
    socso, eis = read_single(files[S1.name]), read_single(files[E1.name])
    wages, remarks = wages_in(columns, month_of(socso, eis))
    found = from_single(socso, eis, wages, request.given)
    conversion = Conversion(found.taken, [*remarks, *found.remarks])
    return Plan(
        to="txt",
        content=lambda: write(conversion.records),
        conversion=conversion,
        columns=columns,
        facts=(
            T("as in the files: employer code, MyCoID, identity number, name, month",
              "seperti dalam fail: kod majikan, MyCoID, nombor pengenalan, nama, bulan"),
            T("shares of SOCSO and EIS: where both together are what the tables give for the wage",
              "bahagian PERKESO dan SIP: apabila jumlah kedua-duanya sama dengan jadual bagi gaji itu"),
            *lindung_facts(conversion, request.given),
        ),
        records=len(conversion.taken),
    )  # fmt: skip


def _only(columns: Columns) -> Columns:
    """The columns of a sheet from which nothing but wages is taken, and their month."""
    return replace(
        columns,
        columns=tuple(
            each if each.field in {*WAGES_NEED, "month"} else replace(each, field=None)
            for each in columns.columns
        ),
    )


def _of_table(path: Path, layout: Layout, to: str, language: Language) -> Plan:
    records = read_single(path) if layout in (S1, E1) else read(path)

    def content() -> bytes:
        if to == "csv":
            return records_as_csv(records, layout, language=language)
        return records_as_xlsx(records, layout, language=language, made_on=today())

    return Plan(to=to, content=content, records=len(records), guesses=False)
