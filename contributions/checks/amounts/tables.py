"""AM: contributions that are those of another version of the rate tables."""

from dataclasses import replace

import numpy as np

from contributions.bilingual import T
from contributions.checks.amounts.due import due_shares, first_wrong, into_columns, written_shares
from contributions.checks.amounts.fields import JUDGED
from contributions.checks.check import Check
from contributions.checks.counting import lines_in_words
from contributions.checks.examples import SAMPLE, file_of
from contributions.checks.row import Row
from contributions.checks.whole_file import WholeFile
from contributions.findings import Severity
from contributions.layouts import C2, COMBINED
from contributions.matrix.other_tables import NO_TABLE, name_of_table, tables_of

__all__ = ["CHECKS"]

_HIGH = replace(SAMPLE, wage=5_500_00, lindung=40_85)
_OF_2022 = replace(_HIGH, socso_employer=86_65, socso_employee=24_75, eis_employer=9_90, eis_employee=9_90)
_SCHEMES = (
    (T("SOCSO", "PERKESO"), slice(0, 2)),
    (T("EIS", "SIP"), slice(2, 4)),
    (T("LINDUNG 24 JAM", "LINDUNG 24 JAM"), slice(4, 5)),
)
_OF_2024 = replace(_HIGH, socso_employer=95_35, socso_employee=27_25, eis_employer=10_90, eis_employee=10_90)


def _table_of(row: Row) -> dict[str, T]:
    money = {field.name: np.array([row.amount(field.name)]) for field in C2.amounts}
    months = np.array([row.month_number])
    table = name_of_table(int(tables_of(money, months, np.array([True]))[0]))
    return {"table": table.name, "what": _schemes_beside(row), "right": into_columns(due_shares(row))}


def _schemes_beside(row: Row) -> T:
    """The schemes whose amounts are not those of the month: `SOCSO and EIS`."""
    written, right = written_shares(row), due_shares(row)
    beside = [name for name, columns in _SCHEMES if written[columns] != right[columns]]
    return T(" and ".join(name.en for name in beside), " dan ".join(name.ms for name in beside))


def _proof(file: WholeFile) -> dict[str, T]:
    """How many lines fit the other table: all, or so many of those that do not fit their own."""
    version, fitting = file.tally.other_tables.most_common(1)[0]
    table = name_of_table(version).name
    if file.tally.other_fits[version] == file.tally.records:
        who = lines_in_words(file.tally.records, file.tally.records)
        return {"proof": T(
            f"{who.en} {'fit' if file.tally.records > 1 else 'fits'} that table",
            f"{who.ms} sepadan dengan jadual itu",
        )}  # fmt: skip
    of = file.tally.misfits
    who = lines_in_words(fitting, of)
    misfit = "does not fit its" if of == 1 else "do not fit their"
    have = "has" if fitting == 1 else "have"
    return {
        "proof": T(
            f"{who.en} that {misfit} own month {have} amounts of the table of {table.en}",
            f"{who.ms} yang tidak sepadan dengan bulannya mempunyai amaun jadual {table.ms}",
        )
    }


AM34 = Check(
    code="AM34",
    severity=Severity.ERROR,
    source="contribution-files 10.4 L48, L51, L53",
    mark="official",
    layouts=COMBINED,
    title=T("Amounts of another rate table", "Amaun daripada jadual kadar lain"),
    why=T(
        "The amounts are not those of the table in force in the month, but those of an older or a later one: "
        "the payroll system has not the right table. Nothing else is said of what such a line pays.",
        "Amaun bukan daripada jadual yang berkuat kuasa pada bulan itu, tetapi daripada jadual yang "
        "lebih lama atau lebih baharu: sistem gaji tidak mempunyai jadual yang betul. Tiada lagi yang "
        "dinyatakan tentang bayaran baris itu.",
    ),
    message=T(
        "On a wage of {wage} in {month} the amounts of {what} are those of the table of {table}. {proof}.",
        "Atas gaji {wage} pada {month}, amaun {what} ialah daripada jadual {table}. {proof}.",
    ),
    mend=T(
        "Put the table of {month} into the payroll system and export again. In line {line}: {right}.",
        "Masukkan jadual {month} ke dalam sistem gaji dan eksport semula. Dalam baris {line}: {right}.",
    ),
    explains=True,
    points_at="socso_employer",
    needs=JUDGED,
    wrong=lambda lines: lines.other_table != NO_TABLE,
    points_in=lambda row: C2.shares[first_wrong(row)].name,
    should_be=lambda row: due_shares(row)[first_wrong(row)],
    facts=_table_of,
    whole=_proof,
    bad=file_of(_OF_2022),
    good=file_of(_OF_2024),
)

CHECKS = (AM34,)
