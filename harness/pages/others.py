"""Screens that are read and left: the employer's profile, help, terms, and the pages for what went wrong."""

from harness.pages.portal_page import PortalPage

__all__ = [
    "BankHomePage",
    "ContactPage",
    "FidelityPage",
    "HelpPage",
    "NoSuchWorldPage",
    "NotFoundPage",
    "OtherRolesPage",
    "ProfilePage",
    "SystemRequirementsPage",
    "TermsPage",
]


class ProfilePage(PortalPage, screen="profile"):
    """Who the employer is."""


class HelpPage(PortalPage, screen="help"):
    """The quick guide."""


class ContactPage(PortalPage, screen="help.contact"):
    """Whom to ask."""


class SystemRequirementsPage(PortalPage, screen="help.system_requirements"):
    """Browsers that work."""


class FidelityPage(PortalPage, screen="help.fidelity"):
    """Which texts and rules are known from where."""


class OtherRolesPage(PortalPage, screen="help.other_roles"):
    """Where those go who are not employers."""


class TermsPage(PortalPage, screen="payments.terms"):
    """The terms of FPX, in a window of their own."""


class NotFoundPage(PortalPage, screen="error.not_found"):
    """There is no page at this address."""


class NoSuchWorldPage(PortalPage, screen="error.no_world"):
    """There is no world of this name."""


class BankHomePage(PortalPage, screen="bank.home"):
    """The bank's first page, for those who come without a payment."""
