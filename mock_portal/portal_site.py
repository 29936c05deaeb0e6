"""The employer portal as one Flask app: the frame and the capabilities."""

from typing import Final

from flask import Blueprint, Flask, current_app, request
from flask_babel import LazyString, gettext, lazy_gettext

from mock_portal.access import find_current_user
from mock_portal.accounts import current
from mock_portal.accounts.password_routes import blueprint as passwords
from mock_portal.accounts.reset_routes import blueprint as resets
from mock_portal.accounts.routes import blueprint as accounts
from mock_portal.accounts.session_routes import blueprint as sessions
from mock_portal.edge import Edge
from mock_portal.employers.routes import blueprint as employers
from mock_portal.fidelity.routes import blueprint as fidelity
from mock_portal.help.check_file.routes import blueprint as check_file
from mock_portal.help.routes import blueprint as help_pages
from mock_portal.home.routes import blueprint as home
from mock_portal.hosts import Site
from mock_portal.officer import current as officers
from mock_portal.officer.routes import blueprint as officer
from mock_portal.payments.routes import blueprint as payments
from mock_portal.registration.routes import blueprint as registration
from mock_portal.submissions.routes import blueprint as submissions
from mock_portal.submissions.text_file.routes import blueprint as text_file
from mock_portal.ui import languages
from mock_portal.ui.page_frame import House, NavLink
from mock_portal.ui.site import create_site_app

__all__ = ["create_app"]

BLUEPRINTS: Final[tuple[Blueprint, ...]] = (
    home,
    help_pages,
    check_file,
    fidelity,
    accounts,
    sessions,
    passwords,
    resets,
    employers,
    submissions,
    text_file,
    payments,
    officer,
    registration,
)
# Entries of My Sites, vendor and official labels of portal-flows 4.2; one appears when its pages exist.
_SITES: Final[tuple[tuple[LazyString, str], ...]] = (
    (lazy_gettext("REGISTRATION"), "/employer/registration"),
    (lazy_gettext("CONTRIBUTION"), "/employer/contributions"),
    (lazy_gettext("PAYMENT"), "/employer/payments"),
    (lazy_gettext("INSPECTION"), "/employer/inspection"),
)


def create_app(shared: Edge) -> Flask:
    """The portal of all worlds of this process."""
    house = House(lazy_gettext("ASSIST Employer Portal"), "portal", sites=_my_sites, user_menu=_user_menu)
    app = create_site_app(shared, __name__, house, posts_to=Site.BANK, find_user=_find_user)
    current.install(app)
    officers.install(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    return app


def _find_user() -> None:
    """Look for a session of the kind that the page is for, and never for the other."""
    if officers.is_officers(request.path):
        officers.look_for_officer()
    else:
        current.find_user()


def _may_go_on() -> bool:
    """Whether the menus lead anywhere: not while the password has to be changed."""
    user = find_current_user()
    return user is None or not user.must_change


def _my_sites() -> tuple[NavLink, ...]:
    if not _may_go_on():
        return ()
    rules = {rule.rule.rstrip("/") for rule in current_app.url_map.iter_rules()}
    root = languages.root()
    return tuple(
        NavLink(label, root + path, is_here=request.path.startswith(path))
        for label, path in _SITES
        if path in rules
    )


def _user_menu() -> tuple[NavLink, ...]:
    if not _may_go_on():
        return ()
    return (
        NavLink(gettext("Home"), languages.root() + "/employer/home"),
        NavLink(gettext("Employer profile"), languages.root() + "/employer/profile"),
        NavLink(gettext("Change password"), languages.root() + "/employer/change-password"),
    )
