"""The report's two files, and the parts that they are made of."""

import contextlib
import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import html5lib
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from harness.report import (
    Case,
    Outcome,
    RunFacts,
    Step,
    StepRecorder,
    clear_parts,
    read_cases,
    write_case,
    write_report,
)
from harness.report.cause import cause_of, message_of

Make = Callable[..., Case]
AGENT = "Mozilla/5.0 Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0"


@pytest.fixture
def cases(case: Make) -> list[Case]:
    failed = {"outcome": Outcome.FAILED, "message": "WrongPage: expected Receipt", "details": "a\nb <script>"}
    steps = (Step("Log in", 0.5, passed=True, picture="one.jpg"), Step("Pay", 2.0, passed=False))
    return [
        case("chrome", "pay", steps=steps),
        case("edge", "pay", user_agents=(AGENT,), steps=steps[:1], **failed),
        case("firefox", "log_in"),
        case("edge", "log_in", **failed),
    ]


@pytest.fixture
def page(tmp_path: Path, cases: list[Case], facts: RunFacts) -> str:
    clear_parts(tmp_path)
    (tmp_path / "parts" / "one.jpg").write_bytes(b"not really a picture")
    return write_report(tmp_path, cases, facts).read_text(encoding="utf-8")


def test_the_page_is_well_formed(page: str) -> None:
    html5lib.HTMLParser(strict=True).parse(page)


def test_the_page_needs_no_other_file(page: str) -> None:
    assert re.findall(r'(?:src|href)="(?!data:|#)', page) == []
    assert "data:image/jpeg;base64," in page


def test_the_first_screen_answers_whether_to_ship(page: str) -> None:
    assert "<h1>2 of 2 tests failed</h1>" in page
    assert "Edge: not tested (stand-in failed)" in page


def test_a_stand_in_that_passed_looks_unlike_the_browser_itself(
    tmp_path: Path, case: Make, facts: RunFacts
) -> None:
    clear_parts(tmp_path)

    page = write_report(tmp_path, [case("edge"), case("firefox")], facts).read_text(encoding="utf-8")

    assert '<a class="badge note" href="#test-1">stand-in passed</a>' in page
    assert '<a class="badge good" href="#test-1">passed</a>' in page


def test_failures_are_grouped_by_cause(page: str) -> None:
    assert page.count("<h3>WrongPage: expected Receipt</h3>") == 1


def test_each_row_shows_what_ran_and_what_the_server_saw(page: str) -> None:
    assert "Chromium 156 as Edge (stand-in): failed in 1.2 s" in page
    assert AGENT in page


def test_what_a_test_said_is_text_and_not_markup(page: str) -> None:
    assert "a\nb &lt;script&gt;" in page


def test_junit_names_a_suite_by_what_really_ran(tmp_path: Path, page: str) -> None:
    root = ET.parse(tmp_path / "junit.xml").getroot()  # noqa: S314 - written by this test

    assert [
        (suite.get("name"), suite.get("tests"), suite.get("failures")) for suite in root.iter("testsuite")
    ] == [
        ("Google Chrome 157.0.1.2", "1", "0"),
        ("Firefox ESR 153.7.0", "1", "0"),
        ("Edge: not tested (stand-in failed)", "2", "2"),
    ]
    assert AGENT in [entry.get("value") for entry in root.iter("property")]


def test_parts_come_back_as_they_were_written(tmp_path: Path, cases: list[Case]) -> None:
    for each in cases:
        write_case(tmp_path, each)

    assert read_cases(tmp_path) == tuple(sorted(cases, key=lambda each: (each.test, each.target.name)))


def test_an_earlier_run_is_forgotten(tmp_path: Path, case: Make) -> None:
    write_case(tmp_path, case("edge"))

    clear_parts(tmp_path)

    assert read_cases(tmp_path) == ()


def test_what_others_keep_beside_the_parts_stays_theirs(tmp_path: Path, case: Make) -> None:
    write_case(tmp_path, case("edge"))
    others = [tmp_path / "parts" / name for name in ("photo.jpg", "data.json", "deep/0.json")]
    for path in others:
        path.parent.mkdir(exist_ok=True)
        path.write_text("mine", encoding="utf-8")

    clear_parts(tmp_path)

    assert sorted(path for path in (tmp_path / "parts").rglob("*") if path.is_file()) == sorted(others)
    assert read_cases(tmp_path) == ()


