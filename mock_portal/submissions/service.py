"""What the other capabilities ask of submissions: records to pay, and what was submitted."""

from mock_portal.submissions.listing import Submitted, all_submissions, get_submission, submissions_of
from mock_portal.submissions.months.service import PendingMonth, closed_months, pending_months
from mock_portal.submissions.payables import (
    Payable,
    PayableLine,
    begin_payment,
    cancel,
    get_payables,
    mark_paid,
    payables,
    payment_failed,
)
from mock_portal.submissions.states import State
from mock_portal.submissions.text_file.service import Draft, drafts

__all__ = [
    "Draft",
    "Payable",
    "PayableLine",
    "PendingMonth",
    "State",
    "Submitted",
    "all_submissions",
    "begin_payment",
    "cancel",
    "closed_months",
    "drafts",
    "get_payables",
    "get_submission",
    "mark_paid",
    "payables",
    "payment_failed",
    "pending_months",
    "submissions_of",
]
