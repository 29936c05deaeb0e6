"""The pytest plugin, seen from inner suites: what it adds, what it refuses, how it keeps out of the way."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from assist_data import data_path
from harness.errors import PlaywrightCannotDrive
from harness.targets import find_target

pytest_plugins = ["pytester"]

DRIVEN = "-q", "-p", "no:cacheprovider", "--assist-target", "chrome", "--assist-headless-shell"


@pytest.fixture
def stand_in() -> str:
    """The sentence for the chrome of this machine; the tests that need one ask for it."""
    target = find_target("chrome", headless_shell=True)
    assert target is not None, "run assist setup"
    return target.disclosure


def test_a_project_that_uses_none_of_it_notices_nothing(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("""
        import sys
        def test_nothing_came_along():
            assert "harness.targets" not in sys.modules
            assert "harness.portals" not in sys.modules
            assert "pydantic" not in sys.modules
    """)

    result = pytester.runpytest_subprocess("-q")

    result.assert_outcomes(passed=1)
    result.stdout.no_fnmatch_line("*assist*")


def test_every_fixture_is_documented(pytester: pytest.Pytester) -> None:
    listed = pytester.runpytest_inprocess("--fixtures").stdout.str()

    for name in ("portal", "world", "control", "clock", "faults", "inbox", "employer", "step", "target"):
        assert f"\n{name} " in listed
    assert "no docstring available" not in listed.partition("harness.plugin_fixtures")[2].partition("---")[0]


def test_help_works_on_a_broken_setup(pytester: pytest.Pytester) -> None:
    result = pytester.runpytest_inprocess("--help", "--assist-target", "safari")

    assert result.ret == 0
    result.stdout.fnmatch_lines(["*--assist-require-genuine*"])


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        pytest.param(
            "--assist-target", "safari", "*no target 'safari'*chrome, firefox, edge, or found *", id="target"
        ),
        pytest.param("--assist-language", "fr", "*no language 'fr'*", id="language"),
        pytest.param("--assist-javascript", "maybe", "*cannot be 'maybe'*on, off or both*", id="javascript"),
        pytest.param("--assist-portal-url", "foo", "*'foo' is no address*", id="address"),
        pytest.param("--assist-scenario", "atlantis", "*no scenario atlantis*demo, queue*", id="scenario"),
        pytest.param("--assist-report", "a_file.txt", "*a_file.txt is a file*", id="report"),
    ],
)
def test_a_slip_in_an_option_is_said_before_any_test(
    pytester: pytest.Pytester, option: str, value: str, said: str
) -> None:
    pytester.makepyfile("def test_never_runs(): assert False")
    pytester.maketxtfile(a_file="no folder")

    result = pytester.runpytest_inprocess(option, value)

    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines([said])


HINT = "*No target was named: run with --assist-target found, or set assist_target in pytest's settings."


@pytest.fixture
def _no_browser_of_playwright(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(pytester.mkdir("no_browsers")))


@pytest.mark.usefixtures("_no_browser_of_playwright")
def test_who_named_no_target_is_told_how_to_where_playwright_has_no_browser(
    pytester: pytest.Pytester,
) -> None:
    pytester.makepyfile("""
        def test_ours(page, javascript): pass
        def test_ours_as_well(step, page): pass
        def test_that_never_heard_of_us(page): pass
    """)

    result = pytester.runpytest_subprocess("-q", "-p", "no:cacheprovider")

    result.assert_outcomes(errors=3)
    result.stdout.fnmatch_lines(["*at setup of test_ours*", HINT, "*at setup of test_ours_as_well*", HINT])
    in_full = result.stdout.str().partition("short test summary")[0]
    assert "No target" not in in_full.partition("at setup of test_that_never")[2]


@pytest.mark.usefixtures("_no_browser_of_playwright")
def test_a_project_with_a_fixture_of_the_same_name_is_told_of_no_target(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("""
        import pytest
        @pytest.fixture
        def portal(): return "a door"
        def test_of_theirs(portal, page): pass
    """)

    result = pytester.runpytest_subprocess("-q", "-p", "no:cacheprovider")

    result.assert_outcomes(errors=1)
    result.stdout.no_fnmatch_line(HINT)


def test_engines_and_targets_are_not_mixed(pytester: pytest.Pytester) -> None:
    result = pytester.runpytest_inprocess("--browser", "chromium", "--assist-target", "chrome")

    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["*either --browser or --assist-target*"])


def test_genuine_browsers_can_be_required(pytester: pytest.Pytester) -> None:
    target = find_target("edge")
    if target is None or target.genuine:
        pytest.skip("there is no stand-in for Edge on this machine")
    pytester.makepyfile("def test_never_runs(page): assert False")

    result = pytester.runpytest_inprocess("--assist-target", "edge", "--assist-require-genuine")

    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines([f"*Genuine browsers are required*{target.disclosure}*"])


@pytest.mark.parametrize("asked", ["on", "retain-on-failure"])
def test_a_video_that_cannot_be_recorded_is_refused_before_any_test(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, asked: str
) -> None:
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(pytester.mkdir("no_ffmpeg")))
    pytester.makepyfile("def test_never_runs(page): assert False")

    result = pytester.runpytest_inprocess(*DRIVEN, "--video", asked)

    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(
        [f"*--video {asked} needs Playwright's own ffmpeg*playwright install ffmpeg*"]
    )


def test_a_playwright_that_cannot_drive_a_target_is_refused_at_the_start(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    fault = PlaywrightCannotDrive(
        playwright="1.65.2", browser="Firefox ESR 153.7.0", why="it is too new", mend="pip install this"
    )
    monkeypatch.setattr("harness.targets.compatibility.playwright_fault", lambda *_: fault)

    result = pytester.runpytest_inprocess("--assist-target", "chrome")

    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["*Playwright 1.65.2 cannot drive Firefox ESR 153.7.0*pip install this*"])


@pytest.mark.slow
def test_the_worlds_may_be_made_from_a_scenario_of_ones_own(pytester: pytest.Pytester) -> None:
    shipped = data_path("scenarios", "demo.toml").read_text(encoding="utf-8")
    pytester.makefile(".toml", mine=shipped.replace("aminah@", "siti@"))
    pytester.makepyfile("""
        def test_who_is_there(employer):
            assert employer.email == "siti@contoh-maju.example"
    """)

    pytester.runpytest_subprocess("-q", "--assist-scenario", "mine.toml").assert_outcomes(passed=1)


def test_the_worlds_may_be_made_from_a_shipped_scenario_by_its_name(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("""
        def test_what_it_is(world):
            assert world.scenario == "queue"
    """)

    pytester.runpytest_subprocess("-q", "--assist-scenario", "queue").assert_outcomes(passed=1)


def test_the_header_says_what_really_runs(pytester: pytest.Pytester, stand_in: str) -> None:
    result = pytester.runpytest_inprocess(*DRIVEN[-3:], "--assist-language", "ms")

    assert f"language ms; browsers: {stand_in}" in result.stdout.str()


def test_chrome_may_be_played_by_the_headless_shell(pytester: pytest.Pytester) -> None:
    shell = find_target("chrome", headless_shell=True)
    assert shell is not None, "run assist setup"

    result = pytester.runpytest_inprocess("--assist-target", "chrome", "--assist-headless-shell")

    assert f"browsers: {shell.disclosure}" in result.stdout.str()


def test_a_test_is_left_out_on_targets_that_its_marker_does_not_name(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("""
        import pytest
        @pytest.mark.only_target("firefox")
        def test_about_firefox(page): assert False
        def test_about_no_browser(): pass
    """)

    result = pytester.runpytest_subprocess(*DRIVEN)

    result.assert_outcomes(passed=1, deselected=1)


def test_targets_may_stand_in_the_projects_file(pytester: pytest.Pytester, stand_in: str) -> None:
    pytester.makeini("[pytest]\nassist_target = chrome\nassist_headless_shell = true\nassist_language = ms\n")

    result = pytester.runpytest_inprocess()

    assert f"language ms; browsers: {stand_in}" in result.stdout.str()


@pytest.mark.slow
def test_a_run_of_two_workers_leaves_one_report(pytester: pytest.Pytester, stand_in: str) -> None:
    pytester.makepyfile("""
        import pytest
        @pytest.mark.parametrize("number", ["one", "two"])
        def test_a_page_opens(page, step, target, language, number):
            with step("Open"):
                page.set_content(f"<h1>{number}</h1>")
            assert target.name == "chrome"
            assert page.evaluate("navigator.language") == "en-MY"
        @pytest.mark.without_javascript
        def test_scripts_are_off(page):
            page.set_content("<script>document.title = 'ran'</script>")
            assert page.title() == ""
        def test_that_fails(page, step):
            with step("Fail"):
                assert page.title() == "moon"
    """)

    result = pytester.runpytest_subprocess(
        *DRIVEN, "-n", "2", "--assist-report", "out", "--junit-xml", "pytest.xml"
    )

    result.assert_outcomes(passed=3, failed=1)
    result.stdout.fnmatch_lines(["Report: file:*report.html", "Chrome: not tested (stand-in failed)"])
    suite = ET.parse(pytester.path / "out" / "junit.xml").getroot().find("testsuite")  # noqa: S314
    assert suite is not None
    assert (suite.get("tests"), suite.get("failures")) == ("4", "1")
    page = Path(pytester.path / "out" / "report.html").read_text(encoding="utf-8")
    assert page.count("data:image/jpeg") == 3
    assert stand_in in page
    labelled = (pytester.path / "pytest.xml").read_text(encoding="utf-8")
    assert 'name="Chrome" value="not tested (stand-in failed)"' in labelled
    assert f'name="browser" value="{stand_in}"' in labelled


def test_a_test_tried_again_is_reported_once_and_said(pytester: pytest.Pytester, stand_in: str) -> None:
    pytester.makepyfile("""
        from pathlib import Path
        def test_passes_the_second_time(page, step):
            with step("Open"):
                page.set_content("<title>moon</title>")
            tried = Path("tried")
            is_second = tried.exists()
            tried.touch()
            assert is_second
    """)

    result = pytester.runpytest_subprocess(*DRIVEN, "--reruns", "1", "--assist-report", "out")

    result.stdout.fnmatch_lines(["Chrome: not tested (stand-in passed)", "*1 passed, 1 rerun*"])
    suite = ET.parse(pytester.path / "out" / "junit.xml").getroot().find("testsuite")  # noqa: S314
    assert suite is not None
    assert (suite.get("tests"), suite.get("failures")) == ("1", "0")
    page = Path(pytester.path / "out" / "report.html").read_text(encoding="utf-8")
    assert "Tried 2 times" in page
    assert page.count("data:image/jpeg") == 1


def test_two_workers_share_one_portal_and_no_world(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("""
        import pytest
        @pytest.mark.parametrize("number", range(4))
        def test_a_world(world, portal, number, worker_id, request):
            kept = request.config.rootpath / f"{worker_id}-{number}.txt"
            kept.write_text(f"{portal.portal} {world.name}", encoding="utf-8")
    """)

    result = pytester.runpytest_subprocess("-q", "-n", "2")

    result.assert_outcomes(passed=4)
    written = [path.read_text(encoding="utf-8").split() for path in pytester.path.glob("gw*.txt")]
    assert len({address for address, _ in written}) == 1
    assert len({name for _, name in written}) == 4
