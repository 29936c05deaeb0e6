"""Reset a forgotten password: ask for a link, read the mail, choose a new password, log in."""

from dataclasses import replace

from harness.control import Login, WorldInbox
from harness.pages.forgot_password import ForgotPasswordPage, LinkSentPage
from harness.pages.home import HomePage
from harness.pages.login import EmailPage
from harness.pages.portal_page import Portal
from harness.pages.reset_password import ResetPasswordPage
from harness.tasks.errors import PasswordNotTaken
from harness.tasks.logging_in import log_in

__all__ = ["ask_for_reset_link", "reset_password"]


def ask_for_reset_link(portal: Portal, email: str, inbox: WorldInbox) -> str:
    """Ask for a reset link and wait for the mail that holds it; the answer is its address.

    Raises:
        PasswordNotTaken: the portal did not take the e-mail address.
        NoMail: no mail came; nobody may be registered with the address.
    """
    before = inbox.newest()
    asked = portal.open(ForgotPasswordPage).ask(email)
    if not isinstance(asked, LinkSentPage):
        raise PasswordNotTaken(asked.messages)
    return inbox.wait(to=email, after=before).link("reset-password")


def reset_password(portal: Portal, who: Login, inbox: WorldInbox, *, new_password: str) -> HomePage:
    """Set a new password by a link in a mail, and log in with it.

    Raises:
        PasswordNotTaken: the new password breaks a rule.
        NoMail: no mail came.
        LogInRefused: the portal did not let in afterwards.
    """
    portal.page.goto(ask_for_reset_link(portal, who.email, inbox))
    answer = portal.arrive(ResetPasswordPage).choose(new_password)
    if not isinstance(answer, EmailPage):
        raise PasswordNotTaken(answer.messages)
    return log_in(portal, replace(who, password=new_password))
