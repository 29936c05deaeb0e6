"""Words of the small lists of an application."""

from typing import Final

from contributions import T
from mock_portal.registration.states import Kind, Purpose

__all__ = ["ACTS_AS", "ID_TYPES", "KINDS", "PURPOSES", "SEXES"]

KINDS: Final = {
    Kind.NEW_EMPLOYER: T("New Employer", "Majikan Baharu"),
    Kind.EXISTING_EMPLOYER: T("Existing Employer", "Majikan Sedia Ada"),
}
PURPOSES: Final = {
    Purpose.NEW_ID: T("First Portal ID of the employer", "ID Portal pertama majikan"),
    Purpose.CHANGE_REPRESENTATIVE: T("Change of representative", "Pertukaran wakil majikan"),
    Purpose.ADDITIONAL_EMPLOYER: T("Additional employer for my ID", "Majikan tambahan bagi ID saya"),
}
ID_TYPES: Final = {
    "new_ic": T("New IC", "KP Baharu"),
    "passport": T("Passport", "Pasport"),
    "army_id": T("Army ID", "ID Tentera"),
    "police_id": T("Police ID", "ID Polis"),
}
SEXES: Final = {"male": T("Male", "Lelaki"), "female": T("Female", "Perempuan")}
ACTS_AS: Final = {
    "owner": T("Owner or director", "Pemilik atau pengarah"),
    "representative": T("Authorised representative", "Wakil yang diberi kuasa"),
}
