"""`--assist-javascript`: each browser test with scripts on, off or both, and the proof that off is off."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser, Page

from harness.javascript import ScriptsStillRun, require_scripts_off, require_switch
from harness.pages.portal_page import Portal

pytest_plugins = ["pytester"]

DRIVEN = "-q", "-p", "no:cacheprovider", "--assist-target", "chrome", "--assist-headless-shell"

SUITE = """
    import pytest
    def test_any(page, javascript):
        page.set_content("<script>document.title = 'ran'</script>")
        assert (page.title() == "ran") is (javascript == "on")
    @pytest.mark.with_javascript
    def test_what_scripts_add(page): pass
    @pytest.mark.without_javascript
    def test_what_remains(page, javascript): assert javascript == "off"
    @pytest.mark.parametrize("javascript", ["on", "off"])
    def test_with_modes_of_its_own(page, javascript): pass
    def test_about_no_browser(): pass
"""


@pytest.mark.parametrize(
    ("options", "ran"),
    [
        pytest.param(
            [],
            [
                "test_any[chrome]",
                "test_what_scripts_add[chrome]",
                "test_what_remains[chrome]",
                "test_with_modes_of_its_own[chrome-on]",
                "test_with_modes_of_its_own[chrome-off]",
                "test_about_no_browser",
            ],
            id="not asked",
        ),
        pytest.param(
            ["--assist-javascript", "on"],
            [
                "test_any[chrome-javascript-on]",
                "test_what_scripts_add[chrome-javascript-on]",
                "test_with_modes_of_its_own[chrome-on]",
                "test_about_no_browser",
            ],
            id="on",
        ),
        pytest.param(
            ["--assist-javascript", "off"],
            [
                "test_any[chrome-javascript-off]",
                "test_what_remains[chrome-javascript-off]",
                "test_with_modes_of_its_own[chrome-off]",
                "test_about_no_browser",
            ],
            id="off",
        ),
        pytest.param(
            ["--assist-javascript", "both"],
            [
                "test_any[chrome-javascript-on]",
                "test_any[chrome-javascript-off]",
                "test_what_scripts_add[chrome-javascript-on]",
                "test_what_remains[chrome-javascript-off]",
                "test_with_modes_of_its_own[chrome-on]",
                "test_with_modes_of_its_own[chrome-off]",
                "test_about_no_browser",
            ],
            id="both",
        ),
    ],
)
def test_each_browser_test_runs_in_the_modes_asked_for(
    pytester: pytest.Pytester, options: list[str], ran: list[str]
) -> None:
    pytester.makepyfile(SUITE)

    listed = pytester.runpytest_subprocess(*DRIVEN, *options, "--collect-only").outlines

    assert [line.partition("::")[2] for line in listed if "::" in line] == ran


@pytest.mark.parametrize("options", [[], ["--assist-javascript", "both"]], ids=["not asked", "both"])
def test_a_test_that_is_marked_for_both_modes_is_refused(
    pytester: pytest.Pytester, options: list[str]
) -> None:
    pytester.makepyfile("""
        import pytest
        @pytest.mark.with_javascript
        class TestAll:
            @pytest.mark.without_javascript
            def test_a_page(self, page): pass
    """)

    result = pytester.runpytest_subprocess(*DRIVEN, *options)

    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["*test_a_page*with_javascript and without_javascript exclude each other*"])


@pytest.mark.slow
def test_both_modes_are_real_and_said_in_report_and_junit(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(SUITE)

    result = pytester.runpytest_subprocess(
        *DRIVEN, "--assist-javascript", "both", "--assist-report", "out", "--junit-xml", "pytest.xml"
    )

    result.assert_outcomes(passed=7)
    result.stdout.re_match_lines([r"JavaScript on: 3 tests, \d+\.\d s; JavaScript off: 3 tests, \d+\.\d s"])
    page = Path(pytester.path / "out" / "report.html").read_text(encoding="utf-8")
    assert "Any (JavaScript on)" in page
    assert "Any (JavaScript off)" in page
    for name in ("pytest.xml", "out/junit.xml"):
        tree = ET.parse(pytester.path / name)  # noqa: S314 - written by this test
        said = [one.get("value") for one in tree.iterfind(".//property[@name='javascript']")]
        assert sorted(said, key=str) == ["off"] * 3 + ["on"] * 3


def test_the_mode_may_stand_in_the_projects_file(pytester: pytest.Pytester) -> None:
    pytester.makeini("[pytest]\nassist_javascript = off\n")

    result = pytester.runpytest_inprocess()

    assert "JavaScript off; browsers: as pytest-playwright says" in result.stdout.str()


def test_a_parameter_of_that_name_in_a_project_of_its_own_is_left_alone(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("""
        import pytest
        @pytest.fixture
        def page(): return None
        @pytest.mark.parametrize("javascript", ["off"])
        def test_of_somebody_else(page, javascript, request):
            assert request.node.get_closest_marker("browser_context_args") is None
    """)

    pytester.runpytest_subprocess("-q").assert_outcomes(passed=1)


def test_a_parameter_of_the_whole_session_is_heard_by_the_fixture(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("""
        import pytest
        @pytest.mark.parametrize("javascript", ["on", "off"], indirect=True, scope="session")
        def test_each(page, javascript, request):
            page.set_content("<script>document.title = 'ran'</script>")
            assert javascript == request.node.callspec.params["javascript"]
            assert (page.title() == "ran") is (javascript == "on")
    """)

    pytester.runpytest_subprocess(*DRIVEN).assert_outcomes(passed=2)


def test_where_a_browser_cannot_and_no_world_helps_the_test_is_skipped_with_the_reason(
    pytester: pytest.Pytester,
) -> None:
    pytester.makepyfile("def test_never_runs(page): assert False")

    result = pytester.runpytest_subprocess(
        "-q", "-rs", "--assist-target", "firefox", "--assist-javascript", "off"
    )

    result.assert_outcomes(skipped=1)
    result.stdout.fnmatch_lines(["*Firefox*ignores the switch for JavaScript*uses no world*"])


@pytest.mark.slow
@pytest.mark.only_target("firefox")
def test_a_browser_that_ignores_the_switch_is_found_out(browser: Browser) -> None:
    with pytest.raises(ScriptsStillRun) as found:
        require_switch(browser)

    assert "firefox" in str(found.value)
    assert len(browser.contexts) == 0


@pytest.mark.slow
@pytest.mark.only_target("chrome")
def test_a_browser_that_heeds_the_switch_passes(browser: Browser) -> None:
    require_switch(browser)


@pytest.mark.slow
@pytest.mark.only_target("chrome")
def test_a_portal_whose_scripts_run_is_found_out(site: Portal, page: Page) -> None:
    with pytest.raises(ScriptsStillRun) as found:
        require_scripts_off(site)

    assert found.value.where == page.url


@pytest.mark.slow
@pytest.mark.without_javascript
def test_on_every_target_a_site_without_scripts_is_seen_to_be_so(site: Portal, javascript: str) -> None:
    assert (site.scripts, javascript) == (False, "off")
