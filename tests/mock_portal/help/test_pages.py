"""What a visitor can read leads somewhere: every link of every public page, in both languages."""

import pytest

from mock_portal.help.guide import FLOWS
from tests.mock_portal.browsing import parse, words
from tests.mock_portal.conftest import Portal

PUBLIC = (
    "/",
    "/help",
    *(f"/help/guide/{flow.key}" for flow in FLOWS),
    "/help/questions",
    "/help/contact",
    "/help/browser",
    "/help/check-file",
    "/help/system-requirements",
    "/help/other-roles",
    "/employer/login",
    "/employer/session/ended",
)


def links(html: str) -> set[str]:
    found = {a.get("href", "") for a in parse(html).iter("a")}
    return {href.partition("#")[0] for href in found if href.startswith("/")}


@pytest.mark.parametrize("language", ["en", "ms"])
@pytest.mark.parametrize("path", PUBLIC)
def test_every_link_of_a_public_page_leads_to_a_page(portal: Portal, path: str, language: str) -> None:
    visitor = portal.client(language=language)
    page = visitor.get(path)

    broken = {
        href
        for href in links(page.get_data(as_text=True))
        # the log-in page stands in front of what only an employer may see
        if visitor.get(portal.origin() + href, follow_redirects=True).status_code != 200
    }

    assert page.status_code == 200
    assert broken == set()


@pytest.mark.parametrize("path", PUBLIC)
def test_the_language_switch_leads_to_the_same_page(portal: Portal, path: str) -> None:
    page = portal.client().get(path).get_data(as_text=True)

    assert f'"/ms{path}"' in page


def test_help_says_the_figures_of_this_world(portal: Portal) -> None:
    portal.set(idle_seconds=300, lock_after_failures=3, lock_seconds=600, upload_limit_bytes=2_621_440)

    page = words(parse(portal.client().get("/help/questions").get_data(as_text=True)))

    assert "after 5 minutes without a click" in page
    assert "after 3 wrong passwords and opens by itself after 10 minutes" in page
    assert "At most 2.5 MB" in page


def test_the_questions_promise_no_warning_that_is_not_given(portal: Portal) -> None:
    page = words(parse(portal.client().get("/help/questions").get_data(as_text=True)))

    assert "without a click; with JavaScript you are warned before" in page
    assert "without a warning, when the same ID logs in elsewhere" in page


def test_the_questions_say_that_a_new_password_opens_a_lock(portal: Portal) -> None:
    page = parse(portal.client().get("/help/questions").get_data(as_text=True))

    (answer,) = [part for part in page.iter("details") if "My account is locked" in words(part)]
    assert "A new password opens it at once." in words(answer)
    assert [link.get("href") for link in answer.iter("a")] == ["/help/guide/forgot-password"]


def test_every_page_says_that_it_is_a_mock(portal: Portal) -> None:
    for path in PUBLIC:
        assert "Mock portal for testing. Not PERKESO." in portal.client().get(path).get_data(as_text=True)


@pytest.mark.parametrize("language", ["en", "ms"])
def test_addresses_of_email_are_not_in_the_page_until_a_script_runs(portal: Portal, language: str) -> None:
    page = portal.client(language=language).get("/help/contact").get_data(as_text=True)

    hidden = [span for span in parse(page).iter("span") if span.get("data-module") == "hidden-email"]
    without = [words(n) for n in parse(page).iter("noscript") if "perkeso.gov.my" in words(n)]
    assert "@perkeso" not in page
    assert [(s.get("data-user"), s.get("data-domain")) for s in hidden] == [
        ("perkeso", "perkeso.gov.my"),
        ("idportal", "perkeso.gov.my"),
    ]
    assert [("perkeso" in line, "idportal" in line) for line in without] == [(True, False), (True, True)]
