"""The walk through the officer's side, in a world of its own in which applications wait."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from harness.control import Control, World, WorldControl
from harness.pages.officer import ApprovePage, OfficerLogInPage, QueriedPage, RejectedPage
from harness.pages.officer_desk import AuditPage, PortalIdsPage
from harness.pages.portal_page import Portal, PortalPage
from harness.tasks import log_in_officer, review

__all__ = ["walk_officer"]

_SCENARIO = "queue"
_REASON = "Hantar semula Borang 2: halaman 3 tiada."


def walk_officer(portal: Portal, control: WorldControl) -> Iterator[PortalPage]:
    """Each screen of officers, while it is shown; the control reaches the portal, not only its world."""
    with _queue(control) as world:
        yield from _walk(replace(portal, address=world.portal), world)


def _walk(portal: Portal, world: World) -> Iterator[PortalPage]:
    officer = next(login for login in world.logins if login.role == "officer")
    yield portal.open(OfficerLogInPage)
    queue = log_in_officer(portal, officer)
    yield queue
    first, second, third = (row.reference for row in queue.applications()[:3])
    yield queue.open(first)
    portal.page.context.clear_cookies()
    taken = review(portal, officer, first)
    query = taken.query()
    yield query
    query.send(_REASON)
    yield portal.arrive(QueriedPage)
    portal.page.context.clear_cookies()
    rejection = review(portal, officer, second).reject()
    yield rejection
    rejection.send(_REASON)
    yield portal.arrive(RejectedPage)
    portal.page.context.clear_cookies()
    review(portal, officer, third)
    portal.page.goto(f"{portal.page.url}/approve")
    asked = portal.arrive(ApprovePage)
    yield asked
    approved = asked.confirm()
    if isinstance(approved, PortalPage):
        yield approved.acknowledge()
    found = portal.open(PortalIdsPage).find("a")
    if isinstance(found, PortalIdsPage):
        yield found
        yield found.close(found.ids()[0].email)
    yield portal.open(AuditPage)


@contextmanager
def _queue(control: WorldControl) -> Iterator[World]:
    portal = Control(control.wire.address)
    world = portal.new_world(scenario=_SCENARIO)
    try:
        yield world
    finally:
        portal.delete_world(world.name)
