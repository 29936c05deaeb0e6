"""Which column is what: guessed from headings in both languages, said by a person, or refused."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from contributions.converting import FIELDS, Columns, choose_sheet, map_columns, mapping_as_toml, read_mapping
from contributions.converting.errors import (
    AmbiguousHeading,
    InThousands,
    MappingUnreadable,
    MissingHeading,
    NoHeadings,
    NotConvertible,
    SheetNotChosen,
    UnknownField,
    UnknownHeading,
)
from contributions.converting.tables import heading_of
from contributions.layouts import C2
from contributions.sheets import Sheet, field_named
from tests.contributions.converting.payrolls import AMINAH

NAMED = ["No KP", "Nama", "Gaji"]


def sheet(
    *rows: Sequence[object], name: str = "", merged: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = ()
) -> Sheet:
    return Sheet(Path("payroll.xlsx"), name, rows, merged)


def taken(columns: Columns) -> dict[str, str | None]:
    return {column.heading: column.field for column in columns.columns}


@pytest.mark.parametrize(
    ("field", "headings"),
    [
        (
            "identity_number",
            "No KP; No. Kad Pengenalan; IC No; MyKad; NRIC; No. K/P (Baru); Identity Number; IC/Passport",
        ),
        ("name", "Nama; Name; Nama Pekerja; Employee Name; Nama Penuh (seperti dalam KP); Nama / Name"),
        ("wage", "Gaji; Upah; Wages; Gross Pay; Gaji Kasar (RM); Gross Salary - RM; JUMLAH UPAH"),
        ("month", "Bulan Caruman; Month; Bulan; Contribution Month (MMYYYY); Wage Month"),
        ("employer_code", "Kod Majikan; Employer Code; No. Majikan; KOD MAJIKAN PERKESO"),
        ("ssm_number", "MyCoID; No. SSM; MyCoID / SSM Number; Company Registration No."),
        ("started", "Tarikh Mula Kerja; Start Date; Date Joined"),
        ("resigned", "Tarikh Berhenti; Last Day; Resignation Date"),
        ("born", "Tarikh Lahir; DOB; Date of Birth"),
        (
            "socso_employer",
            "SOCSO Employer; PERKESO Majikan; Caruman PERKESO (Majikan); Employer SOCSO; SOCSO ER",
        ),
        ("socso_employee", "SOCSO Employee; PERKESO Pekerja; SOCSO - Employee Share; SOCSO EE (RM)"),
        ("eis_employer", "EIS Employer; SIP Majikan; EIS (Employer)"),
        ("eis_employee", "EIS Employee; SIP Pekerja; Employee EIS"),
        ("lindung", "SKBBK; LINDUNG 24 JAM; SKBBK Pekerja; LINDUNG 24 JAM (RM)"),
        ("released", "Pelepasan LINDUNG; Released from LINDUNG 24 JAM"),
        (None, "Bil; No.; Jabatan; Basic Salary; Gaji Pokok; Net Pay; SOCSO; PERKESO; Elaun; KWSP; Email"),
    ],
)
def test_headings_are_known_in_both_languages_and_many_spellings(field: str | None, headings: str) -> None:
    assert {heading: field_named(heading) for heading in headings.split("; ")} == dict.fromkeys(
        headings.split("; "), field
    )


def test_what_we_write_ourselves_is_known() -> None:
    fields = [field for field in C2 if field not in C2.fillers]

    for field in fields:
        assert {field_named(heading_of(field).en), field_named(heading_of(field).ms)} == {field.name}


def test_headings_in_two_rows_are_read_as_one() -> None:
    merged = (((0, 3), (0, 4)), ((0, 5), (0, 6)))
    columns = map_columns(
        sheet(
            ["Nama", "No KP", "Gaji", "PERKESO", "", "SIP", "", "SKBBK"],
            ["", "", "", "Majikan", "Pekerja", "Majikan", "Pekerja", ""],
            ["A", AMINAH, 100, 1, 2, 3, 4, 5],
            merged=merged,
        ),
        {},
    )

    assert taken(columns) == {
        "Nama": "name",
        "No KP": "identity_number",
        "Gaji": "wage",
        "PERKESO Majikan": "socso_employer",
        "PERKESO Pekerja": "socso_employee",
        "SIP Majikan": "eis_employer",
        "SIP Pekerja": "eis_employee",
        "SKBBK": "lindung",
    }
    assert columns.first == 2


def test_headings_below_one_that_spans_columns_are_read_as_one_too() -> None:
    columns = map_columns(
        sheet(
            ["", "", "", "", "SOCSO", "", "EIS", ""],
            [*NAMED, "", "Employer", "Employee", "Employer", "Employee"],
        ),
        {},
    )

    assert [column.field for column in columns.columns[3:]] == [
        "socso_employer",
        "socso_employee",
        "eis_employer",
        "eis_employee",
    ]


def test_a_heading_in_two_lines_of_a_cell_may_be_two_languages() -> None:
    columns = map_columns(sheet(["Nama\nName", "No.\nKP", "Gaji\nWage"]), {})

    assert taken(columns) == {"Nama / Name": "name", "No. / KP": "identity_number", "Gaji / Wage": "wage"}


def test_what_a_person_says_goes_before_what_is_guessed() -> None:
    columns = map_columns(sheet([*NAMED, "Gaji Pokok"]), {"gaji pokok": "upah", "No KP": "Identity number"})

    assert taken(columns) == {"No KP": "identity_number", "Nama": "name", "Gaji": None, "Gaji Pokok": "wage"}


def test_a_column_is_named_by_its_letter_where_headings_are_alike() -> None:
    rows = sheet(["No KP", "Nama", "RM", "RM"], [AMINAH, "A", 1, 2])

    with pytest.raises(AmbiguousHeading, match="columns C, D all have the heading 'RM'"):
        map_columns(rows, {"RM": "wage"})
    columns = map_columns(rows, {"d": "wage"})
    assert columns.by_field["wage"].letter == "D"
    assert columns.said == {"No KP": "identity_number", "Nama": "name", "C": "-", "D": "wage"}


@pytest.mark.parametrize(
    ("rows", "said", "error", "words"),
    [
        pytest.param(sheet(), {}, NoHeadings, "no row has headings", id="empty"),
        pytest.param(sheet([1, 2], [3, 4]), {}, NoHeadings, "no row has headings", id="numbers alone"),
        pytest.param(
            sheet(["No KP", "Nama", "Bonus"]), {}, MissingHeading, "which column is the wage", id="no wage"
        ),
        pytest.param(
            sheet(["No KP", "Nama", "Gaji Pokok"]),
            {},
            MissingHeading,
            "'Gaji Pokok' is not taken",
            id="basic",
        ),
        pytest.param(
            sheet(["No KP", "Gaji"]), {}, MissingHeading, "which column is the employee name", id="no name"
        ),
        pytest.param(sheet([*NAMED, "Upah"]), {}, AmbiguousHeading, "C 'Gaji', D 'Upah'", id="two wages"),
        pytest.param(
            sheet(NAMED), {"Bonus": "wage"}, UnknownHeading, "no column has the heading 'Bonus'", id="heading"
        ),
        pytest.param(sheet(NAMED), {"Gaji": "money"}, UnknownField, "there is no field 'money'", id="field"),
    ],
)
def test_what_is_missing_ambiguous_or_unknown_is_refused_with_the_mend(
    rows: Sheet, said: dict[str, str], error: type[NotConvertible], words: str
) -> None:
    with pytest.raises(error, match=words) as caught:
        map_columns(rows, said)

    assert caught.value.mend.en.endswith(".")
    assert caught.value.reason.en != caught.value.reason.ms


def test_the_sheet_with_headings_is_chosen_and_several_are_asked_about() -> None:
    notes, payroll, older = (
        sheet(["Notes"], name="Notes"),
        sheet(NAMED, name="Okt"),
        sheet(NAMED, name="Sept"),
    )

    assert choose_sheet([notes, payroll]) is payroll
    assert choose_sheet([notes]) is notes
    assert choose_sheet([payroll, older], "Sept") is older
    for sheets, name in (([payroll, older], None), ([payroll], "Ogos"), ([notes, notes], None)):
        with pytest.raises(SheetNotChosen) as caught:
            choose_sheet(sheets, name)
        assert "--sheet" in caught.value.mend.en
    with pytest.raises(NoHeadings):
        choose_sheet([])


def test_a_mapping_is_kept_and_read_again(tmp_path: Path) -> None:
    columns = map_columns(sheet([*NAMED, 'Odd "one" \\ \u200b', "Ünï"]), {"Ünï": "month"})
    path = tmp_path / "ours.toml"
    path.write_text(mapping_as_toml(columns), encoding="utf-8")

    assert read_mapping(path) == columns.said
    again = map_columns(columns.sheet, read_mapping(path), guess=False)
    assert [(each.index, each.field) for each in again.columns] == [
        (each.index, each.field) for each in columns.columns
    ]
    assert all(each.is_said for each in again.columns)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Gaji = wage", "is no TOML", id="no TOML"),
        pytest.param('[columns]\n"Gaji" = "wage"', "no mapping of version 1", id="no version"),
        pytest.param("version = 1", "no mapping of version 1", id="no columns"),
        pytest.param('version = 1\n[columns]\n"Gaji" = 1', "other than the name of a field", id="a number"),
    ],
)
def test_a_file_that_is_no_mapping_is_refused(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "ours.toml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(MappingUnreadable, match=words):
        read_mapping(path)


def test_a_mapping_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(MappingUnreadable, match="cannot be opened"):
        read_mapping(tmp_path / "none.toml")


def test_every_field_has_its_own_words_in_both_languages() -> None:
    assert (
        len({title.en for title in FIELDS.values()})
        == len({title.ms for title in FIELDS.values()})
        == len(FIELDS)
    )


@pytest.mark.parametrize(
    "heading",
    ["Wages (RM'000)", "Wages (RM 000)", "Gaji (RM\u2019000)", "Wages (thousands)", "Gaji (RM ribu)"],
)
def test_thousands_are_never_read_as_ringgit(heading: str) -> None:
    for said in ({}, {heading: "wage"}):
        with pytest.raises(InThousands, match="is in thousands of ringgit") as refused:
            map_columns(sheet(["No KP", "Nama", heading]), said)

        assert "3250.00" in refused.value.mend.en


@pytest.mark.parametrize("heading", ["Wages (RM 000.00)", "Gaji (RM)", "Wages (RM 0.00)"])
def test_a_pattern_of_money_is_no_thousands(heading: str) -> None:
    assert map_columns(sheet(["No KP", "Nama", heading]), {}).by_field["wage"].heading == heading
