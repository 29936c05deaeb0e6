from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from mock_portal.worlds import due
from mock_portal.worlds.glance import glance
from mock_portal.worlds.models import WorldState
from mock_portal.worlds.registry import NoSuchWorld
from mock_portal.worlds.settings import Fault, WorldSettings
from tests.mock_portal.conftest import Portal


def plan(session: Session, *, minutes: int) -> None:
    now = session.get_one(WorldState, 1).clock.now()
    due.plan(session, "bank.callback", due_at=now + timedelta(minutes=minutes))


def test_a_glance_tells_what_the_rows_say(portal: Portal) -> None:
    portal.set(javascript="off")
    portal.fail(Fault("bank.callback", "delayed", 5))

    seen = glance(portal.edge.registry, portal.world)

    with portal.session() as session:
        state = session.get_one(WorldState, 1)
        assert (seen.scenario, seen.now) == (state.scenario, state.clock.now())
        assert seen.settings == WorldSettings.from_json(state.settings)
    assert seen.faults == (Fault("bank.callback", "delayed", 5),)


@pytest.mark.parametrize(("minutes", "is_due"), [(-1, True), (0, True), (1, False)])
def test_a_glance_knows_whether_something_is_due(portal: Portal, minutes: int, *, is_due: bool) -> None:
    with portal.session(may_write=True) as session:
        plan(session, minutes=minutes)

    assert glance(portal.edge.registry, portal.world).something_is_due is is_due


def test_a_glance_at_a_deleted_world_does_not_bring_it_back(portal: Portal) -> None:
    path = portal.edge.registry.world_file(portal.world)
    portal.edge.registry.delete(portal.world)

    with pytest.raises(NoSuchWorld):
        glance(portal.edge.registry, portal.world)

    assert not path.exists()
