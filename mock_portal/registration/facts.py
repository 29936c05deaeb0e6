"""The answers of an application as labels and values: to check, to review, to print on forms."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from contributions import T
from contributions.identifiers import mykad
from mock_portal.registration import industries, places
from mock_portal.registration.answers import Company, Representative
from mock_portal.registration.entities import ENTITIES
from mock_portal.registration.states import Kind
from mock_portal.registration.views import ApplicationView
from mock_portal.registration.words import ACTS_AS, ID_TYPES, KINDS, PURPOSES, SEXES

__all__ = ["Fact", "company_facts", "employer_facts", "representative_facts"]

NUMBER: Final = T("SSM / MyCoID registration no.", "No. pendaftaran SSM / MyCoID")


@dataclass(frozen=True)
class Fact:
    """One answer; a value that both languages write alike is a `T` of the same text twice.

    Attributes:
        field: the name of the form's field that it was given in; empty where no form asks for it.
    """

    label: T
    value: T
    field: str


def employer_facts(view: ApplicationView) -> tuple[Fact, ...]:
    """What an application for an existing employer is about."""
    return _told(
        ("", T("Application for", "Permohonan bagi"), KINDS[view.kind]),
        (
            "purpose",
            T("Purpose", "Tujuan"),
            PURPOSES[view.purpose] if view.kind is Kind.EXISTING_EMPLOYER else "",
        ),
        ("employer_code", T("Employer Code", "Kod Majikan"), view.employer_code),
        ("employer_code", T("Employer Name", "Nama Majikan"), view.employer_name),
        ("registration_no", NUMBER, view.registration_no),
    )


def company_facts(company: Company) -> tuple[Fact, ...]:
    """Step A."""
    entity = ENTITIES[company.entity]
    lines = (company.address_1, company.address_2, company.address_3)
    place = f"{company.postcode} {company.city}, {places.STATES[company.state].name}"
    return _told(
        ("entity", T("Business Entity", "Entiti Perniagaan"), entity.title),
        ("registration_no", entity.number_label or NUMBER, company.registration_no),
        ("name", T("Company / employer name", "Nama syarikat / majikan"), company.name),
        ("sector", T("Sector", "Sektor"), industries.title_of(company.sector)),
        (
            "industry",
            T("Industry / main activity", "Industri / aktiviti utama"),
            industries.title_of(company.industry),
        ),
        (
            "first_employee",
            T("Date of first employee", "Tarikh pekerja pertama"),
            _day(company.first_employee),
        ),
        ("address_1", T("Address", "Alamat"), ", ".join([line for line in lines if line] + [place])),
        ("telephone", T("Telephone", "Telefon"), company.telephone),
        ("fax", T("Fax", "Faks"), company.fax),
        ("email", T("Employer email", "Emel majikan"), company.email),
    )


def representative_facts(who: Representative) -> tuple[Fact, ...]:
    """Step B."""
    number = mykad.format(who.id_number) if who.id_type == "new_ic" else who.id_number
    return _told(
        ("name", T("Full name", "Nama penuh"), who.name),
        ("designation", T("Designation", "Jawatan"), who.designation),
        ("id_type", T("Identification type", "Jenis pengenalan"), ID_TYPES[who.id_type]),
        ("id_number", T("Identification no.", "No. pengenalan"), number),
        ("birth_date", T("Date of birth", "Tarikh lahir"), _day(who.birth_date)),
        ("sex", T("Sex", "Jantina"), SEXES.get(who.sex, "")),
        ("mobile", T("Mobile no.", "No. telefon bimbit"), who.mobile),
        ("email", T("Official email", "Emel rasmi"), who.email),
        ("acts_as", T("Acting as", "Bertindak sebagai"), ACTS_AS[who.acts_as]),
    )


def _told(*answers: tuple[str, T, T | str]) -> tuple[Fact, ...]:
    """The answers that were given."""
    return tuple(
        Fact(label, value if isinstance(value, T) else T.same(value), field)
        for field, label, value in answers
        if value
    )


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""
