"""Who pays, and for which employer: the request's user in the words of the services."""

from typing import Any

from flask import request, url_for
from wtforms.fields import SelectChoice

from mock_portal.access import EmployerRef, current_user
from mock_portal.edge import edge, world
from mock_portal.fpx.signing import KeyRing
from mock_portal.payments.cart import Buyer
from mock_portal.payments.errors import NoSuchEmployer
from mock_portal.payments.forms import EmployerForm

__all__ = [
    "buyer",
    "chosen_employer",
    "employer_form",
    "keys",
    "my_employers",
    "path_in",
]


def chosen_employer() -> EmployerRef:
    """The employer named in the address (`?employer=CODE`), else the user's first.

    Raises:
        NoSuchEmployer: the user has no employer, or not this one.
    """
    code = request.args.get("employer")
    for employer in current_user().employers:
        if code in {None, "", employer.code}:
            return employer
    raise NoSuchEmployer


def buyer() -> Buyer:
    """The user as the one who pays for the chosen employer.

    Raises:
        NoSuchEmployer: the user has no such employer.
    """
    return Buyer(account_id=current_user().account_id, employer_id=chosen_employer().id)


def employer_form() -> EmployerForm:
    """The choice of employers, the one in the address chosen."""
    form = EmployerForm(formdata=None, employer=chosen_employer().code)
    form.employer.choices = [SelectChoice(e.code, f"{e.code} {e.name}") for e in current_user().employers]
    return form


def my_employers() -> tuple[int, ...]:
    """The ids of the user's employers."""
    return tuple(employer.id for employer in current_user().employers)


def path_in(wanted: str, endpoint: str, **values: Any) -> str:
    """The path of a page in a language that may be another than this request's."""
    path = url_for(endpoint, **values).removeprefix(request.script_root)
    return ("/ms" if wanted == "ms" else "") + path


def keys() -> KeyRing:
    """The keys of this world's portal and of its bank."""
    return KeyRing(edge().settings.data, world().name)
