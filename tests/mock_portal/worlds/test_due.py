"""Due events are tried with a handler of the test's own: what falls due belongs to the capabilities."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from mock_portal.errors import PortalError
from mock_portal.worlds import due
from mock_portal.worlds.clock import MALAYSIA
from tests.mock_portal.conftest import Portal
from tests.mock_portal.world_files import add_row, rows

NINE = datetime(2026, 11, 10, 9, 0, tzinfo=MALAYSIA)


def write_down(session: Session, subject: str, at: datetime) -> None:
    """What happens in these tests: a row that says what and when."""
    add_row(session, f"{subject} at {at:%H:%M}")
    if subject == "broken":
        raise PortalError
    if subject == "first of two":
        due.plan(session, "test", due_at=at + timedelta(minutes=1), subject="second of two")


@pytest.fixture(autouse=True)
def test_kind() -> Iterator[None]:
    due.HANDLERS["test"] = f"{__name__}:write_down"
    yield
    del due.HANDLERS["test"]


def plan(portal: Portal, subject: str, *, minutes: int) -> None:
    with portal.session(may_write=True) as session:
        due.plan(session, "test", due_at=NINE + timedelta(minutes=minutes), subject=subject)


def happened(portal: Portal) -> list[str]:
    return [row for row in rows(portal.edge.registry.world_file(portal.world)) if " at " in row]


def test_nothing_happens_before_its_time(portal: Portal) -> None:
    plan(portal, "payment", minutes=30)

    portal.move_clock(minutes=29)

    assert happened(portal) == []


def test_what_fell_due_happens_in_its_order_each_at_its_own_time(portal: Portal) -> None:
    plan(portal, "later", minutes=20)
    plan(portal, "sooner", minutes=10)
    plan(portal, "not yet", minutes=90)

    portal.move_clock(hours=1)

    assert happened(portal) == ["sooner at 09:10", "later at 09:20"]


def test_what_an_event_plans_happens_too_when_it_is_due(portal: Portal) -> None:
    plan(portal, "first of two", minutes=5)

    portal.move_clock(minutes=10)

    assert happened(portal) == ["first of two at 09:05", "second of two at 09:06"]


def test_an_event_happens_once(portal: Portal) -> None:
    plan(portal, "once", minutes=5)
    portal.move_clock(minutes=10)

    portal.move_clock(minutes=10)
    due.run_due(portal.edge.registry.world_file(portal.world))

    assert happened(portal) == ["once at 09:05"]


def test_an_event_that_fails_leaves_nothing_and_those_before_it_stay(portal: Portal) -> None:
    plan(portal, "fine", minutes=5)
    plan(portal, "broken", minutes=6)

    with pytest.raises(PortalError):
        portal.move_clock(minutes=10)

    assert happened(portal) == ["fine at 09:05"]


def test_the_next_request_runs_what_fell_due_by_a_running_clock(portal: Portal) -> None:
    plan(portal, "late", minutes=-1)

    portal.client("inbox").get("/")

    assert happened(portal) == ["late at 08:59"]


def test_what_was_planned_can_be_taken_back(portal: Portal) -> None:
    plan(portal, "kept", minutes=5)
    plan(portal, "cancelled", minutes=5)
    with portal.session(may_write=True) as session:
        due.cancel(session, "test", "cancelled")

    portal.move_clock(minutes=10)

    assert happened(portal) == ["kept at 09:05"]


def test_only_what_somebody_answers_can_be_planned(portal: Portal) -> None:
    with pytest.raises(ValueError, match="nobody answers"), portal.session(may_write=True) as session:
        due.plan(session, "unheard of", due_at=NINE)
