"""The Excel workbook, read back as a spreadsheet program would."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from contributions import Language
from contributions.outputs.as_xlsx import reports_as_xlsx
from tests.contributions.outputs import samples


def rows(language: Language = "en", sheet: int = 0) -> list[list[object]]:
    content = reports_as_xlsx(samples.every(), as_of=samples.AS_OF, language=language)
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    return [list(row) for row in book.get_sheet_by_index(sheet).to_python()]


def test_each_place_is_a_row_and_identity_numbers_keep_their_zeros() -> None:
    found = rows()

    assert [row[:5] for row in found] == [
        ["File", "Line", "First column", "Last column", "Identity number"],
        ["bad <1>, 50%.txt", 2.0, 233.0, 238.0, "880515105437"],
        ["bad <1>, 50%.txt", 3.0, 233.0, 238.0, "010515105437"],
        ["sheet.txt", "", "", "", ""],
        ["no-such-file.txt", "", "", "", ""],
    ]


def test_a_name_that_looks_like_a_formula_stays_a_text() -> None:
    assert rows()[2][5] == "=<B>\"&'"
    sheet = ZipFile(BytesIO(reports_as_xlsx(samples.every(), as_of=samples.AS_OF))).read(
        "xl/worksheets/sheet1.xml"
    )
    assert b"<f>" not in sheet


def test_the_second_sheet_has_totals_in_ringgit_a_row_a_file() -> None:
    heading, good, *_ = rows(sheet=1)
    cells = dict(zip(heading, good, strict=True))

    assert cells["Verdict"] == "Valid"
    assert (cells["Employees"], cells["ACR"], cells["ECR"], cells["Total"]) == (2.0, 194.9, 26.0, 220.9)


def test_more_places_than_a_sheet_has_rows_end_with_the_sheet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("contributions.outputs.as_xlsx.LAST_ROW", 2)

    assert len(rows()) == 3


@pytest.mark.parametrize("sheet", ["sheet1", "sheet2"])
def test_the_heading_stays_in_sight_and_can_be_filtered(sheet: str) -> None:
    book = ZipFile(BytesIO(reports_as_xlsx(samples.every(), as_of=samples.AS_OF)))

    content = book.read(f"xl/worksheets/{sheet}.xml").decode()

    assert 'state="frozen"' in content
    assert "<autoFilter " in content


def test_the_workbook_speaks_malay_when_asked() -> None:
    assert rows("ms")[0][:2] == ["Fail", "Baris"]
    assert rows("ms", sheet=1)[1][1] == "Sah"


def test_the_same_reports_give_the_same_bytes() -> None:
    first, second = (reports_as_xlsx(samples.every(), as_of=samples.AS_OF) for _ in range(2))

    assert first == second
