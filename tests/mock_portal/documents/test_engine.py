import io
from dataclasses import dataclass

import pytest
import typst
from pypdf import PageObject, PdfReader
from pypdf.generic import BooleanObject, DictionaryObject

from contributions import T
from contributions.typesetting import fonts
from mock_portal.documents import DocumentNotMade, engine, render


@dataclass(frozen=True)
class Fact:
    label: T
    value: str


@dataclass(frozen=True)
class Sheet:
    title: T
    number: str
    facts: tuple[Fact, ...]
    bars: str = "110100"
    head: tuple[T, ...] = (T("Item", "Perkara"), T("Amount", "Jumlah"))
    rows: tuple[Fact, ...] = (Fact(T("SOCSO", "PERKESO"), "RM 1.00"),)
    total_label: T = T("Sum", "Jumlah")  # noqa: RUF009 - a frozen value
    total: str = "RM 1.00"
    month_title: str = ""
    month_head: tuple[str, ...] = ()
    month_rows: tuple[tuple[str, ...], ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Document:
    title: str
    sheets: tuple[Sheet, ...]


def document(name: str) -> Document:
    return Document("ACR1", (Sheet(T("Record", "Rekod"), "ACR1", (Fact(T("Name", "Nama"), name),)),))


def reader(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf))


def test_a_document_is_tagged_has_a_title_and_says_its_language() -> None:
    made = reader(render("record", document("AMINAH"), language="ms"))
    marks = made.root_object["/MarkInfo"].get_object()

    assert isinstance(marks, DictionaryObject)
    assert marks["/Marked"] == BooleanObject(value=True)
    assert str(made.root_object["/Lang"]) == "ms"
    assert made.metadata is not None
    assert made.metadata.title == "ACR1"


def test_text_can_be_selected_in_the_language_asked_for() -> None:
    english, malay = (
        reader(render("record", document("AMINAH"), language=language)).pages[0].extract_text()
        for language in ("en", "ms")
    )

    assert ("Name\nAMINAH" in english, "Nama\nAMINAH" in malay) == (True, True)


def test_a_page_is_a4() -> None:
    box = reader(render("record", document("AMINAH"), language="en")).pages[0].mediabox

    assert (round(float(box.width)), round(float(box.height))) == (595, 842)


@pytest.mark.parametrize(
    ("name", "script"),
    [
        pytest.param("陈伟明", fonts.CHINESE, id="Chinese"),
        pytest.param("கவிதா", fonts.TAMIL, id="Tamil"),
    ],
)
def test_names_in_other_scripts_are_set_in_a_font_that_has_them(name: str, script: tuple[str, ...]) -> None:
    there = set(fonts.installed().families())
    chosen = next((family for family in script if family in there), None)
    pdf = render("record", document(name), language="en")

    embedded = " ".join(font for page in reader(pdf).pages for font in _fonts(page))

    # A machine without such a font prints the rest of the document all the same.
    assert chosen is None or chosen.replace(" ", "").lower() in embedded.replace("-", "").lower()


def _fonts(page: PageObject) -> list[str]:
    resources = page["/Resources"].get_object()
    assert isinstance(resources, DictionaryObject)
    fonts_used = resources["/Font"].get_object()
    assert isinstance(fonts_used, DictionaryObject)
    return [str(font.get_object()["/BaseFont"]) for font in fonts_used.values()]


def test_without_any_font_installed_the_one_inside_typst_is_enough() -> None:
    alone = typst.Fonts(include_system_fonts=False)

    pdf = render("record", document("AMINAH BINTI YUSOF"), language="en", using=alone)

    assert "AMINAH BINTI YUSOF" in reader(pdf).pages[0].extract_text()


def test_a_warning_of_the_typesetter_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "LATIN", ("No Such Font",))
    monkeypatch.setattr(fonts, "families", lambda _: ("No Such Font",))

    with pytest.raises(DocumentNotMade) as refused:
        render("record", document("AMINAH"), language="en")

    assert "no such font" in str(refused.value)


def test_a_template_that_lacks_its_data_is_an_error() -> None:
    with pytest.raises(DocumentNotMade):
        render("record", Fact(T("a", "b"), "c"), language="en")


def test_the_same_document_is_the_same_bytes() -> None:
    first, second = (render("record", document("AMINAH"), language="en") for _ in range(2))

    assert first == second


@pytest.mark.parametrize("template", sorted(path.stem for path in engine.TEMPLATES.glob("*.typ")))
def test_no_template_asks_for_a_font_by_name(template: str) -> None:
    text = (engine.TEMPLATES / f"{template}.typ").read_text(encoding="utf-8")

    assert 'font: "' not in text
