"""Kinds of business: what each calls its number, which shape the number has, which documents it must show.

The list is partly vendor [SCR3], one value vendor [MIGR]; names of numbers and modern equivalents of forms
are assumed (portal-flows 2.2).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from contributions import T
from contributions.identifiers import ssm_number

__all__ = ["ENTITIES", "Entity", "is_number_of"]


@dataclass(frozen=True)
class Entity:
    """One kind of business.

    Attributes:
        number_label: what its registration number is called; `None` where it has none.
        by_ssm: whether SSM gives the number, so that its shape is known.
        documents: keys of `papers.PAPERS` that it must show besides those of all.
    """

    title: T
    number_label: T | None
    by_ssm: bool
    documents: tuple[str, ...]


_SSM: Final = T("SSM / MyCoID registration no.", "No. pendaftaran SSM / MyCoID")

ENTITIES: Final[Mapping[str, Entity]] = {
    "company": Entity(
        T("Private or public company (Sdn Bhd / Bhd)", "Syarikat sendirian atau awam (Sdn Bhd / Bhd)"),
        _SSM,
        by_ssm=True,
        documents=("ssm_certificate", "company_profile"),
    ),
    "sole_proprietor": Entity(
        T("Sole proprietor", "Pemilikan tunggal"), _SSM, by_ssm=True, documents=("business_profile",)
    ),
    "partnership": Entity(
        T("Partnership", "Perkongsian"), _SSM, by_ssm=True, documents=("business_profile",)
    ),
    "llp": Entity(
        T("Limited liability partnership (LLP)", "Perkongsian liabiliti terhad (PLT)"),
        T("LLP registration no. (SSM)", "No. pendaftaran PLT (SSM)"),
        by_ssm=True,
        documents=("business_profile",),
    ),
    "law_firm": Entity(
        T("Law firm", "Firma guaman"),
        T("Practising certificate no.", "No. sijil amalan"),
        by_ssm=False,
        documents=("practising_certificate",),
    ),
    "clinic": Entity(
        T("Clinic", "Klinik"),
        T("Medical registration no.", "No. pendaftaran perubatan"),
        by_ssm=False,
        documents=("medical_form",),
    ),
    "audit_firm": Entity(
        T("Audit firm", "Firma audit"),
        T("Auditor approval no.", "No. kelulusan juruaudit"),
        by_ssm=False,
        documents=("auditor_approval",),
    ),
    "society": Entity(
        T("Society or association", "Pertubuhan atau persatuan"),
        T("Society registration no.", "No. pendaftaran pertubuhan"),
        by_ssm=False,
        documents=("society_form",),
    ),
    "government": Entity(
        T("Government or statutory body", "Kerajaan atau badan berkanun"),
        T("Agency reference no.", "No. rujukan agensi"),
        by_ssm=False,
        documents=("agency_letter",),
    ),
    "domestic": Entity(
        T("Individual for Domestic Worker", "Individu bagi Pekerja Domestik"),
        None,
        by_ssm=False,
        documents=("worker_identity", "work_permit"),
    ),
    "other": Entity(
        T("Others", "Lain-lain"),
        T("Registration no.", "No. pendaftaran"),
        by_ssm=False,
        documents=("registration_proof",),
    ),
}

# An old number: digits with a check letter; a letter or two before them for a business, LLP for one.
_OLD: Final = re.compile(r"(?:[A-Z]{2}|LLP)?[0-9]{5,9}(?:[A-Z]|LGN|LCA|LCS)?")
_ANY: Final = re.compile(r"[A-Z0-9][A-Z0-9/().]{2,19}")


def is_number_of(entity: str, number: str) -> bool:
    """Whether a compact number can be one that this kind of business has (shapes assumed)."""
    if not ENTITIES[entity].by_ssm:
        return _ANY.fullmatch(number) is not None
    if re.fullmatch(r"[0-9]{12}", number):
        return ssm_number.is_valid(number)
    return _OLD.fullmatch(number) is not None
