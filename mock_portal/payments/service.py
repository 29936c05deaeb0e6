"""What the other capabilities ask of payments."""

from mock_portal.payments.answers import Heard, Via, hear, requery
from mock_portal.payments.cart import Buyer, Unpaid, cart, unpaid
from mock_portal.payments.history import Case, Payment, all_cases, all_payments, get_payment, history
from mock_portal.payments.orders import NotSent, not_sent
from mock_portal.payments.receipts import Receipt, ReceiptLine
from mock_portal.payments.states import State

__all__ = [
    "Buyer",
    "Case",
    "Heard",
    "NotSent",
    "Payment",
    "Receipt",
    "ReceiptLine",
    "State",
    "Unpaid",
    "Via",
    "all_cases",
    "all_payments",
    "cart",
    "get_payment",
    "hear",
    "history",
    "not_sent",
    "requery",
    "unpaid",
]
