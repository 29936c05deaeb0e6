"""What an officer decides, as the applicant and the books see it."""

from datetime import date

import pytest

from contributions import YearMonth
from mock_portal.accounts.directory import find_account_id
from mock_portal.employers.service import employers_of, find_employer
from mock_portal.registration import reviewing
from mock_portal.registration.reviewing import (
    AlreadyDecided,
    AlreadyTaken,
    ApplicationState,
    ReasonMissing,
    Reviewer,
)
from mock_portal.submissions.service import pending_months
from mock_portal.worlds.models import WorldState
from tests.mock_portal.browsing import Visitor
from tests.mock_portal.conftest import Portal
from tests.mock_portal.registration.filling import (
    DECLARATION,
    EMAIL,
    NUMBER,
    OF_A_COMPANY,
    REPRESENTATIVE,
    STATUS,
    declare,
    fill_all,
    fill_company,
    fill_representative,
    heading,
    link_in,
    reference_on,
    text_of,
    upload,
    upload_all,
    verified,
)

PEGAWAI = Reviewer(1, "PEGAWAI SATU")
OTHER = Reviewer(2, "PEGAWAI DUA")


def opened(portal: Portal, reference: str) -> None:
    with portal.session(may_write=True) as session:
        now = session.get_one(WorldState, 1).clock.now()
        reviewing.open_for_review(session, reference, PEGAWAI, now)


def queried(portal: Portal, reference: str, reason: str = "The SSM certificate cannot be read.") -> str:
    """A query of the officer; the answer is the link of its mail."""
    opened(portal, reference)
    with portal.session(may_write=True) as session:
        now = session.get_one(WorldState, 1).clock.now()
        reviewing.query(session, reference, PEGAWAI, reason, now)
    return link_in(portal.mail()[-1])


def approved(portal: Portal, reference: str) -> reviewing.Approval:
    opened(portal, reference)
    with portal.session(may_write=True) as session:
        return reviewing.approve(session, reference, PEGAWAI, session.get_one(WorldState, 1).clock.now())


def taken_up(visitor: Visitor, link: str) -> None:
    visitor.submit(visitor.get(link), button="Amend")


def test_an_approval_makes_the_employer_and_mails_code_id_and_temporary_password(portal: Portal) -> None:
    reference = verified(portal, portal.client())

    approval = approved(portal, reference)

    words = text_of(portal.mail()[-1])
    assert f"Employer Code: {approval.employer_code}" in words
    assert f"Portal ID (email address): {EMAIL}" in words
    assert "Temporary password: " in words
    with portal.session() as session:
        employer = find_employer(session, approval.employer_code)
    assert employer is not None
    assert (employer.name, employer.ssm_number, employer.branch) == (
        "BAHARU JAYA SDN. BHD.",
        NUMBER,
        "Petaling Jaya",
    )
    assert employer.address == ("1 Jalan Baharu", "43000 Kajang", "Selangor")


def test_the_mail_names_the_end_of_the_temporary_password_and_the_status_says_when_it_is_over(
    portal: Portal,
) -> None:
    visitor = portal.client()
    reference = verified(portal, visitor)
    approved(portal, reference)

    def told() -> str:
        found = visitor.submit(visitor.get(STATUS), {"reference": reference, "email": EMAIL})
        return found.text.partition("</dl>")[2]

    in_time = told()
    portal.move_clock(days=7)
    too_late = told()

    assert "The temporary password ends on: 17/11/2026 09:00" in text_of(portal.mail()[-1])
    assert "Log in with the temporary password that was mailed to you." in in_time
    assert "The temporary password that was mailed to you has expired." in too_late
    assert 'href="/employer/forgot-password"' in too_late


def test_the_temporary_password_opens_the_door_to_a_new_one(portal: Portal) -> None:
    approved(portal, verified(portal, portal.client()))
    password = text_of(portal.mail()[-1]).partition("Temporary password: ")[2].split()[0]
    visitor = portal.client()

    step_2 = visitor.submit(visitor.get("/employer/login"), {"email": EMAIL})
    page = visitor.submit(step_2, {"password": password})

    assert "password" in heading(page).lower()
    assert "Invalid email address or password." not in page.text


def test_a_rejection_says_why_and_the_number_is_free_again(portal: Portal) -> None:
    reference = verified(portal, portal.client())
    opened(portal, reference)

    with portal.session(may_write=True) as session:
        now = session.get_one(WorldState, 1).clock.now()
        reviewing.reject(session, reference, PEGAWAI, "This business was closed.", now)

    assert "Reason: This business was closed." in text_of(portal.mail()[-1])
    assert heading(fill_company(portal.client())) == "Representative"


def test_a_query_mails_a_link_that_shows_what_was_typed_to_be_amended(portal: Portal) -> None:
    reference = verified(portal, portal.client())
    link = queried(portal, reference)
    visitor = portal.client()

    page = visitor.get(link)
    taken_up(visitor, link)
    declaration = visitor.get(DECLARATION)
    company = visitor.get("/employer/register/company")
    representative = visitor.get(REPRESENTATIVE)

    for shown in (page, declaration, company, representative):
        assert "The SSM certificate cannot be read." in shown.text
    assert "BAHARU JAYA SDN. BHD." in declaration.text
    assert 'value="SITI CONTOH BINTI TELADAN"' in representative.text
    assert "This address was verified and stays as it is." in representative.text


