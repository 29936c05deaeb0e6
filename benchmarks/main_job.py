"""Upload, submit, pay at the bank, see the receipt: on Chromium, with a seeded session, beside Selenium.

Both drive the same browser program through the same steps, in a fresh world each, in turn. Starting the
browser and logging in are not counted: a session is begun first and handed to both.
"""

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright
from selenium import webdriver
from selenium.common.exceptions import NoSuchDriverException

from assist_data import data_path
from benchmarks import selenium_job
from benchmarks.figures import conclude, milliseconds
from harness.control import Control, World
from harness.pages.bank import BankLogIn
from harness.pages.payment_status import PaymentState
from harness.pages.portal_page import Portal
from harness.portals import started_portal
from harness.profile import load_profile
from harness.targets import context_options, get_target, launch_options
from harness.tasks import Payer, log_in, pay, submit_file

RUNS = 3
FILE = data_path("files", "contoh-maju-2026-10.txt")
BANK = "Bank Contoh"
PAYER = "aminah@contoh-maju.example"
AT_BANK = BankLogIn("contohmaju", "Bank#2026")


def main() -> int:
    """Runs both in turn; a peer that cannot run is a failure."""
    target = get_target("chrome")
    with started_portal() as addresses, sync_playwright() as playwright:
        control = Control(addresses.control)
        browser = playwright.chromium.launch(**launch_options(target))
        options = context_options(target)
        ours, peer = [], []
        try:
            with selenium_job.started(Path(target.executable)) as driver:
                for _ in range(RUNS):
                    ours.append(timed(by_playwright(browser, control.new_world(), options)))
                    peer.append(timed(by_selenium(browser, control.new_world(), options, driver)))
        except NoSuchDriverException as problem:
            sys.exit(f"the peer is missing; on Debian: apt-get install chromium-driver. {problem.msg}")
        finally:
            browser.close()
    ratio = statistics.median(ours) / statistics.median(peer)
    figures = {
        "harness (Playwright)": milliseconds(ours),
        "Selenium": milliseconds(peer),
        "ratio": f"{ratio:.2f}",
        "browser": target.disclosure,
    }
    return conclude("The main job, from upload to a successful payment", figures, holds=True)


def timed(job: Callable[[], None]) -> float:
    """The seconds that a job took."""
    began = time.perf_counter()
    job()
    return time.perf_counter() - began


def by_playwright(browser: Browser, world: World, options: dict[str, Any]) -> Callable[[], None]:
    """The job with this project's tasks."""
    session = seeded(browser, world, options)
    context = browser.new_context(**options, storage_state=session)
    portal = Portal(context.new_page(), load_profile(), world.portal)

    def job() -> None:
        submission = submit_file(portal, FILE, accept_warnings=True)
        payment = pay(portal, submission.numbers, Payer(email=PAYER, bank=BANK, log_in=AT_BANK))
        if payment.state is not PaymentState.SUCCESSFUL:
            sys.exit(f"our payment was not successful: {payment.state}")
        context.close()

    return job


def by_selenium(
    browser: Browser, world: World, options: dict[str, Any], driver: webdriver.Chrome
) -> Callable[[], None]:
    """The same steps with Selenium."""
    job = selenium_job.Job(driver, world.portal)
    job.resume(seeded(browser, world, options)["cookies"])
    return lambda: job.run(FILE, payer=PAYER, bank=BANK, user=AT_BANK.user, password=AT_BANK.password)


def seeded(browser: Browser, world: World, options: dict[str, Any]) -> Any:
    """A session of the world's first login, as Playwright's storage state."""
    with browser.new_context(**options) as context:
        log_in(Portal(context.new_page(), load_profile(), world.portal), world.logins[0])
        return context.storage_state()


if __name__ == "__main__":
    sys.exit(main())
