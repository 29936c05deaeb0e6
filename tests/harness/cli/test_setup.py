"""`assist setup`: what it installs, and what it goes on without."""

from collections.abc import Sequence

import pytest

import harness.cli.setup as command
from harness.debian import InstallFailed
from harness.targets import Machine


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The packages asked for, on a Debian that lacks nothing but the headless shell."""
    asked: list[str] = []
    monkeypatch.setattr(command, "is_root", lambda: True)
    monkeypatch.setattr(Machine, "is_debian", True)
    monkeypatch.setattr(command, "missing_packages", lambda _: ())
    monkeypatch.setattr(command, "lacks_headless_shell", lambda _: True)
    monkeypatch.setattr(command, "install", asked.extend)
    return asked


def test_the_headless_shell_is_installed_for_quicker_tests(installed: list[str]) -> None:
    assert command.main([]) == 0

    assert installed == ["chromium-headless-shell"]


def test_without_root_nothing_is_installed(installed: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "is_root", lambda: False)

    assert command.main([]) == 0
    assert installed == []


@pytest.mark.usefixtures("installed")
def test_a_headless_shell_that_cannot_be_had_stops_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(packages: Sequence[str]) -> None:
        raise InstallFailed(f"apt-get install {packages[0]}", output="Unable to locate package")

    monkeypatch.setattr(command, "install", fail)

    assert command.main([]) == 0
    assert "tests run without it" in capsys.readouterr().err
