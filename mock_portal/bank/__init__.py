"""The mock bank that FPX leads to: its own house, its own books, its own truth about what was debited."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from mock_portal.edge import Edge

__all__ = ["create_app"]


def create_app(shared: "Edge") -> "Flask":
    """The bank of all worlds of this process."""
    # Imported here: a process that plants a world needs the bank's tables and no page of it.
    from flask_babel import lazy_gettext

    from mock_portal.bank.routes import approver, pay
    from mock_portal.hosts import Site
    from mock_portal.ui.page_frame import House
    from mock_portal.ui.site import create_site_app

    app = create_site_app(
        shared, __name__, House(lazy_gettext("Bank Contoh FPX"), "bank"), posts_to=Site.PORTAL
    )
    app.register_blueprint(pay.blueprint)
    app.register_blueprint(approver.blueprint)
    return app
