"""What the values of a workbook do not say: formulas without a result are told, and are no empty cells."""

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
import xlsxwriter

from contributions.sheets import read_sheets
from contributions.sheets.markup import CHUNK, markup_of

RELATIONS = (
    '<Relationships><Relationship Target="/xl/worksheets/Sheet1.xml" Id="rId1"/>'
    '<Relationship Target="charts/1.xml" Id="rId2"/><Relationship Target="other.xml"/></Relationships>'
)
BOOK = (
    '<x:workbook><x:sheets><x:sheet name="Gaji &amp; Upah" sheetId="1" r:id="rId1"/>'
    '<x:sheet name="Carta" sheetId="2" r:id="rId2"/><x:sheet name="Lost" sheetId="3"/></x:sheets>'
    "</x:workbook>"
)


def archive(folder: Path, rows: str) -> Path:
    """A workbook as a program may write it that is not Excel."""
    path = folder / "payroll.xlsx"
    with ZipFile(path, "w", ZIP_DEFLATED) as book:
        book.writestr("xl/workbook.xml", BOOK)
        book.writestr("xl/_rels/workbook.xml.rels", RELATIONS)
        book.writestr(
            "xl/worksheets/sheet1.xml", f"<x:worksheet><x:sheetData>{rows}</x:sheetData></x:worksheet>"
        )
    return path


def test_errors_stand_in_their_cells(tmp_path: Path) -> None:
    path = tmp_path / "payroll.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Okt")
    sheet.write_row(0, 0, ["Nama", "No KP", "Gaji"])
    sheet.write_row(1, 0, ["AMINAH", "900101145678"])
    sheet.write_formula(1, 2, "=VLOOKUP(1,A1:A2,1,FALSE)", None, "#N/A")
    sheet.write_formula(2, 1, "=A9", None, "#REF!")
    book.add_worksheet("Nota").write(0, 0, "x")
    book.close()

    first, second = read_sheets(path)

    assert first.rows == [["Nama", "No KP", "Gaji"], ["AMINAH", "900101145678", "#N/A"], ["", "#REF!", ""]]
    assert second.rows == [["x"]]


def test_other_programs_write_prefixes_and_attributes_in_any_order(tmp_path: Path) -> None:
    rows = (
        '<x:row r="1"><x:c t="e" r="B1"><x:f>NA()</x:f><x:v>#N/A</x:v></x:c>'
        '<x:c r="C1"><x:v>1</x:v></x:c></x:row>'
        '<x:row r="2"><x:c r="A2" t="e"/><x:c r="AA2"><x:v>2</x:v></x:c>'
        '<x:c t="e"><x:v>#REF!</x:v></x:c></x:row>'
    )

    markup = markup_of(archive(tmp_path, rows).read_bytes())

    assert {name: each.errors for name, each in markup.items()} == {"Gaji & Upah": {(0, 1): "#N/A"}}


def test_a_long_sheet_is_read_in_pieces_that_cut_no_row(tmp_path: Path) -> None:
    count = 2 * CHUNK // 60
    rows = "".join(
        f'<row r="{number}"><c r="A{number}" t="e"><v>#N/A</v></c></row>' for number in range(1, count + 1)
    )

    (markup,) = markup_of(archive(tmp_path, rows).read_bytes()).values()

    assert len(markup.errors) == count


def test_hidden_and_filtered_rows_are_known(tmp_path: Path) -> None:
    path = tmp_path / "payroll.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Okt")
    for number in range(5):
        sheet.write_row(number, 0, ["Nama", "Gaji"])
    sheet.set_row(1, None, None, {"hidden": True})
    sheet.autofilter(0, 0, 4, 1)
    sheet.set_row(3, options={"hidden": True})
    sheet.set_column(1, 1, None, None, {"hidden": True})
    book.close()

    (sheet_read,) = read_sheets(path)

    assert sheet_read.hidden == {2, 4}


def test_hidden_rows_of_other_programs_are_known(tmp_path: Path) -> None:
    rows = '<x:row hidden="true" r="7"><x:c r="A7"/></x:row><x:row hidden="1"/><x:row r="9" hidden="0"/>'

    (markup,) = markup_of(archive(tmp_path, rows).read_bytes()).values()

    assert markup.hidden == {7}


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04damaged", b"IC,Nama\n"])
def test_what_is_no_workbook_has_none(content: bytes) -> None:
    assert markup_of(content) == {}


def test_a_workbook_of_another_kind_is_not_looked_into(tmp_path: Path) -> None:
    path = tmp_path / "payroll.ods"
    with ZipFile(path, "w") as book:
        book.writestr("content.xml", "<office/>")

    assert markup_of(path.read_bytes()) == {}
