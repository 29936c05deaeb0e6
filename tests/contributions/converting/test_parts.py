"""A line between people that says another employer code or month for those below it is never passed over."""

from dataclasses import replace
from pathlib import Path

import pytest

from contributions.converting import Given, choose_sheet, map_columns
from contributions.converting.errors import OtherPart
from contributions.converting.wages import wages_in
from contributions.reconciling.errors import AnotherPart
from contributions.sheets import read_sheets
from tests.contributions.converting.payrolls import GIVEN, OCTOBER, as_csv, converted
from tests.contributions.reconciling.payroll_sheets import in_csv, payroll

TOP = "Kod Majikan: B3200000123X\nBulan: Oktober 2026\n"
FIRST = "Name,IC,Gross\nA ONE,900101145678,3250\nJumlah,,3250\n"
SECOND = "Name,IC,Gross\nB TWO,880515105437,4800\n"
NOTHING = Given()
OTHERS = [
    pytest.param("Kod Majikan: B3200000999Y\n", "B3200000999Y", "B3200000123X", id="code"),
    pytest.param("Employer Code,B3200000999Y\n", "B3200000999Y", "B3200000123X", id="code among the numbers"),
    pytest.param("Payroll Sep 2026\n", "September 2026", "October 2026", id="month"),
    pytest.param("Bulan:,,Sep 2026\n", "September 2026", "October 2026", id="month at its label"),
    pytest.param("Gaji bulan September\n", "'Gaji bulan September'", "October 2026", id="without a year"),
]


@pytest.mark.parametrize(("line", "here", "wanted"), OTHERS)
def test_another_code_or_month_between_people_is_refused(
    tmp_path: Path, line: str, here: str, wanted: str
) -> None:
    for top, given, row in ((TOP, NOTHING, 6), ("", GIVEN, 4)):
        with pytest.raises(OtherPart) as refused:
            converted(as_csv(tmp_path, top + FIRST + line + SECOND), given)

        assert refused.value.reason.en == f"row {row} says {here}, and the table is taken for {wanted}"
        assert "of their own" in refused.value.mend.en


@pytest.mark.parametrize(("line", "here", "wanted"), OTHERS)
def test_a_comparison_refuses_it_too(tmp_path: Path, line: str, here: str, wanted: str) -> None:
    with pytest.raises(AnotherPart) as refused:
        payroll(in_csv(tmp_path, FIRST + line + SECOND))

    assert refused.value.reason.en == f"row 4 says {here}, and the table is taken for {wanted}"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(TOP + FIRST + TOP + SECOND, id="the same again"),
        pytest.param(f"{TOP}{FIRST}Cawangan Ipoh\n{SECOND}", id="a branch"),
        pytest.param(f"{TOP}{FIRST}{SECOND}Payroll Sep 2026 of others\n", id="below the last person"),
    ],
)
def test_a_line_that_says_the_same_or_is_of_nobody_changes_nothing(tmp_path: Path, text: str) -> None:
    assert len(converted(as_csv(tmp_path, text), NOTHING).records) == 2
    assert len(payroll(in_csv(tmp_path, text)).people) == 2


def test_a_column_says_it_for_each_row(tmp_path: Path) -> None:
    text = (
        "Name,IC,Gross,Month,Employer Code\nA,900101145678,3250,10/2026,B3200000123X\n"
        "Payroll Sep 2026 of B3200000999Y\nB,880515105437,4800,10/2026,B3200000123X\n"
    )

    assert len(converted(as_csv(tmp_path, text), NOTHING).records) == 2
    assert len(payroll(in_csv(tmp_path, text)).people) == 2


def test_any_month_is_any_month_further_down_too(tmp_path: Path) -> None:
    path = in_csv(tmp_path, f"{FIRST}Payroll Sep 2026\n{SECOND}")

    assert len(payroll(path, any_month=True).people) == 2


def test_a_code_of_another_form_is_no_other_code(tmp_path: Path) -> None:
    old = replace(GIVEN, employer_code="B1234567890")

    assert len(converted(as_csv(tmp_path, f"{FIRST}Kod Majikan: B3200000999Y\n{SECOND}"), old).records) == 2


@pytest.mark.parametrize(("heading", "cell"), [("Month", ",10/2026"), ("Remarks", ",")])
def test_wages_of_another_month_are_not_joined_to_the_files(tmp_path: Path, heading: str, cell: str) -> None:
    text = f"{FIRST}Payroll Sep 2026\n{SECOND}".replace("Gross", f"Gross,{heading}").replace(
        "0\n", f"0{cell}\n"
    )
    columns = map_columns(choose_sheet(read_sheets(as_csv(tmp_path, text))), {})

    if heading == "Month":
        assert len(wages_in(columns, OCTOBER)[0]) == 2
    else:
        with pytest.raises(OtherPart, match="row 4"):
            wages_in(columns, OCTOBER)
