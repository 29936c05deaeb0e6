"""The category that a sheet says decides where the age leaves a choice, and is refused where it cannot be."""

from pathlib import Path

import pytest

from contributions.computing import Amounts, Person, compute
from contributions.converting import Conversion, Kind
from contributions.converting.category import category_in
from contributions.sheets import field_named
from contributions.sheets.errors import NotReadAs
from tests.contributions.converting.payrolls import AMINAH, GIVEN, OCTOBER, as_csv, converted

AT_55, AT_56, AT_58, AT_61 = "710101145678", "700101145678", "680101145678", "650101145678"

FIRST_TAKEN = "the first category was taken; it is the second for who first contributed at 55 or later"
EIS_TAKEN = "EIS was taken as due; who first joined at 57 or later pays none"


def of(folder: Path, number: str, category: str, more: str = "", amounts: str = "") -> Conversion:
    return converted(
        as_csv(folder, f"IC,Nama,Gaji,SOCSO Category{more}\n{number},A,3000,{category}{amounts}\n"), GIVEN
    )


def due(person: Person) -> Amounts:
    return compute(3000_00, month=OCTOBER, person=person)


def paid(result: Conversion) -> Amounts:
    (record,) = result.records
    return Amounts(
        socso_employer=record.socso_employer, socso_employee=record.socso_employee,
        eis_employer=record.eis_employer, eis_employee=record.eis_employee, lindung=record.lindung,
    )  # fmt: skip


@pytest.mark.parametrize(
    "heading",
    ["SOCSO Category", "Kategori PERKESO", "Kategori SOCSO", "PERKESO category", "Kategori Caruman PERKESO"],
)
def test_the_heading_is_known_in_both_languages(heading: str) -> None:
    assert field_named(heading) == "category"


@pytest.mark.parametrize(
    ("cell", "category"),
    [
        (1, 1), (2.0, 2), ("First", 1), ("SECOND", 2), ("Pertama", 1), ("kedua", 2), ("Kategori 2", 2),
        ("Second Category", 2), ("Jenis Pertama", 1), ("Cat. 1", 1), ("ke-2", 2), ("II", 2), ("", None),
        ("-", None),
    ],
)  # fmt: skip
def test_a_category_is_read_in_every_usual_way(cell: object, category: int | None) -> None:
    assert category_in(cell) == category


@pytest.mark.parametrize("cell", ["A", "3", 0, "Foreign", "both"])
def test_what_is_no_category_is_not_guessed(cell: object) -> None:
    with pytest.raises(NotReadAs, match="neither the first nor the second category") as refused:
        category_in(cell)

    assert "--map" in refused.value.mend.en


def test_the_second_category_of_who_may_have_joined_late_is_followed(tmp_path: Path) -> None:
    result = of(tmp_path, AT_56, "2")

    assert paid(result) == due(Person(age=56, first_act4_age=55))
    assert (paid(result).socso_employee, result.remarks) == (0, [])


@pytest.mark.parametrize(
    ("number", "category", "person"),
    [
        pytest.param(AT_56, "1", Person(age=56), id="first at 56"),
        pytest.param(AMINAH, "", Person(age=36), id="nothing said at 36"),
        pytest.param(AT_61, "-", Person(age=61), id="nothing said at 61"),
        pytest.param(AT_61, "Kedua", Person(age=61), id="second at 61"),
        pytest.param(AMINAH, "Pertama", Person(age=36), id="first at 36"),
    ],
)
def test_a_category_that_the_age_gives_changes_nothing(
    tmp_path: Path, number: str, category: str, person: Person
) -> None:
    assert paid(of(tmp_path, number, category)) == due(person)


def test_eis_of_who_is_over_57_in_the_second_category_is_a_doubt(tmp_path: Path) -> None:
    result = of(tmp_path, AT_58, "2")

    assert paid(result).eis_employee == due(Person(age=58)).eis_employee > 0
    (doubt,) = result.remarks
    assert (doubt.kind, doubt.column) == (Kind.DOUBT, "D")
    assert doubt.message.en == (
        "Second category at 58: EIS was taken as due; who first joined at 57 or later pays none."
    )
    assert of(tmp_path, AT_58, "2", ",SIP Majikan,SIP Pekerja", ",0,0").of_kind(Kind.DOUBT) == []


def test_a_foreign_worker_may_have_joined_late_too(tmp_path: Path) -> None:
    text = "IC,Nama,Gaji,DOB,SOCSO Category\nSSFW12345678,A,3000,01/08/1970,2\n"

    result = converted(as_csv(tmp_path, text))

    assert [record.socso_employee for record in result.records] == [0]
    assert result.remarks == []


