"""The pages of officers, under `/officer`."""

from flask import Blueprint, request
from flask_babel import lazy_gettext

from mock_portal.officer.current import PAGES, find_officer, is_officers
from mock_portal.officer.routes.applications import blueprint as applications
from mock_portal.officer.routes.audit import blueprint as audit
from mock_portal.officer.routes.log_in import blueprint as log_in
from mock_portal.officer.routes.portal_ids import blueprint as portal_ids
from mock_portal.officer.routes.queue import blueprint as queue
from mock_portal.ui import languages
from mock_portal.ui.page_frame import House, NavLink, PageFrame

__all__ = ["blueprint"]

blueprint = Blueprint("officer", __name__, template_folder="../templates", url_prefix=PAGES)
for part in (log_in, queue, applications, portal_ids, audit):
    blueprint.register_blueprint(part)


@blueprint.app_context_processor
def _frame() -> dict[str, object]:
    """The frame and the menu of officers, instead of the employers'; also where no page is at the address."""
    if not is_officers(request.path):
        return {}
    return {"page": PageFrame(_HOUSE), "officer": find_officer()}


def _menu() -> tuple[NavLink, ...]:
    root, here = languages.root(), request.path
    return (
        NavLink(
            lazy_gettext("Applications"),
            root + PAGES,
            is_here=here == PAGES or here.startswith(f"{PAGES}/applications"),
        ),
        NavLink(
            lazy_gettext("Portal IDs"),
            f"{root}{PAGES}/portal-ids",
            is_here=here.startswith(f"{PAGES}/portal-ids"),
        ),
        NavLink(lazy_gettext("Audit trail"), f"{root}{PAGES}/audit", is_here=here == f"{PAGES}/audit"),
    )


_HOUSE = House(
    lazy_gettext("ASSIST Officer Portal"), "officer", home=PAGES, sites=_menu, template="officer/page.html"
)
