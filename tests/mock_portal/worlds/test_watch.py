"""What is kept of a world is never older than the last write to it, whoever wrote."""

import subprocess
import sys
from pathlib import Path

import pytest

from mock_portal.worlds.glance import glance
from mock_portal.worlds.registry import NoSuchWorld, Registry
from mock_portal.worlds.watch import AT_MOST, Watched
from tests.mock_portal.conftest import Portal

RENAME = """
import sys
from contextlib import closing
import sqlite3
with closing(sqlite3.connect(sys.argv[1])) as world:
    world.execute("UPDATE world_state SET scenario = 'renamed'")
    world.commit()
"""
DELETE = """
import sys
from pathlib import Path
from mock_portal.worlds.registry import Registry
Registry(Path(sys.argv[1])).delete(sys.argv[2])
"""


def elsewhere(program: str, *arguments: object) -> None:
    subprocess.run([sys.executable, "-c", program, *map(str, arguments)], check=True)


def test_a_second_look_reads_nothing(portal: Portal, monkeypatch: pytest.MonkeyPatch) -> None:
    first = glance(portal.edge.registry, portal.world)
    monkeypatch.setattr("mock_portal.worlds.glance.read_row", None)

    assert glance(portal.edge.registry, portal.world) == first


def test_a_write_of_another_process_is_seen_at_once(portal: Portal) -> None:
    assert glance(portal.edge.registry, portal.world).scenario == "demo"

    elsewhere(RENAME, portal.edge.registry.path(portal.world))

    assert glance(portal.edge.registry, portal.world).scenario == "renamed"


def test_a_world_deleted_by_another_process_is_gone_at_once(portal: Portal) -> None:
    glance(portal.edge.registry, portal.world)

    elsewhere(DELETE, portal.edge.registry.data, portal.world)

    with pytest.raises(NoSuchWorld):
        glance(portal.edge.registry, portal.world)


def test_a_world_made_again_under_its_name_is_the_new_one(portal: Portal) -> None:
    elsewhere(RENAME, portal.edge.registry.path(portal.world))
    assert glance(portal.edge.registry, portal.world).scenario == "renamed"

    elsewhere(DELETE, portal.edge.registry.data, portal.world)
    portal.another_world(portal.world)

    assert glance(portal.edge.registry, portal.world).scenario == "demo"


def test_a_file_removed_by_hand_is_missed_a_moment_later(
    portal: Portal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mock_portal.worlds.watch._TRUSTED_SECONDS", 0)
    glance(portal.edge.registry, portal.world)

    portal.edge.registry.path(portal.world).unlink()

    with pytest.raises(NoSuchWorld):
        glance(portal.edge.registry, portal.world)


def test_a_world_written_while_it_is_read_is_read_again(portal: Portal) -> None:
    watched = Watched[str]()
    file = portal.edge.registry.path(portal.world)

    def read_and_be_overtaken() -> str:
        elsewhere(RENAME, file)
        return "old"

    assert watched.read(file, read_and_be_overtaken) == "old"
    assert watched.find(file) is None


def test_only_so_many_worlds_are_held_open(portal: Portal, tmp_path: Path) -> None:
    watched = Watched[int]()
    registry = Registry(tmp_path)
    names = [f"w{number}" for number in range(AT_MOST + 1)]
    for name in names:
        registry.create(next((portal.edge.settings.data / "templates").glob("*.sqlite")), name)

    for number, name in enumerate(names):
        watched.read(registry.path(name), lambda number=number: number)  # type: ignore[misc]

    assert watched.find(registry.path(names[0])) is None
    assert watched.find(registry.path(names[-1])) == AT_MOST