@pytest.mark.parametrize(("number", "age"), [(AT_55, 55), (AT_58, 58)])
def test_an_empty_category_is_not_guessed_where_the_age_leaves_a_choice(
    tmp_path: Path, number: str, age: int
) -> None:
    for cell in ("", "-"):
        result = of(tmp_path, number, cell)

        (wrong,) = result.remarks
        assert (wrong.kind, wrong.column, result.records) == (Kind.WRONG, "D", [])
        assert wrong.message.en == f"nothing stands here, and at {age} it may be the first or the second"
        assert "2 for who first contributed at 55 or later" in wrong.mend.en


def test_an_empty_category_is_nothing_where_the_sheet_has_the_shares(tmp_path: Path) -> None:
    more, amounts = ",PERKESO Majikan,PERKESO Pekerja,SIP Majikan,SIP Pekerja", ",51.65,14.75,5.90,5.90"

    assert of(tmp_path, AT_58, "", more, amounts).remarks == []
    assert of(tmp_path, AT_58, "", "", "").records == []
    with_nothing = converted(as_csv(tmp_path, f"IC,Nama,Gaji,SOCSO Category\n{AT_58},A,0,\n"), GIVEN)
    assert [each.kind for each in with_nothing.remarks] == [Kind.LEFT_OUT]


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (AT_55, f"55 years old: {FIRST_TAKEN}"),
        (AT_58, f"58 years old: {FIRST_TAKEN}; {EIS_TAKEN}"),
    ],
)  # fmt: skip
def test_without_a_column_the_ages_that_leave_a_choice_are_told(
    tmp_path: Path, number: str, says: str
) -> None:
    result = converted(as_csv(tmp_path, f"IC,Nama,Gaji\n{number},A,3000\n"), GIVEN)

    (doubt,) = result.remarks
    assert (doubt.kind, doubt.column, doubt.message.en) == (Kind.DOUBT, "A", says)
    assert "SOCSO Category" in doubt.mend.en
    assert len(result.records) == 1


@pytest.mark.parametrize(
    ("number", "more", "amounts", "says"),
    [
        (AT_55, ",PERKESO Majikan,PERKESO Pekerja", ",51.65,14.75", []),
        (AT_58, ",PERKESO Majikan,PERKESO Pekerja", ",51.65,14.75",
         [f"58 years old: {EIS_TAKEN}"]),
        (AT_58, ",PERKESO Majikan,PERKESO Pekerja,SIP Majikan,SIP Pekerja", ",51.65,14.75,5.90,5.90", []),
    ],
)  # fmt: skip
def test_of_shares_that_the_sheet_has_nothing_is_asked(
    tmp_path: Path, number: str, more: str, amounts: str, says: list[str]
) -> None:
    result = converted(as_csv(tmp_path, f"IC,Nama,Gaji{more}\n{number},A,3000{amounts}\n"), GIVEN)

    assert [doubt.message.en for doubt in result.remarks] == says


@pytest.mark.parametrize(
    ("number", "category", "says"),
    [
        pytest.param(
            AMINAH, "2",
            "the sheet says second category; at 36 it is the first, but for an invalidity pension",
            id="second at 36",
        ),
        pytest.param(
            AT_61, "1", "the sheet says first category; at 61 and by the kind of worker it is the second",
            id="first at 61",
        ),
        pytest.param(AMINAH, "B", "'B' is neither the first nor the second category", id="another letter"),
    ],
)  # fmt: skip
def test_a_category_that_cannot_be_is_refused(tmp_path: Path, number: str, category: str, says: str) -> None:
    result = of(tmp_path, number, category)

    (wrong,) = result.remarks
    assert (wrong.kind, wrong.column, wrong.message.en) == (Kind.WRONG, "D", says)
    assert result.records == []


def test_a_category_that_cannot_be_is_told_where_the_sheet_has_the_amounts(tmp_path: Path) -> None:
    more, amounts = ",PERKESO Majikan,PERKESO Pekerja,SIP Majikan,SIP Pekerja", ",36.90,0,5.90,5.90"

    result = of(tmp_path, AMINAH, "2", more, amounts)

    assert [record.socso_employee for record in result.records] == [0]
    assert [each.message.en.split(";")[0] for each in result.of_kind(Kind.DIFFERS)] == [
        "the sheet says second category",
        "SOCSO employer share RM 36.90, by the tables RM 51.65",
    ]


def test_amounts_of_the_second_category_are_compared_with_its_tables(tmp_path: Path) -> None:
    more, amounts = ",PERKESO Majikan,PERKESO Pekerja,SIP Majikan,SIP Pekerja", ",36.90,0,5.90,5.90"

    assert of(tmp_path, AT_56, "2", more, amounts).remarks == []
