"""Register an employer: from the landing page to the first log-in, on Chromium, by the tasks of the harness.

The whole way in: the form in four steps, six documents, the mail's link, an officer's approval in the same
browser, the temporary password of the second mail, the forced change. There is no peer: nothing else does it.
"""

import sys
import time

from playwright.sync_api import sync_playwright

from benchmarks.figures import conclude, milliseconds
from harness.control import Control, Login, WorldInbox
from harness.pages.home import LandingPage
from harness.pages.portal_page import Portal
from harness.portals import started_portal
from harness.profile import load_profile
from harness.specimens import SPECIMEN_COMPANY, SPECIMEN_PAPERS, SPECIMEN_REPRESENTATIVE
from harness.targets import context_options, get_target, launch_options
from harness.targets.launching import without_javascript
from harness.tasks import activate, approve, register

RUNS = 3


def main() -> int:
    """Runs it with scripts and without, in turn, each time in a fresh world."""
    target = get_target("chrome")
    seconds: dict[bool, list[float]] = {True: [], False: []}
    with started_portal() as addresses, sync_playwright() as playwright:
        control = Control(addresses.control)
        browser = playwright.chromium.launch(**launch_options(target))
        for _ in range(RUNS):
            for scripts, measured in seconds.items():
                world = control.new_world()
                switch = {} if scripts else without_javascript(target)
                page = browser.new_context(**context_options(target), **switch).new_page()
                portal = Portal(page, load_profile(), world.portal, scripts=scripts)
                officer = next(login for login in world.logins if login.role == "officer")
                began = time.perf_counter()
                come_in(portal, WorldInbox(control.of(world)), officer)
                measured.append(time.perf_counter() - began)
        browser.close()
    figures = {
        "with JavaScript": milliseconds(seconds[True]),
        "without": milliseconds(seconds[False]),
        "browser": target.disclosure,
    }
    return conclude("One employer, from the landing page to the first log-in", figures, holds=True)


def come_in(portal: Portal, inbox: WorldInbox, officer: Login) -> None:
    """Once from nothing to the home page."""
    email = SPECIMEN_REPRESENTATIVE.email
    portal.open(LandingPage)
    reference = register(
        portal,
        inbox,
        company=SPECIMEN_COMPANY,
        representative=SPECIMEN_REPRESENTATIVE,
        papers=SPECIMEN_PAPERS,
    )
    before = inbox.newest()
    given = approve(portal, officer, reference)
    codes = inbox.wait(to=email, after=before).codes
    password = next(code for code in codes if code not in {reference, given.employer_code})
    activate(
        portal, Login(role="owner", email=email, password=password), new_password=f"Baharu#{password}"[:20]
    )


if __name__ == "__main__":
    sys.exit(main())
