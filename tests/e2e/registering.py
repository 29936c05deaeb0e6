"""An applicant of the demo world: good answers, and the documents that a company sends."""

from harness.pages.portal_page import Portal
from harness.pages.registration_papers import DeclarationPage, DocumentsPage
from harness.specimens import SPECIMEN_COMPANY, SPECIMEN_PAPERS, SPECIMEN_REPRESENTATIVE
from harness.tasks import apply_as_new_employer, send_documents

__all__ = ["at_documents", "at_the_declaration"]


def at_documents(site: Portal) -> DocumentsPage:
    """An applicant who has filled in steps A and B."""
    return apply_as_new_employer(site, company=SPECIMEN_COMPANY, representative=SPECIMEN_REPRESENTATIVE)


def at_the_declaration(site: Portal) -> DeclarationPage:
    """An applicant who has uploaded all documents."""
    return send_documents(at_documents(site), SPECIMEN_PAPERS)
