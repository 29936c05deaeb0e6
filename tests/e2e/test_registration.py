"""Registration in browsers: the whole way in, and each behaviour with and without scripts."""

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Route, expect

from contributions import Language
from harness.control import Login, WorldControl, WorldInbox
from harness.pages.home import HomePage
from harness.pages.portal_page import Portal
from harness.pages.refusals import Refused
from harness.pages.registration import CompanyPage, RegistrationPage, RepresentativePage
from harness.pages.registration_answers import Paper
from harness.pages.registration_papers import (
    DeclarationPage,
    DocumentRefused,
    DocumentsPage,
    SentPage,
    SubmitDialog,
    SubmitPage,
)
from harness.pages.registration_status import AmendPage, RegistrationLinkUsedPage, StandsPage, StatusPage
from harness.specimens import SPECIMEN_COMPANY, SPECIMEN_PAPERS, SPECIMEN_REPRESENTATIVE
from harness.tasks import activate, register, submit_application
from tests.e2e.journals import methods_at
from tests.e2e.keyboard import Keyboard
from tests.e2e.modes import in_modes, with_scripts, without_scripts
from tests.e2e.registering import at_documents, at_the_declaration
from tests.e2e.said import EMPTY_DOCUMENT, MISSING_PAPER, SUBMITTED_STATE, UPLOAD_CANCELLED
from tests.mock_portal.registration.sample_documents import pdf

COMPANY_PATH = "/employer/register/company"
REPRESENTATIVE_PATH = "/employer/register/representative"
DOCUMENTS_PATH = "/employer/register/documents"
CONFIRM_PATH = "/employer/register/confirm"
NEW_PASSWORD = "Baharu#2026"
REASON = "The SSM certificate cannot be read."


@in_modes("ms-javascript-off")
def test_an_employer_comes_in_from_nothing(
    site: Portal, control: WorldControl, inbox: WorldInbox, language: Language
) -> None:
    reference = register(
        site, inbox, company=SPECIMEN_COMPANY, representative=SPECIMEN_REPRESENTATIVE, papers=SPECIMEN_PAPERS
    )
    waiting = site.open(StatusPage).ask(reference, SPECIMEN_REPRESENTATIVE.email)
    assert isinstance(waiting, StandsPage)
    stands = waiting.status()

    first = inbox.newest()
    given = control.approve_registration(reference)
    mail = inbox.wait(to=SPECIMEN_REPRESENTATIVE.email, after=first)
    password = next(code for code in mail.codes if code not in {reference, given.employer_code})
    home = activate(
        site,
        Login(role="", email=SPECIMEN_REPRESENTATIVE.email, password=password),
        new_password=NEW_PASSWORD,
    )

    assert stands == SUBMITTED_STATE.in_language(language)
    assert isinstance(home, HomePage)
    assert [desk.employer for desk in home.desks()] == ["BAHARU JAYA SDN. BHD."]


@in_modes("en")
def test_change_leads_into_the_field_and_saving_it_back_to_the_declaration(site: Portal) -> None:
    declaration = at_the_declaration(site)
    label = site.profile.words.registration.telephone

    telephone = declaration.change(label)
    page = site.arrive(CompanyPage)
    expect(telephone).to_be_focused()
    page.write(telephone, "03-8000 9999")
    saved = page.save()

    assert isinstance(saved, DeclarationPage)
    assert saved.answer(label) == "03-8000 9999"


@with_scripts
def test_a_postcode_fills_in_state_and_city_in_place(site: Portal, control: WorldControl) -> None:
    page = site.open(CompanyPage)

    page.write(page.field(page.words.registration.postcode), "10200")

    expect(page.state).to_have_value("07")
    expect(page.city).to_have_value("07/Pulau Pinang")
    assert methods_at(control, COMPANY_PATH) == ["GET"]


@without_scripts
def test_without_scripts_fill_in_asks_the_portal_and_keeps_the_rest(
    site: Portal, control: WorldControl
) -> None:
    page = site.open(CompanyPage)
    page.write(page.name_field, SPECIMEN_COMPANY.name)

    page.fill_in("10200")

    expect(page.state).to_have_value("07")
    expect(page.city).to_have_value("07/Pulau Pinang")
    expect(page.name_field).to_have_value(SPECIMEN_COMPANY.name)
    assert methods_at(control, COMPANY_PATH) == ["GET", "POST"]


@with_scripts
@pytest.mark.browser_matters
def test_a_date_is_taken_from_the_calendar_or_typed(site: Portal) -> None:
    page = site.open(CompanyPage)
    page.wait_for_scripts()
    expect(page.choose_date).to_be_visible()
    expect(page.calendar).to_have_attribute("max", "2026-11-10")

    # the calendar itself is the browser's window, which no program sees; so its answer is given
    page.calendar.fill("2026-10-12", force=True)
    expect(page.first_employee).to_have_value("12/10/2026")

    page.write(page.first_employee, "1/9/2026")
    expect(page.first_employee).to_have_value("1/9/2026")


