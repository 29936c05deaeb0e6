"""What an amount was meant to be that cannot be read: said where the others of its line prove it."""

from dataclasses import replace
from datetime import date

import pytest

from contributions import C2, Record, YearMonth, check, write
from contributions.checks.examples import SAMPLE, as_c1, with_field

AS_OF = date(2026, 11, 10)
LINE = write([SAMPLE])
LEAST = replace(
    SAMPLE, wage=1, socso_employer=40, socso_employee=10, eis_employer=5, eis_employee=5, lindung=20
)
NOTHING_PAID = replace(
    SAMPLE, wage=0, socso_employer=0, socso_employee=0, eis_employer=0, eis_employee=0, lindung=0
)


@pytest.mark.parametrize(
    ("field", "written", "mend"),
    [
        ("wage", "325O00", "Write digits alone, in sen: 325000."),
        ("socso_employer", "568S", "Write digits alone, in sen."),
        ("eis_employer", "65o", "Write digits alone, in sen: 650."),
        ("socso_employee", "l625", "Write digits alone, in sen: 1625."),
        ("wage", "32 5000", "Write digits alone, in sen: 325000."),
        ("wage", "RM 3250", "Write digits alone, in sen: 325000."),
        ("wage", "3,25O.00", "Write the amount in sen: 325000."),
        ("wage", "RM 3,250.00", "Write the amount in sen: 325000."),
        ("wage", "3.2.5", "Write the amount in sen."),
        ("wage", "325000.0", "Write the amount in sen: 325000."),
        ("wage", "3250.00", "Write the amount in sen: 325000."),
        ("lindung", "2435.0", "Write the amount in sen: 2435."),
        (
            "lindung",
            "2440.0",
            "Write the amount in sen: 2440 if 2440.0 is in sen, 244000 if it is in ringgit.",
        ),
        ("eis_employee", "O", "Write digits alone, in sen."),
        ("socso_employee", "1625.0", "Write the amount in sen: 1625."),
    ],
)
def test_the_mend_of_an_amount_is_its_own_number_where_it_can_be_told(
    field: str, written: str, mend: str
) -> None:
    (finding,) = check(with_field(field, written).file, as_of=AS_OF).findings

    assert (finding.code[:2], finding.mend.en) == ("AM", mend)


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(("325000.0", "5685.0", "1625.0", "650.0", "650.0", "2435.0"), id="sen"),
        pytest.param(("3250.00", "56.85", "16.25", "6.50", "6.50", "24.35"), id="ringgit"),
    ],
)
def test_amounts_that_all_have_a_point_prove_each_other(written: tuple[str, ...]) -> None:
    line = bytearray(LINE)
    for field, text in zip(C2.amounts, written, strict=True):
        line[field.columns] = text.rjust(field.length).encode()

    found = {finding.field: finding.mend.en for finding in check(bytes(line), as_of=AS_OF).findings}

    names = ("wage", "socso_employer", "socso_employee", "eis_employer")
    assert [found[name] for name in names] == [
        f"Write the amount in sen: {sen}." for sen in (325000, 5685, 1625, 650)
    ]


@pytest.mark.parametrize(
    ("written", "record", "mend"),
    [
        pytest.param("O1", LEAST, "Write digits alone, in sen: 1.", id="a table proves one sen"),
        pytest.param("O", NOTHING_PAID, "Write digits alone, in sen.", id="nothing is due on nothing"),
    ],
)
def test_a_wage_is_told_by_contributions_that_are_there(written: str, record: Record, mend: str) -> None:
    line, wage = write([record]), C2["wage"].columns

    report = check(line[: wage.start] + written.rjust(14).encode() + line[wage.stop :], as_of=AS_OF)

    assert next(finding.mend.en for finding in report.findings if finding.field == "wage") == mend


def test_a_line_without_lindung_proves_its_amounts_too() -> None:
    in_time = date(2026, 9, 30)
    line = as_c1(replace(SAMPLE, month=YearMonth(2026, 3), lindung=0), as_of=in_time).file
    wage = C2["wage"].columns

    found = check(line[: wage.start] + b"      325000.0" + line[wage.stop :], as_of=in_time).findings

    assert found[0].mend.en == "Write the amount in sen: 325000."


def test_the_wage_proves_a_share_whatever_the_others_are() -> None:
    share, lindung = C2["socso_employer"].columns, C2["lindung"].columns
    line = (
        LINE[: share.start] + b"  5690" + LINE[share.stop : lindung.start] + b"2435.0" + LINE[lindung.stop :]
    )

    found = next(each for each in check(line, as_of=AS_OF).findings if each.field == "lindung")

    assert found.mend.en == "Write the amount in sen: 2435."


def test_beside_an_amount_that_cannot_be_read_nothing_is_proven() -> None:
    wage, share = C2["wage"].columns, C2["socso_employer"].columns
    line = LINE[: wage.start] + b"       32 5000" + b"  56A5" + LINE[share.stop :]

    found = next(each for each in check(line, as_of=AS_OF).findings if each.field == "wage")

    assert found.mend.en == "Write digits alone, in sen."
