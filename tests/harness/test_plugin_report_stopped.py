"""What the plugin's report, pytest's JUnit and the terminal say of tests that a stopped run never began."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

pytest_plugins = ["pytester"]
pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("one_portal")]  # each starts a run of its own

TARGETS = "--assist-target", "chrome", "--assist-target", "edge", "--assist-headless-shell"
REPORTED = "-q", "-p", "no:cacheprovider", "--assist-report", "out", "--junit-xml", "pytest.xml"
NOT_RUN = "not run: the run ended before"
# no browser starts: a test that only asks for its name runs once on each target
FOUR = """
import pytest

def test_a(browser_name): pass
def test_b(browser_name): {b}
@pytest.mark.parametrize("password", ["Geheim#2026"])
def test_c(browser_name, password): pass
def test_d(): pass
"""
STOPS = FOUR.format(b="raise KeyboardInterrupt")
FAILS = FOUR.format(b="assert not 'moon'")


def page_of(pytester: pytest.Pytester) -> str:
    """The report as it was written."""
    return Path(pytester.path / "out" / "report.html").read_text(encoding="utf-8")


def skipped(pytester: pytest.Pytester) -> list[tuple[str, str, str]]:
    """The tests that JUnit calls skipped: of which target, their name and why."""
    root = ET.parse(pytester.path / "out" / "junit.xml").getroot()  # noqa: S314 - written by this test
    return [
        (
            suite.findall(".//property")[0].attrib["value"],
            case.attrib["name"].partition("::")[2],
            why.attrib["message"],
        )
        for suite in root.iter("testsuite")
        for case in suite.iter("testcase")
        for why in case.iter("skipped")
    ]


WORKERS = pytest.mark.parametrize("workers", [(), ("-n", "1")], ids=["one process", "a worker"])


@WORKERS
def test_a_stopped_run_lists_every_test_that_it_never_began(
    pytester: pytest.Pytester, workers: tuple[str, ...]
) -> None:
    pytester.makepyfile(test_it=STOPS)

    said = pytester.runpytest_subprocess(*REPORTED, *TARGETS, *workers).stdout.str()

    assert skipped(pytester) == [
        ("chrome", "test_b", "stopped before its end"),
        ("chrome", "test_c[Geheim#2026]", NOT_RUN),
        ("edge", "test_a", NOT_RUN),
        ("edge", "test_b", NOT_RUN),
        ("edge", "test_c[Geheim#2026]", NOT_RUN),
        ("no-browser", "test_d", NOT_RUN),
    ]
    page = page_of(pytester)
    assert "<h1>Stopped before the end</h1>" in page
    assert "The run was stopped when 0 of 4 tests had ended on every target;" in page
    assert page.count('<a class="badge plain"') == 5
    for line in ("Chrome: not tested (stand-in stopped)", "Edge: not tested (stand-in not run)"):
        assert line in page
        assert line in said
        title, _, outcome = line.partition(": ")
        junit = (pytester.path / "pytest.xml").read_text(encoding="utf-8")
        assert f'name="{title}" value="{outcome}"' in junit


@WORKERS
@pytest.mark.parametrize("option", ["-x", "--maxfail=1"])
def test_a_run_that_ends_at_its_first_failure_lists_what_it_never_began(
    pytester: pytest.Pytester, option: str, workers: tuple[str, ...]
) -> None:
    pytester.makepyfile(
        test_it="""
        def test_a(): pass
        def test_b(): assert not "moon"
        def test_c(): pass
        def test_d(): pass
        def test_e(): pass
        def test_f(): pass
    """
    )

    pytester.runpytest_subprocess(*REPORTED, option, *workers)

    assert ("no-browser", "test_f", NOT_RUN) in skipped(pytester)
    page = page_of(pytester)
    assert "<h1>1 of 6 tests failed</h1>" in page
    assert "The run was stopped after " in page


@WORKERS
def test_a_run_that_failed_at_its_last_test_was_not_stopped(
    pytester: pytest.Pytester, workers: tuple[str, ...]
) -> None:
    pytester.makepyfile(test_it="def test_a(): pass\ndef test_b(): assert not 'moon'")

    pytester.runpytest_subprocess(*REPORTED, "-x", *workers)

    assert skipped(pytester) == []
    assert "1 of 2 tests passes without a browser." in page_of(pytester)


@WORKERS
def test_nothing_is_called_not_run_in_a_run_that_went_to_its_end(
    pytester: pytest.Pytester, workers: tuple[str, ...]
) -> None:
    pytester.makepyfile(test_it=FAILS)

    pytester.runpytest_subprocess(*REPORTED, *TARGETS, "-k", "not test_a", *workers)

    assert skipped(pytester) == []


def test_a_file_that_cannot_be_read_is_a_fault_and_nobody_stopped_the_run(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(test_it="def test_a(): pass", test_other="import nothing_of_this_name")

    pytester.runpytest_subprocess(*REPORTED)

    assert "<h1>Failed outside the tests</h1>" in page_of(pytester)
    assert skipped(pytester) == [("no-browser", "test_a", NOT_RUN)]


def test_a_password_that_one_target_typed_stands_in_no_name_on_the_target_that_was_never_begun(
    pytester: pytest.Pytester,
) -> None:
    pytester.makeconftest("""
        import pytest
        from harness import typed_passwords

        @pytest.fixture
        def password(request):
            typed_passwords.tell(request.param)
    """)
    pytester.makepyfile(
        test_it="""
        import pytest

        @pytest.mark.parametrize("password", ["Geheim#2026"], indirect=True)
        def test_a(browser_name, password):
            raise KeyboardInterrupt
    """
    )

    pytester.runpytest_subprocess(*REPORTED, *TARGETS)

    assert skipped(pytester) == [
        ("chrome", "test_a[••••••]", "stopped before its end"),
        ("edge", "test_a[••••••]", NOT_RUN),
    ]
    assert "Geheim" not in page_of(pytester)


def test_a_password_that_one_target_typed_stands_in_no_name_on_a_target_that_skipped_it(
    pytester: pytest.Pytester,
) -> None:
    pytester.makepyfile(
        test_it="""
        import pytest
        from harness import typed_passwords

        @pytest.mark.parametrize("password", ["Geheim#2026"])
        def test_a(browser_name, password, request):
            if "chrome-" in request.node.name:
                pytest.skip("not there")
            typed_passwords.tell(password)
    """
    )

    pytester.runpytest_subprocess(*REPORTED, *TARGETS)

    assert skipped(pytester) == [("chrome", "test_a[••••••]", "not there")]
    files = [path for path in (pytester.path / "out").rglob("*") if path.is_file()]
    assert [path.name for path in files if "Geheim" in path.read_text(encoding="utf-8")] == []
