"""Documents that an application needs, by kind of business and of applicant (portal-flows 2.2, step C)."""

from collections.abc import Mapping
from typing import Final

from contributions import T
from mock_portal.registration.entities import ENTITIES
from mock_portal.registration.states import Kind

__all__ = ["FILES_AT_MOST", "PAPERS", "SIZE_LIMIT", "accepted", "needed"]

FILES_AT_MOST: Final = 10  # assumed
SIZE_LIMIT: Final = 5 * 1_048_576  # assumed; as Windows counts, where applicants look how large a file is

PAPERS: Final[Mapping[str, T]] = {
    "enrolment_form": T("Portal ID enrolment form, signed", "Borang enrolmen ID Portal, bertandatangan"),
    "borang_1": T("Borang 1 (employer), signed", "Borang 1 (majikan), bertandatangan"),
    "borang_2": T("Borang 2 (employees), signed", "Borang 2 (pekerja), bertandatangan"),
    "identity": T(
        "Identity card of the owner or representative", "Kad pengenalan pemilik atau wakil majikan"
    ),
    "ssm_certificate": T("SSM certificate (Form 9)", "Sijil SSM (Borang 9)"),
    "company_profile": T("Company profile (Form 49)", "Profil syarikat (Borang 49)"),
    "business_profile": T("SSM business profile (Form A or D)", "Profil perniagaan SSM (Borang A atau D)"),
    "practising_certificate": T("Practising certificate", "Sijil amalan guaman"),
    "medical_form": T("Form 12 under the Medical Act", "Borang 12 di bawah Akta Perubatan"),
    "auditor_approval": T("Approval as an auditor", "Kelulusan sebagai juruaudit"),
    "society_form": T("Form 3 under the Societies Act", "Borang 3 di bawah Akta Pertubuhan"),
    "agency_letter": T("Letter of the agency", "Surat agensi"),
    "worker_identity": T(
        "Identity card or passport of the domestic worker", "Kad pengenalan atau pasport pekerja domestik"
    ),
    "work_permit": T("Work permit of the domestic worker", "Permit kerja pekerja domestik"),
    "registration_proof": T("Proof of registration", "Bukti pendaftaran"),
    "employer_letter": T("Surat Akuan Majikan (employer's letter)", "Surat Akuan Majikan"),
    "bank_information": T("Bank information", "Maklumat bank"),
    "other": T("Another document", "Dokumen lain"),
}
_OPTIONAL: Final = ("bank_information", "other")


def needed(kind: Kind, entity: str, acts_as: str) -> tuple[str, ...]:
    """Keys of what must be uploaded.

    An existing employer showed the papers of its business when it got its code (assumed).
    """
    letter = ("employer_letter",) if acts_as == "representative" else ()
    if kind is Kind.EXISTING_EMPLOYER:
        return ("enrolment_form", "identity", *letter)
    return ("enrolment_form", "borang_1", "borang_2", "identity", *ENTITIES[entity].documents, *letter)


def accepted(kind: Kind, entity: str, acts_as: str) -> tuple[str, ...]:
    """Keys of what may be uploaded: what must, and what helps."""
    return (*needed(kind, entity, acts_as), *_OPTIONAL)