@without_scripts
def test_without_scripts_a_date_is_typed(site: Portal) -> None:
    page = site.open(CompanyPage)
    expect(page.choose_date).to_have_count(0)

    page.write(page.first_employee, "12/10/2026")
    refused = page.save()

    assert isinstance(refused, Refused)
    expect(page.first_employee).to_have_value("12/10/2026")


@with_scripts
def test_a_list_shows_only_what_belongs_to_the_one_above_it(site: Portal) -> None:
    page = site.open(CompanyPage)
    page.wait_for_scripts()

    page.field(page.words.registration.sector).select_option(value="F")
    page.state.select_option(value="16")

    expect(page.industry.get_by_role("option")).to_have_count(4)
    expect(page.city.get_by_role("option")).to_have_count(2)


@without_scripts
def test_without_scripts_a_list_shows_all_and_the_portal_says_what_does_not_fit(site: Portal) -> None:
    page = site.open(CompanyPage)

    page.field(page.words.registration.sector).select_option(value="F")

    expect(page.industry.get_by_role("option")).to_have_count(89)


@with_scripts
def test_a_household_has_no_number_and_a_firm_names_its_own(site: Portal) -> None:
    page = site.open(CompanyPage)
    page.wait_for_scripts()

    page.choose_entity("domestic")
    expect(page.registration_no).to_be_hidden()
    expect(page.registration_no).to_have_js_property("required", value=False)
    page.choose_entity("company")

    expect(page.registration_no).to_be_visible()
    expect(page.registration_no).to_have_js_property("required", value=True)


@in_modes("en", "en-javascript-off")
def test_a_new_ic_tells_birth_date_and_sex(site: Portal) -> None:
    company = site.open(RegistrationPage).choose_new().fill(SPECIMEN_COMPANY)
    page = company.save()
    assert isinstance(page, RepresentativePage)
    page.write_number(SPECIMEN_REPRESENTATIVE.identity_number)

    page.fill_in()

    expect(page.birth_date).to_have_value("01/01/1990")
    expect(page.sex).to_have_value("female")
    if site.scripts:
        expect(page.birth_date).to_have_attribute("readonly", "")


@in_modes("en", "ms-javascript-off")
def test_documents_are_listed_removed_and_missed(site: Portal, language: Language, tmp_path: Path) -> None:
    page = at_documents(site)
    page.add(replace(SPECIMEN_PAPERS[0], remarks="Page 1"))
    page.add(SPECIMEN_PAPERS[1])

    page.remove("enrolment_form.pdf")
    missing = page.go_on()

    assert [paper.file for paper in page.papers()] == ["borang_1.pdf"]
    assert not isinstance(missing, DocumentsPage)
    assert MISSING_PAPER.in_language(language) in page.page.get_by_role("main").inner_text()


@in_modes("en")
def test_an_empty_document_is_refused_in_words(site: Portal, language: Language) -> None:
    page = at_documents(site)
    empty = FilePayload(name="form.pdf", mimeType="application/pdf", buffer=b"")

    answer = page.add(Paper("identity", empty))

    assert isinstance(answer, DocumentRefused)
    assert answer.messages == (EMPTY_DOCUMENT.in_language(language),)


@with_scripts
@pytest.mark.browser_matters
def test_a_document_can_be_dropped(site: Portal) -> None:
    page = at_documents(site)
    page.wait_for_scripts()
    page.field(page.words.registration.description).select_option(value="identity")

    # a browser lets no program drag a file; so the event is made as a browser makes it
    page.file.evaluate(
        """(input, bytes) => {
          const carried = new DataTransfer();
          carried.items.add(new File([new Uint8Array(bytes)], "dropped.pdf", { type: "application/pdf" }));
          const how = { dataTransfer: carried, bubbles: true, cancelable: true };
          input.dispatchEvent(new DragEvent("drop", how));
        }""",
        list(pdf()),
    )
    page.leave_by(page.button(page.words.registration.add))

    assert [paper.file for paper in DocumentsPage(site).wait().papers()] == ["dropped.pdf"]


@with_scripts
def test_a_document_shows_its_progress_and_can_be_cancelled(site: Portal, language: Language) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)  # no answer comes

    page = at_documents(site)
    site.page.route("**/register/documents*", hold)
    progress = page.begin(SPECIMEN_PAPERS[0])
    expect(progress.sentence).to_contain_text("enrolment_form.pdf")

    said = progress.cancel().messages
    held[0].abort()
    site.page.unroute("**/register/documents*")

    assert said == (UPLOAD_CANCELLED.in_language(language),)
    assert site.open(DocumentsPage).papers() == ()


