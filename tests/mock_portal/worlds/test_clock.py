from datetime import UTC, datetime, timedelta

import pytest

from mock_portal.worlds import changing
from mock_portal.worlds.changing import ClockOutOfRange
from mock_portal.worlds.clock import MALAYSIA, Clock, real_now
from mock_portal.worlds.registry import NoSuchWorld
from tests.mock_portal.conftest import Portal

NINE = datetime(2026, 11, 10, 9, 0, tzinfo=MALAYSIA)


def test_a_running_clock_goes_as_fast_as_the_real_one() -> None:
    started = real_now() - timedelta(hours=2)

    shown = Clock(NINE, started).now()

    assert timedelta(0) <= shown - (NINE + timedelta(hours=2)) < timedelta(minutes=1)


def test_a_clock_that_stands_shows_the_same_for_ever() -> None:
    clock = Clock(NINE, real_now() - timedelta(days=400), running=False)

    assert clock.now() == NINE


def test_a_stopped_clock_goes_on_from_where_it_stood() -> None:
    stopped = Clock(NINE, real_now() - timedelta(hours=1)).stopped()

    started = stopped.started().now()

    assert timedelta(0) <= started - stopped.now() < timedelta(minutes=1)


def test_moving_a_clock_does_not_start_it() -> None:
    moved = Clock(NINE, real_now(), running=False).moved_to(NINE + timedelta(days=5))

    assert (moved.now(), moved.running) == (NINE + timedelta(days=5), False)


def test_a_clock_shows_malaysias_time_whatever_zone_it_was_set_in() -> None:
    clock = Clock(NINE, real_now(), running=False).moved_to(datetime(2026, 11, 15, 1, 0, tzinfo=UTC))

    assert clock.now().isoformat() == "2026-11-15T09:00:00+08:00"


def test_a_moved_clock_is_read_back_from_the_world(portal: Portal) -> None:
    changing.set_clock(portal.edge, portal.world, datetime(2026, 12, 24, 10, 0, tzinfo=MALAYSIA))

    answer = portal.client("inbox").get("/").get_data(as_text=True)

    assert "24/12/2026 10:00" in answer


@pytest.mark.parametrize("days", [300_000, -300_000, 10_000_000], ids=["future", "past", "beyond all dates"])
def test_a_clock_shows_no_year_that_no_portal_will_see(portal: Portal, days: int) -> None:
    with pytest.raises(ClockOutOfRange):
        changing.advance_clock(portal.edge, portal.world, timedelta(days=days))


def test_the_clock_of_no_world_cannot_be_moved(portal: Portal) -> None:
    with pytest.raises(NoSuchWorld):
        changing.run_clock(portal.edge, "nothing", running=True)