def test_a_step_that_fails_is_kept_and_the_failure_goes_on() -> None:
    step = StepRecorder(lambda: None)

    with pytest.raises(ZeroDivisionError), step("Divide"):
        _ = 1 / 0

    assert [(kept.title, kept.passed, kept.picture) for kept in step.steps] == [("Divide", False, None)]


def test_steps_are_in_the_order_of_their_beginning_and_say_what_they_are_part_of() -> None:
    step = StepRecorder(lambda: None)

    with contextlib.suppress(ZeroDivisionError), step("Pay"):
        with step("Choose a bank"):
            pass
        with step("Approve"), step("Log in"):
            _ = 1 / 0
    with step("Read the receipt"):
        pass

    assert [(kept.title, kept.word) for kept in step.steps] == [
        ("Pay", "failed"),
        ("Pay / Choose a bank", "passed"),
        ("Pay / Approve", "failed"),
        ("Pay / Approve / Log in", "failed"),
        ("Read the receipt", "passed"),
    ]


def test_a_step_that_was_interrupted_did_not_fail_and_is_not_pictured(tmp_path: Path) -> None:
    def gone() -> None:
        raise AssertionError("nobody is left to take a picture")

    step = StepRecorder(gone, report=tmp_path)

    with pytest.raises(KeyboardInterrupt), step("Wait"):
        raise KeyboardInterrupt

    assert [(kept.word, kept.picture) for kept in step.steps] == [("stopped", None)]


def test_a_run_that_was_stopped_says_so_and_shows_what_ran(
    tmp_path: Path, case: Make, facts: RunFacts
) -> None:
    steps = (Step("Log in", 0.5, passed=True), Step("Pay", 0.1, passed=False, stopped=True))
    stopped = case("edge", outcome=Outcome.STOPPED, steps=steps)

    page = write_report(tmp_path, [case("chrome"), stopped], facts).read_text(encoding="utf-8")

    assert "<h1>Stopped before the end</h1>" in page
    assert '<section class="verdict bad">' in page
    assert "The run was stopped; 1 of 1 test passes on Chrome" in page
    assert '<a class="badge note" href="#test-1">stopped</a>' in page
    assert '<span class="badge plain">stopped</span>' in page
    assert "failed" not in page.partition("<main>")[2].partition("</main>")[0]


def test_a_run_that_ended_before_its_first_test_says_only_that(tmp_path: Path, facts: RunFacts) -> None:
    page = write_report(tmp_path, [], facts).read_text(encoding="utf-8")

    assert "<h1>Nothing was tested</h1>" in page
    assert '<p class="lead">' not in page


def test_a_case_says_whether_scripts_ran(tmp_path: Path, case: Make, facts: RunFacts) -> None:
    page = write_report(tmp_path, [case("chrome", javascript="off")], facts).read_text(encoding="utf-8")

    assert "JavaScript off" in page
    root = ET.parse(tmp_path / "junit.xml").getroot()  # noqa: S314 - written by this test
    assert root.find(".//testcase/properties/property[@name='javascript']").attrib["value"] == "off"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "message",
    [
        pytest.param("no such page at http://w17.localhost:40123/receipt/8", id="one world"),
        pytest.param("no such page at http://w2.localhost:8000/receipt/91\nmore", id="another world"),
    ],
)
def test_the_same_fault_has_the_same_cause_in_every_world(message: str) -> None:
    assert cause_of(message_of("WrongPage", message)) == "WrongPage: no such page at the portal/receipt/#"


@pytest.mark.slow
@pytest.mark.only_target("chrome")  # the other engine ignores the colour scheme that is asked for
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_is_accessible_at_phone_width(
    tmp_path: Path, page: str, browser: Browser, scheme: str
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, color_scheme=scheme)  # type: ignore[arg-type]
    shown = context.new_page()
    shown.goto((tmp_path / "report.html").as_uri())

    found = Axe().run(shown).response["violations"]
    too_wide = shown.evaluate("document.documentElement.scrollWidth > innerWidth")
    context.close()

    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found] == []
    assert not too_wide
