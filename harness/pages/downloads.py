"""Keeping what the portal gives to download."""

from pathlib import Path

from playwright.sync_api import Locator

__all__ = ["keep_download"]


def keep_download(way: Locator, folder: Path) -> Path:
    """Press what starts a download, keep the file in a folder under the portal's name for it."""
    with way.page.expect_download() as coming:
        way.click()
    path = folder / coming.value.suggested_filename
    coming.value.save_as(path)
    return path
