"""The checker's page opened for a test in a browser, and files to give to it."""

from playwright.sync_api import FilePayload, Page

from harness.pages.checker import Checker
from harness.profile import load_profile
from tests.check_page.asking import Caller

__all__ = ["opened", "payload"]


def opened(page: Page, served: Caller, language: str = "en") -> Checker:
    page.goto(f"{served.server.address}&lang={language}")
    return Checker(page, load_profile("mock", language=language).words.check_file)


def payload(name: str, content: bytes) -> FilePayload:
    return {"name": name, "mimeType": "text/plain", "buffer": content}
