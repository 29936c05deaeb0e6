"""Files and folders that are dropped on the page of `assist check --serve`, wherever they fall."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from harness.pages.checker import Checker
from harness.profile import load_profile
from tests.check_page.asking import BAD, GOOD, Caller, serving
from tests.e2e.checking import opened, payload

pytestmark = pytest.mark.with_javascript


@pytest.fixture(scope="module")
def served() -> Iterator[Caller]:
    with serving() as caller:
        yield caller


@pytest.fixture
def checker(page: Page, served: Caller) -> Checker:
    return opened(page, served)


@pytest.mark.browser_matters
def test_a_file_dropped_beside_the_box_is_checked_and_never_opened_by_the_browser(checker: Checker) -> None:
    address = checker.page.url
    checker.drop(payload("first.txt", GOOD))

    checker.drop_beside(payload("second.txt", BAD))

    expect(checker.page.get_by_role("heading", level=2)).to_have_text("second.txt Invalid")
    expect(checker.drop_sign).to_be_hidden()
    assert checker.page.url == address


@pytest.mark.only_target("chrome")  # files are dropped as by a hand, by a protocol which Firefox has not
def test_a_file_that_a_hand_drops_at_the_foot_of_the_page_is_checked(
    checker: Checker, tmp_path: Path
) -> None:
    file = tmp_path / "october.txt"
    file.write_bytes(GOOD)

    checker.drop_from_disk(file, on=checker.page.get_by_role("contentinfo"))

    expect(checker.page.get_by_role("heading", level=2)).to_have_text("october.txt Valid")


@pytest.mark.browser_matters
def test_while_files_are_held_over_the_page_it_says_that_they_may_fall_anywhere(checker: Checker) -> None:
    checker.hold()
    expect(checker.drop_sign).to_have_text("Drop them anywhere on this page")

    checker.drag_away()

    expect(checker.drop_sign).to_be_hidden()


def test_words_that_are_dragged_are_left_to_the_browser(checker: Checker) -> None:
    assert checker.drag_text()
    expect(checker.drop_sign).to_be_hidden()


def test_a_file_dropped_after_the_language_changed_is_checked_once(checker: Checker) -> None:
    checker.give(payload("bad.txt", BAD))
    checker.page.get_by_role("link", name="Bahasa Melayu").click()
    expect(checker.page.get_by_role("heading", level=2)).to_have_text("bad.txt Tidak sah")
    asked: list[str] = []
    checker.page.on("request", lambda request: asked.append(request.method))

    Checker(checker.page, load_profile("mock", language="ms").words.check_file).drop_beside(
        payload("good.txt", GOOD)
    )

    expect(checker.page.get_by_role("heading", level=2)).to_have_text("good.txt Sah")
    assert asked.count("POST") == 1


@pytest.mark.only_target("chrome")  # a folder is dropped by its protocol, which Firefox has not
def test_of_a_dropped_folder_the_text_files_are_checked(checker: Checker, tmp_path: Path) -> None:
    inner = tmp_path / "exports" / "branch"
    inner.mkdir(parents=True)
    (inner.parent / "october.txt").write_bytes(GOOD)
    (inner / "NOVEMBER.TXT").write_bytes(BAD)
    (inner / "payroll.xlsx").write_bytes(b"PK")

    checker.drop_from_disk(inner.parent)

    expect(checker.status).to_contain_text("2 files checked: 1 valid, 1 invalid, 0 could not be told.")
    expect(checker.files.get_by_role("option")).to_have_count(2)
