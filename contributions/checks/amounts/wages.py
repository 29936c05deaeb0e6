"""AM: the wage itself."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from contributions.bilingual import NOTHING, T
from contributions.checks.amounts.units import scale_of
from contributions.checks.check import Check, Sighting
from contributions.checks.counting import lines_in_words
from contributions.checks.examples import SAMPLE, file_of, record
from contributions.checks.row import Row
from contributions.checks.whole_file import WholeFile
from contributions.findings import Severity
from contributions.layouts import C2, COMBINED
from contributions.matrix.lines import Lines
from contributions.matrix.scales import Scale
from contributions.matrix.shares import HUNDRED
from contributions.matrix.tally import CEILINGS
from contributions.matrix.types import Mask
from contributions.money import format_sen

__all__ = ["CHECKS"]

MOST_LIKELY_WAGE = 100_000_000
FEW_EARN_SEN = 10_000_000
"""From here on a wage is more likely one with two noughts too many, at amounts that end at RM 6,000."""
FEWEST_CAPPED, SHARE_CAPPED = 3, 0.1
FEWEST_AT_OLD_CEILING = 10
"""More than at the present one: in a small firm some may well earn a round sum, and nobody more."""
_TOP = replace(
    SAMPLE, socso_employer=104_15, socso_employee=29_75, eis_employer=11_90, eis_employee=11_90, lindung=44_65
)
_MULTIPLIED = T("multiplied by 100", "didarab dengan 100")
_DIVIDED = T("divided by 100", "dibahagi dengan 100")
_CUT_OFF = T(" and the sen that were cut off", " serta sen yang terpotong")
_IS, _MAY_BE = T("is", "ialah"), T("may be", "mungkin")
_UNLESS = T(
    ", unless a digit was lost: every wage of the highest band has these contributions",
    ", kecuali ada digit yang hilang: setiap gaji dalam julat tertinggi ada caruman ini",
)
_SURE = {"may": _IS, "unless": NOTHING}
"""Several lines show the unit, whatever band each of them is in."""
_HOW = {
    Scale.NONE: NOTHING,
    Scale.WAGE_SMALL: T("Write the wage in sen", "Tulis gaji dalam sen"),
    Scale.WAGE_LARGE: T("Divide the wage by 100", "Bahagikan gaji dengan 100"),
    Scale.ALL_SMALL: T(
        "Export the file again with the wage and all contributions in sen, not in ringgit",
        "Eksport semula fail dengan gaji dan semua caruman dalam sen, bukan ringgit",
    ),
    Scale.ALL_LARGE: T(
        "Divide the wage and all contributions by 100", "Bahagikan gaji dan semua caruman dengan 100"
    ),
}
_THREE = (
    _TOP,
    replace(_TOP, identity_number="880515105437", name="TAN WEI MING"),
    replace(_TOP, identity_number="791123086211", name="SURESH A/L RAMASAMY"),
)


def _capped(file: WholeFile) -> Iterator[Sighting]:
    capped = file.tally.capped_wages
    fewest = FEWEST_CAPPED if file.tally.highest_wage == CEILINGS[-1] else FEWEST_AT_OLD_CEILING
    if len(capped) >= max(fewest, SHARE_CAPPED * file.tally.records):
        yield file.at_records(capped)


def _may_have_noughts_too_many(lines: Lines) -> Mask:
    wage = lines.sen("wage")
    high: Mask = (wage >= FEW_EARN_SEN) & (wage <= MOST_LIKELY_WAGE)
    return high & ~lines.is_scaled if high.any() else lines.none


def _without_noughts(row: Row) -> dict[str, T]:
    return {"less": T.same(format_sen(row.amount("wage") // HUNDRED))}


def _wrong_wage(lines: Lines) -> Mask:
    """Lines whose wage is off by a hundred, with their contributions or without."""
    if lines.is_scaled is lines.none:
        return lines.none
    return np.asarray(lines.is_scaled & (lines.scale < Scale.SHARES_SMALL))


def _wage_meant(row: Row) -> int:
    wage = row.amount("wage")
    return wage * HUNDRED if scale_of(row).is_small else wage // HUNDRED


def _scale_facts(row: Row) -> dict[str, T]:
    scale = scale_of(row)
    paid = format_sen(sum(row.amount(field.name) for field in C2.shares))
    shares = T(f" with contributions of {paid}", f" dengan caruman {paid}") if scale.is_whole else NOTHING
    cut = _CUT_OFF if scale is Scale.WAGE_SMALL and not _fits(row, _wage_meant(row)) else NOTHING
    is_open = scale is Scale.WAGE_SMALL and _is_in_highest_band(row)
    return {
        "fitting": T.same(format_sen(_wage_meant(row))),
        "shares": shares,
        "how": _HOW[scale],
        "cut": cut,
        "may": _MAY_BE if is_open else _IS,
        "unless": _UNLESS if is_open else NOTHING,
    }


def _is_in_highest_band(row: Row) -> bool:
    """Whether the employer's SOCSO share is one that all wages above a limit have."""
    return row.amount("socso_employer") in {
        row.cell("employer_first", MOST_LIKELY_WAGE),
        row.cell("employer_second", MOST_LIKELY_WAGE),
    }


