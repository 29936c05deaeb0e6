import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm import Session

from mock_portal.database import leaves_nothing, transaction, world_engine
from mock_portal.errors import PortalError
from mock_portal.worlds.models import DueEvent
from tests.mock_portal.conftest import Portal
from tests.mock_portal.world_files import FAR, add_row, rows

SCRIPTS = Path(__file__).parent / "scripts"


class _Refused(PortalError):
    pass


class _RefusedButRecorded(PortalError):
    keeps_what_was_written = True


@leaves_nothing
def write_then_raise(session: Session, *, error: Exception) -> None:
    add_row(session, "written before it raised")
    raise error


@pytest.fixture
def world_file(portal: Portal) -> Path:
    return portal.edge.registry.world_file(portal.world)


def test_a_rolled_back_savepoint_leaves_no_row(world_file: Path) -> None:
    with transaction(world_file) as session:
        add_row(session, "before")
        savepoint = session.begin_nested()
        add_row(session, "inside")
        savepoint.rollback()
        add_row(session, "after")

    assert rows(world_file) == ["before", "after"]


@pytest.mark.parametrize("error", [_Refused(), ValueError()], ids=["refused", "a fault"])
def test_a_service_that_raises_leaves_nothing_of_itself(world_file: Path, error: Exception) -> None:
    with transaction(world_file) as session:
        add_row(session, "written by the caller")
        with pytest.raises(type(error)):
            write_then_raise(session, error=error)

    assert rows(world_file) == ["written by the caller"]


def test_a_service_that_says_so_keeps_what_it_wrote(world_file: Path) -> None:
    with transaction(world_file) as session, pytest.raises(_RefusedButRecorded):
        write_then_raise(session, error=_RefusedButRecorded())

    assert rows(world_file) == ["written before it raised"]


def test_a_transaction_that_raises_leaves_nothing(world_file: Path) -> None:
    def write_and_raise() -> None:
        with transaction(world_file) as session:
            add_row(session, "lost")
            raise _Refused

    with pytest.raises(_Refused):
        write_and_raise()

    assert rows(world_file) == []


def test_a_commit_that_fails_leaves_nothing_and_the_world_goes_on(world_file: Path) -> None:
    def commit_the_same_number_twice() -> None:
        with transaction(world_file) as session:
            session.add(DueEvent(id=1, due_at=FAR, kind="test", subject="first"))
            session.flush()
            session.expunge_all()
            session.add(DueEvent(id=1, due_at=FAR, kind="test", subject="second"))

    with pytest.raises(IntegrityError):
        commit_the_same_number_twice()

    with transaction(world_file) as session:
        add_row(session, "later")

    assert rows(world_file) == ["later"]


def test_a_reader_sees_one_state_from_its_first_look_to_its_end(world_file: Path) -> None:
    with transaction(world_file, may_write=False) as reader:
        before = reader.query(DueEvent).count()
        with transaction(world_file) as writer:
            add_row(writer, "meanwhile")

        assert reader.query(DueEvent).count() == before


def test_what_began_as_a_reading_cannot_write(world_file: Path) -> None:
    def write_while_reading() -> None:
        with transaction(world_file, may_write=False) as session:
            add_row(session, "would be refused now and then")

    with pytest.raises(OperationalError, match="readonly"):
        write_while_reading()

    with transaction(world_file) as session:
        add_row(session, "on the same connection")
    assert rows(world_file) == ["on the same connection"]


def test_all_worlds_share_one_engine(portal: Portal) -> None:
    before = world_engine()

    with transaction(portal.edge.registry.world_file(portal.another_world())) as session:
        engine = session.get_bind().engine

    assert engine is before


def test_two_worlds_open_at_once_keep_their_rows_apart(portal: Portal, world_file: Path) -> None:
    other = portal.edge.registry.world_file(portal.another_world())

    with transaction(world_file) as here, transaction(other) as there:
        add_row(here, "here")
        add_row(there, "there")
        here.commit()
        add_row(here, "here again")

    assert (rows(world_file), rows(other)) == (["here", "here again"], ["there"])


def test_a_hundred_worlds_fit_under_a_low_limit_of_open_files(tmp_path: Path) -> None:
    finished = subprocess.run(
        [sys.executable, SCRIPTS / "open_many_worlds.py", tmp_path, "100"],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )

    assert (finished.stdout.strip(), finished.returncode) == ("kept 64", 0), finished.stderr


def test_two_processes_that_write_one_world_are_never_told_that_it_is_locked(world_file: Path) -> None:
    writers = [
        subprocess.Popen(
            [sys.executable, SCRIPTS / "write_world.py", world_file, name, "150"],
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        for name in ("first", "second")
    ]

    problems = [writer.communicate(timeout=60)[1] for writer in writers]

    assert problems == ["", ""]
    assert sorted(rows(world_file)) == ["first"] * 150 + ["second"] * 150
