"""Installed packs that cannot be read: never silently others, save where this user cannot have any."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Never

import pytest

from contributions.rates import current
from contributions.rates import in_force as packs

TOO_LONG = "x" * 5000
"""No system finds its way to such a place, not even for root."""


@pytest.fixture(autouse=True)
def nobody(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Whoever has no packs yet."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv(packs.FOLDER, raising=False)
    monkeypatch.setenv(packs.PIN, "")
    packs._found.cache_clear()
    packs._passed_over.clear()
    yield
    packs._found.cache_clear()
    packs._passed_over.clear()


@pytest.fixture
def locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of packs that is there and may not be read."""
    folder = tmp_path / "assist-harness" / "rules"
    folder.mkdir(parents=True)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    def refuse(path: Path) -> Never:
        raise PermissionError(13, "Zugriff verweigert", str(path))

    monkeypatch.setattr(Path, "iterdir", refuse)
    return folder


def test_a_user_who_cannot_enter_the_folder_has_the_rules_that_are_built_in_and_can_know(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", f"/{TOO_LONG}")

    assert current() is packs.built_in()
    assert packs.passed_over() == packs.packs_folder()


def test_a_folder_that_is_not_there_is_nothing_to_know_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    assert current() is packs.built_in()
    assert packs.passed_over() is None


def test_a_folder_that_is_there_and_cannot_be_read_may_hold_the_rules_to_go_by(locked: Path) -> None:
    with pytest.raises(packs.PacksUnreadable) as caught:
        current()

    assert caught.value.folder == locked
    assert caught.value.words.en == (
        f"the rules installed in {locked} cannot be read: Permission denied; let this user read them, or pin "
        f"those that came with this program by ASSIST_RULES={packs.built_in().version}"
    )
    assert "tidak dibenarkan" in caught.value.words.ms


def test_a_folder_that_somebody_named_must_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(packs.FOLDER, f"/{TOO_LONG}")

    with pytest.raises(packs.PacksUnreadable):
        current()


@pytest.mark.usefixtures("locked")
def test_who_pins_what_came_with_the_program_needs_no_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(packs.PIN, packs.built_in().version)

    assert current() is packs.built_in()
    assert packs.passed_over() is None


def test_a_user_without_a_home_has_the_place_that_containers_give(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_home() -> Never:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.setattr(Path, "home", no_home)

    assert packs.packs_folder() == Path("/.local/share/assist-harness/rules")
