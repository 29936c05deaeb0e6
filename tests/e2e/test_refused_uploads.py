"""Refused uploads in browsers: with scripts as without, each error at its field and all in one summary."""

import re

from playwright.sync_api import FilePayload, expect

from contributions import Language
from harness.pages.portal_page import Portal
from harness.pages.refusals import Refused
from harness.pages.registration_answers import Paper
from harness.pages.registration_papers import DocumentRefused
from harness.pages.top_bar import TopBar
from harness.pages.upload import UploadPage, UploadRefused
from tests.e2e.modes import in_modes, with_scripts
from tests.e2e.paying import Visit
from tests.e2e.registering import at_documents
from tests.e2e.said import (
    CHOOSE_AGAIN,
    EMPTY_DOCUMENT,
    ERROR_TITLE,
    NO_DESCRIPTION,
    NO_FILE,
    NO_SUCH_CHARACTERS,
    TOO_LARGE,
)
from tests.e2e.seeded import begin_session
from tests.mock_portal.registration.sample_documents import pdf

EMPTY = FilePayload(name="form.pdf", mimeType="application/pdf", buffer=b"")
GOOD = FilePayload(name="form.pdf", mimeType="application/pdf", buffer=pdf())
LARGE = FilePayload(name="oct.txt", mimeType="text/plain", buffer=b" " * 6_000_000)


@in_modes("ms", "en-javascript-off")
def test_each_error_of_a_document_stands_at_its_own_field_and_in_the_summary(
    site: Portal, language: Language
) -> None:
    page = at_documents(site)
    words = page.words.registration

    answer = page.add(Paper("", GOOD, remarks="ok \U0001f600"))

    assert isinstance(answer, DocumentRefused)
    what, signs = NO_DESCRIPTION.in_language(language), NO_SUCH_CHARACTERS.in_language(language)
    again = () if site.scripts else (CHOOSE_AGAIN.in_language(language),)
    assert answer.messages == (what, *again, signs)
    expect(page.field(words.description)).to_have_accessible_description(re.compile(what))
    expect(page.field(words.remarks)).to_have_accessible_description(re.compile(signs))
    if site.scripts:
        expect(page.file).not_to_have_attribute("aria-invalid", "true")
    assert site.page.title().startswith(ERROR_TITLE.in_language(language))


@in_modes("en")
def test_a_new_answer_takes_away_what_the_one_before_said(site: Portal, language: Language) -> None:
    page = at_documents(site)
    page.press(page.button(page.words.registration.add))
    expect(Refused(site).mark.get_by_role("listitem")).to_have_count(2)

    answer = page.add(Paper("identity", EMPTY))

    expect(Refused(site).mark.get_by_role("listitem")).to_have_count(1)
    assert isinstance(answer, DocumentRefused)
    assert answer.messages == (EMPTY_DOCUMENT.in_language(language),)
    expect(page.field(page.words.registration.description)).not_to_have_attribute("aria-invalid", "true")


@in_modes("ms-javascript-off")
def test_a_refusal_takes_the_place_of_what_was_done_before(site: Portal) -> None:
    page = at_documents(site)
    words = page.words.registration
    page.add(Paper("identity", GOOD))
    done = site.page.get_by_role("main").get_by_role("status").filter(has_text=words.added)
    expect(done).to_have_count(1)

    page.field(words.description).select_option(value="identity")
    page.file.set_input_files(EMPTY)
    page.press(page.button(words.add))

    expect(Refused(site).mark).to_be_visible()
    expect(done).to_have_count(0)


@in_modes("en", "ms-javascript-off")
def test_what_was_refused_is_said_in_the_other_language_too(
    site: Portal, language: Language, other_language: Portal
) -> None:
    page = at_documents(site)
    page.add(Paper("", GOOD, remarks="ok \U0001f600"))

    TopBar(site).switch_language()

    other: Language = "ms" if language == "en" else "en"
    answer = other_language.arrive(DocumentRefused)
    signs = NO_SUCH_CHARACTERS.in_language(other)
    assert NO_DESCRIPTION.in_language(other) in answer.messages
    assert signs in answer.messages
    remarks = page.field(other_language.profile.words.registration.remarks)
    expect(remarks).to_have_accessible_description(re.compile(signs))
    expect(remarks).to_have_value("ok \U0001f600")
    TopBar(other_language).switch_language()
    assert NO_DESCRIPTION.in_language(language) in site.arrive(DocumentRefused).messages


@with_scripts
def test_another_file_takes_away_what_was_said_of_the_one_before(site: Portal) -> None:
    page = at_documents(site)
    refused = page.add(Paper("identity", EMPTY))
    assert isinstance(refused, DocumentRefused)

    page.file.set_input_files(GOOD)

    expect(refused.mark).to_have_count(0)
    expect(page.file).not_to_have_attribute("aria-invalid", "true")
    assert not site.page.title().startswith("Error:")


@with_scripts
def test_the_summary_leads_into_the_field(site: Portal) -> None:
    page = at_documents(site)
    answer = page.add(Paper("", GOOD))
    assert isinstance(answer, DocumentRefused)
    expect(Refused(site).mark).to_be_focused()

    answer.mark.get_by_role("link").click()

    expect(page.field(page.words.registration.description)).to_be_focused()


@in_modes("en")
def test_a_refused_contribution_file_takes_the_place_of_what_was_said_before(
    visit: Visit, language: Language
) -> None:
    begin_session(visit.site, visit.employer)
    page = visit.site.open(UploadPage)
    page.press(page.button(page.words.upload.next))
    expect(Refused(visit.site).mark).to_contain_text(NO_FILE.in_language(language))

    answer = page.upload(LARGE)

    said = TOO_LARGE.in_language(language)
    assert isinstance(answer, UploadRefused)
    expect(Refused(visit.site).mark).to_contain_text(said)
    assert answer.messages == (said,)
    expect(page.file).to_have_accessible_description(re.compile(re.escape(said)))
