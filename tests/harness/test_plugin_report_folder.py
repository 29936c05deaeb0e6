"""When the plugin's report replaces the one of the run before, and when it leaves the folder alone."""

import pytest

pytest_plugins = ["pytester"]
pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("one_portal")]  # each starts a run of its own

REPORTED = "-q", "-p", "no:cacheprovider", "--assist-report", "out"


@pytest.fixture
def folder(pytester: pytest.Pytester) -> pytest.Pytester:
    """A suite of one test, and the report of a run before."""
    pytester.makepyfile(test_it="def test_it(): pass")
    parts = pytester.mkdir("out") / "parts"
    parts.mkdir()
    (parts / f"{'0' * 32}.jpg").write_text("a picture of then", encoding="utf-8")
    (parts.parent / "report.html").write_text("the run before", encoding="utf-8")
    return pytester


def kept(pytester: pytest.Pytester) -> bool:
    """Whether the folder is as it was."""
    here = pytester.path / "out"
    files = {path.name: path.read_text(encoding="utf-8") for path in here.rglob("*") if path.is_file()}
    return files == {f"{'0' * 32}.jpg": "a picture of then", "report.html": "the run before"}


@pytest.mark.parametrize("workers", [(), ("-n", "1")], ids=["one process", "a worker"])
@pytest.mark.parametrize(
    ("options", "ends"),
    [
        pytest.param(("--collect-only",), pytest.ExitCode.OK, id="tests are only listed"),
        pytest.param(("no_such_file.py",), pytest.ExitCode.USAGE_ERROR, id="a mistyped path"),
        pytest.param(("-m", "not not not ("), pytest.ExitCode.USAGE_ERROR, id="a wrong expression"),
        pytest.param(("--no-such-option",), pytest.ExitCode.USAGE_ERROR, id="a wrong option"),
    ],
)
def test_the_last_report_stays_where_no_test_is_to_run(
    folder: pytest.Pytester, options: tuple[str, ...], ends: pytest.ExitCode, workers: tuple[str, ...]
) -> None:
    result = folder.runpytest_subprocess(*REPORTED, *options, *workers)

    assert kept(folder)
    assert result.ret == ends or workers  # pytest-xdist has exit codes of its own


@pytest.mark.parametrize("workers", [(), ("-n", "1")], ids=["one process", "a worker"])
@pytest.mark.parametrize(
    ("options", "ends", "says"),
    [
        pytest.param((), pytest.ExitCode.OK, "The test passed", id="a test runs"),
        pytest.param(
            ("-k", "other"), pytest.ExitCode.NO_TESTS_COLLECTED, "Nothing was tested", id="none is found"
        ),
    ],
)
def test_a_run_replaces_the_last_report(
    folder: pytest.Pytester,
    options: tuple[str, ...],
    ends: pytest.ExitCode,
    says: str,
    workers: tuple[str, ...],
) -> None:
    assert folder.runpytest_subprocess(*REPORTED, *options, *workers).ret == ends

    assert not (folder.path / "out" / "parts" / f"{'0' * 32}.jpg").exists()
    assert f"<h1>{says}</h1>" in (folder.path / "out" / "report.html").read_text(encoding="utf-8")
