"""Register: from the choice of kind to a verified application that waits for an officer."""

from collections.abc import Sequence
from typing import TypeVar

from harness.control import WorldInbox
from harness.pages.portal_page import Portal, PortalPage
from harness.pages.refusals import Refused
from harness.pages.registration import RegistrationPage, RepresentativePage
from harness.pages.registration_answers import CompanyAnswers, Paper, RepresentativeAnswers
from harness.pages.registration_papers import DeclarationPage, DocumentsMissing, DocumentsPage, SentPage
from harness.pages.registration_status import VerifyEmailPage
from harness.tasks.errors import RegistrationRefused

__all__ = ["apply_as_new_employer", "register", "send_documents", "submit_application", "verify_email"]

Kind = TypeVar("Kind", bound=PortalPage)


def register(
    portal: Portal,
    inbox: WorldInbox,
    *,
    company: CompanyAnswers,
    representative: RepresentativeAnswers,
    papers: Sequence[Paper],
) -> str:
    """Register a new employer and verify the e-mail address; the answer is the reference number.

    Raises:
        RegistrationRefused: with the portal's words.
    """
    documents = apply_as_new_employer(portal, company=company, representative=representative)
    reference = submit_application(send_documents(documents, papers)).reference()
    verify_email(portal, inbox, email=representative.email)
    return reference


def apply_as_new_employer(
    portal: Portal, *, company: CompanyAnswers, representative: RepresentativeAnswers
) -> DocumentsPage:
    """Steps A and B of a new employer.

    Raises:
        RegistrationRefused: with the portal's words.
    """
    answer = portal.open(RegistrationPage).choose_new().fill(company).save()
    step_b = _gone_on(answer, RepresentativePage)
    return _gone_on(step_b.fill(representative).save(), DocumentsPage)


def send_documents(page: DocumentsPage, papers: Sequence[Paper]) -> DeclarationPage:
    """Step C: upload each document and go on.

    Raises:
        RegistrationRefused: a file was not taken, or one is missing; with the portal's words.
    """
    for paper in papers:
        _gone_on(page.add(paper), DocumentsPage)
    answer = page.go_on()
    if isinstance(answer, DocumentsMissing):
        raise RegistrationRefused((answer.message,))
    return answer


def submit_application(page: DeclarationPage) -> SentPage:
    """Step D: declare, submit, confirm.

    Raises:
        RegistrationRefused: with the portal's words.
    """
    question = page.declare().submit()
    if isinstance(question, Refused):
        raise RegistrationRefused(question.messages)
    return question.confirm().acknowledge()


def verify_email(portal: Portal, inbox: WorldInbox, *, email: str) -> None:
    """Open the link of the verification mail and press Verify."""
    portal.page.goto(inbox.wait(to=email).link("/employer/register/verify"))
    portal.arrive(VerifyEmailPage).verify()


def _gone_on(answer: object, kind: type[Kind]) -> Kind:
    if isinstance(answer, kind):
        return answer
    raise RegistrationRefused(answer.messages if isinstance(answer, Refused) else ())
