"""The inbox of a world: the list of its mail, one mail, the question before all of it goes."""

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import FrameLocator, Locator, Page

from harness.pages.downloads import keep_download, open_window
from harness.pages.portal_page import PortalPage

__all__ = ["DeleteMailPage", "InboxPage", "MailLine", "MailPage"]


@dataclass(frozen=True, slots=True)
class MailLine:
    """A mail as the list shows it."""

    subject: str
    is_unread: bool


class InboxPage(PortalPage, screen="inbox"):
    """The list, newest first."""

    @property
    def search_words(self) -> Locator:
        """The field of the search."""
        return self.page.get_by_role("searchbox", name=self.words.inbox.search_mail)

    @property
    def news(self) -> Locator:
        """What is told when mail comes while the list is open."""
        return (
            self.page.get_by_role("main").get_by_role("status").filter(has_text=self.words.inbox.has_arrived)
        )

    def mail(self) -> tuple[MailLine, ...]:
        """The mail of this page of the list."""
        rows = self.page.get_by_role("main").get_by_role("rowheader").all()
        return tuple(self._read(row) for row in rows)

    def line(self, subject: str) -> Locator:
        """The link to a mail."""
        return self.link(subject)

    def search(self, words: str) -> "InboxPage":
        """Look for words."""
        self.write(self.search_words, words)
        self.leave_by(self.button(self.words.inbox.search))
        return self.portal.arrive(InboxPage)

    def go_to_older(self) -> "InboxPage":
        """The next page of the list."""
        self.leave_by(self.link(self.words.inbox.older))
        return self.portal.arrive(InboxPage)

    def open(self, subject: str) -> "MailPage":
        """Open the newest mail of that subject."""
        self.leave_by(self.line(subject).first)
        return self.portal.arrive(MailPage)

    def delete(self, subject: str) -> "InboxPage":
        """Throw the newest mail of that subject away."""
        self.leave_by(self.button(f"{self.words.inbox.delete} {subject}").first)
        return self.portal.arrive(InboxPage)

    def delete_all(self) -> "DeleteMailPage":
        """Press Delete all mail; the question is a dialog, or a page of its own where no scripts run."""
        self.press(self.button(self.words.inbox.delete_all))
        return DeleteMailPage(self.portal).wait()

    def _read(self, row: Locator) -> MailLine:
        link = row.get_by_role("link")
        return MailLine(link.inner_text().strip(), self.words.inbox.unread in row.inner_text())


class DeleteMailPage(PortalPage, screen="inbox.delete"):
    """The question before all mail goes."""

    @property
    def mark(self) -> Locator:
        """The question, on its page or in its dialog."""
        heading = self.portal.profile.screen(self.screen).heading
        return self.page.get_by_role("heading", name=heading, exact=True)

    def confirm(self) -> InboxPage:
        """Throw it away."""
        asked = self.page.get_by_role("dialog") if self.portal.scripts else self.page.get_by_role("main")
        self.leave_by(asked.get_by_role("button", name=self.words.inbox.delete_all, exact=True))
        return self.portal.arrive(InboxPage)


class MailPage(PortalPage, screen="inbox.mail"):
    """One mail."""

    @property
    def mark(self) -> Locator:
        """The choice of views: the heading is the subject of the mail."""
        return self.page.get_by_role("navigation", name=self.words.inbox.views, exact=True)

    @property
    def formatted(self) -> FrameLocator:
        """The HTML of the mail, in its frame."""
        return self.page.frame_locator("iframe")

    @property
    def content(self) -> Locator:
        """Text or source, as it is shown."""
        # preformatted text has no role
        return self.page.get_by_role("main").locator("pre")

    def show_text(self) -> "MailPage":
        """The view of its text."""
        return self._show(self.words.inbox.text)

    def show_source(self) -> "MailPage":
        """The view of its source."""
        return self._show(self.words.inbox.source)

    def follow(self, link: Locator) -> Page:
        """Press a link of the mail; the answer is the window that it opens."""
        return open_window(link)

    def download(self, file: str, folder: Path) -> Path:
        """Keep an attachment in a folder."""
        return keep_download(self.link(file), folder)

    def delete(self) -> InboxPage:
        """Throw this mail away."""
        self.leave_by(self.button(self.words.inbox.delete_this))
        return self.portal.arrive(InboxPage)

    def _show(self, view: str) -> "MailPage":
        self.leave_by(self.link(view))
        return self.portal.arrive(MailPage)
