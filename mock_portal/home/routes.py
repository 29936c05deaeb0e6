"""`/`, the landing page with its roles, `/employer` and `/employer/home`."""

from flask import Blueprint, redirect, render_template
from flask.typing import ResponseReturnValue

from mock_portal.access import current_user, find_current_user, public, signed_in
from mock_portal.edge import database, now
from mock_portal.home.service import desk
from mock_portal.ui import languages

__all__ = ["blueprint"]

blueprint = Blueprint("home", __name__, template_folder="templates")


@blueprint.get("/")
@public
def landing() -> ResponseReturnValue:
    """`Landing` (portal-flows 1.1); whoever is logged in goes home."""
    if find_current_user() is not None:
        return redirect(f"{languages.root()}/employer/home", 303)
    return render_template("home/landing.html")


@blueprint.get("/employer", strict_slashes=False)
@public
def employer() -> ResponseReturnValue:
    """What is left of an address when its end is cut off: to the log-in, or home."""
    page = "login" if find_current_user() is None else "home"
    return redirect(f"{languages.root()}/employer/{page}", 303)


@blueprint.get("/employer/home")
@signed_in
def home() -> ResponseReturnValue:
    """`Employer Home` (4.1): one desk for each employer of the ID."""
    today = now().date()
    desks = [desk(database(), employer.id, today=today) for employer in current_user().employers]
    return render_template("home/home.html", desks=desks)
