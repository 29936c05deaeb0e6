"""Change on the declaration leads to the one answer that is to be changed, and back to the declaration."""

from html import unescape

import pytest

from tests.mock_portal.browsing import Visitor, parse, words
from tests.mock_portal.conftest import Portal
from tests.mock_portal.registration.filling import (
    COMPANY,
    DECLARATION,
    EXISTING,
    OF_A_COMPANY,
    fill_company,
    fill_representative,
    heading,
    upload,
    upload_all,
)

PURPOSE = "/employer/register/purpose"
CONTOH = {"employer_code": "B3200000123X", "registration_no": "202301012345"}


def at_declaration(visitor: Visitor) -> Visitor:
    fill_company(visitor)
    fill_representative(visitor)
    upload_all(visitor)
    return visitor


def existing_at_declaration(visitor: Visitor) -> Visitor:
    visitor.submit(visitor.get(EXISTING), CONTOH)
    visitor.submit(visitor.get(PURPOSE), {"purpose": "change_representative"})
    fill_representative(visitor)
    for kind in ("enrolment_form", "identity"):
        upload(visitor, kind)
    return visitor


def changes(visitor: Visitor) -> dict[str, str]:
    """Where Change beside each answer leads."""
    links = [a for a in parse(visitor.get(DECLARATION).text).iter("a") if words(a).startswith("Change ")]
    return {words(a).removeprefix("Change "): str(a.get("href")) for a in links}


@pytest.mark.parametrize(
    "begun", [pytest.param(at_declaration, id="new"), pytest.param(existing_at_declaration, id="existing")]
)
def test_each_change_leads_to_the_field_of_its_answer(portal: Portal, begun: object) -> None:
    assert callable(begun)
    visitor = begun(portal.client())

    for label, link in changes(visitor).items():
        path, _, field = link.partition("#")
        ids = {str(e.get("id")) for e in parse(visitor.get(path).text).iter() if e.get("id")}
        assert field in ids, label


def test_the_telephone_is_changed_at_its_field_and_the_role_at_its_first_choice(portal: Portal) -> None:
    found = changes(at_declaration(portal.client()))

    assert found["Telephone"] == f"{COMPANY}#telephone"
    assert found["Acting as"].endswith("#acts_as-0")


def test_a_changed_answer_leads_back_to_the_declaration(portal: Portal) -> None:
    visitor = at_declaration(portal.client())

    company = fill_company(visitor, name="Baharu Jaya Dua Sdn. Bhd.")
    representative = fill_representative(visitor, designation="Director")

    assert [heading(company), heading(representative)] == ["Declaration"] * 2
    assert "BAHARU JAYA DUA SDN. BHD." in unescape(representative.text)


def test_an_answer_that_makes_further_documents_needed_leads_through_the_steps(portal: Portal) -> None:
    visitor = at_declaration(portal.client())

    representative = fill_representative(visitor, acts_as="representative")
    company = fill_company(visitor)

    assert [heading(representative), heading(company)] == ["Documents", "Representative"]


def test_a_changed_purpose_leads_back_to_the_declaration(portal: Portal) -> None:
    visitor = existing_at_declaration(portal.client())

    purpose = visitor.submit(visitor.get(EXISTING), CONTOH)
    answer = visitor.submit(purpose, {"purpose": "change_representative"})

    assert heading(purpose) == "Purpose of the application"
    assert purpose.text.count("checked") == 1
    assert heading(answer) == "Declaration"


def test_documents_that_are_there_lead_to_their_table(portal: Portal) -> None:
    found = changes(at_declaration(portal.client()))

    assert len(OF_A_COMPANY) <= len([link for link in found.values() if link.endswith("/documents#uploaded")])
