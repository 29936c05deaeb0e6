"""AM: contributions in another unit than the wage beside them, or in each other's columns."""

from dataclasses import replace

import numpy as np

from contributions.bilingual import T
from contributions.checks.amounts.fields import JUDGED
from contributions.checks.check import Check
from contributions.checks.examples import SAMPLE, file_of, record
from contributions.checks.row import Row
from contributions.findings import Severity
from contributions.layouts import C2, COMBINED
from contributions.matrix.lines import Lines
from contributions.matrix.misplaced import right_order
from contributions.matrix.scales import Scale, scales_of
from contributions.matrix.types import Integers, Mask

__all__ = [
    "CHECKS",
    "due_shares",
    "first_beside",
    "in_a_row",
    "into_columns",
    "scale_of",
    "written_shares",
]

_IN_RINGGIT = replace(
    SAMPLE, socso_employer=56, socso_employee=16, eis_employer=6, eis_employee=6, lindung=24
)
_SWAPPED = replace(SAMPLE, socso_employer=SAMPLE.socso_employee, socso_employee=SAMPLE.socso_employer)
_UNITS = {
    Scale.SHARES_SMALL: T(
        "as ringgit, each lies within a ringgit of the rate table",
        "sebagai ringgit, setiap satunya dalam lingkungan seringgit daripada jadual kadar",
    ),
    Scale.SHARES_TENFOLD: T(
        "each is ten times that of the rate table", "setiap satunya sepuluh kali ganda daripada jadual kadar"
    ),
    Scale.SHARES_LARGE: T(
        "each is a hundred times that of the rate table",
        "setiap satunya seratus kali ganda daripada jadual kadar",
    ),
}


def scale_of(row: Row) -> Scale:
    """What of a line is in another unit."""
    return Scale(int(scales_of(_money(row), np.array([row.month_number]), np.array([True]))[0]))


def _money(row: Row) -> dict[str, Integers]:
    return {field.name: np.array([row.amount(field.name)]) for field in C2.amounts}


def _shares_in_other_unit(lines: Lines) -> Mask:
    if lines.is_scaled is lines.none:
        return lines.none
    return np.asarray(lines.scale >= Scale.SHARES_SMALL)


def written_shares(row: Row) -> tuple[int, ...]:
    """The contributions as they stand in the line."""
    return tuple(row.amount(field.name) for field in C2.shares)


def due_shares(row: Row) -> tuple[int, ...]:
    """The contributions of the table, none where none was written: which category, the amounts have shown."""
    if row.amount("socso_employee"):
        socso = row.cell("employer_first"), row.cell("employee_first")
    else:
        socso = row.cell("employer_second"), 0
    eis, lindung = row.cell("eis"), row.cell("lindung")
    others = ((eis, "eis_employer"), (eis, "eis_employee"), (lindung, "lindung"))
    return (*socso, *(due if row.amount(field) else 0 for due, field in others))


def first_beside(amounts: tuple[int, ...], right: tuple[int, ...]) -> int:
    """The index of the first amount that is another than the right one."""
    return next(index for index, amount in enumerate(amounts) if amount != right[index])


def _first_out_of_order(row: Row) -> int:
    """The index of the first contribution that stands in another's column."""
    return first_beside(written_shares(row), _in_right_order(row))


def _in_right_order(row: Row) -> tuple[int, ...]:
    return right_order(written_shares(row), row.amount("wage"), row.month_number)


def into_columns(amounts: tuple[int, ...]) -> T:
    """What to write where: `5685 into columns 215-220, ...`."""
    places = [
        (f"{amount:04d}" if amount == 0 else str(amount), f"{field.start}-{field.end}")
        for amount, field in zip(amounts, C2.shares, strict=True)
        if field.required or amount
    ]
    return T(
        ", ".join(f"{text} into columns {columns}" for text, columns in places),
        ", ".join(f"{text} dalam lajur {columns}" for text, columns in places),
    )


