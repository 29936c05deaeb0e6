"""Columns of pay that SOCSO may not count as wages, beside a wage that may hold them.

Annual bonus, travelling allowance, claims and gratuities are no wages (rates notes, section 6: Act 4
s.2(24)). Nobody but payroll knows whether a gross wage has them in it.
"""

import re
from collections.abc import Iterable, Sequence

from contributions.bilingual import T
from contributions.converting.columns import Column, Columns
from contributions.converting.result import Kind, Remark
from contributions.layouts import WAGE
from contributions.sheets import cells, plain

__all__ = ["doubt_about_wage"]

_NOT_COUNTED = re.compile(
    r"\b(bonus(es)?|travel|travell?ing|transport(ation)?|mileage|claims?|reimbursements?|gratuity|"
    r"retrenchment|lieu|perjalanan|pengangkutan|perbatuan|tuntutan|ganjaran|pemberhentian)\b"
)
_OF_SOCSO = re.compile(r"\b(socso|socsoable|perkeso)\b")
_DEDUCTED = re.compile(r"\b(deductions?|potongan|advance|pendahuluan|loan|pinjaman)\b")


def doubt_about_wage(columns: Columns) -> Iterable[Remark]:
    """That the wage may hold pay of other columns, unless its heading or a person says that it is right."""
    wage = columns.by_field[WAGE]
    if wage.is_said or _OF_SOCSO.search(plain(wage.heading)):
        return
    found = [
        column for column in columns.columns if _may_not_count(column, columns.sheet.rows[columns.first :])
    ]
    if not found:
        return
    listed = ", ".join(f"{column.letter} {column.heading!r}" for column in found)
    yield Remark(
        kind=Kind.DOUBT,
        row=columns.first,
        column=wage.letter,
        heading=wage.heading,
        message=T(
            f"it may have pay in it that SOCSO does not count as wages: {listed} (annual bonus, travelling "
            "allowance and claims are none)",
            f"ia mungkin termasuk bayaran yang tidak dikira sebagai upah oleh PERKESO: {listed} (bonus "
            "tahunan, elaun perjalanan dan tuntutan bukan upah)",
        ),
        mend=T(
            f'If so, add a column of the wages without it and name that: --map "HEADING=wage"; if not, '
            f'--map "{wage.heading}=wage" says so.',
            f'Jika ya, tambah lajur upah tanpa bayaran itu dan namakannya: --map "TAJUK=wage"; jika tidak, '
            f'nyatakan dengan --map "{wage.heading}=wage".',
        ),
    )


def _may_not_count(column: Column, rows: Iterable[Sequence[object]]) -> bool:
    """Whether a column that is not taken names such pay, and somebody has some."""
    name = plain(column.heading)
    if column.field or not _NOT_COUNTED.search(name) or _DEDUCTED.search(name):
        return False
    return any(re.search("[1-9]", cells.text(row[column.index])) for row in rows if column.index < len(row))
