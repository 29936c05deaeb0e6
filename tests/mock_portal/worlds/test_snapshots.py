import sqlite3
import threading
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from mock_portal.database import WorldSession, transaction
from mock_portal.worlds import changing, snapshots
from mock_portal.worlds.models import WorldState
from mock_portal.worlds.registry import BadWorldName, NoSuchWorld
from mock_portal.worlds.snapshots import NoSuchSnapshot
from tests.mock_portal.conftest import Portal
from tests.mock_portal.world_files import add_row, rows


@pytest.fixture
def world_file(portal: Portal) -> Path:
    return portal.edge.registry.world_file(portal.world)


def write(world_file: Path, subject: str) -> None:
    with transaction(world_file) as session:
        add_row(session, subject)


def test_restoring_brings_back_what_was_and_takes_what_came_after(portal: Portal, world_file: Path) -> None:
    write(world_file, "before")
    snapshots.take(portal.edge.registry, portal.world, "clean")
    write(world_file, "after")

    snapshots.restore(portal.edge.registry, portal.world, "clean")

    assert rows(world_file) == ["before"]


def test_a_connection_that_was_open_sees_the_restored_world(portal: Portal, world_file: Path) -> None:
    snapshots.take(portal.edge.registry, portal.world, "clean")
    with WorldSession(world_file, may_write=True) as session:
        add_row(session, "after")
        session.commit()

        snapshots.restore(portal.edge.registry, portal.world, "clean")

        add_row(session, "later")
        session.commit()
    assert rows(world_file) == ["later"]


def test_a_snapshot_can_be_restored_again_and_again(portal: Portal, world_file: Path) -> None:
    snapshots.take(portal.edge.registry, portal.world, "clean")

    for name in ("once", "twice"):
        write(world_file, name)
        snapshots.restore(portal.edge.registry, portal.world, "clean")

    assert rows(world_file) == []


def test_the_clock_goes_on_from_the_moment_of_the_snapshot(portal: Portal, world_file: Path) -> None:
    snapshots.take(portal.edge.registry, portal.world, "clean")
    changing.advance_clock(portal.edge, portal.world, timedelta(days=30))

    snapshots.restore(portal.edge.registry, portal.world, "clean")

    with transaction(world_file, may_write=False) as session:
        assert session.get_one(WorldState, 1).clock.now().isoformat() == "2026-11-10T09:00:00+08:00"


def test_snapshots_forks_and_exports_under_a_writer_are_whole(portal: Portal, world_file: Path) -> None:
    enough = threading.Event()
    written: list[str] = []

    def keep_writing() -> None:
        while not enough.is_set():
            name = str(len(written))
            write(world_file, name)
            written.append(name)

    writer = threading.Thread(target=keep_writing)
    writer.start()
    try:
        forks = [portal.edge.registry.fork(portal.world) for _ in range(5)]
        snapshots.take(portal.edge.registry, portal.world, "busy")
        exported = snapshots.export(portal.edge.registry, portal.world)
    finally:
        enough.set()
        writer.join()
    portal.others.extend(forks)

    assert rows(world_file) == written
    for fork in forks:
        seen = rows(portal.edge.registry.world_file(fork))
        assert seen == written[: len(seen)]
    assert exported.startswith(b"SQLite format 3\0")


def test_restoring_under_a_writer_waits_for_it(portal: Portal, world_file: Path) -> None:
    snapshots.take(portal.edge.registry, portal.world, "clean")
    with WorldSession(world_file, may_write=True) as session:
        add_row(session, "being written")
        restoring = threading.Thread(
            target=snapshots.restore, args=(portal.edge.registry, portal.world, "clean")
        )
        restoring.start()
        session.commit()
        restoring.join(timeout=30)

    assert not restoring.is_alive()
    assert rows(world_file) == []


def test_an_export_is_one_closed_database(portal: Portal, world_file: Path, tmp_path: Path) -> None:
    write(world_file, "carried away")
    file = tmp_path / "export.sqlite"

    file.write_bytes(snapshots.export(portal.edge.registry, portal.world))

    with closing(sqlite3.connect(file)) as connection:
        found = connection.execute("SELECT subject FROM due_event WHERE kind = 'test'").fetchall()
    assert found == [("carried away",)]


def test_no_draft_is_left_behind(portal: Portal) -> None:
    snapshots.take(portal.edge.registry, portal.world, "clean")
    snapshots.restore(portal.edge.registry, portal.world, "clean")
    snapshots.export(portal.edge.registry, portal.world)

    assert list(portal.edge.settings.data.rglob("*.new*")) == []


def test_a_worlds_snapshots_go_with_it(portal: Portal) -> None:
    other = portal.another_world("short-lived")
    snapshots.take(portal.edge.registry, other, "clean")
    portal.edge.registry.delete(other)

    portal.another_world("short-lived")

    assert snapshots.names(portal.edge.registry, "short-lived") == []


def test_what_is_not_there_is_named(portal: Portal) -> None:
    registry = portal.edge.registry

    with pytest.raises(NoSuchSnapshot):
        snapshots.restore(registry, portal.world, "never-taken")
    with pytest.raises(NoSuchSnapshot):
        snapshots.restore(registry, portal.world, "../../secret")
    with pytest.raises(BadWorldName):
        snapshots.take(registry, portal.world, "../up")
    with pytest.raises(NoSuchWorld):
        snapshots.take(registry, "nothing", "clean")
