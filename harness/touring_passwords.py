"""The walk through the screens that forget, reset and change passwords. It ends a week later."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import TypeVar

from harness.control import Login, WorldControl, WorldInbox
from harness.pages.change_password import ChangePasswordPage, PasswordChangedPage
from harness.pages.forgot_password import ForgotPasswordPage, LinkSentPage
from harness.pages.login import EmailPage, PasswordPage, TemporaryPasswordExpiredPage
from harness.pages.portal_page import Portal, PortalPage
from harness.pages.reset_password import (
    LinkAlteredPage,
    LinkExpiredPage,
    LinkOfOtherWorldPage,
    LinkReplacedPage,
    LinkUsedPage,
    ResetPasswordPage,
)
from harness.tasks import ask_for_reset_link, log_in

__all__ = ["walk_passwords"]

Shown = TypeVar("Shown", bound=PortalPage)
_NEW, _NEWER = "Berubah#2027", "Berubah#2028"


def walk_passwords(portal: Portal, control: WorldControl, employer: Login) -> Iterator[PortalPage]:
    """Each screen of passwords, while it is shown; who forgets is the employer."""
    inbox = WorldInbox(control)
    portal.page.context.clear_cookies()
    forgot = portal.open(ForgotPasswordPage)
    yield forgot
    forgot.ask(employer.email)
    yield portal.arrive(LinkSentPage)
    replaced = inbox.wait(to=employer.email, subject="").link("reset-password")
    link = ask_for_reset_link(portal, employer.email, inbox)
    yield _follow(portal, replaced, LinkReplacedPage)
    yield portal.open(LinkAlteredPage)
    yield _follow(portal, link.replace(f"//{control.name}.", "//"), LinkOfOtherWorldPage)
    reset = _follow(portal, link, ResetPasswordPage)
    yield reset
    reset.choose(_NEW)
    portal.arrive(EmailPage)
    yield _follow(portal, link, LinkUsedPage)
    yield from _change(portal, replace(employer, password=_NEW))
    yield from _a_week_later(portal, control, employer)


def _change(portal: Portal, employer: Login) -> Iterator[PortalPage]:
    log_in(portal, employer)
    change = portal.open(ChangePasswordPage)
    yield change
    change.change(employer.password, _NEWER)
    yield portal.arrive(PasswordChangedPage)


def _a_week_later(portal: Portal, control: WorldControl, employer: Login) -> Iterator[PortalPage]:
    link = ask_for_reset_link(portal, employer.email, WorldInbox(control))
    control.advance(timedelta(days=8))
    yield _follow(portal, link, LinkExpiredPage)
    newcomer = next(login for login in control.world().logins if login.role == "new")
    portal.page.context.clear_cookies()
    step = portal.open(EmailPage).go_on(newcomer.email)
    if isinstance(step, PasswordPage):
        step.sign_in(newcomer.password)
    yield portal.arrive(TemporaryPasswordExpiredPage)


def _follow(portal: Portal, link: str, screen: type[Shown]) -> Shown:
    portal.page.goto(link)
    return portal.arrive(screen)
