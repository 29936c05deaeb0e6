"""What the plugin's report and its JUnit say of a run, and how a run that was stopped ends."""

import signal
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

pytest_plugins = ["pytester"]
pytestmark = pytest.mark.usefixtures("one_portal")

DRIVEN = "-q", "-p", "no:cacheprovider", "--assist-target", "chrome", "--assist-headless-shell"
# A run in the background begins with Ctrl-C ignored.
HEEDS_CTRL_C = """
import signal, sys, pytest
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.exit(pytest.main(sys.argv[1:]))
"""
REPORTED = *DRIVEN, "--assist-report", "out"


def page_of(pytester: pytest.Pytester) -> str:
    """The report as it was written."""
    return Path(pytester.path / "out" / "report.html").read_text(encoding="utf-8")


@pytest.mark.slow
def test_tests_without_a_browser_are_counted(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("""
        def test_a_page(page): page.set_content("<h1>moon</h1>")
        def test_a_setting(control): assert control.settings()["idle_seconds"] == 1
        def test_nothing_at_all(): assert 1 == 1
    """)

    pytester.runpytest_subprocess(*REPORTED).assert_outcomes(passed=2, failed=1)

    page = page_of(pytester)
    assert "<h1>1 of 3 tests failed</h1>" in page
    assert "1 of 2 tests passes without a browser" in page
    root = ET.parse(pytester.path / "out" / "junit.xml").getroot()  # noqa: S314 - written by this test
    counted = [(suite.get("name"), suite.get("tests"), suite.get("failures")) for suite in root]
    assert counted[-1] == ("no browser", "2", "1")


@pytest.mark.slow
def test_a_failure_is_shown_as_it_was_said_with_the_page_but_no_password(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("""
        def test_that_fails(site, employer):
            typed = employer.password
            site.page.set_content("<h1>moon</h1>")
            assert False, "FL06: a line has 223 characters"
    """)

    pytester.runpytest_subprocess(*REPORTED, "--showlocals").assert_outcomes(failed=1)

    page = page_of(pytester)
    assert "FL06: a line has 223 characters" in page
    assert page.count("data:image/jpeg") == 1
    assert "Where it failed" in page
    assert "typed      = &#39;••••••&#39;" in page
    junit = (pytester.path / "out" / "junit.xml").read_text(encoding="utf-8")
    assert "Contoh#2026" not in page + junit


PASSES = "def test_a(signed_in): pass"
# A worker of pytest-xdist has no standard output.
WAITS = """
import sys
def test_b(signed_in, page):
    print("begun", file=sys.stderr, flush=True)
    page.wait_for_url("**/never", timeout=60_000)
"""
NO_CTRL_C = pytest.mark.skipif(
    sys.platform == "win32", reason="a console's Ctrl-C cannot be sent to one group there"
)


def stopped(pytester: pytest.Pytester, *options: str) -> str:
    """What the terminal says of a run with these options at whose `test_b` somebody presses Ctrl-C."""
    process = subprocess.Popen(
        [sys.executable, "-c", HEEDS_CTRL_C, "-s", *options],
        cwd=pytester.path,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    assert process.stdout is not None
    assert any("begun" in line for line in process.stdout), "the test never began"

    interrupt_group(process)
    said, _ = process.communicate(timeout=60)

    assert process.returncode == pytest.ExitCode.INTERRUPTED, said
    return said


@pytest.mark.slow
@NO_CTRL_C
@pytest.mark.parametrize(
    ("before", "options"),
    [
        pytest.param("", (), id="in the first test"),
        pytest.param(PASSES, (), id="in the second test"),
        pytest.param(PASSES, ("-n", "2"), id="two workers"),
    ],
)
def test_ctrl_c_ends_quietly_and_terminal_report_and_junit_say_so_in_the_same_words(
    pytester: pytest.Pytester, before: str, options: tuple[str, ...]
) -> None:
    pytester.makepyfile(f"{before}\n{WAITS}")

    said = stopped(pytester, *REPORTED, *options, "--junit-xml", "pytest.xml")

    assert "PortalNotReachable" not in said
    assert "Chrome: not tested (stand-in stopped)" in said
    page = page_of(pytester)
    assert "<h1>Stopped before the end</h1>" in page
    assert "Chrome: not tested (stand-in stopped)" in page
    for name in ("out/junit.xml", "pytest.xml"):
        junit = (pytester.path / name).read_text(encoding="utf-8")
        assert 'name="Chrome" value="not tested (stand-in stopped)"' in junit


@pytest.mark.slow
@NO_CTRL_C
@pytest.mark.parametrize("options", [(), ("-n", "2")], ids=["one process", "two workers"])
def test_ctrl_c_is_said_of_a_stand_in_without_a_report_too(
    pytester: pytest.Pytester, options: tuple[str, ...]
) -> None:
    pytester.makepyfile(WAITS)

    assert "Chrome: not tested (stand-in stopped)" in stopped(pytester, *DRIVEN, *options)


def interrupt_group(process: "subprocess.Popen[str]") -> None:
    """What a terminal does at Ctrl-C: a signal for everybody of its foreground group."""
    import os

    if sys.platform != "win32":
        os.killpg(process.pid, signal.SIGINT)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("conftest", "test", "options", "said"),
    [
        pytest.param(
            """
            import pytest

            @pytest.hookimpl(wrapper=True)
            def pytest_runtestloop(session):
                yield
                raise KeyboardInterrupt
            """,
            "",
            (),
            "Stopped before the end",
            id="stopped between two tests",
        ),
        pytest.param(
            "",
            "import os\ndef test_b(): os._exit(3)",
            ("-n", "1", "--max-worker-restart", "0"),
            "Failed outside the tests",
            id="a worker that is gone",
        ),
        pytest.param(
            "",
            "import nothing_of_this_name",
            ("--continue-on-collection-errors",),
            "Failed outside the tests",
            id="a file that cannot be read",
        ),
    ],
)
def test_a_run_that_went_wrong_outside_its_tests_does_not_claim_success(
    pytester: pytest.Pytester, conftest: str, test: str, options: tuple[str, ...], said: str
) -> None:
    pytester.makeconftest(conftest)
    pytester.makepyfile(test_one="def test_a(control): control.settings()", test_two=test)

    assert pytester.runpytest_subprocess(*REPORTED, *options).ret != pytest.ExitCode.OK

    assert f"<h1>{said}</h1>" in page_of(pytester)
