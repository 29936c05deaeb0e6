"""Screens that are read and left: the employer's profile, terms, and the pages for what went wrong."""

from harness.pages.portal_page import PortalPage

__all__ = [
    "BankHomePage",
    "FidelityPage",
    "NoSuchWorldPage",
    "NotFoundPage",
    "ProfilePage",
    "TermsPage",
]


class ProfilePage(PortalPage, screen="profile"):
    """Who the employer is."""


class FidelityPage(PortalPage, screen="help.fidelity"):
    """Which texts and rules are known from where."""


class TermsPage(PortalPage, screen="payments.terms"):
    """The terms of FPX, in a window of their own."""


class NotFoundPage(PortalPage, screen="error.not_found"):
    """There is no page at this address."""


class NoSuchWorldPage(PortalPage, screen="error.no_world"):
    """There is no world of this name."""


class BankHomePage(PortalPage, screen="bank.home"):
    """The bank's first page, for those who come without a payment."""
