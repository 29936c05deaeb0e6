"""The page of `assist check --serve`: files dropped, findings at their lines, mended, in both languages."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import FilePayload, Page, expect

from assist_data import data_path
from harness.pages.checker import Checker, ShownPlace
from tests.check_page.asking import BAD, GOOD, TRIMMED, Caller, serving
from tests.e2e.checking import opened, payload
from tests.e2e.keyboard import Keyboard

# Without scripts a form sends the file (test_check_file); this is what scripts add.
pytestmark = pytest.mark.with_javascript

LIMIT = 40_000_000
MANY = 100_000
LINE = GOOD.split(b"\r\n")[0] + b"\r\n"
EIS_EMPLOYEE = slice(232, 238)
LINES = GOOD.splitlines(keepends=True)
OTHER_MONTH = b"".join([*LINES[:2], LINES[2].replace(b"102026", b"112026"), *LINES[3:]])
WARNED = data_path("files", "warning-same-name-2026-10.txt").read_bytes()


@pytest.fixture(scope="module")
def served() -> Iterator[Caller]:
    with serving(limit=LIMIT) as caller:
        yield caller


@pytest.fixture
def checker(page: Page, served: Caller) -> Checker:
    return opened(page, served)


def spoilt(lines: list[bytes], *numbers: int) -> bytes:
    for number in numbers:
        line = lines[number - 1]
        lines[number - 1] = line[: EIS_EMPLOYEE.start] + b"  9990" + line[EIS_EMPLOYEE.stop :]
    return b"".join(lines)


@pytest.mark.browser_matters
def test_what_a_dropped_file_says_is_text_and_never_markup(checker: Checker) -> None:
    hostile = LINE[
        :44
    ] + b"<script>document.title='taken'</script><img src=x onerror=document.title=1>".ljust(150)
    content = hostile + LINE[194:] + b"\0" * 40 + b"<b>\r\n" + LINE

    checker.drop(payload("<img src=x onerror=alert(1)>.txt", content))

    expect(checker.page.get_by_role("heading", level=2)).to_contain_text("<img src=x onerror=alert(1)>.txt")
    expect(checker.lines.get_by_role("row")).to_have_count(4)
    expect(checker.lines).to_contain_text("<script>document.title")
    assert checker.page.locator("main script, main img").count() == 0
    assert checker.page.title() == "Check contribution files"


def test_a_click_goes_to_the_line_and_its_columns(checker: Checker) -> None:
    lines = [LINE] * 500

    checker.give(payload("long.txt", spoilt(lines, 400)))
    checker.choose(checker.findings, "AM11")

    assert checker.place() == ShownPlace(line=400, content="  9990")
    expect(checker.lines.locator("mark")).to_be_in_viewport()
    assert "EIS ee" in checker.ruler()


@pytest.mark.browser_matters
@pytest.mark.parametrize(
    ("code", "content", "marked", "width"),
    [
        pytest.param("AM11", BAD, "1210", 1280, id="amount on a desk"),
        pytest.param("AM11", BAD, "1210", 390, id="amount on a phone"),
        pytest.param("MO08", OTHER_MONTH, "112026", 1280, id="month on a desk"),
        pytest.param("MO08", OTHER_MONTH, "112026", 390, id="month on a phone"),
    ],
)
def test_whose_line_it_is_stays_in_sight_beside_what_is_wrong(
    code: str, content: bytes, marked: str, width: int, checker: Checker
) -> None:
    checker.page.set_viewport_size({"width": width, "height": 900})
    checker.give(payload("bad.txt", content))

    checker.choose(checker.findings, code)

    who = {"3", "791123086211", *(["SURESH A/L RAMASAMY"] if width > 400 else [])}
    assert {*who, marked} <= set(checker.in_sight())


def test_columns_before_the_name_are_gone_back_to(checker: Checker) -> None:
    checker.give(payload("two.txt", spoilt([LINE, LINE.replace(b"B3200000123X", b"B3200000123 ")], 1)))
    checker.choose(checker.findings, "AM11")
    checker.place()

    checker.choose(checker.findings, "FL11")

    assert checker.place().line == 2
    assert checker.in_sight()[1].startswith("B3200000123")


@pytest.mark.parametrize(
    ("code", "content", "marked", "width"),
    [
        pytest.param("ID09", GOOD + LINE, "900101145678", 1280, id="identity number on a desk"),
        pytest.param("ID09", GOOD + LINE, "900101145678", 390, id="identity number on a phone"),
        pytest.param("ID12", GOOD.replace(b"MING", b"M1NG"), "TAN WEI M1NG", 1280, id="name on a desk"),
        pytest.param("FL11", GOOD.replace(b"23X", b"23 ", 1), "B3200000123", 1280, id="employer on a desk"),
        pytest.param("FL11", GOOD.replace(b"23X", b"23 ", 1), "B3200000123", 390, id="employer on a phone"),
    ],
)
def test_what_is_marked_is_in_sight_wherever_on_the_line_it_stands(
    code: str, content: bytes, marked: str, width: int, checker: Checker
) -> None:
    checker.page.set_viewport_size({"width": width, "height": 900})
    checker.give(payload("bad.txt", content))

    checker.choose(checker.findings, code)

    assert marked in checker.in_sight()


def test_of_many_files_a_part_of_the_next_row_says_that_there_are_more(checker: Checker) -> None:
    checker.give(*fifty())

    seen = checker.files.evaluate("box => box.clientHeight / box.querySelector('[role=option]').offsetHeight")

    assert 0.25 < seen % 1 < 0.75


def test_findings_are_filtered_by_severity_code_and_text(checker: Checker) -> None:
    checker.give(payload("bad.txt", spoilt(WARNED.splitlines(keepends=True), 2)))
    rows = checker.findings.get_by_role("option")
    everything = rows.count()

    checker.severity.select_option(label="Error")
    errors = rows.all_inner_texts()
    checker.severity.select_option(index=0)
    checker.search.fill("am11")

    expect(rows).to_have_count(1)
    assert 0 < len(errors) < everything
    assert all("Error" in row for row in errors)
    checker.search.fill("nothing has these words")
    expect(checker.findings).to_be_hidden()


@pytest.mark.browser_matters
def test_what_is_safe_is_mended_downloaded_and_checked_again(checker: Checker, tmp_path: Path) -> None:
    checker.give(payload("october.txt", TRIMMED))

    saved = checker.mend(tmp_path)

    assert (saved.name, saved.read_bytes()) == ("october.fixed.txt", GOOD)
    expect(checker.page.get_by_role("heading", level=2)).to_have_text("october.fixed.txt Valid")
    expect(checker.status).to_contain_text("padding (6)")
    expect(checker.page.get_by_role("button", name=checker.words.mend)).to_have_count(0)


def test_fifty_files_are_checked_in_one_go(checker: Checker) -> None:
    files = [payload(f"file-{number:02}.txt", BAD if number % 2 else GOOD) for number in range(50)]

    checker.give(*files)

    expect(checker.status).to_have_text("50 files checked: 25 valid, 25 invalid, 0 could not be told.")
    assert checker.files.get_by_role("option").count() < 30
    assert checker.files.get_by_role("option").first.get_attribute("aria-setsize") == "50"


def fifty(bad: tuple[int, ...] = (49, 50)) -> list[FilePayload]:
    """Fifty files, some of them invalid and one valid with a warning."""
    contents = dict.fromkeys(range(1, 51), GOOD) | dict.fromkeys(bad, BAD) | {20: WARNED}
    return [payload(f"file-{number:02}.txt", content) for number, content in contents.items()]


def test_files_that_need_somebody_come_first_and_the_first_of_them_is_open(checker: Checker) -> None:
    checker.give(*fifty())

    rows = checker.files.get_by_role("option")
    assert [row.split("\n")[0] for row in rows.all_inner_texts()[:4]] == [
        "file-49.txt",
        "file-50.txt",
        "file-20.txt",
        "file-01.txt",
    ]
    expect(rows.first).to_have_attribute("aria-selected", "true")
    expect(checker.page.get_by_role("heading", level=2)).to_have_text("file-49.txt Invalid")


def test_files_are_filtered_by_their_verdict_with_keys_alone(checker: Checker) -> None:
    checker.give(*fifty())

    checker.page.get_by_role("radio", name="All (50)").focus()
    checker.page.keyboard.press("ArrowRight")

    rows = checker.files.get_by_role("option")
    expect(checker.page.get_by_role("radio", name="Invalid (2)")).to_be_checked()
    expect(rows).to_have_count(2)
    expect(checker.page.get_by_role("radio", name="Could not tell (0)")).to_be_disabled()
    checker.page.keyboard.press("ArrowRight")
    expect(checker.page.get_by_role("radio", name="Valid (48)")).to_be_checked()
    expect(checker.page.get_by_role("heading", level=2)).to_have_text("file-20.txt Valid")
    expect(rows.first).to_have_attribute("aria-setsize", "48")


def test_a_file_that_was_chosen_stays_open_when_all_are_checked_again(checker: Checker) -> None:
    checker.give(*fifty())
    checker.choose(checker.files, "file-20.txt")

    checker.day.fill("2026-11-11")
    checker.wait_until_checked()

    expect(checker.page.get_by_role("heading", level=2)).to_have_text("file-20.txt Valid")
    expect(checker.files.locator("[aria-selected=true]")).to_contain_text("file-20.txt")


def test_a_file_that_was_not_checked_is_found_by_a_filter_of_its_own(page: Page) -> None:
    with serving(limit=10_000) as small:
        checker = opened(page, small)
        checker.give(payload("large.txt", GOOD * 10), payload("good.txt", GOOD))

        page.get_by_role("radio", name="Not checked (1)").check()

        expect(checker.files.get_by_role("option")).to_have_count(1)
        expect(page.get_by_role("main")).to_contain_text("large.txt is larger than 0.01 MB.")


@pytest.mark.browser_matters
def test_of_a_hundred_thousand_lines_only_those_in_sight_exist(checker: Checker, tmp_path: Path) -> None:
    file = tmp_path / "large.txt"
    file.write_bytes(spoilt([LINE] * MANY, MANY))

    checker.give(file)
    expect(checker.lines).to_have_attribute("aria-rowcount", str(MANY + 1), timeout=60_000)
    checker.choose(checker.findings, "AM11")

    assert checker.place() == ShownPlace(line=MANY, content="  9990")
    assert checker.lines.get_by_role("row").count() < 60


def test_all_places_of_a_finding_are_gone_through(checker: Checker) -> None:
    numbers = range(1, 201)
    lines = [LINE[:32] + b"9001011%05d" % number + LINE[44:] for number in numbers]
    checker.give(payload("wrong.txt", spoilt(lines, *numbers)))
    checker.choose(checker.findings, "AM11")

    checker.page.get_by_role("button", name="Show all 200 places").click()
    expect(checker.places).to_be_focused()
    checker.places.press("End")

    assert checker.place() == ShownPlace(line=200, content="  9990")
    assert checker.places.get_by_role("option").count() < 30


def test_a_place_that_is_chosen_says_what_is_right_there_and_is_marked(checker: Checker) -> None:
    lines = [LINE[:32] + b"9001011%05d" % number + LINE[44:] for number in range(1, 6)]
    content = b"".join(
        line[: EIS_EMPLOYEE.start] + b"%6d" % (9000 + number) + line[EIS_EMPLOYEE.stop :]
        for number, line in enumerate(lines)
    )
    checker.give(payload("wrong.txt", content))
    checker.choose(checker.findings, "AM11")

    checker.choose(checker.places, "line 4")

    told = checker.page.get_by_role("definition")
    assert checker.place() == ShownPlace(line=4, content="  9003")
    assert told.nth(0).inner_text() == "4"
    assert told.nth(1).inner_text() == "900101100004"
    assert told.nth(2).inner_text() == "RM 90.03"
    expect(told.filter(has_text="and 233-238 of line 4.")).to_have_count(1)
    expect(checker.page.get_by_role("main")).to_contain_text("Employer and employee pay the same")
    expect(checker.places.locator("[aria-current=true]")).to_have_text("line 4, columns 233-238  RM 90.03")


def test_the_chosen_place_stays_when_all_are_shown(checker: Checker) -> None:
    numbers = range(1, 31)
    checker.give(payload("wrong.txt", spoilt([LINE] * 30, *numbers)))
    checker.choose(checker.findings, "AM11")
    checker.choose(checker.places, "line 3,")

    checker.page.get_by_role("button", name="Show all 30 places").click()

    expect(checker.places).to_be_focused()
    expect(checker.places.locator("[aria-current=true]")).to_contain_text("line 3,")


def test_every_finding_is_printed_and_not_only_those_in_sight(checker: Checker) -> None:
    checker.give(payload("bad.txt", BAD), payload("warned.txt", WARNED))

    checker.page.evaluate("dispatchEvent(new Event('beforeprint'))")

    sheet = checker.page.locator(".print-sheet")  # it is for paper: nobody sees it on the screen
    expect(sheet).to_be_hidden()
    expect(sheet).to_contain_text("Error AM11, line 3, columns 233-238: EIS shares differ")
    expect(sheet).to_contain_text("warned.txt: Valid")


def test_the_language_changes_and_the_files_stay(checker: Checker) -> None:
    checker.give(payload("bad.txt", BAD))

    checker.page.get_by_role("link", name="Bahasa Melayu").click()

    expect(checker.page.get_by_role("heading", level=1)).to_have_text("Semak fail caruman")
    expect(checker.page.get_by_role("heading", level=2)).to_have_text("bad.txt Tidak sah")
    expect(checker.page.get_by_role("listbox", name="Dapatan")).to_contain_text("Ralat AM11")


def test_it_is_used_by_keys_alone(checker: Checker, tmp_path: Path) -> None:
    file = tmp_path / "keys.txt"
    file.write_bytes(spoilt([LINE] * 100, 60) + LINE[:100] + b"\r\n")
    keyboard = Keyboard(checker.page)
    checker.wait_for_scripts()

    keyboard.attach(checker.chooser, file)
    checker.wait_until_checked()
    keyboard.write(checker.search, "AM11")
    keyboard.go_to(checker.findings)
    checker.page.keyboard.press("ArrowDown")
    checker.page.keyboard.press("Enter")

    expect(checker.lines).to_be_focused()
    assert checker.place().line == 60


@pytest.mark.parametrize("spoken", ["en", "ms"])
def test_it_is_accessible_before_and_after(page: Page, served: Caller, spoken: str) -> None:
    checker = opened(page, served, spoken)
    checker.wait_for_scripts()
    before = _violations(page)
    checker.give(payload("bad.txt", BAD), payload("good.txt", GOOD))
    checker.choose(checker.findings, "AM11")
    checker.place()

    after = _violations(page)
    page.set_viewport_size({"width": 360, "height": 740})

    assert (before, after) == ([], [])
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_workbook_shows_the_way_to_a_contribution_file_and_no_rubbish(checker: Checker) -> None:
    checker.give(payload("payroll.xlsx", b"PK\x03\x04\n\x80\x81\n" * 50))

    expect(checker.page.get_by_role("heading", level=2)).to_have_text("payroll.xlsx Invalid")
    expect(checker.page.get_by_role("main")).to_contain_text("assist convert FILE makes a contribution file")
    expect(checker.lines.get_by_role("row")).to_have_count(2)  # the heading, and what is said
    expect(checker.lines).to_contain_text("The file is not text: it has no lines to show.")


def test_a_file_that_is_too_large_is_refused_in_words(page: Page, tmp_path: Path) -> None:
    with serving(limit=1_000) as small:
        checker = opened(page, small)

        checker.give(payload("large.txt", GOOD))

        expect(page.get_by_role("main")).to_contain_text("large.txt is larger than 0.001 MB.")


def test_a_page_whose_program_has_ended_says_so(checker: Checker) -> None:
    checker.wait_for_scripts()
    checker.page.route("**/check?*", lambda route: route.abort())

    checker.give(payload("good.txt", GOOD))

    expect(checker.page.get_by_role("main")).to_contain_text("No answer came.")


def _violations(page: Page) -> list[str]:
    found = page.evaluate(f"{Axe().axe_script}\naxe.run().then((results) => results.violations)")
    return [f"{each['id']}: {json.dumps([node['html'][:120] for node in each['nodes']])}" for each in found]
