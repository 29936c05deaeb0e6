"""Log in: by e-mail and password in two steps, or with a User ID on the older form."""

from harness.control import Login
from harness.pages.home import HomePage
from harness.pages.login import EmailPage, PasswordPage, UserIdPage
from harness.pages.portal_page import Portal
from harness.pages.refusals import Refused
from harness.tasks.errors import LogInRefused

__all__ = ["log_in", "log_in_with_user_id"]


def log_in(portal: Portal, who: Login) -> HomePage:
    """Log somebody in by e-mail, NEXT, password.

    Raises:
        LogInRefused: with the portal's words.
    """
    step = portal.open(EmailPage).go_on(who.email)
    answer = step.sign_in(who.password) if isinstance(step, PasswordPage) else step
    return _home(answer)


def log_in_with_user_id(portal: Portal, who: Login) -> HomePage:
    """Log somebody in with a User ID, where a portal still has that form.

    Raises:
        LogInRefused: with the portal's words.
    """
    return _home(portal.open(UserIdPage).sign_in(who.user_id or "", who.password))


def _home(answer: object) -> HomePage:
    if isinstance(answer, HomePage):
        return answer
    said = answer.messages if isinstance(answer, Refused) else ("The password has to be changed.",)
    raise LogInRefused(said)
