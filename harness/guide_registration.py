"""Filling in a registration for the pictures of the guide, step by step, with the answers of the specimen."""

from collections.abc import Iterator

from harness.pages.portal_page import Portal
from harness.pages.registration import RegistrationPage, RepresentativePage
from harness.pages.registration_papers import DocumentsPage
from harness.specimens import SPECIMEN_COMPANY, SPECIMEN_PAPERS, SPECIMEN_REPRESENTATIVE
from harness.tasks import send_documents, submit_application

__all__ = ["fill_in_registration", "go_to", "save"]


def fill_in_registration(portal: Portal) -> Iterator[str]:
    """Each step of a new employer as it stands before it is sent: the name of its picture, in turn."""
    start = portal.open(RegistrationPage)
    start.field(start.words.registration.new_employer).check()
    yield "register"
    company = start.choose_new().fill(SPECIMEN_COMPANY)
    _to_top(portal)
    yield "company"
    company.save()
    representative = portal.arrive(RepresentativePage).fill(SPECIMEN_REPRESENTATIVE)
    _to_top(portal)
    yield "representative"
    representative.save()
    documents = portal.arrive(DocumentsPage)
    first, second, *others = SPECIMEN_PAPERS
    documents.add(first)
    documents.add(second)
    _to_top(portal)
    yield "documents"
    declaration = send_documents(documents, others).declare()
    yield "declaration"
    submit_application(declaration)
    yield "sent"


def go_to(portal: Portal, path: str) -> None:
    """Open a page by its path, in the language of the portal."""
    root = "/ms" if portal.profile.language == "ms" else ""
    portal.page.goto(f"{portal.address}{root}{path}")
    _ready(portal)


def save(portal: Portal) -> None:
    """Press the main button of the page, the last of its kind, and wait for whatever it leads to."""
    before = portal.page.url
    portal.page.locator("main button.btn-primary[type=submit]").last.click()
    if not portal.page.locator("dialog[open]").is_visible():
        portal.page.wait_for_url(lambda url: url != before)
        _ready(portal)


def _to_top(portal: Portal) -> None:
    portal.page.evaluate("scrollTo(0, 0)")


def _ready(portal: Portal) -> None:
    portal.page.locator(portal.profile.scripts_ready).wait_for(state="attached")
