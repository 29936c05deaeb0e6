"""The suites that the guides show pass as they stand there, in a project of one's own."""

import re

import pytest

from tests.house.tree import files_ending, read

pytest_plugins = ["pytester"]

EXAMPLE = re.compile(r"^```python test\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
EXAMPLES = [
    pytest.param(example["body"], id=f"{path.as_posix()}-{number}")
    for path in files_ending(".md")
    for number, example in enumerate(EXAMPLE.finditer(read(path)), start=1)
]


@pytest.mark.slow
@pytest.mark.only_target("chrome")
@pytest.mark.parametrize("example", EXAMPLES)
def test_a_marked_suite_passes(pytester: pytest.Pytester, example: str) -> None:
    pytester.makepyfile(example)

    result = pytester.runpytest_subprocess("-q", "-p", "no:cacheprovider", "--assist-target", "chrome")

    result.assert_outcomes(passed=len(re.findall(r"^def test_", example, re.MULTILINE)))
