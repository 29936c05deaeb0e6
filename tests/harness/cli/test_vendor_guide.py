"""The vendor's guide shows what the command prints, and its hook for pre-commit is one."""

import json
import re
import shlex
import subprocess
import sys
import tomllib

import pytest

from harness.cli.main import run
from tests.house.tree import ROOT

GUIDE = (ROOT / "docs" / "payroll-vendors.md").read_text(encoding="utf-8")
SHOWN = re.compile(
    r"^```sh run\n(?P<command>assist [^\n]+)\n```\n\n```text output\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
TIME = re.compile(r"\(\d+\.\d\d s\)")


@pytest.mark.parametrize("shown", [pytest.param(each, id=each["command"]) for each in SHOWN.finditer(GUIDE)])
def test_the_guide_shows_what_is_printed(
    shown: "re.Match[str]", capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "92")

    run(shlex.split(shown["command"].partition("  # exits ")[0])[1:])

    assert TIME.sub("(0.05 s)", capsys.readouterr().out) == shown["text"]


def test_something_is_shown() -> None:
    assert SHOWN.search(GUIDE)


def test_the_hook_for_pre_commit_is_one_that_pre_commit_takes() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout
    assert "entry: assist check\n" in (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")


def test_the_hook_installs_what_the_checker_needs_and_leaves_no_file_out() -> None:
    manifest = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

    needed = project["project"]["optional-dependencies"]["check"]
    listed = re.search(r"additional_dependencies: (\[.*\])", manifest)
    assert listed
    assert sorted(json.loads(listed[1])) == sorted(needed)
    assert "types: [file]" in manifest
