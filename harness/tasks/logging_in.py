"""Log in: by e-mail and password in two steps, or with a User ID on the older form."""

from harness.control import Login
from harness.pages.home import HomePage
from harness.pages.login import EmailPage, PasswordPage, UserIdPage
from harness.pages.portal_page import Portal, Screen, first_of
from harness.pages.refusals import Refused
from harness.tasks.errors import AlreadyLoggedIn, LogInRefused

__all__ = ["log_in", "log_in_with_user_id"]


def log_in(portal: Portal, who: Login) -> HomePage:
    """Log somebody in by e-mail, NEXT, password.

    Raises:
        AlreadyLoggedIn: somebody is.
        LogInRefused: with the portal's words.
    """
    step = _open(portal, EmailPage).go_on(who.email)
    answer = step.sign_in(who.password) if isinstance(step, PasswordPage) else step
    return _home(answer)


def log_in_with_user_id(portal: Portal, who: Login) -> HomePage:
    """Log somebody in with a User ID, where a portal still has that form.

    Raises:
        AlreadyLoggedIn: somebody is.
        LogInRefused: with the portal's words.
    """
    return _home(_open(portal, UserIdPage).sign_in(who.user_id or "", who.password))


def _open(portal: Portal, screen: type[Screen]) -> Screen:
    # the portal leads whoever is logged in from the log-in to Home
    portal.go_to(screen)
    arrived = first_of(portal, screen, HomePage)
    if isinstance(arrived, HomePage):
        raise AlreadyLoggedIn
    return arrived


def _home(answer: object) -> HomePage:
    if isinstance(answer, HomePage):
        return answer
    said = answer.messages if isinstance(answer, Refused) else ("The password has to be changed.",)
    raise LogInRefused(said)
