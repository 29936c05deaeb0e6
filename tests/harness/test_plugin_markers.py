"""What the markers of a test ask for, the plugin's own and pytest-playwright's."""

import pytest

pytest_plugins = ["pytester"]
pytestmark = pytest.mark.usefixtures("one_portal")

DRIVEN = "-q", "-p", "no:cacheprovider", "--assist-target", "chrome", "--assist-headless-shell"


@pytest.mark.parametrize("marker", ['skip_browser("chromium")', 'only_browser("firefox")'])
def test_markers_of_pytest_playwright_are_about_the_engine_of_the_target(
    pytester: pytest.Pytester, marker: str
) -> None:
    pytester.makepyfile(f"""
        import pytest
        @pytest.mark.{marker}
        def test_elsewhere(browser_name):
            raise AssertionError("it ran")
        @pytest.mark.skip_browser("firefox")
        @pytest.mark.only_browser("chromium")
        def test_here(browser_name):
            assert browser_name == "chromium"
    """)

    pytester.runpytest_subprocess(*DRIVEN).assert_outcomes(passed=1, skipped=1)


def test_a_target_that_does_not_exist_is_no_target_to_be_left_out_on(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("""
        import pytest
        @pytest.mark.only_target("firefx")
        def test_a_page(page): pass
    """)

    result = pytester.runpytest_subprocess(*DRIVEN)

    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["*test_a_page*no target 'firefx'*chrome, firefox, edge*"])


@pytest.mark.slow
def test_the_world_of_a_test_is_what_all_its_markers_ask_for(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("""
        import pytest
        @pytest.mark.world("queue", idle_seconds=500)
        class TestAll:
            @pytest.mark.world(idle_seconds=300, warning_seconds=20)
            def test_the_nearest_wins(self, world, control):
                assert world.scenario == "queue"
                settings = control.settings()
                assert (settings["idle_seconds"], settings["warning_seconds"]) == (300, 20)
    """)

    pytester.runpytest_subprocess(*DRIVEN).assert_outcomes(passed=1)


@pytest.mark.slow
def test_a_setting_without_its_name_is_refused(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("""
        import pytest
        @pytest.mark.world("queue", 300)
        def test_a_world(world): pass
    """)

    result = pytester.runpytest_subprocess(*DRIVEN)

    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*world takes one scenario; settings have names*"])
