"""An officer's other pages: Portal IDs to unlock, close and open again; the audit trail."""

from dataclasses import dataclass

from playwright.sync_api import Locator

from harness.pages.portal_page import PortalPage, first_of
from harness.pages.reading import read_cells
from harness.pages.refusals import Refused

__all__ = ["AuditLine", "AuditPage", "DisablePage", "PortalIdsPage", "ShownPortalId"]


@dataclass(frozen=True, slots=True)
class ShownPortalId:
    """One Portal ID as an officer sees it."""

    email: str
    name: str
    employers: str
    state: str


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One line of the audit trail, in the portal's own words."""

    at: str
    officer: str
    act: str
    about: str
    note: str


class PortalIdsPage(PortalPage, screen="officer.portal_ids"):
    """Portal IDs found by e-mail address."""

    @property
    def email(self) -> Locator:
        """What to look for."""
        return self.field(self.words.officer.id_email)

    def find(self, email: str) -> "PortalIdsPage | Refused":
        """Find the IDs whose address contains a text."""
        self.write(self.email, email)
        self.leave_by(self.button(self.words.officer.find))
        return first_of(self.portal, Refused, PortalIdsPage)

    def ids(self) -> tuple[ShownPortalId, ...]:
        """The IDs that are shown; none before a search, or when none fits."""
        table = self.page.get_by_role("table")
        return tuple(ShownPortalId(*cells[:4]) for cells in read_cells(table)) if table.count() else ()

    def unlock(self, email: str) -> "PortalIdsPage":
        """Open the lock of an ID before its time."""
        return self._press(f"{self.words.officer.unlock} {email}")

    def open_again(self, email: str) -> "PortalIdsPage":
        """Open a closed ID."""
        return self._press(f"{self.words.officer.open_again} {email}")

    def close(self, email: str) -> "DisablePage":
        """Ask for an ID to be closed."""
        self.link(f"{self.words.officer.close} {email}").click()
        return self.portal.arrive(DisablePage)

    def _press(self, name: str) -> "PortalIdsPage":
        self.leave_by(self.button(name))
        return self.portal.arrive(PortalIdsPage)


class DisablePage(PortalPage, screen="officer.disable"):
    """The question whether to close a Portal ID."""

    def confirm(self) -> PortalIdsPage:
        """Close it."""
        self.press(self.button(self.words.officer.close_id))
        return self.portal.arrive(PortalIdsPage)


class AuditPage(PortalPage, screen="officer.audit"):
    """What officers did, newest first."""

    def lines(self) -> tuple[AuditLine, ...]:
        """The lines of this page."""
        table = self.page.get_by_role("table")
        return tuple(AuditLine(*cells) for cells in read_cells(table)) if table.count() else ()