def in_a_row(amounts: tuple[int, ...]) -> T:
    """Amounts in sen, as they stand in a line: `5685 1625 650 650 2435`."""
    return T.same(" ".join(map(str, amounts)))


def _unit_facts(row: Row) -> dict[str, T]:
    return {
        "unit": _UNITS[scale_of(row)],
        "written": in_a_row(written_shares(row)),
        "right": into_columns(due_shares(row)),
    }


def _order_facts(row: Row) -> dict[str, T]:
    return {"written": in_a_row(written_shares(row)), "right": into_columns(_in_right_order(row))}


AM38 = Check(
    code="AM38",
    severity=Severity.ERROR,
    source="contribution-files 10.4 W29, L48",
    mark="code",
    layouts=COMBINED,
    title=T("Contributions in another unit than the wage", "Caruman dalam unit berlainan daripada gaji"),
    why=T(
        "The wage is in sen as it should be, and the contributions are those of the rate table for it, but "
        "in ringgit, or ten or a hundred times too large. Amounts in ringgit have lost their sen, so each "
        "may be up to one ringgit beside the table. Nothing else is said of what such a line pays, since it "
        "would follow from this.",
        "Gaji dalam sen seperti sepatutnya, dan caruman ialah caruman jadual kadar bagi gaji itu, tetapi "
        "dalam ringgit, atau sepuluh atau seratus kali terlalu besar. Amaun dalam ringgit telah kehilangan "
        "sennya, maka setiap satu mungkin berbeza sehingga seringgit daripada jadual. Tiada lagi yang "
        "dinyatakan tentang bayaran baris itu, kerana semuanya berpunca daripada ini.",
    ),
    message=T(
        "On a wage of {wage} in {month} the contributions are written as {written}: {unit}. Contributions in "
        "another unit are on {on_lines}.",
        "Atas gaji {wage} pada {month}, caruman ditulis sebagai {written}: {unit}. Caruman dalam unit "
        "berlainan ada pada {on_lines}.",
    ),
    mend=T(
        "Leave the wage as it is, and write the contributions in sen. In line {line}: {right}.",
        "Kekalkan gaji, dan tulis caruman dalam sen. Dalam baris {line}: {right}.",
    ),
    explains=True,
    points_at="socso_employer",
    needs=JUDGED,
    wrong=_shares_in_other_unit,
    should_be=lambda row: due_shares(row)[0],
    facts=_unit_facts,
    bad=file_of(_IN_RINGGIT),
    good=record(),
)

AM39 = Check(
    code="AM39",
    severity=Severity.ERROR,
    source="contribution-files 10.4 L48, L49, L51, L53",
    mark="code",
    layouts=COMBINED,
    title=T("Contributions in each other's columns", "Caruman dalam lajur yang bertukar"),
    why=T(
        "All contributions of the line are those of the rate table for its wage, but not in their columns: "
        "the program writes them in another order. Nothing else is said of what such a line pays.",
        "Semua caruman baris ini ialah caruman jadual kadar bagi gajinya, tetapi bukan dalam lajurnya: "
        "program menulisnya mengikut susunan lain. Tiada lagi yang dinyatakan tentang bayaran baris itu.",
    ),
    message=T(
        "On a wage of {wage} in {month} the contributions are written as {written}: they are those of the "
        "rate table in another order. So it is on {on_lines}.",
        "Atas gaji {wage} pada {month}, caruman ditulis sebagai {written}: semuanya daripada jadual kadar "
        "tetapi dalam susunan lain. Begitulah pada {on_lines}.",
    ),
    mend=T("Put them in order. In line {line}: {right}.", "Susun semula. Dalam baris {line}: {right}."),
    explains=True,
    points_at="socso_employer",
    needs=JUDGED,
    wrong=lambda lines: lines.is_misplaced,
    points_in=lambda row: C2.shares[_first_out_of_order(row)].name,
    should_be=lambda row: _in_right_order(row)[_first_out_of_order(row)],
    facts=_order_facts,
    bad=file_of(_SWAPPED),
    good=record(),
)

CHECKS = (AM38, AM39)
