"""The progress of an upload, on every form that takes a file."""

from playwright.sync_api import Locator

from harness.pages.portal_page import Portal
from harness.pages.refusals import FileRefused

__all__ = ["UploadProgress"]


class UploadProgress:
    """How far an upload is, where scripts show it."""

    name = "the progress of the upload"

    def __init__(self, portal: Portal) -> None:
        self.portal = portal

    @property
    def mark(self) -> Locator:
        """The bar."""
        return self.portal.page.get_by_role("main").get_by_role("progressbar")

    @property
    def sentence(self) -> Locator:
        """How much of which file is uploaded, in words."""
        return self.portal.page.get_by_role("main").get_by_role("status")

    def cancel(self) -> FileRefused:
        """Stop the upload."""
        self.portal.page.get_by_role(
            "button", name=self.portal.profile.words.upload.cancel, exact=True
        ).click()
        refused = FileRefused(self.portal)
        refused.mark.wait_for()
        return refused
