"""What the guides tell a QA engineer: how to install, and suites that pass as they stand there."""

import re
import tomllib
from pathlib import Path

import pytest

from harness.targets import find_target
from harness.targets.compatibility import playwright_fault
from tests.house.tree import files_ending, read

pytest_plugins = ["pytester"]

EXAMPLE = re.compile(r"^```python test\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
EXAMPLES = [
    pytest.param(example["body"], id=f"{path.as_posix()}-{number}")
    for path in files_ending(".md")
    for number, example in enumerate(EXAMPLE.finditer(read(path)), start=1)
]


def test_the_line_that_installs_names_extras_that_exist() -> None:
    project = tomllib.loads(read(Path("pyproject.toml")))["project"]
    named = re.findall(r"pip install \"[^\"\[]*\[([a-z,]+)\]\"", read(Path("docs/qa-engineers.md")))

    assert named == ["portal,harness", "portal,harness"]
    assert {"portal", "harness"} < set(project["optional-dependencies"])


def test_the_playwright_that_the_guide_names_drives_the_firefox_here() -> None:
    target = find_target("firefox")
    (version,) = set(re.findall(r'"playwright==([\d.]+)"', read(Path("docs/qa-engineers.md"))))

    assert target is not None, "run assist setup"
    assert playwright_fault(target, version) is None


@pytest.mark.slow
@pytest.mark.only_target("chrome")
@pytest.mark.parametrize("example", EXAMPLES)
def test_a_marked_suite_passes(pytester: pytest.Pytester, example: str) -> None:
    pytester.makepyfile(example)

    result = pytester.runpytest_subprocess(
        "-q", "-p", "no:cacheprovider", "--assist-target", "chrome", "--assist-headless-shell"
    )

    result.assert_outcomes(passed=len(re.findall(r"^def test_", example, re.MULTILINE)))