def test_an_amended_application_goes_back_to_the_officer_without_another_link(portal: Portal) -> None:
    reference = verified(portal, portal.client())
    link = queried(portal, reference)
    visitor = portal.client()
    taken_up(visitor, link)

    fill_company(visitor, name="Baharu Jaya Dua Sdn. Bhd.")
    upload(visitor, "ssm_certificate", name="clearer.pdf")
    sent = declare(visitor)

    assert heading(sent) == "Application submitted"
    assert "An officer of PERKESO looks at it." in sent.text
    with portal.session() as session:
        seen = reviewing.read_application(session, reference)
    assert (seen.state, seen.employer_name) == (ApplicationState.SUBMITTED, "BAHARU JAYA DUA SDN. BHD.")
    assert seen.taken_by == ""
    assert [line.what for line in seen.history][-2:] == ["amended", "submitted"]
    assert heading(visitor.get(link)) == "This link is no longer needed"


def test_a_query_that_nobody_answers_expires_after_14_days(portal: Portal) -> None:
    reference = verified(portal, portal.client())
    link = queried(portal, reference)

    portal.move_clock(days=14)

    assert heading(portal.client().get(link)) == "This link has expired"
    with portal.session() as session:
        assert reviewing.read_application(session, reference).state is ApplicationState.EXPIRED


def test_the_browser_that_amends_takes_the_application_from_every_other(portal: Portal) -> None:
    first = portal.client()
    reference = verified(portal, first)
    link = queried(portal, reference)

    taken_up(portal.client(), link)

    assert heading(first.get(DECLARATION)) == "This application was opened in another browser"


def test_a_second_decision_is_told_what_the_first_was(portal: Portal) -> None:
    reference = verified(portal, portal.client())
    approved(portal, reference)

    with portal.session() as session, pytest.raises(AlreadyDecided) as refusal:
        reviewing.approve(session, reference, OTHER, session.get_one(WorldState, 1).clock.now())

    assert (refusal.value.by, refusal.value.state) == ("PEGAWAI SATU", ApplicationState.APPROVED)


def test_what_one_officer_has_open_another_cannot_decide(portal: Portal) -> None:
    reference = verified(portal, portal.client())
    opened(portal, reference)

    with portal.session() as session, pytest.raises(AlreadyTaken) as refusal:
        reviewing.open_for_review(session, reference, OTHER, session.get_one(WorldState, 1).clock.now())

    assert refusal.value.by == "PEGAWAI SATU"


@pytest.mark.parametrize("reason", [pytest.param("", id="nothing"), pytest.param(" \n\t", id="blanks")])
def test_a_query_needs_words(portal: Portal, reason: str) -> None:
    reference = verified(portal, portal.client())
    opened(portal, reference)

    with portal.session(may_write=True) as session, pytest.raises(ReasonMissing):
        reviewing.query(session, reference, PEGAWAI, reason, session.get_one(WorldState, 1).clock.now())

    with portal.session() as session:
        assert reviewing.read_application(session, reference).state is ApplicationState.IN_REVIEW


def test_an_application_is_not_for_officers_before_its_address_is_verified(portal: Portal) -> None:
    visitor = portal.client()

    def queued() -> list[str]:
        with portal.session() as session:
            return [item.reference for item in reviewing.list_for_review(session).items]

    reference = reference_on(fill_all(visitor))
    before = queued()
    visitor.submit(visitor.get(link_in(portal.mail()[-1])), button="Verify")

    assert reference not in before
    assert queued() == [*before, reference]


def test_the_new_id_acts_for_its_employer(portal: Portal) -> None:
    approval = approved(portal, verified(portal, portal.client()))

    with portal.session() as session:
        account = find_account_id(session, EMAIL)
        assert account is not None
        linked = employers_of(session, account)
    assert [(link.employer.code, link.role) for link in linked] == [(approval.employer_code, "owner")]


@pytest.mark.parametrize(
    ("first_employee", "owed"),
    [
        pytest.param("12/10/2026", [YearMonth(2026, 10)], id="since last month"),
        pytest.param("02/11/2026", [], id="since this month, which is not over"),
        pytest.param("01/03/2020", [YearMonth(2026, 10)], id="long ago"),
    ],
)
def test_a_new_employer_owes_no_month_before_the_first_employee(
    portal: Portal, first_employee: str, owed: list[YearMonth]
) -> None:
    visitor = portal.client()
    fill_company(visitor, first_employee=first_employee)
    fill_representative(visitor)
    upload_all(visitor)
    reference = reference_on(declare(visitor))
    visitor.submit(visitor.get(link_in(portal.mail()[-1])), button="Verify")

    approval = approved(portal, reference)

    with portal.session() as session:
        employer = find_employer(session, approval.employer_code)
        assert employer is not None
        pending = pending_months(session, employer.id, today=date(2026, 11, 10))
    assert [month.month for month in pending] == owed


def test_the_profile_says_in_which_role_somebody_applied(portal: Portal) -> None:
    visitor = portal.client()
    fill_company(visitor)
    fill_representative(visitor, acts_as="representative")
    upload_all(visitor, (*OF_A_COMPANY, "employer_letter"))
    reference = reference_on(declare(visitor))
    visitor.submit(visitor.get(link_in(portal.mail()[-1])), button="Verify")
    approved(portal, reference)

    with portal.session() as session:
        account = find_account_id(session, EMAIL)
        assert account is not None
        (linked,) = employers_of(session, account)
    assert linked.role == "representative"


def test_the_status_page_follows_the_application(portal: Portal) -> None:
    visitor = portal.client()
    reference = verified(portal, visitor)

    def status() -> str:
        found = visitor.submit(visitor.get(STATUS), {"reference": reference, "email": EMAIL})
        assert heading(found) == "How the application stands"
        return found.text.partition("<dt>Status</dt>")[2].partition("<dd>")[2].partition("</dd>")[0]

    submitted = status()
    opened(portal, reference)
    in_review = status()
    approved(portal, reference)

    assert [submitted, in_review, status()] == ["Submitted", "In review", "Approved"]
