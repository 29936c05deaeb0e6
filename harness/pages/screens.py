"""The list of all screens: key, page object, how one gets there, who may see it.

It serves the page tests in both languages, the accessibility tests, the gallery and the guide.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from harness.pages import (
    bank,
    change_password,
    check_file,
    contributions,
    forgot_password,
    home,
    inbox,
    login,
    officer,
    officer_desk,
    others,
    payment_status,
    payments,
    registration,
    registration_papers,
    registration_status,
    reset_password,
    submitted,
    upload,
)
from harness.pages import help as help_pages
from harness.pages.portal_page import PortalPage

__all__ = ["SCREENS", "Audience", "ScreenFacts"]


class Audience(StrEnum):
    """Who may see a screen."""

    ANYONE = "anyone"
    EMPLOYER = "an employer who is logged in"
    PAYER = "who pays at the bank"
    APPROVER = "who signs second at the bank"
    OFFICER = "an officer who is logged in"


@dataclass(frozen=True, slots=True)
class ScreenFacts:
    """One screen; `way` says in words how a person gets there."""

    page: type[PortalPage]
    audience: Audience
    way: str

    @property
    def key(self) -> str:
        """The screen's key in the portal profile."""
        return self.page.screen


_ANYONE, _EMPLOYER, _PAYER, _APPROVER, _OFFICER = Audience

