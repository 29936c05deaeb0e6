"""What holds for every flow: the modes it is tried in, and who stands before the portal."""

from dataclasses import replace

import pytest

from harness.control import Login, World, WorldControl
from harness.pages.portal_page import Portal
from harness.profile import load_profile
from tests.e2e.modes import PARAMETERS, modes
from tests.e2e.paying import Visit


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that names no modes is tried in English with scripts every day."""
    named = [mark.args[0] for mark in metafunc.definition.iter_markers("parametrize")]
    if "site" in metafunc.fixturenames and PARAMETERS not in named:
        metafunc.parametrize(PARAMETERS, modes(["en"]), indirect=["javascript"], scope="session")


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
