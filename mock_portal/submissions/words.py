"""The words of a contribution's states and of its amounts, in the reader's language."""

from typing import Final

from flask_babel import LazyString, lazy_gettext

from mock_portal.submissions.payables import Kind
from mock_portal.submissions.states import State

__all__ = ["LINE_WORDS", "STATE_WORDS"]

# "incomplete" is vendor [SURI]; the other status words are assumed (portal-flows 6.5).
STATE_WORDS: Final[dict[State, LazyString]] = {
    State.PENDING: lazy_gettext("Pending"),
    State.DRAFT: lazy_gettext("Draft"),
    State.VALIDATING: lazy_gettext("Being checked"),
    State.ERRORS: lazy_gettext("Errors found"),
    State.INCOMPLETE: lazy_gettext("Incomplete"),
    State.COMPLETE: lazy_gettext("Ready to submit"),
    State.SUBMITTED: lazy_gettext("Submitted"),
    State.PAYMENT_PENDING: lazy_gettext("Payment in progress"),
    State.PART_PAID: lazy_gettext("Part-paid"),
    State.PAID: lazy_gettext("Paid"),
    State.SHORT_PAID: lazy_gettext("Short-paid"),
    State.REFUND_CLAIMED: lazy_gettext("Refund claimed"),
    State.CANCELLED: lazy_gettext("Cancelled"),
}
LINE_WORDS: Final[dict[Kind, LazyString]] = {
    "socso_employer": lazy_gettext("SOCSO, employer's share"),
    "socso_employee": lazy_gettext("SOCSO, employees' share"),
    "lindung": lazy_gettext("LINDUNG 24 JAM, employees' share"),
    "eis_employer": lazy_gettext("EIS, employer's share"),
    "eis_employee": lazy_gettext("EIS, employees' share"),
}
