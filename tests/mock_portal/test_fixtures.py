from sqlalchemy import select

from mock_portal.worlds.models import WorldState
from tests.mock_portal.conftest import Portal


def test_each_test_has_a_fresh_world_whose_clock_stands_at_the_scenarios_start(portal: Portal) -> None:
    with portal.session() as session:
        state = session.scalars(select(WorldState)).one()

        assert state.clock.now().isoformat() == "2026-11-10T09:00:00+08:00"