def _fits(row: Row, wage: int) -> bool:
    """Whether the employer's SOCSO share is due on a wage, in either category."""
    return row.amount("socso_employer") in {
        row.cell("employer_first", wage),
        row.cell("employer_second", wage),
    }


def _scale_proof(file: WholeFile) -> dict[str, T]:
    """How many lines fit once they are multiplied or divided."""
    times = {scale: count for scale, count in file.tally.scales.items() if not Scale(scale).is_of_shares}
    proofs = [
        _fit(sum(count for scale, count in times.items() if Scale(scale).is_small is small), file, by)
        for small, by in ((True, _MULTIPLIED), (False, _DIVIDED))
        if any(Scale(scale).is_small is small for scale in times)
    ]
    proof = T(". ".join(proof.en for proof in proofs), ". ".join(proof.ms for proof in proofs))
    is_alone = sum(times.values()) == 1
    return {"proof": proof, **({} if is_alone else _SURE)}


def _fit(count: int, file: WholeFile, by: T) -> T:
    fit = T("fits" if count == 1 else "fit", "sepadan")
    who = lines_in_words(count, file.tally.records)
    return T(
        f"{who.en} {fit.en} the rate table when {by.en}",
        f"{who.ms} {fit.ms} dengan jadual kadar apabila {by.ms}",
    )


AM21 = Check(
    code="AM21",
    severity=Severity.WARNING,
    source="contribution-files 10.4 W28",
    mark="assumed",
    layouts=COMBINED,
    title=T("Wages may have been capped", "Gaji mungkin telah dihadkan"),
    why=T(
        "The field takes the actual wage. Many wages of exactly RM 6,000.00 look like wages cut at the "
        "ceiling; the contributions stay the same. Cut at the ceiling of an earlier time, RM 4,000.00 or "
        "RM 5,000.00, too little is paid.",
        "Medan ini menerima gaji sebenar. Banyak gaji tepat RM 6,000.00 kelihatan seperti gaji yang "
        "dihadkan; caruman tetap sama. Jika dihadkan pada siling lama, RM 4,000.00 atau RM 5,000.00, "
        "bayaran adalah kurang.",
    ),
    message=T(
        "The wage is exactly {wage} on {on_lines}, and no wage is higher.",
        "Gaji tepat {wage} pada {on_lines}, dan tiada gaji yang lebih tinggi.",
    ),
    mend=T("Write the actual wage if it is higher.", "Tulis gaji sebenar jika lebih tinggi."),
    points_at="wage",
    seen=_capped,
    bad=file_of(*(replace(person, wage=CEILINGS[-1]) for person in _THREE)),
    good=file_of(*(replace(person, wage=CEILINGS[-1] + index) for index, person in enumerate(_THREE))),
)

