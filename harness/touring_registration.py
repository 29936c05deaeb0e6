"""The walk through the screens of the registration, with scripts. It ends a day later."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Final, TypeVar

from harness.control import WorldControl, WorldInbox
from harness.pages.portal_page import Portal, PortalPage
from harness.pages.registration import (
    PurposePage,
    RegistrationPage,
    RepresentativePage,
)
from harness.pages.registration_papers import DocumentsPage, SentPage, SubmitPage
from harness.pages.registration_status import (
    AmendPage,
    ContinuePage,
    RegistrationLinkAlteredPage,
    RegistrationLinkElsewherePage,
    RegistrationLinkExpiredPage,
    RegistrationLinkGonePage,
    RegistrationLinkReplacedPage,
    RegistrationLinkUsedPage,
    StandsPage,
    StatusPage,
    VerifyEmailPage,
)
from harness.specimens import SPECIMEN_COMPANY, SPECIMEN_PAPERS, SPECIMEN_REPRESENTATIVE
from harness.tasks import apply_as_new_employer, send_documents, submit_application

__all__ = ["walk_registration"]

Shown = TypeVar("Shown", bound=PortalPage)

_UNFINISHED: Final = "draf@baharu.example"


def walk_registration(portal: Portal, control: WorldControl) -> Iterator[PortalPage]:
    """Each screen of the registration, while it is shown."""
    portal = replace(portal, scripts=True)
    inbox = WorldInbox(control)
    portal.page.context.clear_cookies()
    yield from _steps(portal)
    sent = portal.open(SubmitPage).confirm().acknowledge()
    yield sent
    yield from _links(portal, control, inbox, sent)
    yield from _a_day_later(portal, control, inbox)


def _steps(portal: Portal) -> Iterator[PortalPage]:
    start = portal.open(RegistrationPage)
    yield start
    existing = start.choose_existing()
    yield existing
    existing.go_on("B3200000123X", "202301012345")
    yield portal.arrive(PurposePage)
    company = portal.open(RegistrationPage).choose_new()
    yield company
    company.fill(SPECIMEN_COMPANY).save()
    representative = portal.arrive(RepresentativePage)
    yield representative
    representative.fill(SPECIMEN_REPRESENTATIVE).save()
    documents = portal.arrive(DocumentsPage)
    documents.add(SPECIMEN_PAPERS[0])
    yield documents
    yield send_documents(documents, SPECIMEN_PAPERS[1:])
    yield portal.open(SubmitPage)


def _links(portal: Portal, control: WorldControl, inbox: WorldInbox, sent: SentPage) -> Iterator[PortalPage]:
    reference, email = sent.reference(), SPECIMEN_REPRESENTATIVE.email
    mail = inbox.wait(to=email)
    link = mail.link("/employer/register/verify")
    yield _follow(portal, link[:-1], RegistrationLinkAlteredPage)
    yield _follow(portal, link.replace(f"//{control.name}.", "//"), RegistrationLinkElsewherePage)
    verify = _follow(portal, link, VerifyEmailPage)
    yield verify
    yield verify.verify()
    yield _follow(portal, link, RegistrationLinkUsedPage)
    control.query_registration(reference, "The SSM certificate cannot be read.")
    amend_link = inbox.wait(to=email, after=mail).link("/employer/register/amend")
    amend = _follow(portal, amend_link, AmendPage)
    yield amend
    submit_application(amend.amend())
    yield _follow(portal, amend_link, RegistrationLinkGonePage)


def _a_day_later(portal: Portal, control: WorldControl, inbox: WorldInbox) -> Iterator[PortalPage]:
    portal.page.context.clear_cookies()
    apply_as_new_employer(
        portal,
        company=replace(SPECIMEN_COMPANY, registration_no="202401011111"),
        representative=replace(SPECIMEN_REPRESENTATIVE, email=_UNFINISHED),
    )
    reference = portal.arrive(DocumentsPage).reference()
    status = portal.open(StatusPage)
    yield status
    status.ask(reference, _UNFINISHED)
    stands = portal.arrive(StandsPage)
    yield stands
    stands = stands.send_link()
    mail = inbox.wait(to=_UNFINISHED)
    stands.send_link()
    link = inbox.wait(to=_UNFINISHED, after=mail).link("/employer/register/continue")
    yield _follow(portal, mail.link("/employer/register/continue"), RegistrationLinkReplacedPage)
    yield _follow(portal, link, ContinuePage)
    control.advance(timedelta(hours=25))
    yield _follow(portal, link, RegistrationLinkExpiredPage)


def _follow(portal: Portal, link: str, screen: type[Shown]) -> Shown:
    portal.page.goto(link)
    return portal.arrive(screen)
