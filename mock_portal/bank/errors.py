"""What can go wrong at the bank, as types."""

from mock_portal.errors import PortalError

__all__ = ["NoSuchPayment", "NotTheApprover", "OrderReused", "PaymentIsOver", "WrongCredentials"]


class NoSuchPayment(PortalError):
    """No payment has this address."""

    code = "bank.no_such_payment"
    status = 404


class OrderReused(PortalError):
    """The merchant's order number came before, with another amount or bank."""

    code = "bank.order_reused"


class PaymentIsOver(PortalError):
    """The payment has its answer already, or its session has just ended; the answer was written."""

    code = "bank.payment_is_over"
    keeps_what_was_written = True


class WrongCredentials(PortalError):
    """User ID and password do not belong together; `left` says how many tries remain."""

    code = "bank.wrong_credentials"
    keeps_what_was_written = True

    def __init__(self, left: int) -> None:
        super().__init__(str(left))
        self.left = left


class NotTheApprover(PortalError):
    """The payment waits for somebody else's approval, or no longer waits."""

    code = "bank.not_the_approver"
    status = 404
    keeps_what_was_written = True
