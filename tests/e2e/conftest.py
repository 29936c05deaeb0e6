"""What holds for every flow: the modes it is tried in, and that scripts are off where they should be."""

from dataclasses import replace

import pytest
from playwright.sync_api import expect

from harness.control import Login, World, WorldControl
from harness.pages.home import LandingPage
from harness.pages.portal_page import Portal
from harness.profile import load_profile
from tests.e2e.modes import modes
from tests.e2e.paying import Visit


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that names no modes is tried in English with scripts every day."""
    named = [mark.args[0] for mark in metafunc.definition.iter_markers("parametrize")]
    if "language" in metafunc.fixturenames and "language" not in named:
        metafunc.parametrize("language", modes(["en"]), scope="session")


@pytest.fixture
def site(site: Portal) -> Portal:
    """This test's world in this test's browser; where scripts are to be off, they are seen to be off."""
    if not site.scripts:
        site.open(LandingPage)
        expect(site.page.locator("html[data-scripts]")).to_have_count(0)
        expect(site.page.locator("noscript").get_by_role("paragraph")).to_be_visible()
    return site


@pytest.fixture
def other_language(site: Portal) -> Portal:
    """The same browser, read in the portal's other language."""
    spoken = "en" if site.profile.language == "ms" else "ms"
    return replace(site, profile=load_profile(site.profile.name, language=spoken))


@pytest.fixture
def second_employer(world: World) -> Login:
    """The other employer of the demo world, whose bank account is nearly empty."""
    return [login for login in world.logins if login.employer_code][1]


@pytest.fixture
def visit(site: Portal, control: WorldControl, employer: Login) -> Visit:
    """An employer at the portal, not logged in yet, with the controls of the world."""
    return Visit(site, control, employer, paid_before=control.ledger())
