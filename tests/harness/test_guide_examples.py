"""What the guides tell a QA engineer: how to install, and suites that pass as they stand there."""

import importlib
import inspect
import pkgutil
import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from harness import pages, tasks
from harness.pages.screens import SCREENS
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


def test_the_guide_lists_every_task_and_every_module_of_page_objects() -> None:
    guide = read(Path("docs/qa-engineers.md"))
    called = [name for name in tasks.__all__ if inspect.isfunction(getattr(tasks, name))]
    modules = {facts.page.__module__.rpartition(".")[2] for facts in SCREENS}

    assert [name for name in (*called, *sorted(modules)) if f"`{name}`" not in guide] == []


def test_the_guide_calls_each_task_as_it_is_called() -> None:
    block = read(Path("docs/qa-engineers.md")).partition("log_in(site, who)")
    written = dict(re.findall(r"(\w+)\(([^)]*)\)", f"log_in(site, who){block[2].partition('```')[0]}"))

    assert len(written) > len(tasks.__all__) // 3
    assert {name: given.split(", ")[1:] for name, given in written.items()} == {
        name: _beside_the_first(getattr(tasks, name)) for name in written
    }


def _beside_the_first(task: Callable[..., object]) -> list[str]:
    """The parameters as a call shows them: a * before those given by name, and what they are if left out."""
    asked = [
        parameter.replace(annotation=inspect.Parameter.empty)
        for parameter in inspect.signature(task).parameters.values()
    ]
    return str(inspect.Signature(asked)).strip("()").split(", ")[1:]


def test_the_guide_names_no_page_object_that_there_is_not() -> None:
    listed = read(Path("docs/qa-engineers.md")).partition("| module of")[2].partition("###")[0]
    named = set(re.findall(r"`([A-Z]\w+)`", listed))
    there = {
        name
        for module in pkgutil.iter_modules(pages.__path__)
        for name in dir(importlib.import_module(f"harness.pages.{module.name}"))
    }

    assert named - there == set()


@pytest.mark.slow
@pytest.mark.usefixtures("one_portal")
@pytest.mark.only_target("chrome")
@pytest.mark.parametrize("example", EXAMPLES)
def test_a_marked_suite_passes(pytester: pytest.Pytester, example: str) -> None:
    pytester.makepyfile(example)

    result = pytester.runpytest_subprocess(
        "-q", "-p", "no:cacheprovider", "--assist-target", "chrome", "--assist-headless-shell"
    )

    result.assert_outcomes(passed=len(re.findall(r"^def test_", example, re.MULTILINE)))
