"""What stands above a table counts where it can only mean one thing, and no option may say otherwise."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from contributions.converting import Columns, Given, Kind, NotConvertible, map_columns, take_rows
from contributions.converting.errors import ContradictedOption, MissingHeading, SeveralMonths
from contributions.converting.wages import wages_in
from contributions.months import YearMonth
from contributions.sheets import Sheet
from tests.contributions.converting.payrolls import AMINAH, GIVEN, OCTOBER

NAMED = ("No KP", "Nama", "Gaji")
PERSON = (AMINAH, "AMINAH", 3250)
SEPTEMBER = YearMonth(2026, 9)
MONTHLESS = replace(GIVEN, month=None)


def columns_below(
    *above: Sequence[object], headings: Sequence[object] = NAMED, row: Sequence[object] = PERSON
) -> Columns:
    return map_columns(Sheet(Path("payroll.xlsx"), "Okt", [*above, headings, row]), {})


def found(*above: Sequence[object]) -> list[tuple[str, YearMonth]]:
    return [(said.cell, said.month) for said in columns_below(*above).months]


def test_a_word_above_the_table_that_names_nothing_says_nothing() -> None:
    columns = columns_below(["Bulan:", ""], [1, "Kod Majikan", "Nama"], ["MyCoID", 2023])

    assert (columns.above, columns.months) == ({"ssm_number": ("B3", 2023)}, ())


@pytest.mark.parametrize(
    ("above", "cell"),
    [
        pytest.param(["PENYATA GAJI BULAN OKTOBER 2026"], "A1", id="title"),
        pytest.param(["Payroll for 10/2026"], "A1", id="figures"),
        pytest.param(["Gaji Okt 2026, 10/2026"], "A1", id="twice the same"),
        pytest.param(["Bulan:", "", date(2026, 10, 1)], "C1", id="label and a date"),
        pytest.param(["Bulan: Okt 2026"], "A1", id="label and a text"),
        pytest.param(["", "Gaji Bulan", "Okt", "2026"], "C1", id="month and year in two cells"),
        pytest.param(["Gaji Bulan", "", "Okt.", 2026.0], "C1", id="year as a number"),
        pytest.param(["Bulan", "Oktober", 2026], "B1", id="label and two cells"),
        pytest.param(["Gaji bagi bulan", datetime(2026, 10, 1)], "B1", id="a title and a date"),  # noqa: DTZ001
        pytest.param(["", "Oktober 2026", ""], "B1", id="alone"),
        pytest.param(["Payroll", "10/2026"], "B1", id="beside a title"),
    ],
)
def test_the_month_is_found_where_it_can_only_be_that_of_the_wages(
    above: Sequence[object], cell: str
) -> None:
    columns = columns_below(above)

    assert columns.month is not None
    assert (columns.month.cell, columns.month.month) == (cell, OCTOBER)
    assert [record.month for record in take_rows(columns, MONTHLESS).records] == [OCTOBER]


@pytest.mark.parametrize(
    "above",
    [
        pytest.param(["Gaji, dicetak pada 2 Okt 2026"], id="a day"),
        pytest.param(["Printed in October 2026"], id="not of wages"),
        pytest.param(["Printed", "October 2026"], id="beside another word"),
        pytest.param(["Tarikh gaji", "October 2026"], id="the month of payment"),
        pytest.param(["Gaji", date(2026, 10, 28)], id="a date beside no month"),
        pytest.param(["Tarikh Cetak", date(2026, 11, 5)], id="a date of printing"),
        pytest.param(["Gaji Kasar 2026"], id="a year"),
        pytest.param(["Gaji", "Oktober"], id="no year"),
        pytest.param(["31 Oktober 2026"], id="a day alone"),
        pytest.param(["Bulan:", "soon"], id="no month"),
        pytest.param([102026], id="a number alone"),
    ],
)
def test_what_may_be_something_else_is_no_month(above: Sequence[object]) -> None:
    assert found(above) == []
    with pytest.raises(MissingHeading, match="the sheet has no contribution month"):
        take_rows(columns_below(above), MONTHLESS)


@pytest.mark.parametrize(
    ("above", "says"),
    [
        pytest.param(
            [["GAJI OKTOBER & BONUS SEPTEMBER 2026"]],
            "September 2026 (A1), October 2026 (A1)",
            id="two in a title",
        ),
        pytest.param(
            [["Payroll October 2026"], ["Bonus and salary September 2026"]],
            "October 2026 (A1), September 2026 (A2)",
            id="two titles",
        ),
        pytest.param(
            [["Payroll October 2026"], ["Bulan:", "09/2026"]],
            "September 2026 (B2), October 2026 (A1)",
            id="a label against a title",
        ),
        pytest.param(
            [["Bulan Gaji: Ogos dan Sept 2026"]], "September 2026 (A1), August 2026 (A1)", id="two at a label"
        ),
    ],
)
def test_of_two_months_none_is_taken_and_both_are_named(above: list[Sequence[object]], says: str) -> None:
    columns = columns_below(*above)

    assert columns.month is None
    with pytest.raises(SeveralMonths) as refused:
        take_rows(columns, MONTHLESS)
    assert refused.value.reason.en == f"the sheet speaks of more than one month: {says}"
    assert "--month 2026-10" in refused.value.mend.en
    assert refused.value.reason.ms.startswith("helaian menyebut lebih daripada satu bulan: ")


@pytest.mark.parametrize(
    ("above", "says", "malay"),
    [
        pytest.param(
            ["Bulan", "September"], ": cell B1 says 'September' without a year", "tanpa tahun", id="year"
        ),
        pytest.param(
            ["Bulan", "soon"], ": cell B1 says 'soon', which is no month", "yang bukan bulan", id="word"
        ),
        pytest.param(["Gaji"], "", "", id="nothing"),
    ],
)
def test_where_a_month_is_asked_for_it_is_said_what_was_not_understood(
    above: Sequence[object], says: str, malay: str
) -> None:
    with pytest.raises(MissingHeading) as refused:
        take_rows(columns_below(above), MONTHLESS)

    assert refused.value.reason.en == f"the sheet has no contribution month{says}"
    assert malay in refused.value.reason.ms


def test_an_option_chooses_one_of_two_months() -> None:
    columns = columns_below(["GAJI OKTOBER & BONUS SEPTEMBER 2026"])

    assert [record.month for record in take_rows(columns, GIVEN).records] == [OCTOBER]


def test_a_column_of_months_goes_before_what_stands_above() -> None:
    columns = columns_below(
        ["GAJI OKTOBER & BONUS SEPTEMBER 2026"], headings=(*NAMED, "Bulan"), row=(*PERSON, "08/2026")
    )

    assert [record.month for record in take_rows(columns, MONTHLESS).records] == [YearMonth(2026, 8)]


@pytest.mark.parametrize(
    ("above", "given", "says"),
    [
        pytest.param(
            ["Gaji September 2026"], GIVEN, "cell A1 says September 2026, and --month 2026-10", id="title"
        ),
        pytest.param(
            ["Bulan", "09/2026"], GIVEN, "cell B1 says September 2026, and --month 2026-10", id="label"
        ),
        pytest.param(
            ["Bulan", "September"], GIVEN, "cell B1 says 'September', and --month 2026-10", id="no year"
        ),
        pytest.param(
            ["Kod Majikan: B3200000456Y"],
            GIVEN,
            "cell A1 says B3200000456Y, and --employer B3200000123X",
            id="employer code",
        ),
        pytest.param(
            ["MyCoID", 201901000005],
            GIVEN,
            "cell B1 says 201901000005, and --mycoid 202301012345",
            id="MyCoID",
        ),
    ],
)
def test_an_option_against_what_stands_above_is_refused(
    above: Sequence[object], given: Given, says: str
) -> None:
    with pytest.raises(ContradictedOption) as refused:
        take_rows(columns_below(above), given)

    assert refused.value.reason.en == says
    assert refused.value.mend.en.startswith("Leave --")
    assert refused.value.mend.ms.startswith("Tinggalkan --")


@pytest.mark.parametrize(
    "above",
    [
        pytest.param(["Gaji Oktober 2026"], id="month"),
        pytest.param(["Bulan", "Oktober"], id="month without a year"),
        pytest.param(["Kod Majikan: b3200000123x (Ipoh)"], id="code with a place"),
        pytest.param(["Kod Majikan: ______"], id="a line to write on"),
        pytest.param(["Kod Majikan: B1234567X"], id="an old code"),
        pytest.param(["No. SSM: 202301012345"], id="number"),
        pytest.param(["No. SSM: 1234567-A"], id="the old number of a business that has a new one"),
    ],
)
def test_an_option_that_says_the_same_or_nothing_else_is_taken(above: Sequence[object]) -> None:
    (record,) = take_rows(columns_below(above), GIVEN).records

    assert (record.month, record.employer_code, record.ssm_number) == (
        OCTOBER,
        "B3200000123X",
        "202301012345",
    )


def test_an_old_code_beside_the_sheet_is_not_against_the_new_one_above() -> None:
    columns = columns_below(["Kod Majikan: B3200000123X"])

    (record,) = take_rows(columns, replace(GIVEN, employer_code="B1234567X")).records

    assert record.employer_code == "B1234567X"


def named(
    name: str, *above: Sequence[object], headings: Sequence[object] = NAMED, cell: object = ""
) -> Columns:
    return map_columns(Sheet(Path("payroll.xlsx"), name, [*above, headings, (*PERSON, cell)]), {})


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("Sep 2026", "the name of the sheet says September 2026, and --month 2026-10"),
        ("Gaji 09-2026", "the name of the sheet says September 2026, and --month 2026-10"),
        ("September", "the name of the sheet says 'September', and --month 2026-10"),
    ],
)
def test_a_month_against_the_name_of_the_sheet_is_refused(name: str, says: str) -> None:
    with pytest.raises(ContradictedOption) as refused:
        take_rows(named(name), GIVEN)

    assert refused.value.reason.en == says
    assert "--sheet" in refused.value.mend.en
    with pytest.raises(NotConvertible, match="and the files are of October 2026"):
        wages_in(named(name), OCTOBER)


@pytest.mark.parametrize(
    "columns",
    [
        pytest.param(named("Oct 2026"), id="the same"),
        pytest.param(named("Jan - Dec 2026"), id="several"),
        pytest.param(named("Sheet1"), id="none"),
        pytest.param(named("Sep 2026", ["Gaji Oktober 2026"]), id="a title says better"),
        pytest.param(
            named("Sep 2026", headings=[*NAMED, "Bulan"], cell="10/2026"), id="a column says better"
        ),
    ],
)
def test_the_name_of_a_sheet_says_one_month_or_nothing(columns: Columns) -> None:
    assert len(take_rows(columns, GIVEN).records) == 1


@pytest.mark.parametrize(
    ("above", "wrong"),
    [
        pytest.param(
            ["October 2026"], ["the row says September 2026, and cell A1 October 2026"], id="another month"
        ),
        pytest.param(
            ["Gaji Oktober"], ["the row says September 2026, and cell A1 'Gaji Oktober'"], id="no year"
        ),
        pytest.param(["Gaji September 2026"], [], id="the same"),
        pytest.param(["Gaji Oktober 2026 dan September 2026"], [], id="one of two"),
        pytest.param(["CONTOH MAJU"], [], id="none"),
    ],
)
def test_a_row_of_another_month_than_the_title_is_refused(above: Sequence[object], wrong: list[str]) -> None:
    columns = named("Sheet1", above, headings=[*NAMED, "Month"], cell="09/2026")

    result = take_rows(columns, MONTHLESS)

    assert [remark.message.en for remark in result.of_kind(Kind.WRONG)] == wrong
    assert len(result.records) == 1 - len(wrong)
