"""The pictures of the Quick Reference Guide, each taken from its flow while the flow is gone through.

They are kept where the portal serves them from, in both languages, and those that the pages in `docs/` show
are copied there in English.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Final, TypeVar

from PIL import Image
from playwright.sync_api import Browser, FilePayload, ViewportSize

from assist_data import data_path
from harness.control import Control, Login, WorldControl, WorldInbox
from harness.errors import HarnessError
from harness.guide_registration import fill_in_registration, go_to, save
from harness.pages.bank import ApprovePage, BankLogInPage
from harness.pages.contributions import ContributionsPage
from harness.pages.home import LandingPage
from harness.pages.login import EmailPage, PasswordPage
from harness.pages.payment_status import HistoryPage
from harness.pages.payments import PaymentInformationPage, PaymentsPage
from harness.pages.portal_page import Portal
from harness.pages.upload import ConfirmDialog, FindingsPage, SummaryPage, UploadPage
from harness.profile import LANGUAGES, load_profile
from harness.specimens import SPECIMEN_REPRESENTATIVE
from harness.targets import Target, context_options
from harness.tasks import log_in

Kind = TypeVar("Kind")

__all__ = ["PORTAL_FOLDER", "SIZE", "take_guide_pictures"]

SIZE: Final[ViewportSize] = {"width": 800, "height": 520}
_WIDE: Final[ViewportSize] = {"width": 1200, "height": 780}
PORTAL_FOLDER: Final = Path(__file__).parents[1] / "mock_portal" / "help" / "pictures"
_DOCS_FOLDER: Final = Path(__file__).parents[1] / "docs" / "pictures"
_IN_DOCS: Final = (
    *("landing", "email", "password", "home", "register", "documents", "sent", "change-password"),
    *("forgot", "reset", "payments", "payment-information", "paid", "receipt"),
)
_COLOURS: Final = 48  # of the palette: the wheel carries every picture twice
_BANK: Final = "Bank Contoh"
_FILE: Final = data_path("files", "contoh-maju-2026-10.txt")


class StrayedFromFlow(HarnessError):
    """A step of a flow led to another answer than its picture is of."""

    def __init__(self, found: object) -> None:
        super().__init__(f"The flow did not expect {type(found).__name__}.", mend="Look at the page.")


def take_guide_pictures(browser: Browser, control: Control, target: Target) -> None:
    """Go through every flow of the guide once in each language, and take each of its steps."""
    for language in LANGUAGES:
        with _camera(browser, control, target, language) as camera:
            camera.take_way_in()
            camera.take_registration()
            camera.take_forgotten_password()
            camera.take_contribution()
            camera.take_payment()
            camera.take_receipt()
    _DOCS_FOLDER.mkdir(parents=True, exist_ok=True)
    for name in _IN_DOCS:
        picture = (PORTAL_FOLDER / "en" / f"{name}.png").read_bytes()
        (_DOCS_FOLDER / f"guide-{name}.png").write_bytes(picture)


@contextmanager
def _camera(browser: Browser, control: Control, target: Target, language: str) -> Iterator["_Camera"]:
    world = control.new_world(f"guide-{language}")  # a name of its own, which stands on every picture
    context = browser.new_context(**{**context_options(target, language=language), "viewport": SIZE})
    portal = Portal(context.new_page(), load_profile("mock", language=language), world.portal)
    yield _Camera(portal, control.of(world), world.logins[0])
    context.close()
    control.delete_world(world.name)


class _Camera:
    """Takes what a portal shows, in a world of its own."""

    def __init__(self, portal: Portal, control: WorldControl, employer: Login) -> None:
        self._portal = portal
        self._control = control
        self._inbox = WorldInbox(control)
        self._employer = employer
        self._folder = PORTAL_FOLDER / portal.profile.language
        control.let_run(running=False)  # so that the same pictures come out tomorrow

    def take_way_in(self) -> None:
        """Landing to home."""
        self._portal.open(LandingPage)
        self._take("landing")
        email = self._portal.open(EmailPage)
        self._take("email")
        email.go_on(self._employer.email)
        self._take("password")
        log_in(self._portal, self._employer)
        self._take("home")
        self._portal.page.context.clear_cookies()

    def take_registration(self) -> None:
        """A Portal ID from nothing to the change of its temporary password."""
        self._control.change(auto_approve_registrations=True)
        email = SPECIMEN_REPRESENTATIVE.email
        for step in fill_in_registration(self._portal):
            self._take(step)
        self._portal.page.goto(self._inbox.wait(to=email).link("/register/"))
        save(self._portal)
        verified = self._inbox.newest()
        self._control.advance(timedelta(hours=1))
        temporary = self._inbox.wait(to=email, after=verified).codes
        page = self._portal.page
        # the codes of that mail are the employer code, the reference and the password
        for code in temporary:
            if "/change-password" not in page.url:
                _as(PasswordPage, self._portal.open(EmailPage).go_on(email)).sign_in(code)
        page.locator("#new").fill("Baharu#20")
        self._take("change-password")
        page.context.clear_cookies()

    def take_forgotten_password(self) -> None:
        """From the link on the log-in page to the form for a new password."""
        page = self._portal.page
        go_to(self._portal, "/employer/forgot-password")
        page.locator("#email").fill(self._employer.email)
        self._take("forgot")
        save(self._portal)
        self._take("reset-sent")
        mail = self._inbox.wait(to=self._employer.email)
        root = "/ms" if self._portal.profile.language == "ms" else ""
        page.goto(f"{self._control.world().inbox}{root}/mail/{mail.id}")
        self._take("reset-mail")
        page.goto(mail.link("reset"))
        self._take("reset")
        page.context.clear_cookies()

    def take_contribution(self) -> None:
        """A month by text file, one with errors first."""
        portal = self._portal
        log_in(portal, self._employer)
        portal.open(ContributionsPage)
        self._take("contributions")
        upload = portal.open(UploadPage)
        self._take("upload")
        if isinstance(upload.upload(_spoilt()), FindingsPage):
            self._take("findings")
        summary = portal.open(UploadPage).upload(_FILE)
        self._take("summary")
        question = _as(ConfirmDialog, _as(SummaryPage, summary).submit())
        self._take("confirm")
        question.confirm()
        self._take("submitted")

    def take_payment(self) -> None:
        """From the unpaid records to the portal's word that they are paid."""
        portal = self._portal
        payments = portal.open(PaymentsPage)
        self._take("payments")
        chosen = payments.add_to_cart(*(record.number for record in payments.records()))
        cart = _as(PaymentsPage, chosen).open_cart()
        self._take("cart")
        information = _as(PaymentInformationPage, cart.go_on())
        information.fill(payer_email=self._employer.email, bank=_BANK, business=False)
        self._take("payment-information")
        bank = _as(BankLogInPage, information.proceed())
        self._take("bank")
        approve = _as(ApprovePage, bank.sign_in(bank.hints()[0]))
        self._take("bank-approve")
        approve.approve()
        self._take("paid")

    def take_receipt(self) -> None:
        """From the history to the receipt."""
        history = self._portal.open(HistoryPage)
        # the status and the receipt stand in the last columns
        self._portal.page.set_viewport_size(_WIDE)
        self._take("history")
        self._portal.page.set_viewport_size(SIZE)
        history.open(history.payments()[0].order).open_receipt()
        self._take("receipt")

    def _take(self, name: str) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        self._portal.page.evaluate("document.activeElement.blur()")
        with Image.open(BytesIO(self._portal.page.screenshot(animations="disabled"))) as picture:
            page = picture.convert("RGB").resize((SIZE["width"], SIZE["height"]))
            smaller = page.quantize(_COLOURS, dither=Image.Dither.NONE)
            smaller.save(self._folder / f"{name}.png", optimize=True)


def _as(kind: type[Kind], found: object) -> Kind:
    if isinstance(found, kind):
        return found
    raise StrayedFromFlow(found)


def _spoilt() -> FilePayload:
    first, *others = _FILE.read_bytes().splitlines(keepends=True)
    content = b"".join([b"X" + first[1:], *others])
    return {"name": "payroll-october.txt", "mimeType": "text/plain", "buffer": content}
