"""What can go wrong on the way from a record to its receipt, as types."""

from mock_portal.errors import PortalError
from mock_portal.fpx.business import BusinessModel

__all__ = [
    "AlreadyInPayment",
    "AmountOutsideLimits",
    "AnswerRefused",
    "BankOffline",
    "CartIsEmpty",
    "NoSuchEmployer",
    "NoSuchOrder",
    "NotInList",
    "NotPaid",
    "OrderIsOver",
    "SentToAnotherBank",
]


class NotInList(PortalError):
    """A record that is not among the unpaid ones of this employer (any more)."""

    code = "payments.not_in_list"


class AlreadyInPayment(PortalError):
    """A record is being paid by another order; `order_number` and `record` say which."""

    code = "payments.already_in_payment"

    def __init__(self, record: str, order_number: str) -> None:
        super().__init__(f"{record} in {order_number}")
        self.record = record
        self.order_number = order_number


class CartIsEmpty(PortalError):
    """Continue was pressed with nothing in the cart."""

    code = "payments.cart_is_empty"


class NoSuchEmployer(PortalError):
    """The employer is not one of this user's."""

    code = "payments.no_such_employer"
    status = 404


class NoSuchOrder(PortalError):
    """No payment of this number belongs to the employers of this user."""

    code = "payments.no_such_order"
    status = 404


class OrderIsOver(PortalError):
    """The payment has gone too far for this: it was sent to the bank, or it is settled."""

    code = "payments.order_is_over"


class SentToAnotherBank(PortalError):
    """The order was sent before, to another bank than the one chosen now: in a second tab, say."""

    code = "payments.sent_to_another_bank"


class BankOffline(PortalError):
    """The bank cannot be chosen: it is offline, or not in the list."""

    code = "payments.bank_offline"


class AmountOutsideLimits(PortalError):
    """The amount is below the least or above the most of a business model (portal-flows 7.2)."""

    code = "payments.amount_outside_limits"

    def __init__(self, model: BusinessModel, amount_sen: int, limit_sen: int, *, too_much: bool) -> None:
        super().__init__(f"{amount_sen} against {limit_sen} of {model}")
        self.model = model
        self.amount_sen = amount_sen
        self.limit_sen = limit_sen
        self.too_much = too_much


class NotPaid(PortalError):
    """There is no receipt: the payment did not succeed (yet)."""

    code = "payments.not_paid"
    status = 404


class AnswerRefused(PortalError):
    """A message of the bank that cannot be believed. Nothing changed but the reconciliation case.

    Attributes:
        case_id: the number of that case.
        kind: `malformed`, `signature`, `unknown_order`, `amount` or `not_expected`.
    """

    code = "payments.answer_refused"
    status = 400
    keeps_what_was_written = True

    def __init__(self, case_id: int, kind: str) -> None:
        super().__init__(kind)
        self.case_id = case_id
        self.kind = kind
