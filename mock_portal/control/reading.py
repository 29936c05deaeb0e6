"""Looking into a world from beside it."""

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy.orm import Session

from mock_portal.database import transaction
from mock_portal.edge import Edge
from mock_portal.worlds.registry import NoSuchWorld

__all__ = ["change_world", "read_world"]

Answer = TypeVar("Answer")


def read_world(shared: Edge, name: str, read: Callable[[Session], Answer]) -> Answer:
    """What `read` finds in a world.

    Raises:
        NoSuchWorld: it does not exist.
    """
    try:
        with transaction(shared.registry.world_file(name), may_write=False) as session:
            return read(session)
    except FileNotFoundError:
        raise NoSuchWorld(name) from None


def change_world(shared: Edge, name: str, change: Callable[[Session], Answer]) -> Answer:
    """What `change` makes of a world.

    Raises:
        NoSuchWorld: it does not exist.
    """
    try:
        with transaction(shared.registry.world_file(name)) as session:
            return change(session)
    except FileNotFoundError:
        raise NoSuchWorld(name) from None
