"""What the plugin's report says of a test that was skipped, expected to fail, or stopped in some phase."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

pytest_plugins = ["pytester"]
pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("one_portal")]  # each starts a run of its own

REPORTED = "-q", "-p", "no:cacheprovider", "--assist-report", "out"
STAND_IN = "--assist-target", "edge", "--junit-xml", "pytest.xml"


def page_of(pytester: pytest.Pytester) -> str:
    """The report as it was written."""
    return Path(pytester.path / "out" / "report.html").read_text(encoding="utf-8")


def cases_of(pytester: pytest.Pytester) -> dict[str, ET.Element]:
    """The cases in JUnit, by name."""
    root = ET.parse(pytester.path / "out" / "junit.xml").getroot()  # noqa: S314 - written by this test
    return {case.attrib["name"].partition("::")[2]: case for case in root.iter("testcase")}


def test_why_a_test_was_skipped_or_expected_to_fail_can_be_read(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("""
        import pytest

        @pytest.fixture
        def printer(): pytest.skip("no printer")
        def test_fixture(printer): pass
        def test_inside(): pytest.skip("not today")
        @pytest.mark.skip(reason="by marker")
        def test_marker(): pass
        @pytest.mark.skipif(True, reason="by condition")
        def test_condition(): pass
        @pytest.mark.xfail(reason="known: 17")
        def test_known(): assert 1 == 2
        @pytest.mark.xfail(reason="known: 18", run=False)
        def test_not_begun(): assert 1 == 2
        def test_given_up(): pytest.xfail("known: 19")
        @pytest.mark.xfail(reason="")
        def test_no_reason(): assert 1 == 2
    """)

    pytester.runpytest_subprocess(*REPORTED)

    reasons = {
        "test_fixture": "no printer",
        "test_inside": "not today",
        "test_marker": "by marker",
        "test_condition": "by condition",
        "test_known": "expected to fail: known: 17",
        "test_not_begun": "expected to fail: known: 18",
        "test_given_up": "expected to fail: known: 19",
        "test_no_reason": "expected to fail",
    }
    assert {
        name: why.attrib["message"]
        for name, case in cases_of(pytester).items()
        for why in case.iter("skipped")
    } == reasons
    page = page_of(pytester)
    assert [reason for reason in reasons.values() if f"Reason: {reason}</p>" not in page] == []


def test_a_test_that_passed_though_it_was_expected_to_fail_says_so(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("""
        import pytest

        @pytest.mark.xfail(reason="known: 17", strict=True)
        def test_strict(): pass
        @pytest.mark.xfail(reason="known: 18", strict=False)
        def test_soft(): pass
    """)

    pytester.runpytest_subprocess(*REPORTED)

    page = page_of(pytester)
    assert "<h3>passed though it was expected to fail: known: 17</h3>" in page
    assert "Passed though it was expected to fail: known: 18.</p>" in page
    assert "XPASS" not in page
    failure = cases_of(pytester)["test_strict"].find("failure")
    assert failure is not None
    assert failure.attrib["message"] == "passed though it was expected to fail: known: 17"


def test_a_test_that_had_ended_when_the_run_was_stopped_stays_as_it_was(pytester: pytest.Pytester) -> None:
    pytester.makeconftest("def pytest_runtest_logfinish(): raise KeyboardInterrupt")
    pytester.makepyfile("def test_a(browser_name): pass\ndef test_b(browser_name): pass")

    said = pytester.runpytest_subprocess(*REPORTED, *STAND_IN).stdout.str()

    assert {name: [child.tag for child in case] for name, case in cases_of(pytester).items()} == {
        "test_a": [],
        "test_b": ["skipped"],
    }
    assert_everybody_says(pytester, said, "stopped")


def test_a_test_that_was_stopped_in_its_tear_down_was_stopped(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("""
        import pytest

        @pytest.fixture
        def stops():
            yield
            raise KeyboardInterrupt
        def test_a(browser_name, stops): pass
    """)

    said = pytester.runpytest_subprocess(*REPORTED, *STAND_IN).stdout.str()

    assert [why.attrib["message"] for why in cases_of(pytester)["test_a"].iter("skipped")] == [
        "stopped before its end"
    ]
    assert_everybody_says(pytester, said, "stopped")


def test_a_failure_stays_one_when_the_run_is_stopped_in_its_tear_down(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("""
        import pytest

        @pytest.fixture
        def stops():
            yield
            raise KeyboardInterrupt
        def test_a(browser_name, stops): assert not "moon"
    """)

    said = pytester.runpytest_subprocess(*REPORTED, *STAND_IN).stdout.str()

    assert "<h1>1 of 1 test failed</h1>" in page_of(pytester)
    assert_everybody_says(pytester, said, "failed")


def test_a_test_that_a_person_ends_from_inside_was_stopped(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("import pytest\ndef test_a(): pytest.exit('enough')")

    pytester.runpytest_subprocess(*REPORTED)

    assert "<h1>Stopped before the end</h1>" in page_of(pytester)
    assert '<a class="badge note" href="#test-1">stopped</a>' in page_of(pytester)


def test_the_seconds_of_a_stopped_test_are_counted_to_the_stop(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("""
        import time

        def test_a():
            until = time.perf_counter() + 0.5
            while time.perf_counter() < until: pass
            raise KeyboardInterrupt
    """)

    pytester.runpytest_subprocess(*REPORTED)

    assert float(cases_of(pytester)["test_a"].attrib["time"]) >= 0.5


def assert_everybody_says(pytester: pytest.Pytester, said: str, outcome: str) -> None:
    """Terminal, report, its JUnit and pytest's own say the same of the stand-in."""
    assert f"Edge: not tested (stand-in {outcome})" in said
    assert f"Edge: not tested (stand-in {outcome})" in page_of(pytester)
    for name in ("out/junit.xml", "pytest.xml"):
        junit = (pytester.path / name).read_text(encoding="utf-8")
        assert f'name="Edge" value="not tested (stand-in {outcome})"' in junit
