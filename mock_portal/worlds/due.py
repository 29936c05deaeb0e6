"""What happens by itself when the world's clock gets there: a table of due events, run lazily, in order.

No daemon and no sleeping: the next request to the world, or the control API after it moved the clock, runs
what fell due, each event at its own time and in its own transaction.
"""

from collections.abc import Callable
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mock_portal.database import transaction
from mock_portal.worlds.models import DueEvent, WorldState

__all__ = ["cancel", "plan", "run_due"]

# Kind of event -> the service that answers it, named by string so that worlds know no capability.
HANDLERS: Final[dict[str, str]] = {
    "accounts.password_reminder": "mock_portal.accounts.due:remind_of_expiry",
    "bank.callback": "mock_portal.bank.due:send_callback",
    "payments.no_answer": "mock_portal.payments.due:no_answer",
    "payments.authorisation_expired": "mock_portal.payments.due:authorisation_expired",
    "registration.amendment_expired": "mock_portal.registration.due:amendment_expired",
    "registration.approve_by_itself": "mock_portal.registration.due:approve_by_itself",
    "registration.verification_expired": "mock_portal.registration.due:verification_expired",
}


def plan(session: Session, kind: str, *, due_at: datetime, subject: str = "") -> None:
    """Let `kind` happen to `subject` at `due_at` of the world's clock."""
    if kind not in HANDLERS:
        raise ValueError(f"nobody answers {kind}")
    session.add(DueEvent(kind=kind, due_at=due_at, subject=subject))
    session.flush()


def cancel(session: Session, kind: str, subject: str) -> None:
    """Take back what was planned for `subject`."""
    for waiting in session.scalars(select(DueEvent).filter_by(kind=kind, subject=subject)):
        session.delete(waiting)
    session.flush()


def is_anything_due(session: Session, now: datetime) -> bool:
    """Whether something fell due and did not happen yet."""
    first = session.scalar(select(func.min(DueEvent.due_at)))
    return first is not None and first <= now


def run_due(world_file: Path) -> int:
    """Run all that fell due by the world's clock; how many events that was."""
    ran = 0
    while _run_next(world_file):
        ran += 1
    return ran


def _run_next(world_file: Path) -> bool:
    with transaction(world_file) as session:
        now = session.get_one(WorldState, 1).clock.now()
        waiting = (
            select(DueEvent).where(DueEvent.due_at <= now).order_by(DueEvent.due_at, DueEvent.id).limit(1)
        )
        due = session.scalar(waiting)
        if due is None:
            return False
        kind, subject, at = due.kind, due.subject, due.due_at
        session.delete(due)
        session.flush()
        _handler(kind)(session, subject, at)
        return True


def _handler(kind: str) -> Callable[[Session, str, datetime], None]:
    module, _, name = HANDLERS[kind].partition(":")
    handler: Callable[[Session, str, datetime], None] = getattr(import_module(module), name)
    return handler
