"""The vendor's guide shows what the command prints, and its hook for pre-commit is one."""

import json
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from harness.cli.main import run
from tests.house.tree import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
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


def test_what_is_shown_of_a_check_names_its_day_so_that_it_holds_on_any() -> None:
    checks = re.findall(r"^assist check fixtures/[^\n]+", f"{GUIDE}\n{README}", re.MULTILINE)

    assert len(checks) >= 4
    assert [check for check in checks if "--as-of " not in check] == []


def test_the_first_check_of_the_readme_is_told_in_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    command = next(line for line in README.splitlines() if line.startswith("assist check fixtures/"))

    assert run(shlex.split(command)[1:]) == 0

    said = capsys.readouterr().out
    assert said.count("\n") == 1
    assert "Valid (" in said


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


def test_the_workflow_for_github_runs_commands_that_are_there(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    workflow = next(block for block in re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL) if "jobs:" in block)
    commands = re.findall(r"run: (assist [^\n]+)", workflow)
    pinned = re.search(r'ASSIST_RULES: "([^"]+)"', workflow)
    assert pinned
    monkeypatch.setenv("CI", "true")
    monkeypatch.setenv("ASSIST_RULES", pinned[1])
    monkeypatch.chdir(tmp_path)
    (tmp_path / "exports").mkdir()
    bad = ROOT / "fixtures" / "files" / "bad-eis-shares-differ-2026-10.txt"
    (tmp_path / "exports" / "october.txt").write_bytes(bad.read_bytes())

    codes = [run(shlex.split(command)[1:]) for command in commands]

    assert codes == [1, 1]
    shown = capsys.readouterr().out
    assert "::error file=exports/october.txt" in shown.replace("\\", "/")
    assert (tmp_path / "contribution-files.xml").is_file()
