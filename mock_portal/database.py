"""One engine for all worlds, and transactions that mean what they say.

SQLite under SQLAlchemy, measured on Python 3.11: with the driver's own transaction handling a rolled-back
savepoint leaves its rows behind, and a read-then-write after another worker's commit fails at once with
`database is locked` whatever the time-out. So the driver begins nothing (`isolation_level=None`); an event
begins, plainly for reading and with BEGIN IMMEDIATE for whatever may write.
"""

import functools
import os
import sqlite3
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any, Concatenate, Final, ParamSpec, TypeVar

from sqlalchemy import Connection, Engine, MetaData, NullPool, create_engine, event
from sqlalchemy.orm import DeclarativeBase, Session

from mock_portal.errors import PortalError
from mock_portal.worlds.watch import tell_changed

__all__ = [
    "KEPT_CONNECTIONS",
    "Base",
    "WorldSession",
    "close_all_kept",
    "close_kept",
    "leaves_nothing",
    "read_row",
    "transaction",
]

KEPT_CONNECTIONS: Final = 64
_LOCK_TIMEOUT_SECONDS: Final = 30.0

_world_file: ContextVar[Path] = ContextVar("world_file")

P = ParamSpec("P")
R = TypeVar("R")


class Base(DeclarativeBase):
    """The tables of a world."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class _KeptConnection(sqlite3.Connection):
    """A connection that goes back on the shelf when SQLAlchemy closes it."""

    shelf_key: tuple[str, int]

    def close(self) -> None:
        if self.in_transaction:
            self.rollback()
        if _key(Path(self.shelf_key[0])) == self.shelf_key:
            _shelf.put(self)
        else:  # its world was deleted meanwhile
            self.really_close()

    def really_close(self) -> None:
        super().close()


class _Shelf:
    """Open connections by world file, at most `KEPT_CONNECTIONS`, the longest unused closed first.

    An engine per world would cost three file handles each, and many systems allow 1,024.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._free: OrderedDict[int, _KeptConnection] = OrderedDict()

    def take(self, path: Path) -> _KeptConnection:
        key = _key(path)
        if key is None:
            raise FileNotFoundError(path)
        with self._lock:
            for handle, connection in reversed(self._free.items()):
                if connection.shelf_key == key:
                    del self._free[handle]
                    return connection
        # mode=rw: a world that was deleted meanwhile must not come back as an empty file.
        try:
            connection = sqlite3.connect(
                f"{path.resolve().as_uri()}?mode=rw",
                uri=True,
                timeout=_LOCK_TIMEOUT_SECONDS,
                isolation_level=None,
                check_same_thread=False,
                factory=_KeptConnection,
            )
        except sqlite3.OperationalError as error:
            if path.exists():
                raise
            raise FileNotFoundError(path) from error
        connection.shelf_key = key
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA synchronous=NORMAL")
        return connection

    def put(self, connection: _KeptConnection) -> None:
        with self._lock:
            self._free[id(connection)] = connection
            surplus = [self._free.popitem(last=False)[1] for _ in range(len(self._free) - KEPT_CONNECTIONS)]
        for old in surplus:
            old.really_close()

    def start_anew(self) -> None:
        """Leave the parent's connections to the parent: SQLite's must not cross a fork."""
        self._lock = threading.Lock()
        self._inherited, self._free = self._free, OrderedDict()

    def forget(self, path: Path | None) -> None:
        with self._lock:
            gone = [(h, c) for h, c in self._free.items() if path is None or c.shelf_key[0] == str(path)]
            for handle, _ in gone:
                del self._free[handle]
        for _, connection in gone:
            connection.really_close()


def _key(path: Path) -> tuple[str, int] | None:
    """What tells a world's file; with its inode, since a world made again under an old name is another."""
    try:
        return str(path), path.stat().st_ino
    except FileNotFoundError:
        return None


_shelf = _Shelf()
if hasattr(os, "register_at_fork"):  # a server may make its workers so; Windows has no fork
    os.register_at_fork(after_in_child=_shelf.start_anew)


def read_row(world_file: Path, question: str) -> tuple[Any, ...]:
    """The one row of a SELECT, read without a transaction and without SQLAlchemy's cost.

    For what every request asks before it knows whether it needs the database at all.

    Raises:
        FileNotFoundError: there is no such world any more.
    """
    connection = _shelf.take(world_file)
    try:
        row: tuple[Any, ...] | None = connection.execute(question).fetchone()
    finally:
        connection.close()
    if row is None:
        raise LookupError(question)
    return row


def close_all_kept() -> None:
    """Close all idle connections of this process."""
    _shelf.forget(None)


def close_kept(path: Path) -> None:
    """Close the idle connections to a world file, so that it can be deleted on every system."""
    _shelf.forget(path)


@functools.cache
def world_engine() -> Engine:
    """The process's one engine; its connections open the world of the running request."""
    engine = create_engine(
        "sqlite://",
        creator=lambda: _shelf.take(_world_file.get()),
        poolclass=NullPool,
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        may_write = connection.get_execution_options().get("may_write", True)
        # A write that began as a reading would fail now and then, with 'locked'; so it fails at once.
        connection.exec_driver_sql(f"PRAGMA query_only={int(not may_write)}")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if may_write else "BEGIN")

    return engine


class WorldSession(Session):
    """A session that holds one connection to one world from its first line to `close`.

    Bound to the connection, not to the engine: a second world opened meanwhile cannot catch its later
    transactions.
    """

    def __init__(self, world_file: Path, *, may_write: bool) -> None:
        token = _world_file.set(world_file)
        try:
            self._held = world_engine().connect().execution_options(may_write=may_write)
        finally:
            _world_file.reset(token)
        super().__init__(self._held, expire_on_commit=False)
        self._world_file = world_file
        self._told = self._changes()

    def commit(self) -> None:
        """Commit, then tell who watches the world, if anything was written."""
        super().commit()
        if self._changes() != self._told:
            self._told = self._changes()
            tell_changed(self._world_file)

    def close(self) -> None:
        """Roll back what is open and give the connection back."""
        super().close()
        self._held.close()

    def _changes(self) -> int:
        driver: Any = self._held.connection.driver_connection
        changes: int = driver.total_changes
        return changes


@contextmanager
def transaction(world_file: Path, *, may_write: bool = True) -> Iterator[Session]:
    """One transaction on a world: committed when the block ends, rolled back when it raises."""
    with WorldSession(world_file, may_write=may_write) as session:
        yield session
        session.commit()


def leaves_nothing(
    service: Callable[Concatenate[Session, P], R],
) -> Callable[Concatenate[Session, P], R]:
    """A service function that leaves no row behind when it raises.

    It runs in a savepoint. An error that says `keeps_what_was_written` (a failed log-in is recorded) keeps
    its rows; every other one takes them back.
    """

    @functools.wraps(service)
    def run(session: Session, /, *args: P.args, **kwargs: P.kwargs) -> R:
        savepoint = session.begin_nested()
        try:
            answer = service(session, *args, **kwargs)
        except PortalError as error:
            if error.keeps_what_was_written:
                savepoint.commit()
            else:
                savepoint.rollback()
            raise
        except BaseException:
            savepoint.rollback()
            raise
        savepoint.commit()
        return answer

    return run
