"""Who is asking, and for which employer: the request's user in the words of the services."""

from flask import request

from mock_portal.access import EmployerRef, current_user
from mock_portal.submissions.acting import Acting
from mock_portal.submissions.errors import NoSuchEmployer

__all__ = ["acting", "chosen_employer", "employer_of"]


def acting() -> Acting:
    """The user of this request, and the employers that the user may act for."""
    user = current_user()
    return Acting(account_id=user.account_id, codes={e.id: e.code for e in user.employers})


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


def employer_of(employer_id: int) -> EmployerRef:
    """The user's employer with this id.

    Raises:
        NoSuchEmployer: it is not one of the user's.
    """
    for employer in current_user().employers:
        if employer.id == employer_id:
            return employer
    raise NoSuchEmployer
