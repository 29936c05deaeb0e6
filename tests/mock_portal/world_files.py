"""Worlds for tests of the core: a registry in a folder, and rows that belong to no capability."""

from datetime import datetime
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mock_portal.database import transaction
from mock_portal.worlds import templates
from mock_portal.worlds.clock import MALAYSIA
from mock_portal.worlds.models import DueEvent
from mock_portal.worlds.registry import Registry

FAR = datetime(2099, 1, 1, tzinfo=MALAYSIA)


def registry_in(folder: Path) -> Registry:
    return Registry(folder)


def make(registry: Registry, name: str) -> Path:
    """A fresh world of scenario demo."""
    registry.create(templates.template(registry.data, "demo"), name)
    return registry.world_file(name)


def add_row(session: Session, subject: str) -> None:
    """A row in a table that every world has; it never falls due."""
    session.add(DueEvent(due_at=FAR, kind="test", subject=subject))
    session.flush()


def rows(world_file: Path) -> list[str]:
    with transaction(world_file, may_write=False) as session:
        return list(session.scalars(select(DueEvent.subject).filter_by(kind="test").order_by(DueEvent.id)))


def count_rows(session: Session) -> int:
    return session.scalar(select(func.count(DueEvent.id))) or 0
