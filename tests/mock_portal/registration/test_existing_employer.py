"""An employer that has a code: match, purpose, and what an approval does (portal-flows 2.3)."""

import pytest

from mock_portal.accounts.directory import find_account_id
from mock_portal.employers.service import employers_of
from mock_portal.registration import reviewing
from mock_portal.registration.reviewing import ApplicationState, Reviewer
from mock_portal.worlds.models import WorldState
from tests.mock_portal.browsing import Visitor
from tests.mock_portal.conftest import Portal
from tests.mock_portal.registration.filling import (
    EXISTING,
    REPRESENTATIVE,
    declare,
    fill_company,
    fill_representative,
    heading,
    link_in,
    reference_on,
    text_of,
    upload,
)

PEGAWAI = Reviewer(1, "PEGAWAI SATU")
CONTOH = {"employer_code": "B3200000123X", "registration_no": "202301012345"}
TELADAN = {"employer_code": "B3200000456Y", "registration_no": "201903045678"}
NOT_FOUND = "Employer record not found. Check that code and number are of the same employer."
OWNER = "aminah@contoh-maju.example"
OWNER_OF_TELADAN = "lim@teladan.example"


def applied(portal: Portal, visitor: Visitor, purpose: str, email: str) -> str:
    visitor.submit(visitor.get(EXISTING), CONTOH)
    visitor.submit(visitor.get("/employer/register/purpose"), {"purpose": purpose})
    fill_representative(visitor, email=email, confirm_email=email, acts_as="representative")
    for kind in ("enrolment_form", "identity", "employer_letter"):
        upload(visitor, kind)
    reference = reference_on(declare(visitor))
    visitor.submit(visitor.get(link_in(portal.mail()[-1])), button="Verify")
    return reference


def approved(portal: Portal, reference: str) -> reviewing.Approval:
    with portal.session(may_write=True) as session:
        now = session.get_one(WorldState, 1).clock.now()
        reviewing.open_for_review(session, reference, PEGAWAI, now)
        return reviewing.approve(session, reference, PEGAWAI, now)


def codes_of(portal: Portal, email: str) -> set[str]:
    with portal.session() as session:
        account = find_account_id(session, email)
        return set() if account is None else {e.employer.code for e in employers_of(session, account)}


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param({"employer_code": "B3200000456Y"}, id="another employer's code"),
        pytest.param({"registration_no": "202499999999"}, id="nobody's number"),
        pytest.param({"employer_code": "X"}, id="no code at all"),
    ],
)
def test_code_and_number_must_be_of_one_employer(portal: Portal, typed: dict[str, str]) -> None:
    visitor = portal.client()

    answer = visitor.submit(visitor.get(EXISTING), CONTOH | typed)

    assert heading(answer) == "Existing Employer"
    assert NOT_FOUND in answer.text


def test_blanks_dashes_and_small_letters_do_not_matter(portal: Portal) -> None:
    visitor = portal.client()

    answer = visitor.submit(
        visitor.get(EXISTING), {"employer_code": " b3200000123x ", "registration_no": "2023-0101-2345"}
    )

    assert heading(answer) == "Purpose of the application"
    assert "CONTOH MAJU SDN. BHD." in answer.text


def test_an_employer_with_a_portal_id_offers_a_change_or_an_additional_employer(portal: Portal) -> None:
    visitor = portal.client()

    page = visitor.submit(visitor.get(EXISTING), CONTOH)

    assert "This employer has a Portal ID already." in page.text
    assert "Change of representative" in page.text
    assert "Additional employer for my ID" in page.text
    assert "First Portal ID of the employer" not in page.text


def test_a_change_of_representative_gives_a_new_id_and_closes_the_idle_one(portal: Portal) -> None:
    reference = applied(portal, portal.client(), "change_representative", "siti@baharu.example")

    approval = approved(portal, reference)
    former = portal.client()
    step_2 = former.submit(former.get("/employer/login"), {"email": OWNER})
    answer = former.submit(step_2, {"password": "Contoh#2026"})

    assert approval.employer_code == "B3200000123X"
    assert codes_of(portal, "siti@baharu.example") == {"B3200000123X"}
    assert codes_of(portal, OWNER) == set()
    assert "This ID is closed." in answer.text
    assert "Temporary password: " in text_of(portal.mail()[-1])


def test_an_additional_employer_is_served_by_the_id_that_there_is(portal: Portal) -> None:
    reference = applied(portal, portal.client(), "additional_employer", OWNER_OF_TELADAN)

    approved(portal, reference)

    assert codes_of(portal, OWNER_OF_TELADAN) == {"B3200000123X", "B3200000456Y"}
    assert codes_of(portal, OWNER) == {"B3200000123X"}
    words = text_of(portal.mail()[-1])
    assert "log in with the password that you have" in words
    assert "Temporary password" not in words


def test_an_additional_employer_needs_an_id_that_there_is(portal: Portal) -> None:
    visitor = portal.client()
    visitor.submit(visitor.get(EXISTING), CONTOH)
    visitor.submit(visitor.get("/employer/register/purpose"), {"purpose": "additional_employer"})

    answer = fill_representative(visitor)

    assert "This email address is no Portal ID." in answer.text


@pytest.mark.parametrize(
    ("language", "said"),
    [
        pytest.param("en", "Select what this application is for", id="English"),
        pytest.param("ms", "Pilih tujuan permohonan ini", id="Malay"),
    ],
)
def test_no_purpose_is_chosen_for_the_applicant(portal: Portal, language: str, said: str) -> None:
    visitor = portal.client(language=language)
    page = visitor.submit(visitor.get(EXISTING), CONTOH)

    answer = visitor.submit(page, {})

    assert "checked" not in page.text
    assert answer.status_code == 422
    assert said in answer.text


def test_no_purpose_can_be_passed_by(portal: Portal) -> None:
    visitor = portal.client()
    visitor.submit(visitor.get(EXISTING), CONTOH)

    assert heading(visitor.get(REPRESENTATIVE, follow_redirects=True)) == "Purpose of the application"


def test_the_purpose_stays_chosen_until_another_employer_is_given(portal: Portal) -> None:
    visitor = portal.client()
    visitor.submit(visitor.get(EXISTING), CONTOH)
    visitor.submit(visitor.get("/employer/register/purpose"), {"purpose": "additional_employer"})

    same = visitor.submit(visitor.get(EXISTING), CONTOH)
    another = visitor.submit(visitor.get(EXISTING), TELADAN)

    assert [page.text.count("checked") for page in (same, another)] == [1, 0]


def test_the_representative_of_an_existing_employer_needs_no_borang_1(portal: Portal) -> None:
    visitor = portal.client()
    visitor.submit(visitor.get(EXISTING), CONTOH)
    visitor.submit(visitor.get("/employer/register/purpose"), {"purpose": "change_representative"})

    documents = fill_representative(visitor)

    assert "Portal ID enrolment form, signed" in documents.text
    assert "Borang 1" not in documents.text


def test_an_application_of_the_other_kind_begins_anew(portal: Portal) -> None:
    visitor = portal.client()
    first = reference_on(visitor.submit(visitor.get(EXISTING), CONTOH))

    second = reference_on(fill_company(visitor))

    assert first != second
    with portal.session() as session:
        assert reviewing.read_application(session, first).state is ApplicationState.DRAFT