@with_scripts
def test_two_clicks_submit_once_and_a_dialog_says_the_number(site: Portal, control: WorldControl) -> None:
    question = at_the_declaration(site).declare().submit()
    assert isinstance(question, SubmitDialog)

    question.mark.get_by_role("button", name=site.profile.words.registration.confirm, exact=True).dblclick()

    sent = site.arrive(SentPage)
    expect(sent.result).to_contain_text("PID-")
    assert sent.acknowledge().reference().startswith("PID-")
    assert methods_at(control, CONFIRM_PATH) == ["POST"]


@without_scripts
def test_without_scripts_a_page_of_its_own_asks_before_it_is_submitted(site: Portal) -> None:
    question = at_the_declaration(site).declare().submit()
    assert isinstance(question, SubmitPage)

    sent = question.confirm()

    assert sent.reference().startswith("PID-")


@with_scripts
@pytest.mark.browser_matters
def test_leaving_typed_answers_asks_first(site: Portal) -> None:
    page = site.open(CompanyPage)
    page.wait_for_scripts()
    page.write(page.name_field, SPECIMEN_COMPANY.name)
    asked: list[str] = []

    def stay(dialog: object) -> None:
        asked.append(dialog.type)  # type: ignore[attr-defined] # Playwright's dialog
        dialog.dismiss()  # type: ignore[attr-defined]

    page.page.on("dialog", stay)
    with page.page.expect_event("dialog"):
        page.link(page.words.frame.back).click(no_wait_after=True)

    expect(page.name_field).to_have_value(SPECIMEN_COMPANY.name)
    assert asked == ["beforeunload"]


@in_modes("ms-javascript-off")
def test_a_query_is_answered_with_all_that_was_typed_kept(
    site: Portal, control: WorldControl, inbox: WorldInbox
) -> None:
    reference = register(
        site, inbox, company=SPECIMEN_COMPANY, representative=SPECIMEN_REPRESENTATIVE, papers=SPECIMEN_PAPERS
    )
    first = inbox.newest()
    control.query_registration(reference, REASON)
    mail = inbox.wait(to=SPECIMEN_REPRESENTATIVE.email, after=first)
    site.page.goto(mail.link("/employer/register/amend"))
    page = site.arrive(AmendPage)
    asked = page.question.inner_text()

    declaration = page.amend()
    name = declaration.answer(site.profile.words.registration.employer_name)
    sent = submit_application(declaration)

    assert REASON in asked
    assert name == "BAHARU JAYA SDN. BHD."
    assert sent.reference() == reference
    assert control.registration(reference).state == "submitted"


def test_a_link_that_was_used_says_so(site: Portal, inbox: WorldInbox) -> None:
    register(
        site, inbox, company=SPECIMEN_COMPANY, representative=SPECIMEN_REPRESENTATIVE, papers=SPECIMEN_PAPERS
    )

    site.page.goto(inbox.wait(to=SPECIMEN_REPRESENTATIVE.email).link("/employer/register/verify"))

    assert isinstance(site.arrive(RegistrationLinkUsedPage), RegistrationLinkUsedPage)


@in_modes("en")
def test_a_registration_is_filled_in_by_keys(site: Portal) -> None:
    page = site.open(RegistrationPage)
    words, keys = page.words.registration, Keyboard(site.page)
    keys.tick(page.field(words.new_employer))
    keys.press(page.button(words.next))
    company = site.arrive(CompanyPage)
    company.wait_for_scripts()

    keys.choose(company.field(words.entity), SPECIMEN_COMPANY.entity)
    keys.write(company.registration_no, SPECIMEN_COMPANY.registration_no)
    keys.write(company.name_field, SPECIMEN_COMPANY.name)
    keys.choose(company.field(words.sector), SPECIMEN_COMPANY.sector)
    keys.choose(company.industry, SPECIMEN_COMPANY.industry)
    keys.write(company.field(words.first_employee), "01/11/2026")
    keys.write(company.field(words.address), SPECIMEN_COMPANY.address)
    keys.write(company.field(words.postcode), SPECIMEN_COMPANY.postcode)
    if not site.scripts:
        keys.press(company.button(words.fill_in))
        company = site.arrive(CompanyPage)
        expect(company.state).to_have_value("10")
    keys.write(company.field(words.telephone), SPECIMEN_COMPANY.telephone)
    keys.write(company.field(words.email), SPECIMEN_COMPANY.email)
    keys.press(company.button(words.save))

    site.arrive(RepresentativePage)
