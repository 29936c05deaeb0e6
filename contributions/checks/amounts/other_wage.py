"""AM: contributions that are those of the rate table for another wage."""

from dataclasses import replace
from itertools import zip_longest

from contributions.bilingual import NOTHING, T
from contributions.checks.amounts.due import due_to_person, into_columns, written_shares
from contributions.checks.amounts.fields import JUDGED
from contributions.checks.check import Check
from contributions.checks.examples import SAMPLE, file_of, record
from contributions.checks.row import Row
from contributions.findings import Severity
from contributions.layouts import COMBINED
from contributions.money import format_sen

__all__ = ["CHECKS"]

_BASIC = replace(SAMPLE, wage=2_800_00)


def _band_meant(row: Row) -> tuple[int, int | None]:
    """The lowest and the highest wage whose SOCSO shares are those of the line; `None` for no highest."""
    column = "employer_cat1_sen" if row.amount("socso_employee") else "employer_cat2_sen"
    share = row.amount("socso_employer")
    bands = [
        (over, upto)
        for table in ([row.rates.act4] if row.rates else [])
        for band, (over, upto) in enumerate(zip_longest(table.overs, table.uptos))
        if table.columns[column][band] == share
    ]
    return bands[0][0] + 1, bands[-1][1]


def _wages_meant(row: Row) -> T:
    """The same in words: `RM 3,200.01 to RM 3,300.00`."""
    lowest, highest = _band_meant(row)
    if highest is None:
        over = format_sen(lowest - 1)
        return T(f"more than {over}", f"lebih daripada {over}")
    low, high = format_sen(lowest), format_sen(highest)
    return T(f"{low} to {high}", f"{low} hingga {high}")


def _of_the_wage_written(row: Row) -> dict[str, T]:
    """The scheme that is not of the wage meant, and what it would be on that wage."""
    (lowest, _), written = _band_meant(row), written_shares(row)
    eis, lindung = row.cell("eis", lowest), row.cell("lindung", lowest)
    others = (eis, eis, lindung)
    meant = tuple(due if share else 0 for due, share in zip(others, written[2:], strict=True))
    if meant == written[2:]:
        return {"but": NOTHING, "along": NOTHING}
    scheme = T("EIS", "SIP") if meant[0] != written[2] else T.same("LINDUNG 24 JAM")
    put = into_columns((*written[:2], *meant), written)
    return {
        "but": T(
            f", but for {scheme.en}, which is that of the wage written",
            f", kecuali {scheme.ms}, iaitu caruman bagi gaji yang ditulis",
        ),
        "along": T(f", and then {put.en} too", f", dan kemudian {put.ms} juga"),
    }


def _facts(row: Row) -> dict[str, T]:
    return {
        "meant": _wages_meant(row),
        "right": due_to_person(row),
        **_of_the_wage_written(row),
    }


AM40 = Check(
    code="AM40",
    severity=Severity.ERROR,
    source="contribution-files 10.4 L48, L49, L51, L53",
    mark="code",
    layouts=COMBINED,
    title=T("Contributions of another wage", "Caruman bagi gaji lain"),
    why=T(
        "All contributions of the line are those of the rate table, for another wage than the one written: "
        "the wage was cut at a limit, leaves out overtime, allowances or commission, or is of another month; "
        "or the contributions are. EIS or LINDUNG 24 JAM alone may be that of the "
        "wage written. Nothing else is said of what such a line pays.",
        "Semua caruman baris ini ialah caruman jadual kadar, tetapi bagi gaji lain daripada yang ditulis: "
        "gaji dihadkan, tidak termasuk kerja lebih masa, elaun atau komisen, atau bagi bulan lain; atau "
        "caruman yang demikian. SIP atau LINDUNG 24 JAM sahaja mungkin bagi gaji yang "
        "ditulis. Tiada lagi yang dinyatakan tentang bayaran baris itu.",
    ),
    message=T(
        "The wage is {wage}, and the contributions in {month} are those of a wage of {meant}{but}. So "
        "it is on {on_lines}.",
        "Gaji ialah {wage}, dan caruman pada {month} ialah caruman bagi gaji {meant}{but}. "
        "Begitulah pada {on_lines}.",
    ),
    mend=T(
        "Find out which is right. Write the whole wage into columns 201-214, in sen, if it was more{along}; "
        "or, if {wage} is right, put {right} of line {line}.",
        "Tentukan yang mana betul. Tulis gaji penuh dalam lajur 201-214, dalam sen, jika lebih{along}; atau, "
        "jika {wage} betul, letakkan {right} bagi baris {line}.",
    ),
    explains=True,
    points_at="wage",
    needs=JUDGED,
    wrong=lambda lines: lines.is_of_other_wage,
    facts=_facts,
    expected=_wages_meant,
    bad=file_of(_BASIC),
    good=record(),
)

CHECKS = (AM40,)
