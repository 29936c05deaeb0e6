"""AM: amounts that have lost digits at the end, or have zeros too many there."""

from dataclasses import replace

import numpy as np

from contributions.bilingual import T
from contributions.checks.amounts.due import due_shares, in_a_row, into_columns, written_shares
from contributions.checks.amounts.fields import JUDGED
from contributions.checks.amounts.units import money_of
from contributions.checks.check import Check
from contributions.checks.examples import SAMPLE, file_of, record
from contributions.checks.row import Row
from contributions.findings import Severity
from contributions.layouts import COMBINED, WAGE
from contributions.matrix.last_digits import wages_meant
from contributions.matrix.lines import Lines
from contributions.matrix.types import Mask
from contributions.money import format_sen

__all__ = ["CHECKS"]

_WITHOUT_ZEROS = replace(SAMPLE, wage=32_500, eis_employer=65, eis_employee=65)


def _have_other_digits(lines: Lines) -> Mask:
    """Lines whose wage is off itself; contributions alone are told by AM38."""
    if lines.is_of_other_digits is lines.none:
        return lines.none
    return np.asarray(lines.is_of_other_digits & (lines.wage_meant != lines.sen(WAGE)))


def _wage_meant(row: Row) -> int:
    """The wage (sen) that explains the contributions."""
    return int(wages_meant(money_of(row), np.array([row.month_number]), np.array([True]))[0])


def _facts(row: Row) -> dict[str, T]:
    wage = _wage_meant(row)
    return {
        "fitting": T.same(format_sen(wage)),
        "written": in_a_row(written_shares(row)),
        "meant": T.same(str(wage)),
        "right": into_columns(due_shares(row, wage)),
    }


AM44 = Check(
    code="AM44",
    severity=Severity.ERROR,
    source="contribution-files 10.4 W29, L48, L49, L51, L53",
    mark="code",
    layouts=COMBINED,
    title=T(
        "Amounts that lost digits at the end, or have zeros too many",
        "Amaun yang kehilangan digit di hujung atau terlebih sifar",
    ),
    why=T(
        "Amounts are written in sen, always with both digits behind the point: RM 3,932.70 is 393270. A "
        "program that makes text of a number and takes the point out writes 39327, and one that multiplies "
        "or divides once too often has a digit too many or too few. The contributions show which wage is "
        "meant: all of them fit the rate table for it. Nothing else is said of what such a line pays, since "
        "it would follow from this.",
        "Amaun ditulis dalam sen, sentiasa dengan kedua-dua digit selepas titik: RM 3,932.70 ialah 393270. "
        "Program yang menukar nombor kepada teks lalu membuang titiknya menulis 39327, dan program yang "
        "mendarab atau membahagi sekali terlebih mempunyai satu digit terlebih atau terkurang. Caruman "
        "menunjukkan gaji yang dimaksudkan: semuanya sepadan dengan jadual kadar bagi gaji itu. Tiada lagi "
        "yang dinyatakan tentang bayaran baris itu, kerana semuanya berpunca daripada ini.",
    ),
    message=T(
        "The wage is written as {wage} and the contributions as {written}: they fit the rate table of "
        "{month} for a wage of {fitting}, but for digits lost or zeros too many at the end. So it is on "
        "{on_lines}.",
        "Gaji ditulis {wage} dan caruman {written}: semuanya sepadan dengan jadual kadar {month} bagi gaji "
        "{fitting}, kecuali digit yang hilang atau sifar yang terlebih di hujung. Begitulah pada {on_lines}.",
    ),
    mend=T(
        "Let the program write every amount in sen, with both digits behind the point. In line {line}: "
        "{meant} into columns 201-214, {right}.",
        "Pastikan program menulis setiap amaun dalam sen, dengan kedua-dua digit selepas titik. Dalam baris "
        "{line}: {meant} dalam lajur 201-214, {right}.",
    ),
    explains=True,
    points_at=WAGE,
    needs=JUDGED,
    wrong=_have_other_digits,
    should_be=_wage_meant,
    facts=_facts,
    bad=file_of(_WITHOUT_ZEROS),
    good=record(),
)

CHECKS = (AM44,)
