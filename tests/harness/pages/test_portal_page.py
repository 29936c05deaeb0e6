"""Arrival at a screen: the right one is waited for, a wrong one says what was there."""

import pytest

from harness.errors import WrongPage
from harness.pages.home import HomePage, LandingPage
from harness.pages.login import EmailPage, PasswordPage
from harness.pages.portal_page import Portal
from harness.pages.refusals import Refused
from harness.pages.screens import SCREENS
from harness.profile import load_profile

SLOW = [pytest.mark.slow, pytest.mark.only_target("chrome")]


def test_every_screen_of_the_profile_has_one_page_object() -> None:
    keys = [facts.key for facts in SCREENS]

    assert len(set(keys)) == len(keys)
    assert set(keys) == set(load_profile().screens)


class TestInABrowser:
    pytestmark = SLOW

    def test_a_wrong_page_says_what_was_expected_and_what_was_there(self, site: Portal) -> None:
        site.page.set_default_timeout(2000)
        site.page.goto(site.address + "/help")

        with pytest.raises(WrongPage) as raised:
            site.arrive(HomePage, seconds=0.5)

        assert raised.value.expected == ("'Home' (home)",)
        assert raised.value.found == "Help"
        assert str(raised.value).startswith("Expected 'Home' (home), found 'Help' at ")
        assert raised.value.url.endswith("/help")
        assert raised.value.screenshot is not None
        assert raised.value.screenshot.startswith(b"\x89PNG")

    def test_an_answer_from_before_is_not_taken_for_the_new_one(self, site: Portal) -> None:
        refused = site.open(EmailPage).go_on("nobody")
        assert isinstance(refused, Refused)

        assert isinstance(EmailPage(site).go_on("somebody@example.com"), PasswordPage)

    def test_a_screen_is_opened_by_its_address_in_the_language_of_the_run(self, site: Portal) -> None:
        in_malay = Portal(site.page, load_profile("mock", language="ms"), site.address)

        in_malay.open(LandingPage).choose_employer()

        assert "/ms/employer/login" in site.page.url
