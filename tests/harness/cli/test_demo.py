"""When `assist demo` counts as passed: every step, on every target that is due."""

from pathlib import Path

import pytest

from harness.cli.demo import _judge
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