AM22 = Check(
    code="AM22",
    severity=Severity.ERROR,
    source="contribution-files 10.4 W29, L48",
    mark="code",
    layouts=COMBINED,
    title=T(
        "Wage or amounts a hundred times too small or too large",
        "Gaji atau amaun seratus kali terlalu kecil atau besar",
    ),
    why=T(
        "Wage and contributions do not fit each other, or not the rate table, but do when they are "
        "multiplied or divided by a hundred: ringgit were written for sen, or the other way. Amounts in "
        "ringgit have lost their sen, so each may be up to one ringgit beside the table. Nothing else is "
        "said of what such a line pays, since it would follow from this.",
        "Gaji dan caruman tidak sepadan antara satu sama lain atau dengan jadual kadar, tetapi sepadan "
        "apabila didarab atau dibahagi seratus: ringgit ditulis sebagai sen, atau sebaliknya. Amaun dalam "
        "ringgit telah kehilangan sennya, maka setiap satu mungkin berbeza sehingga seringgit daripada "
        "jadual. Tiada lagi yang dinyatakan tentang bayaran baris itu, kerana semuanya berpunca "
        "daripada ini.",
    ),
    message=T(
        "A wage of {wage}{shares} was written; the wage meant {may} {fitting}{cut}. {proof}.",
        "Gaji {wage}{shares} ditulis; gaji yang dimaksudkan {may} {fitting}{cut}. {proof}.",
    ),
    mend=T("{how}: this wage is {put}{cut}{unless}.", "{how}: gaji ini {put}{cut}{unless}."),
    explains=True,
    points_at="wage",
    needs=("wage", "month", "socso_employer", "socso_employee"),
    wrong=_wrong_wage,
    should_be=_wage_meant,
    facts=_scale_facts,
    whole=_scale_proof,
    bad=record(wage=3_250),
    good=record(),
)

AM23 = Check(
    code="AM23",
    severity=Severity.WARNING,
    source="contribution-files 10.4 W30",
    mark="assumed",
    layouts=COMBINED,
    title=T("A very high wage", "Gaji yang sangat tinggi"),
    why=T(
        "Wages over a million ringgit a month are rare.",
        "Gaji melebihi sejuta ringgit sebulan jarang berlaku.",
    ),
    message=T("The wage is {wage}.", "Gaji ialah {wage}."),
    mend=T("Check that it is written in sen.", "Pastikan ia ditulis dalam sen."),
    points_at="wage",
    needs=("wage",),
    wrong=lambda lines: (lines.sen("wage") > MOST_LIKELY_WAGE) & ~lines.is_scaled,
    bad=file_of(replace(_TOP, wage=MOST_LIKELY_WAGE + 1)),
    good=record(),
)

AM37 = Check(
    code="AM37",
    severity=Severity.WARNING,
    source="contribution-files 9.3",
    mark="assumed",
    layouts=COMBINED,
    title=T("A wage with noughts too many, perhaps", "Gaji mungkin terlebih sifar"),
    why=T(
        f"Few people earn {format_sen(FEW_EARN_SEN)} a month. Contributions stay the same from the ceiling "
        f"on, "
        "so they do not show that a wage was typed with two noughts too many.",
        f"Tidak ramai bergaji {format_sen(FEW_EARN_SEN)} sebulan. Caruman tidak berubah mulai siling, maka "
        f"ia "
        "tidak menunjukkan bahawa gaji ditaip dengan dua sifar terlebih.",
    ),
    message=T(
        "The wage of {name} is {wage}; with two noughts less it is {less}.",
        "Gaji {name} ialah {wage}; tanpa dua sifar ia {less}.",
    ),
    mend=T(
        "Compare it with the payslip. If it is too high, write the wage and look all amounts up again.",
        "Bandingkan dengan slip gaji. Jika terlalu tinggi, tulis gaji sebenar dan cari semula semua amaun.",
    ),
    points_at="wage",
    needs=("wage",),
    wrong=_may_have_noughts_too_many,
    facts=_without_noughts,
    bad=file_of(replace(_TOP, wage=32_500_000)),
    good=file_of(replace(_TOP, wage=FEW_EARN_SEN - 1)),
)

CHECKS = (AM22, AM23, AM37, AM21)
