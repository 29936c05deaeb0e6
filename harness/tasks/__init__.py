"""Tasks: what a user wants of a portal, strung together from page objects."""

from harness.tasks.activating import activate
from harness.tasks.approving import approve, log_in_officer, query, reject, review
from harness.tasks.errors import (
    AlreadyLoggedIn,
    DecisionRefused,
    FileRefused,
    LogInRefused,
    PasswordNotTaken,
    PaymentRefused,
    PaymentUnclear,
    RegistrationRefused,
)
from harness.tasks.from_nothing import Beginning, run_from_nothing
from harness.tasks.logging_in import log_in, log_in_with_user_id
from harness.tasks.main_job import Month, MonthDone, run_main_job, run_month
from harness.tasks.paying import Payer, approve_at_bank, download_receipt, go_to_bank, pay, prepare_payment
from harness.tasks.registering import (
    apply_as_new_employer,
    register,
    send_documents,
    submit_application,
    verify_email,
)
from harness.tasks.resetting import ask_for_reset_link, reset_password
from harness.tasks.submitting import confirm_submission, submit_file, upload_file

__all__ = [
    "AlreadyLoggedIn",
    "Beginning",
    "DecisionRefused",
    "FileRefused",
    "LogInRefused",
    "Month",
    "MonthDone",
    "PasswordNotTaken",
    "Payer",
    "PaymentRefused",
    "PaymentUnclear",
    "RegistrationRefused",
    "activate",
    "apply_as_new_employer",
    "approve",
    "approve_at_bank",
    "ask_for_reset_link",
    "confirm_submission",
    "download_receipt",
    "go_to_bank",
    "log_in",
    "log_in_officer",
    "log_in_with_user_id",
    "pay",
    "prepare_payment",
    "query",
    "register",
    "reject",
    "reset_password",
    "review",
    "run_from_nothing",
    "run_main_job",
    "run_month",
    "send_documents",
    "submit_application",
    "submit_file",
    "upload_file",
    "verify_email",
]
