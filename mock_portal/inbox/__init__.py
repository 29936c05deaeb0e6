"""The mail that a world sent: taken in by real SMTP, read by people at `inbox.` and by the control API."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from mock_portal.edge import Edge

__all__ = ["create_app"]


def create_app(shared: "Edge") -> "Flask":
    """The inbox site."""
    from mock_portal.inbox.routes import create_site

    return create_site(shared)
