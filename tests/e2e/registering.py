"""An applicant of the demo world: good answers, and the documents that a company sends."""

from datetime import date

from playwright.sync_api import FilePayload

from harness.pages.portal_page import Portal
from harness.pages.registration_answers import CompanyAnswers, Paper, RepresentativeAnswers
from harness.pages.registration_papers import DeclarationPage, DocumentsPage
from harness.tasks import apply_as_new_employer, send_documents
from tests.mock_portal.registration.sample_documents import pdf

__all__ = ["COMPANY", "PAPERS", "REPRESENTATIVE", "at_documents", "at_the_declaration"]

COMPANY = CompanyAnswers(
    registration_no="202401098765",
    name="Baharu Jaya Sdn. Bhd.",
    sector="J",
    industry="62",
    first_employee=date(2026, 11, 1),
    address="1 Jalan Baharu",
    postcode="43000",
    telephone="03-8000 1234",
    email="office@baharu.example",
)
REPRESENTATIVE = RepresentativeAnswers(
    name="Siti Contoh binti Teladan",
    designation="HR Manager",
    identity_number="900101-14-5678",
    mobile="012-345 6789",
    email="siti@baharu.example",
)
PAPERS = tuple(
    Paper(kind, FilePayload(name=f"{kind}.pdf", mimeType="application/pdf", buffer=pdf()))
    for kind in (
        *("enrolment_form", "borang_1", "borang_2"),
        *("identity", "ssm_certificate", "company_profile"),
    )
)


def at_documents(site: Portal) -> DocumentsPage:
    """An applicant who has filled in steps A and B."""
    return apply_as_new_employer(site, company=COMPANY, representative=REPRESENTATIVE)


def at_the_declaration(site: Portal) -> DeclarationPage:
    """An applicant who has uploaded all documents."""
    return send_documents(at_documents(site), PAPERS)
