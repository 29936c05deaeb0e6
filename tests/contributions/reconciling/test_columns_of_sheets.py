"""Which column of a payroll sheet is what: by its heading, by what a person says, or refused."""

from pathlib import Path

import pytest

from contributions.converting import map_columns, mapping_as_toml, read_mapping
from contributions.converting.errors import AmbiguousHeading, MissingHeading, UnknownHeading
from contributions.reconciling.errors import (
    NobodyListed,
    NoHeadings,
)
from contributions.sheets import read_sheets
from tests.contributions.reconciling.payroll_sheets import (
    ENGLISH,
    Rows,
    as_csv,
    in_csv,
    in_workbook,
    mapped,
    payroll,
)

# Headings


def test_malay_headings_in_two_rows_are_understood(tmp_path: Path) -> None:
    text = (
        "Gaji Oktober 2026\n\nBil;No. K/P;Nama;Cawangan;Gaji Kasar (RM);PERKESO;;SIP;;LINDUNG 24 JAM\n"
        ";;;;;Majikan;Pekerja;Majikan;Pekerja;\n"
        "1;900101-14-5678;AMINAH;Ipoh;3,250.00;56.85;16.25;6.50;6.50;24.35\n"
    )

    (person,) = payroll(in_csv(tmp_path, text)).people.values()

    assert (person.identity_number, person.branches, person.places) == ("900101145678", ("Ipoh",), (5,))
    assert person.amounts == {
        "wage": 325000, "socso_employer": 5685, "socso_employee": 1625, "eis_employer": 650,
        "eis_employee": 650, "lindung": 2435,
    }  # fmt: skip


def test_socso_beside_the_share_of_the_employer_is_that_of_the_employee(tmp_path: Path) -> None:
    text = "IC,Name,SOCSO,SOCSO Employer,SIP,SIP Majikan\n900101145678,AMINAH,16.25,56.85,6.50,6.50\n"

    sheet = payroll(in_csv(tmp_path, text))

    assert sheet.titles["socso_employee"] == "SOCSO"
    assert sheet.titles["eis_employee"] == "SIP"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a,b\n1,2\n", id="unknown words"),
        pytest.param("IC No,Name\n900101145678,AMINAH\n", id="no amount"),
        pytest.param("Name,Wage\nAMINAH,1\n", id="no identity number"),
        pytest.param("", id="empty"),
    ],
)
def test_a_sheet_without_headings_is_told_which_to_write(tmp_path: Path, text: str) -> None:
    with pytest.raises(NoHeadings) as refused:
        payroll(in_csv(tmp_path, text))

    assert "SOCSO Employer" in refused.value.mend.en
    assert "PERKESO Majikan" in refused.value.mend.ms


def test_a_sheet_with_headings_alone_lists_nobody(tmp_path: Path) -> None:
    with pytest.raises(NobodyListed):
        payroll(in_csv(tmp_path, as_csv([])))


# Which column is what


def test_of_several_columns_that_may_be_the_wage_none_is_taken(tmp_path: Path, rows: Rows) -> None:
    headings = (*ENGLISH[:2], "Gaji", "Gaji", "Jumlah Gaji")
    sheet = in_csv(tmp_path, as_csv([[*row[:2], 1, row[2], row[2]] for row in rows], headings))

    with pytest.raises(AmbiguousHeading) as refused:
        payroll(sheet)

    assert refused.value.reason.en == "several columns could be the wage: C 'Gaji', D 'Gaji', E 'Jumlah Gaji'"
    assert refused.value.mend.en == 'Say which it is, such as --map "C=wage".'
    said = mapped(sheet, {"D": "wage"})
    assert (said.letters["wage"], said.people["900101145678"].amounts) == ("D", {"wage": 325000})


def test_the_basic_wage_alone_is_not_taken_for_the_wage(tmp_path: Path, rows: Rows) -> None:
    sheet = in_csv(tmp_path, as_csv([row[:3] for row in rows], ("No KP", "Nama", "Gaji Pokok")))

    with pytest.raises(MissingHeading) as refused:
        payroll(sheet)

    assert "SOCSO counts overtime" in refused.value.reason.en
    assert '--map "Gaji Pokok=wage"' in refused.value.mend.en
    assert mapped(sheet, {"Gaji Pokok": "wage"}).amounts == ("wage",)


def test_columns_of_another_sheet_do_not_matter(tmp_path: Path, rows: Rows) -> None:
    book = in_workbook(
        tmp_path,
        {"Okt 2026": [ENGLISH, *rows], "Sept 2026": [["IC", "Name", "Gaji", "Wage"], *rows]},
    )

    assert payroll(book).sheets == ("Okt 2026",)


def test_a_mapping_that_convert_kept_serves_a_comparison_too(tmp_path: Path, rows: Rows) -> None:
    headings = ("IC No", "Name", "Pay", "SOCSO", "SOCSO Employer", "SOCSO + LINDUNG", "Cawangan")
    sheet = in_csv(tmp_path, as_csv([[*row[:3], 1, 2, 3, "Ipoh"] for row in rows], headings))
    kept = tmp_path / "kept.toml"
    kept.write_text(
        mapping_as_toml(map_columns(read_sheets(sheet)[0], {"Pay": "wage"})), encoding="utf-8", newline=""
    )

    result = mapped(sheet, read_mapping(kept), guess=False)

    assert result.amounts == ("wage", "socso_employer", "socso_employee_with_lindung")
    assert result.has_branches


@pytest.mark.parametrize("name", ["Cawangan", "D"])
def test_a_column_of_branches_can_be_left_out(tmp_path: Path, rows: Rows, name: str) -> None:
    sheet = in_csv(tmp_path, as_csv([[*row[:3], "Ipoh"] for row in rows], (*ENGLISH[:3], "Cawangan")))

    assert payroll(sheet).has_branches
    assert not mapped(sheet, {name: "-"}).has_branches


def test_a_column_that_is_not_there_is_told_with_those_that_are(tmp_path: Path, rows: Rows) -> None:
    with pytest.raises(UnknownHeading, match="no column has the heading 'Upah'"):
        mapped(in_csv(tmp_path, as_csv(rows)), {"Upah": "wage"})
