"""The listing after Borang 8A and Lampiran 1: people, amounts, sums of each page and of all."""

import io
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from contributions import Language, read, write
from contributions.reconciling import read_file
from contributions.reconciling.listing import Listing, listing_of
from contributions.reconciling.listing.as_pdf import listing_as_pdf
from contributions.reconciling.listing.as_xlsx import listing_as_xlsx
from contributions.reconciling.listing.contents import ROWS_A_PAGE
from contributions.reconciling.outputs.words import Shown
from contributions.typesetting import TypstMissing
from tests.contributions.reconciling.payroll_sheets import FILE

ENGLISH = Shown()


def listed(shown: Shown = ENGLISH) -> Listing:
    return listing_of(read_file(FILE), shown, employer_name="CONTOH MAJU SDN. BHD.")


@pytest.fixture
def of_many(tmp_path: Path) -> Listing:
    """One page and a person more, each with the wage of the first of the sample file."""
    first = read(FILE)[0]
    file = tmp_path / "many.txt"
    write([replace(first, identity_number=f"9001011456{n:02}") for n in range(ROWS_A_PAGE + 1)], file)
    return listing_of(read_file(file), ENGLISH)


def words_of(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]


def cells_of(workbook: bytes, sheet: int) -> list[list[object]]:
    with CalamineWorkbook.from_filelike(io.BytesIO(workbook)) as book:
        return [[*row] for row in book.get_sheet_by_index(sheet).to_python()]


def test_the_first_part_is_of_socso_with_lindung_and_the_second_of_eis() -> None:
    socso, eis = listed().parts

    assert [heading.en for heading in socso.headings] == [
        "Wage (RM)", "Employer (RM)", "Employee (RM)", "LINDUNG 24 JAM (RM)", "Total (RM)",
    ]  # fmt: skip
    assert socso.sums == (2135000, 33595, 8725, 14920, 57240)
    assert eis.sums == (1525000, 2790, 2790, 5580)


def test_who_is_not_under_eis_is_not_in_its_part() -> None:
    socso, eis = listed().parts

    assert (socso.heads, eis.heads) == (6, 3)
    assert [row.number for row in eis.pages[0].rows] == [1, 2, 3]


def test_a_month_before_lindung_has_no_column_for_it(tmp_path: Path) -> None:
    file = tmp_path / "without.txt"
    write([replace(record, lindung=0) for record in read(FILE)], file)

    socso = listing_of(read_file(file), ENGLISH).parts[0]

    assert "LINDUNG" not in socso.title.en
    assert len(socso.headings) == len(socso.pages[0].rows[0].amounts) == 4


def test_somebody_on_two_lines_is_listed_once(tmp_path: Path) -> None:
    file = tmp_path / "twice.txt"
    write([*read(FILE), read(FILE)[0]], file)

    socso = listing_of(read_file(file), ENGLISH).parts[0]

    assert socso.heads == 6
    assert socso.pages[0].rows[0].amounts[0] == 2 * 325000


def test_each_page_has_its_sums_and_the_last_one_those_of_all(of_many: Listing) -> None:
    first, second, *_ = words_of(listing_as_pdf(of_many, language="en"))

    assert "Total of page 1 of 2, 20 employees 65,000.00" in first
    assert "Grand total" not in first
    assert "Total of page 2 of 2, 1 employee 3,250.00" in second
    assert "Grand total, 21 employees 68,250.00" in second


def test_the_pdf_is_tagged_and_lies_across() -> None:
    pdf = PdfReader(io.BytesIO(listing_as_pdf(listed(), language="ms")))

    assert pdf.metadata is not None
    assert pdf.metadata.title == "Senarai caruman B3200000123X Oktober 2026"
    assert str(pdf.root_object["/Lang"]) == "ms"
    assert pdf.pages[0].mediabox.width > pdf.pages[0].mediabox.height


@pytest.mark.parametrize(
    ("language", "says"),
    [
        pytest.param("en", "not a form of PERKESO", id="English"),
        pytest.param("ms", "bukan borang PERKESO", id="Malay"),
    ],
)
def test_every_page_says_that_it_is_no_form_of_perkeso(language: Language, says: str) -> None:
    pages = words_of(listing_as_pdf(listed(), language=language))

    assert [says in page for page in pages] == [True, True]


def test_a_part_without_anybody_says_so(tmp_path: Path) -> None:
    file = tmp_path / "foreign.txt"
    write([read(FILE)[5]], file)

    pages = words_of(listing_as_pdf(listing_of(read_file(file), ENGLISH), language="en"))

    assert "Nobody in this month." in pages[1]


def test_names_of_150_letters_stay_on_their_page(tmp_path: Path) -> None:
    first = read(FILE)[0]
    file = tmp_path / "long.txt"
    people = [
        replace(first, identity_number=f"9001011456{n:02}", name=f"{letter * 150}")
        for n, letter in enumerate("WMABCDEFGHIJKLNOPQRS")
    ]
    write(people, file)

    assert len(words_of(listing_as_pdf(listing_of(read_file(file), ENGLISH), language="en"))) == 2


def test_masked_listings_name_nobody() -> None:
    masked = listed(Shown(mask=True))

    for text in (
        "".join(words_of(listing_as_pdf(masked, language="en"))),
        str(cells_of(listing_as_xlsx(masked, language="en"), 0)),
    ):
        assert "A***** B**** Y****" in text
        assert "AMINAH" not in text
        assert "900101145678" not in text


def test_the_workbook_keeps_identity_numbers_as_text_and_amounts_as_numbers() -> None:
    rows = cells_of(listing_as_xlsx(listed(), language="en"), 0)

    assert rows[5][1:4] == ["900101145678", "AMINAH BINTI YUSOF", 3250.0]
    assert rows[9][1] == "090228140124"
    assert rows[-1][0] == "Grand total, 6 employees"
    assert rows[-1][3:] == [21350.0, 335.95, 87.25, 149.20, 572.40]


def test_the_workbook_has_the_sums_of_each_page(of_many: Listing) -> None:
    rows = cells_of(listing_as_xlsx(of_many, language="ms"), 1)
    sums = [row for row in rows if str(row[0]).startswith("Jumlah")]

    assert [row[0] for row in sums] == [
        "Jumlah halaman 1 daripada 2", "Jumlah halaman 2 daripada 2", "Jumlah besar, 21 pekerja",
    ]  # fmt: skip
    assert [row[3] for row in sums] == [65000.0, 3250.0, 68250.0]


def test_the_same_listing_gives_the_same_bytes() -> None:
    assert listing_as_pdf(listed(), language="en") == listing_as_pdf(listed(), language="en")
    assert listing_as_xlsx(listed(), language="en") == listing_as_xlsx(listed(), language="en")


def test_without_typst_a_pdf_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)

    with pytest.raises(TypstMissing) as refused:
        listing_as_pdf(listed(), language="en")

    assert refused.value.mend == 'python -m pip install "/path/to/the/clone[pdf]"'
