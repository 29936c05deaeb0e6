"""AM: contributions that are percentages of the wage, where amounts of the rate table are due."""

from dataclasses import replace

from contributions.bilingual import T
from contributions.checks.amounts.due import due_shares, first_wrong, in_a_row, into_columns, written_shares
from contributions.checks.amounts.fields import JUDGED
from contributions.checks.check import Check
from contributions.checks.examples import SAMPLE, file_of, record
from contributions.checks.row import Row
from contributions.findings import Severity
from contributions.layouts import C2, COMBINED

__all__ = ["CHECKS"]

_MULTIPLIED = replace(
    SAMPLE, socso_employer=56_88, socso_employee=16_25, eis_employer=6_50, eis_employee=6_50, lindung=24_38
)


def _facts(row: Row) -> dict[str, T]:
    return {"written": in_a_row(written_shares(row)), "right": into_columns(due_shares(row))}


AM42 = Check(
    code="AM42",
    severity=Severity.ERROR,
    source="contribution-files 10.4 L48, L49, L51, L53; rates 8, row 10",
    mark="official",
    layouts=COMBINED,
    title=T("Percentages of the wage instead of the rate table", "Peratusan gaji, bukan jadual kadar"),
    why=T(
        "Contributions are read from tables: each band of wages has its amounts, computed from the middle of "
        "the band and rounded. A percentage of the wage itself (1.75 % and 0.5 % for SOCSO, 1.25 % in the "
        "second category, 0.2 % for EIS, 0.75 % for LINDUNG 24 JAM) is right for few wages. Nothing else is "
        "said of what such a line pays, since it would follow from this.",
        "Caruman dibaca daripada jadual: setiap julat gaji ada amaunnya, dikira daripada pertengahan julat "
        "dan dibundarkan. Peratusan gaji itu sendiri (1.75 % dan 0.5 % bagi PERKESO, 1.25 % dalam kategori "
        "kedua, 0.2 % bagi SIP, 0.75 % bagi LINDUNG 24 JAM) betul bagi sedikit gaji sahaja. Tiada lagi yang "
        "dinyatakan tentang bayaran baris itu, kerana semuanya berpunca daripada ini.",
    ),
    message=T(
        "On a wage of {wage} in {month} the contributions are written as {written}: percentages of the wage, "
        "not the amounts of the rate table. So it is on {on_lines}.",
        "Atas gaji {wage} pada {month}, caruman ditulis sebagai {written}: peratusan gaji, bukan amaun "
        "jadual kadar. Begitulah pada {on_lines}.",
    ),
    mend=T(
        "Let the program look the amounts up in the rate table of the month, which `assist rates` prints. In "
        "line {line}: {right}.",
        "Pastikan program mencari amaun dalam jadual kadar bulan itu, yang dicetak oleh `assist rates`. "
        "Dalam baris {line}: {right}.",
    ),
    explains=True,
    points_at="socso_employer",
    needs=JUDGED,
    wrong=lambda lines: lines.is_of_percentages,
    points_in=lambda row: C2.shares[first_wrong(row)].name,
    should_be=lambda row: due_shares(row)[first_wrong(row)],
    facts=_facts,
    bad=file_of(_MULTIPLIED),
    good=record(),
)

CHECKS = (AM42,)
