"""When `assist demo` counts as passed: every step, on every target that is due."""

import subprocess
import sys
from pathlib import Path

import pytest

from harness.cli.demo import _judge
from harness.cli.main import run
from harness.report import Case, Outcome, TargetFacts
from harness.targets import Machine


@pytest.fixture
def debian(tmp_path: Path) -> Machine:
    (tmp_path / "etc").mkdir()
    (tmp_path / "etc" / "debian_version").touch()
    return Machine(platform="linux", environment={}, home=tmp_path, root=tmp_path, revisions={})


def ran(*targets: str, outcome: Outcome = Outcome.PASSED) -> list[Case]:
    return [
        Case(
            test="demo",
            title="The main job",
            target=TargetFacts(name, name.title(), name, "1.0", name, "CDP", genuine=True, why=""),
            outcome=outcome,
            seconds=1.0,
        )
        for name in targets
    ]


def test_three_targets_that_passed_are_a_pass(debian: Machine) -> None:
    assert _judge(ran("chrome", "firefox", "edge"), debian) == 0


def test_one_target_that_failed_is_a_failure(debian: Machine) -> None:
    cases = ran("chrome", "firefox") + ran("edge", outcome=Outcome.FAILED)

    assert _judge(cases, debian) == 1


def test_on_debian_a_missing_target_is_a_failure_that_names_it(
    debian: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _judge(ran("chrome", "edge"), debian) == 1
    assert "firefox is missing. Run: assist setup" in capsys.readouterr().err


def test_elsewhere_what_is_there_is_enough(tmp_path: Path) -> None:
    machine = Machine(platform="darwin", environment={}, home=tmp_path, root=tmp_path, revisions={})

    assert _judge(ran("chrome"), machine) == 0


def test_a_mode_of_javascript_that_is_none_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["demo", "--javascript", "maybe"]) == 2
    assert "Use --javascript on, off or both." in capsys.readouterr().err


# Presses Ctrl-C, as every system has it, when the second picture of a page was taken: the first step is told.
INTERRUPTED = """
import _thread, pathlib, signal, sys, threading
from harness.cli.main import run

signal.signal(signal.SIGINT, signal.default_int_handler)  # a run in the background begins with it ignored

def press_when_a_page_was_seen():
    while len(list(pathlib.Path(sys.argv[1], "parts").glob("*.jpg"))) < 2:
        threading.Event().wait(0.05)
    _thread.interrupt_main()

threading.Thread(target=press_when_a_page_was_seen, daemon=True).start()
sys.exit(run(["demo", "--report", sys.argv[1]]))
"""


@pytest.mark.slow
def test_ctrl_c_stops_the_demo_and_leaves_a_report_of_what_ran(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED, str(tmp_path / "out")],
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=120,
    )

    assert done.returncode == 130, done.stderr
    assert "passed  Open the portal" in done.stdout
    assert "FAILED" not in done.stdout
    assert "Traceback" not in done.stderr
    page = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert "<h1>Stopped before the end</h1>" in page
    assert "Open the portal" in page
