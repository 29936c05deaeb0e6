"""`assist reconcile --listing`: the employees of a file as a workbook or a PDF."""

import sys
from pathlib import Path

import pytest
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from assist_data import data_path
from harness.cli.main import run

FILE = str(data_path("files", "contoh-maju-2026-10.txt"))
SAME = str(data_path("sheets", "payroll-2026-10.csv"))
OTHER = str(data_path("sheets", "gaji-berbeza-2026-10.csv"))


def reconcile(*arguments: str) -> int:
    return run(["reconcile", *arguments])


def test_a_listing_is_written_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "october.pdf"

    assert reconcile(FILE, "--listing", str(path), "--employer-name", "CONTOH MAJU SDN. BHD.") == 0

    assert capsys.readouterr().out == f"{path}\n"
    pages = [page.extract_text() for page in PdfReader(path).pages]
    assert "CONTOH MAJU SDN. BHD." in pages[0]
    assert "Grand total, 6 employees" in pages[0]
    assert "Contributions to EIS (Act 800)" in pages[1]


def test_a_listing_is_written_beside_the_answer(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "october.xlsx"

    assert reconcile(FILE, "--with", SAME, "--listing", str(path), "--lang", "ms") == 0

    assert "Fail dan hamparan sepadan sehingga ke sen." in capsys.readouterr().out
    with CalamineWorkbook.from_path(path) as book:
        assert book.sheet_names == ["PERKESO (8A)", "SIP (Lampiran 1)"]


def test_a_listing_is_written_in_both_forms(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    workbook, pdf = tmp_path / "october.xlsx", tmp_path / "october.pdf"

    assert reconcile(FILE, "--listing", str(workbook), "--listing", str(pdf), "--lang", "ms") == 0

    assert capsys.readouterr().out == f"{workbook}\n{pdf}\n"
    assert workbook.exists()
    pages = [" ".join(page.extract_text().split()) for page in PdfReader(pdf).pages]
    assert "PERKESO (8A): halaman 1 daripada 1" in pages[0]
    assert "Halaman 1 daripada 2 dalam fail ini" in pages[0]
    assert "Halaman 2 daripada 2 dalam fail ini" in pages[1]


def test_a_pdf_without_typst_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    path = tmp_path / "october.pdf"

    assert reconcile(FILE, "--listing", str(path)) == 2

    assert 'python -m pip install "/path/to/the/clone[pdf]"' in capsys.readouterr().err
    assert not path.exists()
