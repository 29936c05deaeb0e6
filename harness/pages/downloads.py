"""Keeping what the portal gives to download, or looking at it in a window of its own."""

from pathlib import Path

from playwright.sync_api import Locator, Page

__all__ = ["keep_download", "open_window"]


def keep_download(way: Locator, folder: Path) -> Path:
    """Press what starts a download, keep the file in a folder under the portal's name for it."""
    with way.page.expect_download() as coming:
        way.click()
    path = folder / coming.value.suggested_filename
    coming.value.save_as(path)
    return path


def open_window(way: Locator) -> Page:
    """Press what opens a window; the answer is that window."""
    with way.page.expect_popup() as opened:
        way.click()
    return opened.value
