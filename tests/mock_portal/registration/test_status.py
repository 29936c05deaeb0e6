"""How an application stands, and the ways back to one that was begun (portal-flows 2.4)."""

import pytest

from tests.mock_portal.browsing import forms
from tests.mock_portal.conftest import Portal
from tests.mock_portal.registration.filling import (
    COMPANY,
    DECLARATION,
    DOCUMENTS,
    EMAIL,
    GOOD_COMPANY,
    GOOD_REPRESENTATIVE,
    REPRESENTATIVE,
    START,
    STATUS,
    fill_all,
    fill_company,
    fill_representative,
    heading,
    link_in,
    reference_on,
)


@pytest.mark.parametrize(
    ("typed", "email"),
    [
        pytest.param("{reference}", "other@baharu.example", id="another address"),
        pytest.param("PID-20261110-99999", EMAIL, id="another number"),
        pytest.param("PID-0' OR 1 --", EMAIL, id="a hostile number"),
    ],
)
def test_nothing_is_told_to_whom_it_is_not_for(portal: Portal, typed: str, email: str) -> None:
    visitor = portal.client()
    fill_company(visitor)
    reference = reference_on(fill_representative(visitor))
    other = portal.client()

    answer = other.submit(other.get(STATUS), {"reference": typed.format(reference=reference), "email": email})

    assert heading(answer) == "Application status"
    assert "No application has this reference number and email address." in answer.text


def test_a_draft_is_continued_in_another_browser_by_a_mailed_link(portal: Portal) -> None:
    first = portal.client()
    fill_company(first)
    reference = reference_on(fill_representative(first))
    other = portal.client()

    stands = other.submit(other.get(STATUS), {"reference": reference.lower(), "email": EMAIL.upper()})
    other.submit(stands, button=f"Send the link to {EMAIL}")
    page = other.get(link_in(portal.mail()[-1]))
    continued = other.submit(page, button="Continue")
    used = other.get(link_in(portal.mail()[-1]))

    assert heading(page) == "Continue the application"
    assert 'value="SITI CONTOH BINTI TELADAN"' in continued.text
    assert (
        heading(first.get(DOCUMENTS, follow_redirects=True))
        == "This application was opened in another browser"
    )
    assert heading(used) == "This link has been used"


def test_the_first_page_leads_back_to_what_is_unfinished(portal: Portal) -> None:
    visitor = portal.client()
    reference = reference_on(fill_company(visitor))

    page = visitor.get(START)

    assert f"Your application {reference} is not finished." in page.text
    assert f'href="{REPRESENTATIVE}"' in page.text


def test_going_back_after_submitting_says_that_it_is_submitted_and_leads_to_the_status(
    portal: Portal,
) -> None:
    visitor = portal.client()
    reference = reference_on(fill_all(visitor))

    page = visitor.get(DECLARATION, follow_redirects=True)
    malay = visitor.get(f"/ms{DECLARATION}", follow_redirects=True)
    portal.move_clock(hours=24)
    expired = visitor.get(DECLARATION, follow_redirects=True)

    assert f"Your application was already submitted, reference no. {reference}." in page.text
    assert f'href="{STATUS}">Check application status</a></p>' in page.text.partition("<form")[0]
    assert f"Permohonan anda telah pun dihantar, no. rujukan {reference}." in malay.text
    assert "already submitted" not in expired.text


def test_a_page_asked_for_too_early_leads_to_the_step_before_it(portal: Portal) -> None:
    nobody = portal.client()
    begun = portal.client()
    fill_company(begun)

    assert heading(nobody.get(DOCUMENTS, follow_redirects=True)) == "Portal ID Registration"
    assert heading(begun.get(DOCUMENTS, follow_redirects=True)) == "Representative"


def test_the_log_in_page_leads_to_the_registration(portal: Portal) -> None:
    english = portal.client().get("/employer/login")
    malay = portal.client(language="ms").get("/employer/login")

    assert "Portal ID Registration (First Time User)" in english.text
    assert "Pendaftaran ID Portal (Pengguna Kali Pertama)" in malay.text
    assert 'href="/ms/employer/register"' in malay.text


@pytest.mark.parametrize(
    ("path", "typed"),
    [
        pytest.param(COMPANY, GOOD_COMPANY, id="company"),
        pytest.param(REPRESENTATIVE, GOOD_REPRESENTATIVE, id="representative"),
    ],
)
def test_the_language_switch_keeps_what_was_typed(portal: Portal, path: str, typed: dict[str, str]) -> None:
    visitor = portal.client()
    fill_company(visitor)
    token = forms(visitor.get(path))[0].values["csrf_token"]

    switched = visitor.post(f"/ms{path}", data={**typed, "csrf_token": token, "switch_language": "ms"})

    values = forms(switched)[0].values
    assert {name: values[name] for name in typed} == typed
    assert "Simpan & Seterusnya" in switched.text


def test_a_late_employer_is_warned_and_goes_on(portal: Portal) -> None:
    visitor = portal.client()

    answer = fill_company(visitor, first_employee="01/10/2026")

    assert "This is 10 days late; you can go on." in answer.text
    assert heading(answer) == "Representative"