SCREENS: Final[tuple[ScreenFacts, ...]] = (
    ScreenFacts(home.LandingPage, _ANYONE, "the portal's address"),
    ScreenFacts(login.EmailPage, _ANYONE, "Landing, Employer Login"),
    ScreenFacts(login.PasswordPage, _ANYONE, "Log in, NEXT"),
    ScreenFacts(login.UserIdPage, _ANYONE, "Log in, in a world with the older form"),
    ScreenFacts(login.SessionEndedPage, _ANYONE, "a newer log-in with the same ID"),
    ScreenFacts(
        login.TemporaryPasswordExpiredPage, _ANYONE, "Login with a temporary password after seven days"
    ),
    ScreenFacts(registration.RegistrationPage, _ANYONE, "Log in, Portal ID Registration"),
    ScreenFacts(registration.ExistingEmployerPage, _ANYONE, "Portal ID Registration, Existing Employer"),
    ScreenFacts(registration.PurposePage, _ANYONE, "Existing Employer, Next"),
    ScreenFacts(registration.CompanyPage, _ANYONE, "Portal ID Registration, New Employer"),
    ScreenFacts(registration.RepresentativePage, _ANYONE, "Company information, Save & Continue"),
    ScreenFacts(registration_papers.DocumentsPage, _ANYONE, "Representative, Save & Continue"),
    ScreenFacts(registration_papers.DeclarationPage, _ANYONE, "Documents, Save & Continue"),
    ScreenFacts(registration_papers.SubmitPage, _ANYONE, "Declaration, Submit without scripts"),
    ScreenFacts(registration_papers.SentPage, _ANYONE, "Proceed for Submission, Confirm"),
    ScreenFacts(registration_status.VerifyEmailPage, _ANYONE, "the link in the mail"),
    ScreenFacts(registration_status.EmailVerifiedPage, _ANYONE, "the link, Verify"),
    ScreenFacts(registration_status.AmendPage, _ANYONE, "the link in the mail of an officer's query"),
    ScreenFacts(registration_status.ContinuePage, _ANYONE, "the link back to a draft"),
    ScreenFacts(registration_status.RegistrationLinkUsedPage, _ANYONE, "the link, a second time"),
    ScreenFacts(registration_status.RegistrationLinkExpiredPage, _ANYONE, "the link, after a day"),
    ScreenFacts(
        registration_status.RegistrationLinkAlteredPage, _ANYONE, "the link, with a character missing"
    ),
    ScreenFacts(
        registration_status.RegistrationLinkElsewherePage,
        _ANYONE,
        "the link, at the address of another world",
    ),
    ScreenFacts(
        registration_status.RegistrationLinkReplacedPage, _ANYONE, "the link, after another was asked for"
    ),
    ScreenFacts(registration_status.RegistrationLinkGonePage, _ANYONE, "the link, after it was answered"),
    ScreenFacts(registration_status.StatusPage, _ANYONE, "Log in, Check application status"),
    ScreenFacts(registration_status.StandsPage, _ANYONE, "Application status, Check"),
    ScreenFacts(forgot_password.ForgotPasswordPage, _ANYONE, "Log in, Forgot Password"),
    ScreenFacts(forgot_password.LinkSentPage, _ANYONE, "Forgot Password, Submit"),
    ScreenFacts(reset_password.ResetPasswordPage, _ANYONE, "the link in the mail"),
    ScreenFacts(reset_password.LinkUsedPage, _ANYONE, "the link, a second time"),
    ScreenFacts(reset_password.LinkExpiredPage, _ANYONE, "the link, after an hour"),
    ScreenFacts(reset_password.LinkReplacedPage, _ANYONE, "the link, after another was asked for"),
    ScreenFacts(reset_password.LinkAlteredPage, _ANYONE, "the link, with a letter changed"),
    ScreenFacts(reset_password.LinkOfOtherWorldPage, _ANYONE, "the link, at the address of another world"),
    ScreenFacts(change_password.ChangePasswordPage, _EMPLOYER, "the menu under the name, Change password"),
    ScreenFacts(change_password.PasswordChangedPage, _EMPLOYER, "Change Password, Save"),
    ScreenFacts(home.HomePage, _EMPLOYER, "Log in, Login"),
    ScreenFacts(others.ProfilePage, _EMPLOYER, "Home, Employer profile"),
    ScreenFacts(contributions.ContributionsPage, _EMPLOYER, "My Sites, CONTRIBUTION"),
    ScreenFacts(upload.UploadPage, _EMPLOYER, "Contribution, TEXT FILE"),
    ScreenFacts(upload.FindingsPage, _EMPLOYER, "Text File, Next with a file that has errors"),
    ScreenFacts(upload.SummaryPage, _EMPLOYER, "Text File, Next with a good file"),
    ScreenFacts(upload.ConfirmPage, _EMPLOYER, "Contribution Summary, Submit without scripts"),
    ScreenFacts(submitted.SubmittedPage, _EMPLOYER, "Proceed for Submission, Confirm"),
    ScreenFacts(contributions.SubmittedListPage, _EMPLOYER, "Contribution, Submitted contributions"),
    ScreenFacts(contributions.SubmissionPage, _EMPLOYER, "Submitted contributions, View"),
    ScreenFacts(payments.PaymentsPage, _EMPLOYER, "My Sites, PAYMENT"),
    ScreenFacts(payments.RemoveRecordsPage, _EMPLOYER, "Payment, Remove"),
    ScreenFacts(payments.CartPage, _EMPLOYER, "Payment, Add to Cart, Proceed to Summary"),
    ScreenFacts(payments.PaymentInformationPage, _EMPLOYER, "Payment Cart, Continue"),
    ScreenFacts(others.TermsPage, _ANYONE, "Payment Information, the terms"),
    ScreenFacts(payments.LeavePage, _EMPLOYER, "Payment Information, Proceed without scripts"),
    ScreenFacts(bank.BankLogInPage, _PAYER, "Payment Information, Proceed"),
    ScreenFacts(bank.ApprovePage, _PAYER, "Log in to pay"),
    ScreenFacts(bank.BankDonePage, _PAYER, "Approve payment, without scripts"),
    ScreenFacts(bank.BankSessionEndedPage, _PAYER, "Log in to pay, after ten minutes"),
    ScreenFacts(payment_status.PaymentStatusPage, _EMPLOYER, "Approve payment"),
    ScreenFacts(payment_status.ReceiptPage, _EMPLOYER, "Payment Status, View receipt"),
    ScreenFacts(payment_status.HistoryPage, _EMPLOYER, "Payment, FPX History"),
    ScreenFacts(bank.AnswerRefusedPage, _ANYONE, "home from the bank with a changed answer"),
    ScreenFacts(bank.ApproverLogInPage, _ANYONE, "the bank's address, Log in as approver"),
    ScreenFacts(bank.WaitingPaymentsPage, _APPROVER, "Log in as approver"),
    ScreenFacts(officer.OfficerLogInPage, _ANYONE, "the address /officer"),
    ScreenFacts(officer.QueuePage, _OFFICER, "Officer log-in"),
    ScreenFacts(officer.ApplicationPage, _OFFICER, "Applications, a reference number"),
    ScreenFacts(officer.QueryPage, _OFFICER, "Application, Open for review, Query"),
    ScreenFacts(officer.QueriedPage, _OFFICER, "Send a query"),
    ScreenFacts(officer.RejectPage, _OFFICER, "Application, Open for review, Reject"),
    ScreenFacts(officer.RejectedPage, _OFFICER, "Reject application"),
    ScreenFacts(officer.ApprovePage, _OFFICER, "Application, Approve without scripts"),
    ScreenFacts(officer.ApprovedPage, _OFFICER, "Approve, Confirm approval"),
    ScreenFacts(officer_desk.PortalIdsPage, _OFFICER, "Portal IDs, in the officers' menu"),
    ScreenFacts(officer_desk.DisablePage, _OFFICER, "Portal IDs, Close"),
    ScreenFacts(officer_desk.AuditPage, _OFFICER, "Audit trail, in the officers' menu"),
    ScreenFacts(others.BankHomePage, _ANYONE, "the bank's address"),
    ScreenFacts(help_pages.HelpPage, _ANYONE, "Help, at the foot of every page"),
    ScreenFacts(help_pages.GuidePage, _ANYONE, "Help, a page of the guide"),
    ScreenFacts(help_pages.QuestionsPage, _ANYONE, "Help, Frequently asked questions"),
    ScreenFacts(help_pages.BrowserCheckPage, _ANYONE, "Help, Check this browser"),
    ScreenFacts(check_file.CheckFilePage, _ANYONE, "Help, Check contribution files"),
    ScreenFacts(check_file.CheckFindingsPage, _ANYONE, "Check contribution files, Check without scripts"),
    ScreenFacts(inbox.InboxPage, _ANYONE, "the inbox's address"),
    ScreenFacts(inbox.MailPage, _ANYONE, "the inbox, a mail"),
    ScreenFacts(inbox.DeleteMailPage, _ANYONE, "the inbox, Delete all mail without scripts"),
    ScreenFacts(help_pages.ContactPage, _ANYONE, "Contact, at the foot of every page"),
    ScreenFacts(help_pages.SystemRequirementsPage, _ANYONE, "System requirements, at the foot of every page"),
    ScreenFacts(help_pages.OtherRolesPage, _ANYONE, "Landing, another role"),
    ScreenFacts(others.FidelityPage, _ANYONE, "footer, What is known of this screen"),
    ScreenFacts(others.NotFoundPage, _ANYONE, "an address without a page"),
    ScreenFacts(others.NoSuchWorldPage, _ANYONE, "an address without a world"),
)
