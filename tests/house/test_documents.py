"""What the documents say is so: commands exist, links lead somewhere, marked examples run, forms are kept."""

import os
import re
import shlex
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from harness.cli.main import COMMANDS
from tests.house.tree import ROOT, files_ending, read

DOCUMENTS = files_ending(".md")
BLOCK = re.compile(r"^```(?P<kind>[^\n]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
DECISIONS = tuple(path for path in DOCUMENTS if path.parent.name == "decisions")
# `assist` as a word of a command: at the start of a line of code, or of a stretch of code in a sentence.
ASSIST = re.compile(r"(?:^|`|[\\/])assist ([a-z]+)", re.MULTILINE)
MAKE = re.compile(r"(?:^|`)make ([a-z-]+)", re.MULTILINE)


@cache
def make_targets() -> frozenset[str]:
    return frozenset(re.findall(r"^([a-z-]+):.*?##", read(Path("Makefile")), re.MULTILINE))


def code_of(path: Path) -> str:
    """The code of a document: its blocks, and the stretches between backticks."""
    text = read(path)
    blocks = "\n".join(match["body"] for match in BLOCK.finditer(text))
    return blocks + "\n" + "\n".join(re.findall(r"`[^`\n]+`", BLOCK.sub("", text)))


def runnable(kind: str) -> list[object]:
    """The blocks of this kind that are marked `run`, each a case named by its document and number."""
    return [
        pytest.param(match["body"], id=f"{path.as_posix()}-{number}")
        for path in DOCUMENTS
        for number, match in enumerate(BLOCK.finditer(read(path)), start=1)
        if match["kind"].split() == [kind, "run"]
    ]


@pytest.mark.parametrize("path", DOCUMENTS, ids=Path.as_posix)
def test_every_command_named_exists(path: Path) -> None:
    said = set(ASSIST.findall(code_of(path)))

    assert said - set(COMMANDS) == set()


@pytest.mark.parametrize("path", DOCUMENTS, ids=Path.as_posix)
def test_every_make_target_named_exists(path: Path) -> None:
    assert set(MAKE.findall(code_of(path))) - make_targets() == set()


def test_every_option_of_the_plugin_that_is_named_exists(pytestconfig: pytest.Config) -> None:
    named = {option for path in DOCUMENTS for option in re.findall(r"--assist-[a-z-]+", read(path))}

    unknown = object()
    assert [name for name in named if pytestconfig.getoption(name, default=unknown) is unknown] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=Path.as_posix)
def test_every_link_and_picture_inside_the_repository_leads_somewhere(path: Path) -> None:
    links = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", BLOCK.sub("", read(path)))

    assert [link for link in links if not (ROOT / path.parent / link).exists()] == []


@pytest.mark.parametrize("body", runnable("sh"))
def test_a_marked_command_runs(body: str) -> None:
    tools = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    for line in body.splitlines():
        command, _, remark = line.partition("  # exits ")
        words = shlex.split(command)
        words[0] = str(Path(sys.executable).parent / words[0])
        done = subprocess.run(
            words,
            cwd=ROOT,
            env={**os.environ, "PATH": tools},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == int(remark or 0), f"{line}\n{done.stdout}{done.stderr}"


@pytest.mark.parametrize("body", runnable("python"))
def test_a_marked_example_runs(body: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", body], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )

    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("path", DECISIONS, ids=Path.as_posix)
def test_a_decision_is_one_page_that_answers_four_questions(path: Path) -> None:
    text = read(path)

    assert re.match(r"\d{4}-[a-z0-9-]+\.md$", path.name)
    assert len(text.split()) <= 450
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == [
        "What",
        "Why",
        "What else",
        "What would change it",
    ]


def test_decisions_are_numbered_without_a_gap() -> None:
    assert [int(path.name[:4]) for path in DECISIONS] == list(range(1, len(DECISIONS) + 1))


def test_the_changelog_keeps_its_form() -> None:
    text = read(Path("CHANGELOG.md"))
    releases = re.findall(r"^## (.+)$", text, re.MULTILINE)
    kinds = set(re.findall(r"^### (.+)$", text, re.MULTILINE))

    assert text.startswith("# Changelog\n")
    assert releases[0] == "[Unreleased]"
    assert all(re.fullmatch(r"\[\d+\.\d+\.\d+\] - \d{4}-\d\d-\d\d", release) for release in releases[1:])
    assert kinds <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def test_make_help_lists_every_target_that_a_person_calls() -> None:
    called = re.search(r"^\.PHONY: (.+)$", read(Path("Makefile")), re.MULTILINE)
    assert called is not None

    assert make_targets() == set(called[1].split()) - {"python", "install"}


def test_ci_calls_make_test_and_nothing_else() -> None:
    lines = [line for line in read(Path(".ci/run")).splitlines() if not line.startswith(("#", "set ", "cd "))]

    assert lines == ["exec make test"]


def test_nothing_says_to_install_this_project_from_an_index_that_it_is_not_on() -> None:
    said = re.compile(r"pip install [^\n]*(?<![/.\w-])assist[-_]harness")

    assert [path.as_posix() for path in files_ending(".py", ".md", ".html") if said.search(read(path))] == []
