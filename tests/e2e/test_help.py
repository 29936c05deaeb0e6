"""Help as a visitor reads it: the guide, the questions, contact, and what this browser can do."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from contributions import Language, T
from harness.pages.help import (
    BrowserCheckPage,
    ContactPage,
    GuidePage,
    HelpPage,
    QuestionsPage,
    old_browser_bar,
)
from harness.pages.home import LandingPage
from harness.pages.portal_page import Portal
from tests.e2e.modes import in_modes, with_scripts, without_scripts

HOTLINE = T(en="Hotline", ms="Talian bantuan")
EMAIL = T(en="Email", ms="Emel")
YES = T(en="Yes", ms="Ya")
PDF_VIEWER = T(en="PDF viewer", ms="Pembaca PDF")
OFF = T(en="No: it is off", ms="Tidak: JavaScript dimatikan")
UNTRIED = T(en="Cannot be told without JavaScript", ms="Tidak dapat dipastikan tanpa JavaScript")
LOCKED = T(en="My account is locked. What now?", ms="Akaun saya dikunci. Apakah yang perlu dibuat?")


@in_modes("ms-javascript-off")
def test_the_guide_is_read_from_the_first_page_to_the_last(site: Portal) -> None:
    flows = site.open(HelpPage).flows()

    page = site.open(HelpPage).open_flow(flows[0])
    read = [(page.title, page.pictures(), len(page.steps()))]
    for _ in flows[1:]:
        page = page.go_on()
        read.append((page.title, page.pictures(), len(page.steps())))

    assert tuple(title for title, _, _ in read) == flows
    assert {width for _, pictures, _ in read for width in pictures} == {800}
    assert min(steps for _, _, steps in read) >= 3


@in_modes("en", "ms-javascript-off")
def test_the_landing_page_leads_to_the_guide(site: Portal) -> None:
    landing = site.open(LandingPage)

    landing.link(site.profile.words.help.guide).click()

    site.arrive(HelpPage)


@in_modes("en", "ms-javascript-off")
def test_a_question_opens_and_answers_with_the_figures_of_this_world(
    site: Portal, language: Language
) -> None:
    answer = site.open(QuestionsPage).answer(LOCKED.in_language(language))

    assert "5" in answer
    assert "30" in answer


@with_scripts
def test_addresses_are_put_together_by_a_script(site: Portal, language: Language) -> None:
    page = site.open(ContactPage)
    page.wait_for_scripts()

    assert page.value(HOTLINE.in_language(language)) == "1-300-22-8000"
    assert page.value(EMAIL.in_language(language)) == "perkeso@perkeso.gov.my"


@without_scripts
def test_without_scripts_the_parts_of_an_address_are_said_in_words(site: Portal, language: Language) -> None:
    said = site.open(ContactPage).value(EMAIL.in_language(language))

    assert "perkeso.gov.my" in said
    assert re.search(r"\S@\S", said) is None


@with_scripts
@pytest.mark.browser_matters
def test_this_browser_can_do_what_the_portal_needs(site: Portal, language: Language, tmp_path: Path) -> None:
    check = site.open(BrowserCheckPage)
    check.wait_for_scripts()

    tried = check.tried()
    cookies = check.check_cookies()
    saved = cookies.download_sample(tmp_path)

    assert len(tried) == 9
    assert {name for name, answer in tried.items() if answer != YES.in_language(language)} <= {
        PDF_VIEWER.in_language(language)
    }
    assert saved.name == "browser-check.txt"
    assert "cookie" in " ".join(cookies.notices()).lower() or "kuki" in " ".join(cookies.notices())


@without_scripts
def test_without_scripts_the_server_says_what_it_can_and_the_page_what_it_cannot(
    site: Portal, language: Language
) -> None:
    check = site.open(BrowserCheckPage)

    assert any(name in check.verdict for name in ("Chrome", "Firefox", "Edge"))
    tried = dict(check.tried())
    assert tried.pop("JavaScript") == OFF.in_language(language)
    assert set(tried.values()) == {UNTRIED.in_language(language)}
    expect(check.page.locator("main noscript").get_by_role("paragraph")).to_be_visible()


@with_scripts
def test_a_current_browser_sees_no_bar(site: Portal) -> None:
    page = site.open(LandingPage)
    page.wait_for_scripts()

    expect(old_browser_bar(site.page)).to_be_hidden()


@with_scripts
@pytest.mark.parametrize("missing", ["HTMLDialogElement", "fetch"])
@pytest.mark.browser_matters
def test_a_browser_that_lacks_a_feature_is_told_whatever_it_calls_itself(site: Portal, missing: str) -> None:
    site.page.add_init_script(f"delete window.{missing}")

    site.open(GuidePage)

    expect(old_browser_bar(site.page)).to_be_visible()
