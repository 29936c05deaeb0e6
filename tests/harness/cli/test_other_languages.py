"""The programs of docs/programs-in-other-languages.md, as they stand there, against the checker."""

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.check_page.asking import Caller, serving
from tests.house.tree import ROOT, read

PAGE = Path("docs/programs-in-other-languages.md")
FILE = ROOT / "fixtures/files/bad-eis-shares-differ-2026-10.txt"
BLOCK = re.compile(r"^```\w+ (?P<name>\S+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
TOOLS = {
    "check.php": (["php"], [], ["php", "check.php"]),
    "Check.cs": (
        ["mcs", "mono"],
        ["mcs", "-r:System.Runtime.Serialization", "Check.cs"],
        ["mono", "Check.exe"],
    ),
    "CheckFile.dpr": (["fpc"], ["fpc", "-Mdelphi", "CheckFile.dpr"], ["./CheckFile"]),
}
Run = Callable[[str], subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def checker() -> Iterator[Caller]:
    with serving() as caller:
        yield caller


@pytest.fixture(params=TOOLS)
def program(request: pytest.FixtureRequest, tmp_path: Path, checker: Caller) -> Run:
    """Runs one program of the page with a token, on a file that has one error."""
    needed, build, start = TOOLS[request.param]
    if missing := [tool for tool in needed if shutil.which(tool) is None]:
        pytest.skip(f"{', '.join(missing)} is not installed here")
    programs = {match["name"]: match["body"] for match in BLOCK.finditer(read(PAGE))}
    (tmp_path / request.param).write_text(programs[request.param], encoding="utf-8")
    if build:
        subprocess.run(build, cwd=tmp_path, check=True, capture_output=True)

    def run(token: str) -> subprocess.CompletedProcess[str]:
        facts = json.dumps({"address": checker.server.origin, "token": token})
        (tmp_path / "checker.json").write_text(facts + "\n", encoding="utf-8")
        return subprocess.run([*start, str(FILE)], cwd=tmp_path, check=False, capture_output=True, text=True)

    return run


def test_it_says_what_is_wrong(program: Run, checker: Caller) -> None:
    finished = program(checker.server.token)

    lines = finished.stdout.splitlines()
    assert lines[0].startswith("error AM11 line 3, columns 233-238: EIS employer share RM 11.90")
    assert (lines[-1], finished.returncode) == ("invalid", 1)


def test_it_says_why_it_was_refused(program: Run) -> None:
    finished = program("wrong")

    assert "The token is missing" in finished.stderr
    assert finished.returncode == 2
