"""The page about the layouts is made from the layout table, and its examples are records of them."""

from pathlib import Path

import pytest

from contributions import C1, C2, E1, S1, check, write
from contributions.checks.examples import SAMPLE
from contributions.checks.registry import all_checks
from contributions.layout_page.page import PAGE, example_of, layouts_page, main, ruler_over
from contributions.layout_page.rules import FIELDS, FILE, KNOWN_BY
from contributions.layouts import D1, LAYOUTS, Layout
from contributions.source_marks import MARKS

WITH_COLUMNS = [pytest.param(layout, id=layout.name) for layout in (C2, C1, S1, E1, D1)]


def test_the_page_is_current(tmp_path: Path) -> None:
    assert main([str(tmp_path / "layouts.md")]) == 0

    written = (tmp_path / "layouts.md").read_text(encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == written, "run: python -m contributions.layout_page.page"


def test_every_layout_and_every_field_of_the_current_one_is_on_it_in_both_languages() -> None:
    page = layouts_page()

    assert [name for name in LAYOUTS if f"## {name}: " not in page] == []
    for field in C2:
        columns = f"{field.start}-{field.end} | {field.length}"
        assert f"| {columns} | {field.title.en} | {field.title.ms} |" in page
        assert f"| {columns} | {field.title.ms} | {field.title.en} |" in page


def test_the_example_of_the_current_layout_is_what_the_writer_writes_and_the_checker_takes() -> None:
    line = example_of(C2).encode()

    assert line + b"\r\n" == write([SAMPLE])


@pytest.mark.parametrize("layout", WITH_COLUMNS)
def test_each_example_is_recognised_as_its_layout(layout: Layout) -> None:
    assert check(example_of(layout).encode() + b"\r\n").layout == layout.name


@pytest.mark.parametrize("layout", WITH_COLUMNS)
def test_the_ruler_names_the_first_column_of_each_field_above_it(layout: Layout) -> None:
    firsts, tens = ruler_over(layout)

    assert all(firsts[field.start - 1 :].startswith(str(field.start)) for field in layout)
    assert len(tens) == layout.width
    assert tens[9] == "1"


def test_every_mark_on_the_page_is_a_known_one() -> None:
    marks = {*KNOWN_BY.values(), *(rule.mark for rule in FIELDS.values()), *(rule.mark for rule in FILE)}

    assert marks <= set(MARKS)


def test_checks_are_a_click_away() -> None:
    assert "(checks/README.md)" in layouts_page()
    assert "FL07" in {each.code for each in all_checks()}
