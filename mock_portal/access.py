"""Who may call a route: every route says it with one of these decorators, and a test reads them all."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, ParamSpec, TypeVar

from flask import Flask, current_app, g, request

from mock_portal.errors import PortalError

__all__ = [
    "Access",
    "CurrentUser",
    "EmployerRef",
    "NoOfficer",
    "NotSignedIn",
    "PasswordChangeDue",
    "access_of",
    "current_user",
    "find_current_user",
    "officers",
    "public",
    "signed_by_bank",
    "signed_by_merchant",
    "signed_in",
    "signed_in_before_change",
]

P = ParamSpec("P")
R = TypeVar("R")

_MARK: Final = "assist_access"
_FILES: Final = frozenset({"static", "bootstrap.static"})


class Access(StrEnum):
    """The doors of a route.

    BEFORE_CHANGE is for those who are logged in, also while their password has to be changed.

    The two that carry another house's signature are the only ones without CSRF protection: a form that
    comes from another site can hold no token of ours.
    """

    PUBLIC = "public"
    SIGNED_IN = "signed_in"
    BEFORE_CHANGE = "before_change"
    OFFICER = "officer"
    SIGNED_BY_BANK = "signed_by_bank"
    SIGNED_BY_MERCHANT = "signed_by_merchant"


@dataclass(frozen=True)
class EmployerRef:
    """An employer that the user acts for."""

    id: int
    code: str
    name: str


@dataclass(frozen=True)
class CurrentUser:
    """Who is logged in on this request.

    Attributes:
        session_id: the row of the session.
        seconds_left: until the session ends if nothing more is asked, by the world's clock.
        must_change: why nothing but the page that changes the password can be opened, or empty.
    """

    account_id: int
    email: str
    name: str
    role: str
    employers: tuple[EmployerRef, ...]
    session_id: int
    seconds_left: int = 0
    must_change: str = ""


class NotSignedIn(PortalError):
    """A page that needs a session was asked for without one.

    Attributes:
        reason: `none`, `expired` or `replaced`.
    """

    code = "session.none"
    status = 401

    def __init__(self, reason: str = "none") -> None:
        super().__init__(reason)
        self.reason = reason


class NoOfficer(PortalError):
    """A page for officers was asked for without an officer's session.

    Attributes:
        reason: `none`, `expired`, `replaced` or `logged_out`.
    """

    code = "officer.none"
    status = 401

    def __init__(self, reason: str = "none") -> None:
        super().__init__(reason)
        self.reason = reason


class PasswordChangeDue(PortalError):
    """The password has to be changed before this page can be opened."""

    code = "session.password_change_due"
    status = 403


def public(view: Callable[P, R]) -> Callable[P, R]:
    """A route for everybody."""
    return _marked(view, Access.PUBLIC)


def signed_in(view: Callable[P, R]) -> Callable[P, R]:
    """A route for those who are logged in."""
    return _marked(view, Access.SIGNED_IN)


def officers(view: Callable[P, R]) -> Callable[P, R]:
    """A route for officers; an employer's session does not open it."""
    return _marked(view, Access.OFFICER)


def signed_in_before_change(view: Callable[P, R]) -> Callable[P, R]:
    """A route for those who are logged in, also while their password has to be changed."""
    return _marked(view, Access.BEFORE_CHANGE)


def signed_by_bank(view: Callable[P, R]) -> Callable[P, R]:
    """A route of the portal that only the bank's signature opens; no CSRF token can come with it."""
    return _marked(view, Access.SIGNED_BY_BANK)


def signed_by_merchant(view: Callable[P, R]) -> Callable[P, R]:
    """A route of the bank that only the portal's signature opens; no CSRF token can come with it."""
    return _marked(view, Access.SIGNED_BY_MERCHANT)


def access_of(view: Callable[..., object]) -> Access | None:
    """What a view declares, or `None` when it forgot to."""
    return getattr(view, _MARK, None)


def find_current_user() -> CurrentUser | None:
    """Who is logged in, if anybody is."""
    user: CurrentUser | None = g.get("current_user")
    return user


def current_user() -> CurrentUser:
    """Who is logged in.

    Raises:
        NotSignedIn: nobody is.
    """
    user = find_current_user()
    if user is None:
        raise NotSignedIn(g.get("session_reason", "none"))
    return user


def install(app: Flask) -> None:
    """Refuse a route to whom it is not for. Register after what finds the current user."""
    app.before_request(check)


def check() -> None:
    """Refuse this request unless its route lets the visitor in.

    Raises:
        NotSignedIn: the route is for those who are logged in.
        PasswordChangeDue: whoever is logged in has to change the password first.
        NoOfficer: the route is for officers.
    """
    endpoint = request.endpoint
    if endpoint is None or endpoint in _FILES:
        return
    declared = access_of(current_app.view_functions[endpoint])
    if declared is None:
        raise RuntimeError(f"the route {endpoint} does not say who may call it")
    if declared in {Access.SIGNED_IN, Access.BEFORE_CHANGE}:
        user = current_user()
        if user.must_change and declared is Access.SIGNED_IN:
            raise PasswordChangeDue
    if declared is Access.OFFICER and "current_officer" not in g:
        raise NoOfficer(g.get("officer_reason", "none"))


def _marked(view: Callable[P, R], access: Access) -> Callable[P, R]:
    setattr(view, _MARK, access)
    return view
