from pathlib import Path

import pytest

from mock_portal.worlds import scenario_files, scenarios, templates
from mock_portal.worlds.making import make_world
from mock_portal.worlds.scenario_files import BadScenario, NoSuchScenario
from tests.mock_portal.conftest import Portal


def test_every_scenario_that_ships_can_be_read() -> None:
    assert "demo" in scenario_files.shipped()
    for name in scenario_files.shipped():
        scenarios.check(name)


def test_a_template_is_made_once(portal: Portal) -> None:
    first = templates.template(portal.edge.settings.data, "demo")
    made_at = first.stat().st_mtime_ns

    again = templates.template(portal.edge.settings.data, "demo")

    assert (again, again.stat().st_mtime_ns) == (first, made_at)


def test_a_world_knows_who_can_log_in_when_it_is_new() -> None:
    emails = [account.email for _, account in scenarios.logins("demo")]

    assert emails[:2] == ["aminah@contoh-maju.example", "lim@teladan.example"]


@pytest.mark.parametrize("name", ["nothing", "../demo", "", "demo.txt", "DEMO"])
def test_a_scenario_that_is_not_there_is_named(name: str) -> None:
    with pytest.raises(NoSuchScenario):
        scenarios.check(name)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("title = ", id="no TOML"),
        pytest.param('title = "A"', id="no clock"),
        pytest.param('title = "A"\nclock = 2026-11-10T09:00:00+08:00\nunheard_of = 1', id="unknown key"),
    ],
)
def test_a_file_that_is_no_scenario_is_said_to_be_bad(tmp_path: Path, text: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(BadScenario):
        scenarios.check(str(path))


def test_a_scenario_of_ones_own_makes_worlds(portal: Portal, tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text('title = "Nobody"\nclock = 2026-01-05T08:00:00+08:00\n', encoding="utf-8")

    world = make_world(portal.edge, scenario=str(path))
    portal.others.append(world)

    answer = portal.client("inbox", world=world).get("/")
    assert "05/01/2026 08:00" in answer.get_data(as_text=True)
