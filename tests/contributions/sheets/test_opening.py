"""Tables are told by what is in them: workbooks of every kind, CSV in any encoding, and what is neither."""

import re
from pathlib import Path
from zipfile import ZipFile

import pytest
import xlsxwriter

from contributions.sheets import UnreadableSheet, read_sheets

ROWS = [["No KP", "Nama", "Gaji"], ["900101145678", "AMINAH", "3250"]]
TEXT = "No KP,Nama,Gaji\n900101145678,AMINAH,3250\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(TEXT.encode(), id="UTF-8"),
        pytest.param(TEXT.encode("utf-8-sig"), id="with a mark"),
        pytest.param(TEXT.encode("utf-16"), id="UTF-16"),
        pytest.param(TEXT.encode("utf-16-le"), id="UTF-16 without a mark"),
        pytest.param(TEXT.replace(",", ";").encode(), id="semicolons"),
        pytest.param(TEXT.replace(",", "\t").encode(), id="tabs"),
        pytest.param(TEXT.replace("\n", "\r\n").encode(), id="Windows lines"),
        pytest.param(TEXT.replace("\n", "\r").encode(), id="old Mac lines"),
    ],
)
def test_text_is_read_in_every_way_that_it_is_saved(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "payroll.csv"
    path.write_bytes(content)

    (sheet,) = read_sheets(path)

    assert (sheet.rows, sheet.is_text, sheet.name) == (ROWS, True, "")


def test_money_with_commas_does_not_hide_the_semicolons(tmp_path: Path) -> None:
    path = tmp_path / "payroll.csv"
    path.write_text("No KP;Nama;Gaji\n" + "900101145678;A, B, C;1,000,000.00\n" * 40, encoding="utf-8")

    assert read_sheets(path)[0].rows[1] == ["900101145678", "A, B, C", "1,000,000.00"]


def test_a_line_that_names_the_separator_is_followed_and_counted(tmp_path: Path) -> None:
    path = tmp_path / "payroll.csv"
    path.write_text("sep=|\nNo KP|Nama|Gaji\n", encoding="utf-8")

    assert read_sheets(path)[0].rows == [[], ["No KP", "Nama", "Gaji"]]


def test_a_workbook_has_its_sheets_that_hold_something_and_can_be_seen(tmp_path: Path) -> None:
    path = tmp_path / "payroll.csv"  # the name says nothing
    book = xlsxwriter.Workbook(str(path))
    first, hidden = book.add_worksheet("Okt"), book.add_worksheet("Lama")
    book.add_worksheet("Kosong")
    first.write_row(0, 0, ROWS[0])
    hidden.write_row(0, 0, ROWS[0])
    hidden.hide()
    book.close()

    assert [(sheet.name, sheet.is_text) for sheet in read_sheets(path)] == [("Okt", False)]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        pytest.param(
            "a.xls", OLE + "EncryptedPackage".encode("utf-16-le"), "protected by a password", id="locked"
        ),
        pytest.param("a.xls", OLE + b"x" * 999, "no workbook that can be read", id="damaged xls"),
        pytest.param("a.xlsx", b"PK\x03\x04damaged", "no workbook that can be read", id="damaged xlsx"),
        pytest.param("a.xls", b"<html><table>", "whatever its name says", id="a web page as a workbook"),
        pytest.param("a.csv", b"<html><table>", "neither a workbook nor CSV", id="a web page"),
        pytest.param("a.csv", b"%PDF-1.7 ...", "neither a workbook nor CSV", id="a PDF"),
        pytest.param("a.csv", b"a,b\n\0\1\2", "neither a workbook nor CSV", id="bytes"),
        pytest.param(
            "a.csv", b'a,"' + b"x" * 200_000, "no CSV text that can be read", id="one cell without end"
        ),
    ],
)
def test_what_is_no_table_is_said_with_the_mend(
    tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    with pytest.raises(UnreadableSheet, match=words) as caught:
        read_sheets(path)

    assert caught.value.mend.en.endswith(".")
    assert caught.value.mend.ms.endswith(".")


def test_a_zip_archive_is_not_a_workbook(tmp_path: Path) -> None:
    path = tmp_path / "payroll.xlsx"
    with ZipFile(path, "w") as archive:
        archive.writestr("payroll.csv", TEXT)

    with pytest.raises(UnreadableSheet, match="a zip archive, no workbook"):
        read_sheets(path)


def without_dimension(path: Path) -> None:
    """As programs write a workbook that do not say how far its sheets reach."""
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with ZipFile(path, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, re.sub(rb"<dimension [^>]*>", b"", part))


@pytest.mark.parametrize("says_its_reach", [True, False])
def test_a_stray_value_in_the_last_cell_does_not_take_all_memory(
    tmp_path: Path, says_its_reach: bool
) -> None:
    path = tmp_path / "payroll.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ROWS[0])
    sheet.write(1_048_575, 16_383, "x")
    book.close()
    if not says_its_reach:
        without_dimension(path)

    with pytest.raises(UnreadableSheet, match="a sheet reaches to cell XFD1048576") as caught:
        read_sheets(path)
    assert "Ctrl+End" in caught.value.mend.ms


def test_a_workbook_that_does_not_say_its_reach_is_read(tmp_path: Path) -> None:
    path = tmp_path / "payroll.xlsx"
    book = xlsxwriter.Workbook(str(path))
    book.add_worksheet("Kosong")
    book.add_worksheet("Okt").write_row(0, 0, ROWS[0])
    book.close()
    without_dimension(path)

    assert [sheet.rows for sheet in read_sheets(path)] == [ROWS[:1]]


def test_a_folder_is_no_table(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSheet, match="cannot be opened"):
        read_sheets(tmp_path)


def test_what_the_reader_of_workbooks_says_is_said_in_malay_or_not_at_all(tmp_path: Path) -> None:
    whole, damaged, cut = (tmp_path / f"{name}.xlsx" for name in ("whole", "damaged", "cut"))
    damaged.write_bytes(b"PK\x03\x04damaged")
    book = xlsxwriter.Workbook(str(whole))
    book.add_worksheet("Okt").write(0, 0, "No KP")
    book.close()
    with ZipFile(whole) as source, ZipFile(cut, "w") as archive:
        for name in source.namelist():
            if "sheet1" not in name:
                archive.writestr(name, source.read(name))

    said = []
    for path in (damaged, cut):
        with pytest.raises(UnreadableSheet) as refused:
            read_sheets(path)
        said.append(refused.value.reason.ms)

    assert said == [
        "bukan buku kerja yang boleh dibaca (format fail tidak dapat dikenal pasti)",
        "bukan buku kerja yang boleh dibaca",
    ]
