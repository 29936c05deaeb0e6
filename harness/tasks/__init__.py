"""Tasks: what a user wants of a portal, strung together from page objects."""

from harness.tasks.errors import FileRefused, LogInRefused, PaymentRefused, PaymentUnclear
from harness.tasks.logging_in import log_in, log_in_with_user_id
from harness.tasks.main_job import Month, MonthDone, run_main_job
from harness.tasks.paying import Payer, approve_at_bank, download_receipt, pay, prepare_payment
from harness.tasks.submitting import confirm_submission, submit_file, upload_file

__all__ = [
    "FileRefused",
    "LogInRefused",
    "Month",
    "MonthDone",
    "Payer",
    "PaymentRefused",
    "PaymentUnclear",
    "approve_at_bank",
    "confirm_submission",
    "download_receipt",
    "log_in",
    "log_in_with_user_id",
    "pay",
    "prepare_payment",
    "run_main_job",
    "submit_file",
    "upload_file",
]
