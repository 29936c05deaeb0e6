"""The part of the walk through every screen that leads through the inbox of the world."""

from collections.abc import Iterator
from dataclasses import replace

from harness.control import WorldControl, WorldInbox
from harness.pages.inbox import DeleteMailPage, InboxPage
from harness.pages.portal_page import Portal, PortalPage

__all__ = ["walk_inbox"]


def walk_inbox(portal: Portal, control: WorldControl) -> Iterator[PortalPage]:
    """The list, a mail, and the question before all of it goes; some mail was sent before."""
    newest = WorldInbox(control).wait()
    at_inbox = replace(portal, address=control.world().inbox)
    inbox = at_inbox.open(InboxPage)
    yield inbox
    yield inbox.open(newest.subject)
    yield at_inbox.open(DeleteMailPage)
