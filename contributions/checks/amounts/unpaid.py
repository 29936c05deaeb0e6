"""AM: a wage without contributions, contributions without a wage, and neither."""

from contributions.bilingual import T
from contributions.checks.amounts.due import in_categories, others_put
from contributions.checks.amounts.fields import JUDGED, SHARES
from contributions.checks.check import Check
from contributions.checks.examples import record
from contributions.checks.row import Row
from contributions.findings import Severity
from contributions.layouts import COMBINED
from contributions.matrix.lines import Lines
from contributions.matrix.types import Mask
from contributions.rates import current

__all__ = ["CHECKS"]

_NO_SHARES = dict.fromkeys(SHARES, 0)


def _nothing_paid(lines: Lines) -> Mask:
    """Lines without a contribution where none is due, but for those that say why."""
    nothing: Mask = lines.paid == 0
    if not nothing.any():
        return nothing
    if "employment_status" in lines.layout:
        return nothing & ~lines.has_status("ST")
    return nothing & ~_is_unpaid(lines)


def _is_unpaid(lines: Lines) -> Mask:
    """Lines with a wage and no contribution; before 2019 no foreign worker was under Act 4."""
    unpaid: Mask = (lines.paid == 0) & (lines.sen("wage") > 0) & lines.has_rates
    if not unpaid.any():
        return unpaid
    is_outside = lines.people.is_foreign & (lines.month < current().rules.foreign_from.number)
    return unpaid & ~is_outside


def _due_to(row: Row) -> dict[str, T]:
    socso, others = in_categories(row), others_put(row)
    if not others.en:
        return {"right": socso}
    return {"right": T(f"{socso.en}; and {others.en}", f"{socso.ms}; dan {others.ms}")}


AM43 = Check(
    code="AM43",
    severity=Severity.ERROR,
    source="contribution-files 10.4 L48, L54",
    mark="official",
    layouts=COMBINED,
    title=T("A wage without contributions", "Gaji tanpa caruman"),
    why=T(
        "Under Act 4 contributions are due on every wage, whatever the age: at least the employer's share. "
        "Zeros everywhere belong to a month without wages, such as unpaid leave, and then the wage is zero "
        "too. Nothing else is said of what such a line pays.",
        "Di bawah Akta 4 caruman dibayar atas setiap gaji tanpa mengira umur: sekurang-kurangnya caruman "
        "majikan. Sifar di semua medan adalah bagi bulan tanpa gaji, seperti cuti tanpa gaji, dan gajinya "
        "sifar juga. Tiada lagi yang dinyatakan tentang bayaran baris itu.",
    ),
    message=T(
        "A wage of {wage} is written for {name} in {month}, and every contribution is zero. So it is on "
        "{on_lines}.",
        "Gaji {wage} ditulis bagi {name} pada {month}, tetapi setiap caruman ialah sifar. Begitulah pada "
        "{on_lines}.",
    ),
    mend=T(
        "If there were wages, write the contributions. In line {line}: {right}. If there were none, write 0 "
        "into columns 201-214. Take the line out if the Act does not cover the person.",
        "Jika ada gaji, tulis carumannya. Dalam baris {line}: {right}. Jika tiada gaji, tulis 0 dalam lajur "
        "201-214. Keluarkan baris itu jika orang itu tidak dilindungi Akta.",
    ),
    explains=True,
    points_at="socso_employer",
    needs=JUDGED,
    wrong=_is_unpaid,
    facts=_due_to,
    bad=record(**_NO_SHARES),
    good=record(),
)

AM25 = Check(
    code="AM25",
    severity=Severity.ERROR,
    source="contribution-files 10.4 L56",
    mark="official",
    layouts=COMBINED,
    title=T("Contributions without a wage", "Caruman tanpa gaji"),
    why=T(
        "Contributions are due on wages. In a month without wages nothing is due.",
        "Caruman dibayar atas gaji. Dalam bulan tanpa gaji tiada yang perlu dibayar.",
    ),
    message=T("The wage is zero, yet contributions are written.", "Gaji sifar, tetapi caruman ditulis."),
    mend=T("Write the wage into columns 201-214.", "Tulis gaji dalam lajur 201-214."),
    points_at="wage",
    needs=("wage", *SHARES),
    wrong=lambda lines: (lines.sen("wage") == 0) & (lines.paid > 0),
    bad=record(wage=0),
    good=record(),
)

AM24 = Check(
    code="AM24",
    severity=Severity.WARNING,
    source="contribution-files 10.4 L55",
    mark="code",
    title=T("Nothing to pay for this person", "Tiada bayaran bagi orang ini"),
    why=T(
        "Programs leave such people out; an official page says that the form shows 00.00 for unpaid leave.",
        "Program tidak memasukkan orang sebegini; satu halaman rasmi menyatakan borang "
        "menunjukkan 00.00 bagi "
        "cuti tanpa gaji.",
    ),
    message=T(
        "Nothing is paid for {name}: every contribution is zero.",
        "Tiada bayaran bagi {name}: setiap caruman ialah sifar.",
    ),
    mend=T(
        "Leave the line out, or keep it for unpaid leave.",
        "Keluarkan baris ini, atau kekalkan bagi cuti tanpa gaji.",
    ),
    needs=(*SHARES, "total"),
    wrong=_nothing_paid,
    bad=record(wage=0, **_NO_SHARES),
    good=record(),
)

CHECKS = (AM43, AM25, AM24)
