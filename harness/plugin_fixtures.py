"""The fixtures of the pytest plugin: portal, world and its controls, what a test holds in its hands.

Each test has a world of its own, made in milliseconds and deleted afterwards, so tests can run at the same
time against one portal.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from harness.plugin_javascript import scripts_of
from harness.plugin_markers import world_asked_for
from harness.plugin_state import AGENTS, CURRENT_TARGET, NOTE, PAGE, PORTAL, RUN, SECRETS, STEPS

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from harness.control import Login, World, WorldClock, WorldControl, WorldFaults, WorldInbox
    from harness.pages.home import HomePage
    from harness.pages.portal_page import Portal
    from harness.portals import PortalAddresses
    from harness.report import StepRecorder
    from harness.targets import Target

__all__: list[str] = []


@pytest.fixture(scope="session")
def portal(pytestconfig: pytest.Config) -> "PortalAddresses":
    """The portal of this run: the one at --assist-portal-url, or a mock portal started once."""
    from harness.plugin_portal import GivenPortal, OwnPortal, PortalOfController

    if PORTAL not in pytestconfig.stash:
        url = pytestconfig.stash[RUN].portal_url
        directions = getattr(pytestconfig, "workerinput", {}).get("assist_portal")
        if url is not None:
            pytestconfig.stash[PORTAL] = GivenPortal(url)
        elif directions is not None:
            pytestconfig.stash[PORTAL] = PortalOfController(directions)
        else:
            pytestconfig.stash[PORTAL] = OwnPortal(pytestconfig.stash[RUN].scenario)
    return pytestconfig.stash[PORTAL].addresses()


@pytest.fixture
def origin_world() -> "World | None":
    """The world that the test's world is a copy of; None makes it from its scenario.

    Override it to begin where many tests begin, such as after a month was submitted.
    """
    return None


@pytest.fixture
def world(
    portal: "PortalAddresses", origin_world: "World | None", request: pytest.FixtureRequest
) -> Iterator["World"]:
    """A fresh portal for this test alone; its marker `world` names another scenario or settings."""
    from harness.control import Control

    asked = world_asked_for(request.node)
    control = Control(portal.control)
    fork_of = origin_world.name if origin_world is not None else None
    made = control.new_world(scenario=asked.pop("scenario", None), fork_of=fork_of)
    if _wants_sandbox(request):
        asked["javascript"] = "off"
        from harness.javascript import SANDBOXED

        request.node.stash[NOTE] = SANDBOXED
    if asked:
        control.of(made).change(**asked)
        made = control.world(made.name)
    request.config.stash.setdefault(SECRETS, set()).update(login.password for login in made.logins)
    yield made
    request.node.stash[AGENTS] = control.of(made).user_agents()
    control.delete_world(made.name)


@pytest.fixture
def control(world: "World", portal: "PortalAddresses") -> "WorldControl":
    """The controls of this test's world: clock, settings, faults, mail, journal, the bank's ledger."""
    from harness.control import Control

    return Control(portal.control).of(world)


@pytest.fixture
def clock(control: "WorldControl") -> "WorldClock":
    """The time of this test's world: `clock.now`, `clock.advance(minutes=15)`."""
    from harness.control import WorldClock

    return WorldClock(control)


@pytest.fixture
def faults(control: "WorldControl") -> "WorldFaults":
    """What is to go wrong in this test's world: `faults.add("bank.callback", "never")`."""
    from harness.control import WorldFaults

    return WorldFaults(control)


@pytest.fixture
def inbox(control: "WorldControl") -> "WorldInbox":
    """The mail that this test's world sent: `inbox.wait(subject="receipt")`."""
    from harness.control import WorldInbox

    return WorldInbox(control)


@pytest.fixture
def employer(world: "World") -> "Login":
    """The first employer who can log in to this test's world."""
    return next(login for login in world.logins if login.employer_code)


@pytest.fixture(scope="session")
def language(pytestconfig: pytest.Config) -> str:
    """The language of this run: en or ms. Override it to run a module in another."""
    return pytestconfig.stash[RUN].language


@pytest.fixture
def step(request: pytest.FixtureRequest, pytestconfig: pytest.Config) -> "StepRecorder":
    """Steps of the test, timed and pictured for the report.

    Write `with step("Log in"):` around what belongs together.
    """
    from harness.report import StepRecorder

    def page() -> "Page | None":
        return request.getfixturevalue("page") if "page" in request.fixturenames else None

    recorder = StepRecorder(page, report=pytestconfig.stash[RUN].report)
    request.node.stash[STEPS] = recorder.steps
    return recorder


@pytest.fixture
def javascript(request: pytest.FixtureRequest) -> str:
    """Whether scripts run in this test's pages: `on` or `off`, by --assist-javascript or a marker."""
    # a parameter of a wider scope makes the node another one, which knows nothing of this test
    return str(getattr(request, "param", "") or scripts_of(request.node))


@pytest.fixture
def site(
    page: "Page", world: "World", language: str, javascript: str, request: pytest.FixtureRequest
) -> "Portal":
    """This test's world in this test's browser: `site.open(EmailPage)`.

    Where scripts are to be off, they are seen to be off: the portal's first page says so itself.
    """
    from harness.javascript import require_scripts_off
    from harness.pages.portal_page import Portal
    from harness.profile import load_profile

    request.node.stash[PAGE] = page
    profile = load_profile("mock", language=language)
    portal = Portal(page, profile, world.portal, scripts=javascript == "on")
    if not portal.scripts:
        require_scripts_off(portal)
    return portal


@pytest.fixture
def signed_in(site: "Portal", employer: "Login") -> "HomePage":
    """The home page of an employer who has just logged in."""
    from harness.tasks import log_in

    return log_in(site, employer)


@pytest.fixture(scope="session")
def target(browser_name: str, pytestconfig: pytest.Config) -> "Target":
    """The target of this test: what is meant, and what really runs."""
    found = pytestconfig.stash.get(CURRENT_TARGET, None)
    if found is None:
        pytest.fail(
            f"No target is named, only {browser_name}. Run with --assist-target chrome", pytrace=False
        )
    return found


def _wants_sandbox(request: pytest.FixtureRequest) -> bool:
    if scripts_of(request.node) == "on":
        return False
    found = request.config.stash.get(CURRENT_TARGET, None)
    return found is not None and found.engine.value == "firefox"
