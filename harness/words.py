"""The words of a portal that page objects look for: labels of fields and buttons, by subject.

A profile gives each of them a text per language. A class here is a list of names and nothing more.
"""

from dataclasses import dataclass

__all__ = [
    "BankWords",
    "CheckFileWords",
    "ContributionWords",
    "FrameWords",
    "HelpWords",
    "InboxWords",
    "LandingWords",
    "LoginWords",
    "OfficerWords",
    "PasswordWords",
    "PaymentStateWords",
    "PaymentWords",
    "RegistrationWords",
    "SessionWords",
    "SubmittedWords",
    "SummaryWords",
    "UploadWords",
    "Words",
]


@dataclass(frozen=True, slots=True)
class FrameWords:
    """What stands around every page, and what recurs on many."""

    my_sites: str
    log_out: str
    other_language: str
    contribution: str
    payment: str
    problem: str
    back: str


@dataclass(frozen=True, slots=True)
class LandingWords:
    """The first page."""

    employer_login: str


@dataclass(frozen=True, slots=True)
class LoginWords:
    """The log-in steps, and the older one-page form."""

    email: str
    next: str
    password: str
    log_in: str
    user_id: str
    other_email: str


@dataclass(frozen=True, slots=True)
class PasswordWords:
    """Changing, forgetting and setting a password."""

    menu: str
    forgot: str
    current: str
    new: str
    confirm: str
    save: str
    cancel: str
    submit: str
    go_on: str
    met: str
    not_met: str


@dataclass(frozen=True, slots=True)
class RegistrationWords:
    """The first-time registration of a Portal ID."""

    new_employer: str
    existing_employer: str
    next: str
    save: str
    fill_in: str
    entity: str
    number: str
    employer_name: str
    sector: str
    industry: str
    first_employee: str
    choose_date: str
    address: str
    postcode: str
    state: str
    city: str
    telephone: str
    email: str
    employer_code: str
    full_name: str
    designation: str
    id_type: str
    new_ic: str
    id_number: str
    birth_date: str
    sex: str
    mobile: str
    official_email: str
    confirm_email: str
    owner: str
    representative: str
    description: str
    choose_file: str
    remarks: str
    add: str
    added: str
    change: str
    missing: str
    uploaded: str
    declared: str
    submit: str
    proceed: str
    confirm: str
    result: str
    ok: str
    verify: str
    amend: str
    reference: str
    status_email: str
    check: str
    status: str


@dataclass(frozen=True, slots=True)
class SessionWords:
    """The countdown before a session ends, and the page that says that it did."""

    still_there: str
    logged_out: str
    stay: str
    log_out: str
    log_in_again: str


@dataclass(frozen=True, slots=True)
class ContributionWords:
    """The list of months and drafts."""

    select_employer: str
    show: str
    text_file: str
    submitted: str
    pending_list: str
    drafts: str
    edit: str
    remove: str


@dataclass(frozen=True, slots=True)
class UploadWords:
    """The upload of a text file, and the findings in it."""

    choose_file: str
    next: str
    findings: str
    line: str
    download: str
    another: str
    cancel: str
    check_first: str


@dataclass(frozen=True, slots=True)
class SummaryWords:
    """The Contribution Summary and its confirmation."""

    employer_code: str
    months: str
    employees: str
    what_is_due: str
    lindung: str
    acr: str
    ecr: str
    accept_warnings: str
    submit: str
    proceed: str
    confirm: str


@dataclass(frozen=True, slots=True)
class SubmittedWords:
    """What Submit led to, and the list of all that was submitted."""

    panel: str
    amount_payable: str
    pay: str
    print: str
    view_pdf: str
    view: str


@dataclass(frozen=True, slots=True)
class PaymentWords:
    """The unpaid records, the cart, Payment Information, the outcome, receipts and history."""

    unpaid: str
    add_to_cart: str
    to_summary: str
    remove: str
    go_on: str
    payer_email: str
    personal_account: str
    business_account: str
    bank_list: str
    terms: str
    read_terms: str
    proceed: str
    order: str
    amount: str
    status: str
    fpx_id: str
    records_in_payment: str
    view_receipt: str
    download_receipt: str
    view_pdf: str
    receipt_number: str
    requery: str
    to_information: str
    go_on_with_payment: str


@dataclass(frozen=True, slots=True)
class PaymentStateWords:
    """What the portal calls each state of a payment."""

    new: str
    in_progress: str
    pending_authorisation: str
    unknown: str
    successful: str
    unsuccessful: str
    cancelled: str
    expired: str


@dataclass(frozen=True, slots=True)
class BankWords:
    """The bank's pages."""

    user: str
    password: str
    log_in: str
    cancel: str
    go_home: str
    lost: str
    reject: str


@dataclass(frozen=True, slots=True)
class OfficerWords:
    """The officer's side: log-in, queue, decisions, Portal IDs and the audit trail."""

    email: str
    log_in: str
    search_for: str
    search: str
    open_for_review: str
    give_back: str
    show_numbers: str
    identity_number: str
    documents: str
    approve: str
    query: str
    reject: str
    ask: str
    confirm: str
    result: str
    ok: str
    reason: str
    send_query: str
    reject_application: str
    employer_code: str
    portal_id: str
    next_one: str
    portal_ids: str
    id_email: str
    find: str
    unlock: str
    close: str
    close_id: str
    open_again: str
    audit_trail: str


@dataclass(frozen=True, slots=True)
class HelpWords:
    """Help pages."""

    all_pages: str
    next_page: str
    check_cookies: str
    sample: str
    guide: str
    browser: str


@dataclass(frozen=True, slots=True)
class CheckFileWords:
    """The checker's page."""

    choose: str
    day: str
    check: str
    progress: str
    files: str
    findings: str
    places: str
    lines: str
    severity: str
    error: str
    search: str
    mend: str
    link: str


@dataclass(frozen=True, slots=True)
class InboxWords:
    """The inbox of a world."""

    search_mail: str
    search: str
    unread: str
    has_arrived: str
    older: str
    delete: str
    delete_this: str
    delete_all: str
    views: str
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Words:
    """All words of a portal in one language."""

    frame: FrameWords
    landing: LandingWords
    login: LoginWords
    password: PasswordWords
    registration: RegistrationWords
    session: SessionWords
    contributions: ContributionWords
    upload: UploadWords
    summary: SummaryWords
    submitted: SubmittedWords
    payment: PaymentWords
    payment_states: PaymentStateWords
    bank: BankWords
    officer: OfficerWords
    help: HelpWords
    check_file: CheckFileWords
    inbox: InboxWords
