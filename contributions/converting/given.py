"""What is said beside a sheet, for what it lacks: never against what the sheet itself says."""

import re
from dataclasses import dataclass, field

from contributions.bilingual import NOTHING, T
from contributions.converting.columns import FIELDS, Columns
from contributions.converting.errors import ContradictedOption, MissingHeading, OtherPart, SeveralMonths
from contributions.identifiers import employer_code, ssm_number
from contributions.months import YearMonth
from contributions.sheets import cells
from contributions.sheets.within import said_against

__all__ = ["Given", "refuse_contradicted", "refuse_other_parts", "refuse_unsaid"]

_CODE = re.compile(r"[A-Z][0-9]{10}[A-Z]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What was said beside the sheet, for what the sheet lacks; `released` are identity numbers."""

    employer_code: str = ""
    ssm_number: str = ""
    month: YearMonth | None = None
    released: frozenset[str] = field(default_factory=frozenset)


def refuse_unsaid(columns: Columns, given: Given) -> None:
    """Raise where neither the sheet nor an option says whose contributions of which month these are.

    Raises:
        MissingHeading: nobody says it.
        SeveralMonths: what stands above the table speaks of more than one month.
    """
    if "month" not in columns.by_field and not given.month and not columns.month and columns.months:
        raise SeveralMonths([(said.cell, said.month) for said in columns.months])
    options = {
        "employer_code": (given.employer_code, "--employer B3200000123X", "Kod Majikan / Employer Code"),
        "month": (given.month or columns.month, "--month 2026-10", "Bulan Caruman / Contribution Month"),
    }
    for name, (said, option, heading) in options.items():
        if said or name in columns.by_field or name in columns.above:
            continue
        title = FIELDS[name]
        in_part = _understood_in_part(columns) if name == "month" else NOTHING
        raise MissingHeading(
            name,
            T(f"the sheet has no {title.en}{in_part.en}", f"helaian tiada {title.ms}{in_part.ms}"),
            T(
                f"Give your own by an option, such as {option}; or add a column {heading}.",
                f"Berikan dengan pilihan, seperti {option}; atau tambah lajur {heading}.",
            ),
        )


def _understood_in_part(columns: Columns) -> T:
    """What stands above the table of a month, and does not say which of which year."""
    said = columns.months_above
    for yearless in said.yearless:
        return T(
            f": cell {yearless.cell} says {yearless.text!r} without a year",
            f": sel {yearless.cell} menyatakan {yearless.text!r} tanpa tahun",
        )
    for unread in said.unread:
        return T(
            f": cell {unread.cell} says {unread.text!r}, which is no month",
            f": sel {unread.cell} menyatakan {unread.text!r}, yang bukan bulan",
        )
    return NOTHING


def refuse_contradicted(columns: Columns, given: Given) -> None:
    """Raise where an option says something else than what stands above the table, or the name of the sheet.

    Raises:
        ContradictedOption: it does.
    """
    months = columns.months_said
    if given.month and not months.is_silent and not months.has(given.month):
        raise ContradictedOption("month", *months.first, T.same(str(given.month)))
    if given.employer_code and "employer_code" in columns.above:
        cell, value = columns.above["employer_code"]
        here, wanted = employer_code.compact(cells.text(value)), employer_code.compact(given.employer_code)
        codes = _CODE.findall(here)  # a name may stand beside it, or a line to write on
        if codes and wanted not in codes and employer_code.is_valid(wanted):  # not old and new
            raise ContradictedOption("employer_code", cell, T.same(codes[0]), T.same(wanted))
    if given.ssm_number and "ssm_number" in columns.above:
        cell, value = columns.above["ssm_number"]
        here, wanted = ssm_number.compact(cells.text(value)), ssm_number.compact(given.ssm_number)
        if here != wanted and ssm_number.is_valid(here) and ssm_number.is_valid(wanted):  # not old and new
            raise ContradictedOption("ssm_number", cell, T.same(here), T.same(wanted))


def refuse_other_parts(columns: Columns, given: Given) -> None:
    """Raise where a line between people says another employer code or month than what they are taken for.

    Raises:
        OtherPart: it does, and no column says it for each row.
    """
    _, above = columns.above.get("employer_code", ("", ""))
    codes = {*_CODE.findall(employer_code.compact(cells.text(above)))}
    if given.employer_code:
        codes |= {*_CODE.findall(employer_code.compact(given.employer_code))}
    month = given.month or (columns.month.month if columns.month else None)
    against = said_against(
        columns.within,
        () if "employer_code" in columns.by_field else codes,
        None if "month" in columns.by_field else month,
    )
    if against:
        raise OtherPart(*against)
