"""What every page object shares: it knows its screen, and waits for it on arrival."""

import contextlib
from dataclasses import dataclass
from typing import ClassVar, Protocol, Self, TypeVar, overload

from playwright.sync_api import Error, Locator, Page
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from harness import typed_passwords
from harness.errors import WrongPage
from harness.profile import Profile
from harness.words import Words

__all__ = ["Arrival", "Portal", "PortalPage", "Screen", "first_of"]

_ARRIVAL_SECONDS = 15.0
_SCRIPTS_MILLISECONDS = 5_000
# one that is shown is a field of text for the while
_HIDES_WHAT_IS_TYPED = "field => field.type === 'password' || /password/.test(field.autocomplete)"


@dataclass(frozen=True, slots=True)
class Portal:
    """A portal in a browser: the page that shows it, its profile, its address without a path.

    `scripts` is False where scripts are kept from running; some screens then have a button of their own.
    """

    page: Page
    profile: Profile
    address: str
    scripts: bool = True

    def open(self, screen: "type[Screen]") -> "Screen":
        """Go to a screen by its address."""
        self.go_to(screen)
        return self.arrive(screen)

    def go_to(self, screen: "type[PortalPage]") -> None:
        """Ask for a screen by its address where the portal may show another one."""
        self.page.goto(self.address + self.profile.screen(screen.screen).path)

    def arrive(self, awaited: "type[Awaited]", *, seconds: float = _ARRIVAL_SECONDS) -> "Awaited":
        """What should be there, or be on its way for so many seconds: a screen, a dialog, an answer.

        Raises:
            WrongPage: it did not come.
        """
        arrival = awaited(self)
        _wait_for(arrival, self.page, seconds)
        return arrival


class Arrival(Protocol):
    """Anything that can be waited for: a screen, or an answer on a screen."""

    def __init__(self, portal: Portal) -> None: ...

    @property
    def name(self) -> str:
        """What to call it in an error."""

    @property
    def mark(self) -> Locator:
        """What is visible once it is there."""


class PortalPage:
    """One screen of the portal. A subclass names its key: `class HomePage(PortalPage, screen="home")`."""

    screen: ClassVar[str] = ""

    def __init_subclass__(cls, *, screen: str = "") -> None:
        super().__init_subclass__()
        cls.screen = screen or cls.screen

    def __init__(self, portal: Portal) -> None:
        self.portal = portal

    @property
    def page(self) -> Page:
        """Playwright's page."""
        return self.portal.page

    @property
    def words(self) -> Words:
        """The portal's words in the language of the run."""
        return self.portal.profile.words

    @property
    def name(self) -> str:
        """The screen's heading and key."""
        return f"{self.portal.profile.screen(self.screen).heading!r} ({self.screen})"

    @property
    def mark(self) -> Locator:
        """The screen's own heading."""
        heading = self.portal.profile.screen(self.screen).heading
        return self.page.get_by_role("heading", level=1, name=heading, exact=True)

    def wait(self, *, seconds: float = _ARRIVAL_SECONDS) -> Self:
        """Wait until the screen is there; raises `WrongPage` otherwise."""
        _wait_for(self, self.page, seconds)
        return self

    def notices(self) -> tuple[str, ...]:
        """What the page's notices say, in order; each begins with its kind."""
        main = self.page.get_by_role("main")
        notices = main.get_by_role("note").or_(main.get_by_role("alert")).or_(main.get_by_role("status"))
        return tuple(" ".join(text.split()) for text in notices.all_inner_texts())

    def button(self, name: str) -> Locator:
        """A button of the page's own part, by its words."""
        return self.page.get_by_role("main").get_by_role("button", name=name, exact=True)

    def link(self, name: str) -> Locator:
        """A link of the page's own part, by its words."""
        return self.page.get_by_role("main").get_by_role("link", name=name, exact=True)

    def field(self, label: str) -> Locator:
        """A field of the page's own part, by its label."""
        return self.page.get_by_role("main").get_by_label(label, exact=True)

    @staticmethod
    def write(field: Locator, text: str) -> None:
        """Write a text into a field, instead of whatever was in it.

        On Firefox it is cleared first: over WebDriver BiDi it adds to what an e-mail field held (measured).
        """
        browser = field.page.context.browser
        if browser is None or browser.browser_type.name == "firefox":
            field.clear()
        if typed_passwords.is_listened_to() and field.evaluate(_HIDES_WHAT_IS_TYPED):
            typed_passwords.tell(text)
        try:
            field.fill(text)
        except Error as error:
            # Playwright's log of the call quotes what was typed, which may be a password
            error.args = tuple(_without(text, said) for said in error.args)
            raise

    def press(self, way: Locator) -> None:
        """Press something that the portal answers; an answer from before is not mistaken for the new one."""
        self.wait_for_scripts()
        for old in self.page.get_by_role("alert", name=self.words.frame.problem).all():
            old.evaluate("node => node.remove()")
        way.click()

    def leave_by(self, way: Locator) -> None:
        """Press what leads to a page that looks like this one, and wait until that one has come."""
        self.wait_for_scripts()
        # Firefox was seen to tell of no navigation after a form that led back to its own address.
        self.page.evaluate("document.documentElement.dataset.left = ''")
        way.click()
        self.page.locator("html:not([data-left])").wait_for(state="attached")
        self.page.wait_for_load_state("domcontentloaded")

    def wait_for_scripts(self) -> None:
        """Wait until the page's scripts run, where they do; a person is slower than they are."""
        # a program that is not may find a button still dumb
        ready = self.portal.profile.scripts_ready
        if self.portal.scripts and ready:
            with contextlib.suppress(PlaywrightTimeout):
                self.page.locator(ready).wait_for(state="attached", timeout=_SCRIPTS_MILLISECONDS)


