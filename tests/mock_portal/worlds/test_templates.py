"""A template is made once for what decides it, and found again by later runs."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from mock_portal.worlds import templates
from mock_portal.worlds.scenarios import load


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache folder of a user."""
    folder = tmp_path / "cache"
    monkeypatch.setattr(templates, "kept_between_runs", lambda what: folder / what)
    return folder


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles of the scenarios that a world was made of, in order."""
    titles: list[str] = []

    def build(name: str, stem: str, target: Path) -> None:
        titles.append(load(name).title)
        with closing(sqlite3.connect(target)) as connection:
            connection.execute(f"CREATE TABLE {stem} (id)")

    monkeypatch.setattr(templates, "_build", build)
    return titles


def scenario(folder: Path, title: str) -> str:
    file = folder / "shop.toml"
    file.write_text(f'title = "{title}"\nclock = 2026-11-10T09:00:00+08:00\n', encoding="utf-8")
    return str(file)


@pytest.mark.usefixtures("cache")
def test_a_later_run_finds_what_an_earlier_one_made(tmp_path: Path, made: list[str]) -> None:
    shop = scenario(tmp_path, "A shop")

    first = templates.template(tmp_path / "one", shop)
    second = templates.template(tmp_path / "two", shop)

    assert made == ["A shop"]
    assert first != second
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.usefixtures("cache")
def test_a_changed_scenario_is_made_anew(tmp_path: Path, made: list[str]) -> None:
    templates.template(tmp_path, scenario(tmp_path, "A shop"))
    templates.template(tmp_path, scenario(tmp_path, "A larger shop"))

    assert made == ["A shop", "A larger shop"]


@pytest.mark.usefixtures("cache")
def test_a_changed_portal_makes_it_anew(
    tmp_path: Path, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shop = scenario(tmp_path, "A shop")
    templates.template(tmp_path, shop)
    monkeypatch.setattr(templates, "_source", lambda: "of tomorrow")

    templates.template(tmp_path, shop)

    assert len(made) == 2


def test_a_home_that_cannot_be_written_costs_nothing_but_time(
    tmp_path: Path, made: list[str], cache: Path
) -> None:
    cache.write_text("a file where the folder would be", encoding="utf-8")
    shop = scenario(tmp_path, "A shop")

    assert templates.template(tmp_path / "one", shop).exists()
    assert templates.template(tmp_path / "two", shop).exists()
    assert len(made) == 2


def test_only_the_newest_are_kept(tmp_path: Path, made: list[str], cache: Path) -> None:
    for number in range(templates.AT_MOST_KEPT + 3):
        templates.template(tmp_path, scenario(tmp_path, f"Shop {number}"))

    assert len(made) == templates.AT_MOST_KEPT + 3
    assert len(list((cache / "templates").glob("*.sqlite"))) == templates.AT_MOST_KEPT


def test_a_failed_making_leaves_nothing_behind(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_name: str, _stem: str, target: Path) -> None:
        target.touch()
        raise ZeroDivisionError

    monkeypatch.setattr(templates, "_build", fail)

    with pytest.raises(ZeroDivisionError):
        templates.template(tmp_path, scenario(tmp_path, "A shop"))

    assert not list((tmp_path / "templates").iterdir())
    assert not cache.exists()
