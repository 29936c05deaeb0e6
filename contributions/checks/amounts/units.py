"""AM: contributions in another unit than the wage beside them, or in each other's columns."""

from dataclasses import replace

import numpy as np

from contributions.bilingual import T
from contributions.checks.amounts.due import (
    due_shares,
    first_beside,
    first_wrong,
    in_a_row,
    into_columns,
    written_shares,
)
from contributions.checks.amounts.fields import JUDGED
from contributions.checks.check import Check
from contributions.checks.examples import SAMPLE, file_of, record
from contributions.checks.row import Row
from contributions.findings import Severity
from contributions.layouts import C2, COMBINED, WAGE
from contributions.matrix.lines import Lines
from contributions.matrix.misplaced import right_order
from contributions.matrix.scales import TEN, Scale, scales_of
from contributions.matrix.types import Integers, Mask

__all__ = ["CHECKS", "money_of", "scale_of"]

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
    Scale.NONE: T(
        "but for digits lost or zeros too many at the end, they are those of the rate table",
        "kecuali digit yang hilang atau sifar yang terlebih di hujung, semuanya daripada jadual kadar",
    ),
    Scale.SHARES_LARGE: T(
        "each is a hundred times that of the rate table",
        "setiap satunya seratus kali ganda daripada jadual kadar",
    ),
}


_LEAVE_WAGE = T("Leave the wage as it is", "Kekalkan gaji")
_LOOK_AT_WAGE = T("See whether the wage is too large as well", "Semak sama ada gaji juga terlalu besar")


def scale_of(row: Row) -> Scale:
    """What of a line is in another unit."""
    return Scale(int(scales_of(money_of(row), np.array([row.month_number]), np.array([True]))[0]))


def money_of(row: Row) -> dict[str, Integers]:
    """The amounts (sen) of one line by name, each as the masks take those of many."""
    return {field.name: np.array([row.amount(field.name)]) for field in C2.amounts}


def _shares_in_other_unit(lines: Lines) -> Mask:
    if lines.is_of_other_digits is lines.none:
        return lines.none
    lost_digits = lines.is_of_other_digits & (lines.wage_meant == lines.sen(WAGE))
    return np.asarray((lines.scale >= Scale.SHARES_SMALL) | lost_digits)


def _first_out_of_order(row: Row) -> int:
    """The index of the first contribution that stands in another's column."""
    return first_beside(written_shares(row), _in_right_order(row))


def _in_right_order(row: Row) -> tuple[int, ...]:
    return right_order(written_shares(row), row.amount("wage"), row.month_number)


def _unit_facts(row: Row) -> dict[str, T]:
    return {
        "leave": _LOOK_AT_WAGE if _may_be_of_wage_too(row) else _LEAVE_WAGE,
        "unit": _UNITS[scale_of(row)],
        "written": in_a_row(written_shares(row)),
        "right": into_columns(due_shares(row)),
    }


def _may_be_of_wage_too(row: Row) -> bool:
    """Whether the wage may be ten times too large as well, since all wages of the highest band pay the same.

    A hundred times the amounts of that band would not fit into their columns.
    """
    less = row.amount("wage") // TEN
    return scale_of(row) is Scale.SHARES_TENFOLD and row.cell("employer_first", less) == row.cell(
        "employer_first"
    )


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
        "in ringgit, ten or a hundred times too large, or some of them without their last digits. Amounts in "
        "ringgit have lost their sen, so each may be up to one ringgit beside the table. Nothing else is "
        "said of what such a line pays, since it would follow from this.",
        "Gaji dalam sen seperti sepatutnya, dan caruman ialah caruman jadual kadar bagi gaji itu, tetapi "
        "dalam ringgit, sepuluh atau seratus kali terlalu besar, atau ada yang tanpa digit terakhirnya. "
        "Amaun dalam ringgit telah kehilangan sennya, maka setiap satu mungkin berbeza sehingga seringgit "
        "daripada jadual. Tiada lagi yang dinyatakan tentang bayaran baris itu, kerana semuanya berpunca "
        "daripada ini.",
    ),
    message=T(
        "On a wage of {wage} in {month} the contributions are written as {written}: {unit}. Contributions in "
        "another unit are on {on_lines}.",
        "Atas gaji {wage} pada {month}, caruman ditulis sebagai {written}: {unit}. Caruman dalam unit "
        "berlainan ada pada {on_lines}.",
    ),
    mend=T(
        "{leave}, and write the contributions in sen. In line {line}: {right}.",
        "{leave}, dan tulis caruman dalam sen. Dalam baris {line}: {right}.",
    ),
    explains=True,
    points_at="socso_employer",
    needs=JUDGED,
    wrong=_shares_in_other_unit,
    points_in=lambda row: C2.shares[first_wrong(row)].name,
    should_be=lambda row: due_shares(row)[first_wrong(row)],
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