Screen = TypeVar("Screen", bound=PortalPage)
Awaited = TypeVar("Awaited", bound=Arrival)
First = TypeVar("First", bound=Arrival)
Second = TypeVar("Second", bound=Arrival)
Third = TypeVar("Third", bound=Arrival)
Fourth = TypeVar("Fourth", bound=Arrival)
Fifth = TypeVar("Fifth", bound=Arrival)


@overload
def first_of(portal: Portal, first: type[First], second: type[Second], /) -> First | Second: ...
@overload
def first_of(
    portal: Portal, first: type[First], second: type[Second], third: type[Third], /
) -> First | Second | Third: ...
@overload
def first_of(
    portal: Portal, first: type[First], second: type[Second], third: type[Third], fourth: type[Fourth], /
) -> First | Second | Third | Fourth: ...
@overload
def first_of(
    portal: Portal,
    first: type[First],
    second: type[Second],
    third: type[Third],
    fourth: type[Fourth],
    fifth: type[Fifth],
    /,
) -> First | Second | Third | Fourth | Fifth: ...
def first_of(portal: Portal, /, *kinds: type[Arrival]) -> Arrival:
    """Whichever of these comes first; when two are there at once, the one named first.

    Raises:
        WrongPage: none came in time.
    """
    waited = [kind(portal) for kind in kinds]
    anything = waited[0].mark
    for other in waited[1:]:
        anything = anything.or_(other.mark)
    try:
        anything.first.wait_for(timeout=_ARRIVAL_SECONDS * 1000)
    except PlaywrightTimeout:
        raise _wrong_page(portal.page, *waited) from None
    return next((arrival for arrival in waited if arrival.mark.is_visible()), waited[-1])


def _without(typed: str, said: object) -> object:
    return said.replace(typed, "...") if isinstance(said, str) and typed else said


def _wait_for(arrival: Arrival, page: Page, seconds: float) -> None:
    try:
        arrival.mark.wait_for(timeout=seconds * 1000)
    except PlaywrightTimeout:
        raise _wrong_page(page, arrival) from None


def _wrong_page(page: Page, *expected: Arrival) -> WrongPage:
    heading = page.get_by_role("heading", level=1).first
    try:
        found = heading.inner_text(timeout=1000)
    except Error:
        found = "a page without a heading"
    try:
        picture = page.screenshot(timeout=5000)
    except Error:
        picture = None
    return WrongPage(
        expected=[arrival.name for arrival in expected], found=found, url=page.url, screenshot=picture
    )
