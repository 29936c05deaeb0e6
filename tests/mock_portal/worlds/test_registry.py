import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from mock_portal.database import WorldSession, transaction
from mock_portal.worlds import templates
from mock_portal.worlds.models import WorldState
from mock_portal.worlds.registry import BadWorldName, NoSuchWorld, Registry, WorldExists
from tests.mock_portal.conftest import Portal
from tests.mock_portal.world_files import add_row, make, rows


@pytest.fixture
def registry(portal: Portal, tmp_path: Path) -> Registry:
    """An empty registry that shares the template of the run."""
    registry = Registry(tmp_path)
    template = templates.template(portal.edge.settings.data, "demo")
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / template.name).write_bytes(template.read_bytes())
    return registry


def test_a_template_is_one_closed_file(portal: Portal) -> None:
    template = templates.template(portal.edge.settings.data, "demo")

    assert [p.name for p in template.parent.glob("demo-*")] == [template.name]


def test_a_new_world_is_a_whole_database_in_write_ahead_mode(registry: Registry) -> None:
    path = make(registry, "w1")

    with closing(sqlite3.connect(path)) as connection:
        mode = connection.execute("PRAGMA journal_mode").fetchone()
        check = connection.execute("PRAGMA integrity_check").fetchone()
    assert (mode, check) == (("wal",), ("ok",))


def test_a_world_without_a_name_gets_one_that_can_be_a_host(registry: Registry) -> None:
    name = registry.create(templates.template(registry.data, "demo"))

    assert registry.names() == [name]


@pytest.mark.parametrize("name", ["bank", "W7", "../w7", "", "a b", "x" * 41])
def test_a_bad_name_is_refused_and_leaves_no_file(registry: Registry, name: str) -> None:
    with pytest.raises(BadWorldName):
        make(registry, name)

    assert registry.names() == []


@pytest.mark.parametrize("name", ["con", "nul", "com1"])
def test_a_name_that_windows_keeps_for_a_device_is_a_world_like_others(registry: Registry, name: str) -> None:
    assert make(registry, name).name == f"world-{name}.sqlite"


def test_a_taken_name_is_refused_and_the_world_stays_as_it_was(registry: Registry) -> None:
    path = make(registry, "w1")
    with transaction(path) as session:
        add_row(session, "kept")

    with pytest.raises(WorldExists):
        make(registry, "w1")

    assert rows(path) == ["kept"]


def test_of_many_that_ask_for_one_name_at_once_one_gets_it(registry: Registry) -> None:
    template = templates.template(registry.data, "demo")
    begin = threading.Barrier(8)
    outcomes: list[str] = []

    def ask() -> None:
        begin.wait()
        try:
            outcomes.append(registry.create(template, "w1"))
        except WorldExists:
            outcomes.append("taken")

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcomes) == ["taken"] * 7 + ["w1"]
    assert not list((registry.data / "worlds").glob("*.new"))


def test_a_deleted_world_is_gone_for_every_worker(registry: Registry) -> None:
    path = make(registry, "w1")
    another_worker = Registry(registry.data)

    registry.delete("w1")

    with pytest.raises(NoSuchWorld):
        another_worker.world_file("w1")
    assert (registry.data / "worlds" / "world-w1.deleted").exists()
    assert not path.exists()


def test_a_tombstone_rules_even_where_the_file_could_not_be_removed(registry: Registry) -> None:
    make(registry, "w1")

    (registry.data / "worlds" / "world-w1.deleted").touch()

    assert registry.names() == []
    with pytest.raises(NoSuchWorld):
        registry.world_file("w1")


def test_a_world_made_again_under_an_old_name_is_fresh(registry: Registry) -> None:
    with transaction(make(registry, "w1")) as session:
        add_row(session, "of the old one")

    registry.delete("w1")

    assert rows(make(registry, "w1")) == []


def test_what_a_connection_to_the_old_world_does_at_its_end_does_not_touch_the_new_one(
    registry: Registry,
) -> None:
    old = WorldSession(make(registry, "w1"), may_write=True)
    add_row(old, "of the old one")
    registry.delete("w1")
    new_file = make(registry, "w1")
    with transaction(new_file) as session:
        add_row(session, "of the new one")

    old.commit()
    old.close()

    with transaction(new_file) as session:
        add_row(session, "later")
    assert rows(new_file) == ["of the new one", "later"]


def test_a_session_on_a_world_that_is_gone_does_not_bring_it_back(registry: Registry) -> None:
    path = make(registry, "w1")
    registry.delete("w1")

    with pytest.raises(FileNotFoundError):
        WorldSession(path, may_write=True)

    assert not path.exists()


def test_a_fork_is_what_the_world_is_now_and_then_goes_its_own_way(registry: Registry) -> None:
    source = make(registry, "w1")
    with transaction(source) as session:
        add_row(session, "before")

    fork = registry.world_file(registry.fork("w1", "w2"))
    with transaction(source) as session:
        add_row(session, "in the old one")
    with transaction(fork) as session:
        add_row(session, "in the fork")

    assert (rows(source), rows(fork)) == (["before", "in the old one"], ["before", "in the fork"])


def test_a_fork_of_a_world_that_is_being_written_has_what_was_committed(registry: Registry) -> None:
    source = make(registry, "w1")

    with transaction(source) as session:
        add_row(session, "committed")
        session.commit()
        add_row(session, "not committed yet")
        fork = registry.world_file(registry.fork("w1", "w2"))

    assert rows(fork) == ["committed"]


def test_a_forks_clock_goes_on_where_the_worlds_is(registry: Registry) -> None:
    source = make(registry, "w1")
    with transaction(source) as session:
        state = session.get_one(WorldState, 1)
        state.clock = state.clock.stopped()
        shown = state.clock.now()

    fork = registry.world_file(registry.fork("w1"))

    with transaction(fork, may_write=False) as session:
        assert session.get_one(WorldState, 1).clock.now() == shown


def test_only_a_world_that_is_there_can_be_forked_or_deleted(registry: Registry) -> None:
    with pytest.raises(NoSuchWorld):
        registry.fork("nothing")
    with pytest.raises(NoSuchWorld):
        registry.delete("nothing")
