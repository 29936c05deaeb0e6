"""The steps of the main job in Selenium, as its users write them: the peer of `main_job`."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.expected_conditions import staleness_of
from selenium.webdriver.support.select import Select
from selenium.webdriver.support.wait import WebDriverWait

WAIT_SECONDS = 10
POLL_SECONDS = 0.02


class Job:
    """One browser that does the main job once. `portal` is the world's address."""

    def __init__(self, driver: webdriver.Chrome, portal: str) -> None:
        self.driver = driver
        self.portal = portal

    def resume(self, cookies: list[dict[str, object]]) -> None:
        """Take over a session that was begun elsewhere."""
        self.driver.get(f"{self.portal}/employer/login")
        for cookie in cookies:
            self.driver.add_cookie({"name": cookie["name"], "value": cookie["value"], "path": "/"})

    def run(self, file: Path, *, payer: str, bank: str, user: str, password: str) -> None:
        """Upload, submit, pay, and see that it succeeded."""
        self.driver.get(f"{self.portal}/employer/contributions")
        self.go_by("TEXT FILE")
        self.field("Choose File").send_keys(str(file))
        self.go_by("Next")
        self.click("Submit")
        self.go_by("Confirm")
        self.go_by("Proceed to Payment")
        self.see("h1", "Payment")
        for box in self.driver.find_elements(By.XPATH, "//main//table//input[@type='checkbox']"):
            box.click()
        self.go_by("Add to Cart")
        self.go_by("Proceed to Summary")
        self.go_by("Continue")
        email = self.field("Payer's email address")
        email.clear()
        email.send_keys(payer)
        self.field("B2C (personal account)").click()
        Select(self.field("Bank List")).select_by_visible_text(bank)
        self.field("I agree to the FPX terms and conditions").click()
        self.go_by("Proceed")
        self.field("Bank user ID").send_keys(user)
        self.field("Bank password").send_keys(password)
        self.go_by("Log in to the bank")
        self.see("h1", "Approve payment")
        self.find("//main//button").click()
        self.see("h1", "Payment Status")
        self.find("//main//*[contains(normalize-space(.), 'Successful')]")

    def click(self, words: str) -> None:
        """Press the button or follow the link that begins with these words."""
        shown = f"[starts-with(normalize-space(.), {quoted(words)})]"
        self.find(f"(//dialog[@open]//button{shown} | //main//button{shown} | //main//a{shown})[1]").click()

    def go_by(self, words: str) -> None:
        """Press or follow, and wait until another page has come."""
        left = self.find("/html")
        self.click(words)
        # asked between two pages, chromedriver may answer with an inspector's error of its own
        wait = WebDriverWait(self.driver, WAIT_SECONDS, POLL_SECONDS, [WebDriverException])
        wait.until(staleness_of(left))

    def field(self, label: str) -> WebElement:
        """The field with this label."""
        return self.find(f"//*[@id = //label[contains(normalize-space(.), {quoted(label)})]/@for]")

    def see(self, tag: str, words: str) -> None:
        """Wait for an element with these words."""
        self.find(f"//{tag}[normalize-space(.) = {quoted(words)}]")

    def find(self, path: str) -> WebElement:
        """Wait for the first element of a path."""
        found: WebElement = self.driver.find_element(By.XPATH, path)
        return found


@contextmanager
def started(browser: Path) -> Iterator[webdriver.Chrome]:
    """A Chromium of this path under Selenium, ended afterwards."""
    options = webdriver.ChromeOptions()
    options.binary_location = str(browser)
    for flag in ("--headless=new", "--no-sandbox", "--window-size=1280,720"):
        options.add_argument(flag)
    own = shutil.which("chromedriver")
    service = webdriver.ChromeService(executable_path=own) if own else webdriver.ChromeService()
    driver = webdriver.Chrome(options=options, service=service)
    driver.implicitly_wait(WAIT_SECONDS)
    try:
        yield driver
    finally:
        driver.quit()


def quoted(words: str) -> str:
    """A string of XPath, which knows no escapes."""
    return f'"{words}"' if "'" in words else f"'{words}'"
