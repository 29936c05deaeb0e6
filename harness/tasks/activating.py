"""Activate: the first log-in of a Portal ID, from the temporary password to the home page."""

from harness.control import Login
from harness.pages.change_password import ChangePasswordPage, PasswordChangedPage
from harness.pages.home import HomePage
from harness.pages.login import EmailPage, PasswordPage
from harness.pages.portal_page import Portal
from harness.pages.refusals import Refused
from harness.tasks.errors import LogInRefused, PasswordNotTaken

__all__ = ["activate"]


def activate(portal: Portal, who: Login, *, new_password: str) -> HomePage:
    """Log in with a temporary password and change it, as the portal asks before anything else.

    Raises:
        LogInRefused: the portal did not let in, or did not ask for a new password.
        PasswordNotTaken: the new password breaks a rule; the temporary one is still what it was.
    """
    step = portal.open(EmailPage).go_on(who.email)
    answer = step.sign_in(who.password) if isinstance(step, PasswordPage) else step
    if isinstance(answer, Refused):
        raise LogInRefused(answer.messages)
    if not isinstance(answer, ChangePasswordPage):
        raise LogInRefused((f"The portal answered with {answer.name} and not with a change of password.",))
    changed = answer.change(who.password, new_password)
    if not isinstance(changed, PasswordChangedPage):
        raise PasswordNotTaken(changed.messages)
    return changed.go_on()
