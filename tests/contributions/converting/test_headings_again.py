"""Headings that stand again further down: the same are those of a page, others would move the amounts."""

from pathlib import Path

import pytest

from contributions.converting import Kind
from contributions.converting.errors import OtherHeadings
from tests.contributions.converting.payrolls import as_csv, as_xlsx, converted
from tests.contributions.reconciling.payroll_sheets import in_csv, payroll

TOP = "Name,IC,Gross Wages,Advance\nA ONE,900101145678,3250,100\n"
BELOW = "B TWO,880515105437,200,4800\n"


@pytest.mark.parametrize(
    ("again", "says"),
    [
        pytest.param(
            "Name,IC,Advance,Gross Wages\n",
            "row 3 has headings again, and other ones: column C is 'Advance' there and 'Gross Wages' in "
            "row 1",
            id="amounts change places",
        ),
        pytest.param(
            "Branch B\nName,IC,,Gross Wages\n",
            "row 4 has headings again, and other ones: column D is 'Gross Wages' there and 'Advance' in "
            "row 1",
            id="a column was left out",
        ),
        pytest.param(
            "IC,Name,Gross Wages,Advance\n",
            "row 3 has headings again, and other ones: column A is 'IC' there and 'Name' in row 1",
            id="who stands elsewhere",
        ),
        pytest.param(
            "Name,IC,Gross Wages,Advance,SIP Majikan\n",
            "row 3 has headings again, and other ones: column E is 'SIP Majikan' there and nothing in row 1",
            id="a column more",
        ),
        pytest.param(
            "Name,IC,Net of Tax,Advance\n",
            "row 3 has headings again, and other ones: column C is 'Net of Tax' there and 'Gross Wages' in "
            "row 1",
            id="unknown in place of the wage",
        ),
    ],
)
def test_other_headings_further_down_are_refused(tmp_path: Path, again: str, says: str) -> None:
    with pytest.raises(OtherHeadings) as refused:
        converted(as_csv(tmp_path, TOP + again + BELOW))

    assert refused.value.reason.en == says
    assert "a sheet or a file of its own" in refused.value.mend.en


def test_a_comparison_refuses_them_too(tmp_path: Path) -> None:
    with pytest.raises(OtherHeadings, match="row 3"):
        payroll(in_csv(tmp_path, f"{TOP}Name,IC,Advance,Gross Wages\n{BELOW}"))


@pytest.mark.parametrize(
    "again",
    [
        pytest.param("Name,IC,Gross Wages,Advance\n", id="the same"),
        pytest.param("NAME,IC No.,Gross  Wages (RM),Remarks\n", id="in other signs and words"),
        pytest.param("Name,IC,Gross Wages\n", id="without the last"),
        pytest.param("Name,Department\n", id="words of which one is known"),
        pytest.param("Name,IC\n,,Wages,Loan\n", id="what is left out is another"),
    ],
)
def test_the_headings_of_the_next_page_are_no_one(tmp_path: Path, again: str) -> None:
    result = converted(as_csv(tmp_path, TOP + again + "B TWO,880515105437,4800,0\n"))

    assert [record.wage for record in result.records] == [3250_00, 4800_00]
    assert not result.of_kind(Kind.WRONG)


def test_below_the_last_person_words_are_no_headings(tmp_path: Path) -> None:
    result = converted(as_csv(tmp_path, f"{TOP}Prepared by,Name,IC\n"))

    assert len(result.records) == 1


def test_somebody_whose_cells_are_words_of_headings_is_somebody(tmp_path: Path) -> None:
    text = "Name,IC,Gross,Job,Place\nA ONE,900101145678,3250,Employee,Site\nB,,4800,Employee,Site\n"

    text += "C THREE,880515105437,4800,Employee,Site\n"
    cells = [
        [int(cell) if cell == "4800" else cell for cell in line.split(",")] for line in text.splitlines()
    ]

    for path in (as_csv(tmp_path, text), as_xlsx(tmp_path, cells)):
        assert [wrong.row for wrong in converted(path).of_kind(Kind.WRONG)] == [3]


HEADS = [
    ["Name", "IC", "Gross", "PERKESO", "", "SIP", ""],
    ["", "", "", "Majikan", "Pekerja", "Majikan", "Pekerja"],
]
OTHER = [HEADS[0], ["", "", "", "Pekerja", "Majikan", "Majikan", "Pekerja"]]


@pytest.mark.parametrize(("again", "is_taken"), [(HEADS, True), (OTHER, False)])
def test_headings_in_two_rows_are_compared_as_one(
    tmp_path: Path, again: list[list[object]], is_taken: bool
) -> None:
    people: list[list[object]] = [
        [f"P {number}", f"9001011456{number}", 3250, 56.85, 16.25, 6.5, 6.5] for number in range(10, 40)
    ]
    path = as_xlsx(tmp_path, [*HEADS, *people[:25], *again, *people[25:]])

    if is_taken:
        assert len(converted(path).records) == len(people)
    else:
        with pytest.raises(OtherHeadings, match="row 28"):
            converted(path)
