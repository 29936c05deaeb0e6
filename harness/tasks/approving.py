"""What an officer does with an application: log in, find it, take it, decide."""

from harness.control import Login
from harness.pages.officer import (
    ApplicationPage,
    ApprovedPage,
    Given,
    OfficerLogInPage,
    QueriedPage,
    QueuePage,
    RejectedPage,
)
from harness.pages.portal_page import Portal
from harness.pages.refusals import Refused
from harness.tasks.errors import DecisionRefused, LogInRefused

__all__ = ["approve", "log_in_officer", "query", "reject", "review"]


def log_in_officer(portal: Portal, who: Login) -> QueuePage:
    """Log an officer in at the officers' own door.

    Raises:
        LogInRefused: with the portal's words.
    """
    answer = portal.open(OfficerLogInPage).sign_in(who)
    if isinstance(answer, Refused):
        raise LogInRefused(answer.messages)
    return answer


def review(portal: Portal, who: Login, reference: str) -> ApplicationPage:
    """Log in and open an application for review; one that this officer has open already stays so.

    Raises:
        LogInRefused, DecisionRefused: with the portal's words.
    """
    page = log_in_officer(portal, who).search(reference).open(reference)
    if page.can_be_decided:
        return page
    if not page.can_be_opened:
        raise DecisionRefused(reference, page.notices())
    answer = page.open_for_review()
    if isinstance(answer, Refused):
        raise DecisionRefused(reference, answer.messages)
    return answer


def approve(portal: Portal, who: Login, reference: str) -> Given:
    """Log in, open an application and approve it: its employer code and Portal ID.

    Raises:
        LogInRefused, DecisionRefused: with the portal's words.
    """
    answer = review(portal, who, reference).approve().confirm()
    if not isinstance(answer, ApprovedPage):
        raise DecisionRefused(reference, answer.messages)
    return answer.acknowledge().given()


def query(portal: Portal, who: Login, reference: str, reason: str) -> QueriedPage:
    """Log in, open an application and ask its applicant for more.

    Raises:
        LogInRefused, DecisionRefused: with the portal's words.
    """
    answer = review(portal, who, reference).query().send(reason)
    if isinstance(answer, Refused):
        raise DecisionRefused(reference, answer.messages)
    return answer


def reject(portal: Portal, who: Login, reference: str, reason: str) -> RejectedPage:
    """Log in, open an application and refuse it for good.

    Raises:
        LogInRefused, DecisionRefused: with the portal's words.
    """
    answer = review(portal, who, reference).reject().send(reason)
    if isinstance(answer, Refused):
        raise DecisionRefused(reference, answer.messages)
    return answer
