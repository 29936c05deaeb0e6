"""Help: the guide with a page for each flow, questions, contact, what this browser can do."""

from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import Locator, Page

from harness.pages.downloads import keep_download
from harness.pages.portal_page import PortalPage
from harness.pages.reading import read_cells, summary_value

__all__ = [
    "BrowserCheckPage",
    "ContactPage",
    "GuidePage",
    "HelpPage",
    "OtherRolesPage",
    "QuestionsPage",
    "SystemRequirementsPage",
    "old_browser_bar",
]


class GuidePage(PortalPage, screen="help.guide"):
    """One flow of the Quick Reference Guide."""

    @property
    def mark(self) -> Locator:
        """The way to the whole guide: the heading is that of the flow."""
        return self.link(self.words.help.all_pages)

    @property
    def title(self) -> str:
        """The flow that it is about."""
        return self.page.get_by_role("heading", level=1).inner_text()

    def steps(self) -> tuple[str, ...]:
        """What to do, step by step."""
        return tuple(step.strip() for step in self._list.get_by_role("listitem").all_inner_texts())

    def pictures(self) -> tuple[int, ...]:
        """The width of each picture as it was loaded; 0 for one that did not come."""
        pictures = self._list.get_by_role("img").all()
        for picture in pictures:
            picture.scroll_into_view_if_needed()
            picture.evaluate("picture => picture.decode().catch(() => null)")
        return tuple(picture.evaluate("picture => picture.naturalWidth") for picture in pictures)

    def go_on(self) -> "GuidePage":
        """The next page of the guide."""
        self.leave_by(self.page.get_by_role("main").get_by_role("link", name=self.words.help.next_page))
        return self.portal.arrive(GuidePage)

    @property
    def _list(self) -> Locator:
        return self.page.get_by_role("main").get_by_role("list").first


class HelpPage(PortalPage, screen="help"):
    """All of the help at a glance."""

    def flows(self) -> tuple[str, ...]:
        """The pages of the guide."""
        return tuple(self.page.get_by_role("main").get_by_role("heading", level=3).all_inner_texts())

    def open_flow(self, title: str) -> GuidePage:
        """A page of the guide."""
        card = self.page.get_by_role("main").get_by_role("listitem").filter(has_text=title).first
        self.leave_by(card.get_by_role("link"))
        return self.portal.arrive(GuidePage)


class QuestionsPage(PortalPage, screen="help.questions"):
    """Frequently asked questions."""

    def answer(self, question: str) -> str:
        """Open a question and read its answer."""
        asked = self.page.get_by_role("main").get_by_role("group").filter(has_text=question)
        asked.get_by_text(question, exact=True).click()
        return asked.get_by_role("paragraph").inner_text()


class ContactPage(PortalPage, screen="help.contact"):
    """Whom to ask."""

    def value(self, key: str) -> str:
        """What stands beside a word, such as the hotline."""
        return summary_value(self.page.get_by_role("main"), key)


class SystemRequirementsPage(PortalPage, screen="help.system_requirements"):
    """Browsers that work."""


class BrowserCheckPage(PortalPage, screen="help.browser"):
    """What this browser can do."""

    @property
    def verdict(self) -> str:
        """What the server makes of what the browser says of itself."""
        return self.notices()[0]

    @property
    def answers(self) -> Locator:
        """The table of what a script tried."""
        return self.page.get_by_role("table")

    def tried(self) -> Mapping[str, str]:
        """What a script found, by the name of each thing."""
        return {row[0]: row[-1] for row in read_cells(self.answers)}

    def check_cookies(self) -> "BrowserCheckPage":
        """Ask whether the cookie came back."""
        self.leave_by(self.link(self.words.help.check_cookies))
        return self.portal.arrive(BrowserCheckPage)

    def download_sample(self, folder: Path) -> Path:
        """Keep the sample file in a folder."""
        return keep_download(self.link(self.words.help.sample), folder)


class OtherRolesPage(PortalPage, screen="help.other_roles"):
    """Where those go who are not employers."""


def old_browser_bar(page: Page) -> Locator:
    """The bar at the top that tells an old browser so."""
    return page.locator("#old-browser")  # a status like others; nobody names it
