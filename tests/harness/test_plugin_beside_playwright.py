"""The plugin beside pytest-playwright: nothing of that one changes, and no warning comes along."""

import pytest

from harness.targets import Engine, find_target

pytest_plugins = ["pytester"]


@pytest.fixture
def chromium() -> str:
    """The path of a Chromium that pytest-playwright can be told of."""
    target = find_target("chrome")
    if target is None or target.engine is not Engine.CHROMIUM:
        pytest.skip("no Chromium is on this machine")
    return target.executable.as_posix()


@pytest.mark.slow
def test_a_plain_test_of_pytest_playwright_runs_as_it_did(pytester: pytest.Pytester, chromium: str) -> None:
    pytester.makepyfile(f"""
        import sys
        import pytest
        HERE = {{"executable_path": {chromium!r}}}
        @pytest.mark.parametrize("browser_type_launch_args", [HERE], indirect=True)
        @pytest.mark.browser_context_args(locale="de-DE")
        def test_plain(page, browser_name, base_url):
            page.route("**/where", lambda route: route.fulfill(body="<h1>plain</h1>"))
            page.goto("/where")
            assert (browser_name, base_url) == ("chromium", "http://plain.localhost")
            assert page.evaluate("navigator.language") == "de-DE"
            assert page.viewport_size == {{"width": 1280, "height": 720}}
            assert "harness.targets" not in sys.modules
    """)

    result = pytester.runpytest_subprocess("-v", "--base-url", "http://plain.localhost")

    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["*test_plain[[]chromium*"])
    result.stdout.no_fnmatch_line("*assist*language*")


@pytest.mark.slow
def test_a_project_may_have_fixtures_that_are_called_as_ours(
    pytester: pytest.Pytester, chromium: str
) -> None:
    pytester.makepyfile(f"""
        import pytest
        HERE = {{"executable_path": {chromium!r}}}
        @pytest.fixture
        def language(): return "de"
        @pytest.fixture
        def target(): return "a goal"
        @pytest.mark.parametrize("browser_type_launch_args", [HERE], indirect=True)
        def test_plain(page, language, target):
            assert (language, target) == ("de", "a goal")
    """)

    pytester.runpytest_subprocess("-W", "error").assert_outcomes(passed=1)


@pytest.mark.slow
def test_no_warning_comes_along(pytester: pytest.Pytester, chromium: str) -> None:
    pytester.makepyfile("""
        def test_a_page(page, world, step, target):
            with step("Open"):
                page.set_content("<h1>x</h1>")
    """)

    result = pytester.runpytest_subprocess("-W", "error", "--assist-target", "chrome")

    result.assert_outcomes(passed=1)
    result.stdout.no_fnmatch_line("*Warning:*")


def test_the_base_url_of_the_projects_file_is_kept(pytester: pytest.Pytester) -> None:
    pytester.makeini("[pytest]\nbase_url = http://localhost:9\n")
    pytester.makepyfile("def test_base(base_url): assert base_url == 'http://localhost:9'")

    pytester.runpytest_subprocess("-W", "error").assert_outcomes(passed=1)


def test_a_project_may_still_have_a_base_url_of_its_own(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("""
        import pytest
        @pytest.fixture(scope="session")
        def base_url(base_url): return f"{base_url}/below"
        def test_base(base_url): assert base_url == "None/below"
    """)

    pytester.runpytest_subprocess("-W", "error").assert_outcomes(passed=1)
