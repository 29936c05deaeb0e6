"""First-time registration of a Portal ID: kind, company, representative, existing employer."""

from typing import TYPE_CHECKING, TypeVar

from playwright.sync_api import Locator

from harness.pages.portal_page import PortalPage, first_of
from harness.pages.refusals import Refused

if TYPE_CHECKING:
    from harness.pages.registration_answers import CompanyAnswers, RepresentativeAnswers

__all__ = [
    "CompanyPage",
    "ExistingEmployerPage",
    "PurposePage",
    "RegistrationPage",
    "RepresentativePage",
]


class RepresentativePage(PortalPage, screen="registration.representative"):
    """Step B: who acts for the employer."""

    @property
    def birth_date(self) -> Locator:
        """The birth date, which a new IC fills in."""
        return self.field(self.words.registration.birth_date)

    @property
    def sex(self) -> Locator:
        """The sex, which a new IC fills in."""
        return self.field(self.words.registration.sex)

    def fill(self, who: "RepresentativeAnswers") -> "RepresentativePage":
        """Write all answers."""
        words = self.words.registration
        self.wait_for_scripts()
        self.write(self.field(words.full_name), who.name)
        self.write(self.field(words.designation), who.designation)
        self.write_number(who.identity_number)
        self.write(self.field(words.mobile), who.mobile)
        self.write(self.field(words.official_email), who.email)
        self.write(self.field(words.confirm_email), who.email)
        self.field(words.owner if who.is_owner else words.representative).check()
        return self

    def write_number(self, number: str) -> None:
        """Choose New IC and write its number."""
        words = self.words.registration
        self.field(words.id_type).select_option(label=words.new_ic)
        self.write(self.field(words.id_number), number)

    def fill_in(self) -> "RepresentativePage":
        """Press Fill in: birth date and sex follow from the number."""
        return _filled_in(self)

    def save(self) -> "PortalPage | Refused":
        """Press Save & Continue: the documents come next, or the declaration where all else is complete."""
        from harness.pages.registration_papers import DeclarationPage, DocumentsPage

        self.press(self.button(self.words.registration.save))
        return first_of(self.portal, DocumentsPage, DeclarationPage, Refused)


class CompanyPage(PortalPage, screen="registration.company"):
    """Step A: the business."""

    @property
    def name_field(self) -> Locator:
        """The employer's name."""
        return self.field(self.words.registration.employer_name)

    @property
    def industry(self) -> Locator:
        """The industry, whose choices depend on the sector where scripts run."""
        return self.field(self.words.registration.industry)

    @property
    def state(self) -> Locator:
        """The state."""
        return self.field(self.words.registration.state)

    @property
    def city(self) -> Locator:
        """The city, whose choices depend on the state where scripts run."""
        return self.field(self.words.registration.city)

    @property
    def registration_no(self) -> Locator:
        """The number, whose name depends on the kind of business where scripts run."""
        return self.field(self.words.registration.number)

    @property
    def first_employee(self) -> Locator:
        """The date of the first employee, as it is typed."""
        return self.field(self.words.registration.first_employee)

    @property
    def choose_date(self) -> Locator:
        """The button that opens the calendar, where scripts run."""
        return self.button(self.words.registration.choose_date)

    @property
    def calendar(self) -> Locator:
        """The browser's own calendar behind that button; no reader of the screen meets it."""
        return self.page.get_by_role("main").locator("input[type=date]")

    def choose_entity(self, entity: str) -> None:
        """Choose the kind of business by its code."""
        # by code and not by words: a task names it alike in every language
        self.field(self.words.registration.entity).select_option(value=entity)

    def fill(self, company: "CompanyAnswers") -> "CompanyPage":
        """Write all answers; state and city are filled in by the postcode."""
        words = self.words.registration
        self.wait_for_scripts()
        self.choose_entity(company.entity)
        if company.registration_no:
            self.write(self.registration_no, company.registration_no)
        self.write(self.name_field, company.name)
        self.field(words.sector).select_option(value=company.sector)
        self.industry.select_option(value=company.industry)
        self.write(self.field(words.first_employee), f"{company.first_employee:%d/%m/%Y}")
        self.write(self.field(words.address), company.address)
        self.write(self.field(words.telephone), company.telephone)
        self.write(self.field(words.email), company.email)
        return self.fill_in(company.postcode)

    def fill_in(self, postcode: str) -> "CompanyPage":
        """Write the postcode and press Fill in: state and city follow."""
        self.write(self.field(self.words.registration.postcode), postcode)
        return _filled_in(self)

    def save(self) -> "PortalPage | Refused":
        """Press Save & Continue: the representative comes next, or the declaration where all is complete."""
        from harness.pages.registration_papers import DeclarationPage

        self.press(self.button(self.words.registration.save))
        return first_of(self.portal, RepresentativePage, DeclarationPage, Refused)


class PurposePage(PortalPage, screen="registration.purpose"):
    """What an application for an employer with a code is for."""

    def choose(self, label: str) -> RepresentativePage:
        """Choose a purpose by its words and go on."""
        self.field(label).check()
        self.press(self.button(self.words.registration.next))
        return self.portal.arrive(RepresentativePage)


class ExistingEmployerPage(PortalPage, screen="registration.existing"):
    """Code and number of an employer that PERKESO knows."""

    def go_on(self, code: str, number: str) -> PurposePage | Refused:
        """Give both and press Next."""
        words = self.words.registration
        self.write(self.field(words.employer_code), code)
        self.write(self.field(words.number), number)
        self.press(self.button(words.next))
        return first_of(self.portal, PurposePage, Refused)


class RegistrationPage(PortalPage, screen="registration"):
    """New Employer or Existing Employer."""

    def choose_new(self) -> CompanyPage:
        """Register an employer without a code."""
        self._choose(self.words.registration.new_employer)
        return self.portal.arrive(CompanyPage)

    def choose_existing(self) -> ExistingEmployerPage:
        """Register for an employer that has a code."""
        self._choose(self.words.registration.existing_employer)
        return self.portal.arrive(ExistingEmployerPage)

    def go_on(self) -> Refused:
        """Press Next with nothing chosen."""
        self.press(self.button(self.words.registration.next))
        refused = Refused(self.portal)
        refused.mark.wait_for()
        return refused

    def _choose(self, label: str) -> None:
        self.field(label).check()
        self.press(self.button(self.words.registration.next))


FillsIn = TypeVar("FillsIn", CompanyPage, RepresentativePage)


def _filled_in(page: FillsIn) -> FillsIn:
    """The same page after Fill in: in place where scripts run, otherwise come back from the portal."""
    way = page.button(page.words.registration.fill_in)
    if page.portal.scripts:
        page.wait_for_scripts()
        way.click()
    else:
        page.leave_by(way)
    return page.wait()
