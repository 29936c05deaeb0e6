"""What is kept of a world is never older than the last write to it, whoever wrote."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from threading import Barrier

import pytest

from mock_portal.worlds import snapshots
from mock_portal.worlds.glance import glance
from mock_portal.worlds.models import WorldState
from mock_portal.worlds.registry import NoSuchWorld, Registry
from mock_portal.worlds.watch import AT_MOST, Watched, sign_of
from tests.mock_portal.conftest import Portal

RENAME = """
import sys
from pathlib import Path
from sqlalchemy import text
from mock_portal.database import transaction
with transaction(Path(sys.argv[1])) as session:
    session.execute(text("UPDATE world_state SET scenario = 'renamed'"))
"""
READ = """
import json, sys
from contextlib import closing
import sqlite3
with closing(sqlite3.connect(sys.argv[1])) as world:
    (settings,) = world.execute("SELECT settings FROM world_state").fetchone()
assert json.loads(settings)["lock_seconds"] == int(sys.argv[2]), settings
"""
# The "dead man's switch" of https://www.sqlite.org/walformat.html: each process that has it open holds it.
IS_IN_USE = """
import fcntl, sys
with open(sys.argv[1], "r+b") as shared:
    try:
        fcntl.lockf(shared, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, 128)
    except OSError:
        sys.exit(0)
sys.exit("nobody seems to have the world open")
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


def test_other_processes_see_that_a_watched_world_is_in_use(portal: Portal) -> None:
    """Who opens a world that nobody seems to use empties its shared memory: others die of it (SIGBUS)."""
    pytest.importorskip("fcntl", reason="Windows keeps each handle's locks apart")
    glance(portal.edge.registry, portal.world)
    with portal.session() as session:
        session.get_one(WorldState, 1)

    elsewhere(IS_IN_USE, f"{portal.edge.registry.path(portal.world)}-shm")


def test_what_is_written_after_another_process_left_is_not_lost(portal: Portal) -> None:
    file = portal.edge.registry.path(portal.world)
    glance(portal.edge.registry, portal.world)
    elsewhere(RENAME, file)

    portal.set(lock_seconds=77)

    elsewhere(READ, file, 77)


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


def test_a_write_that_changes_nothing_tells_nobody(portal: Portal) -> None:
    glance(portal.edge.registry, portal.world)
    before = sign_of(portal.edge.registry.path(portal.world)).read_bytes()

    with portal.session(may_write=True):
        pass

    assert sign_of(portal.edge.registry.path(portal.world)).read_bytes() == before


def test_a_restored_world_is_seen_at_once(portal: Portal) -> None:
    snapshots.take(portal.edge.registry, portal.world, "before")
    portal.set(lock_seconds=77)
    assert glance(portal.edge.registry, portal.world).settings.lock_seconds == 77

    snapshots.restore(portal.edge.registry, portal.world, "before")

    assert glance(portal.edge.registry, portal.world).settings.lock_seconds != 77


def test_a_world_that_is_not_there_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(NoSuchWorld):
        glance(Registry(tmp_path), "nowhere")

    assert list(tmp_path.iterdir()) == []


def test_a_deleted_world_leaves_no_sign(portal: Portal) -> None:
    glance(portal.edge.registry, portal.world)
    sign = sign_of(portal.edge.registry.path(portal.world))
    assert sign.exists()

    portal.edge.registry.delete(portal.world)

    assert not sign.exists()


def test_only_so_many_worlds_are_kept(portal: Portal, tmp_path: Path) -> None:
    watched = Watched[int]()
    registry = Registry(tmp_path)
    template = next((portal.edge.settings.data / "templates").glob("*.sqlite"))
    files = [registry.path(registry.create(template, f"w{number}")) for number in range(AT_MOST + 1)]

    for number, file in enumerate(files):
        watched.read(file, partial(int, number))

    assert watched.find(files[0]) is None
    assert watched.find(files[-1]) == AT_MOST


def test_many_threads_that_look_at_once_all_see_the_world(portal: Portal) -> None:
    together = Barrier(8)

    def look(_: int) -> str:
        together.wait()
        return glance(portal.edge.registry, portal.world).scenario

    with ThreadPoolExecutor(8) as threads:
        assert set(threads.map(look, range(8))) == {"demo"}
