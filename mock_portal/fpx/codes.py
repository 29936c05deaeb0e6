"""The codes of a bank's answer: what happened, and what the payer does next, in both languages.

Codes look like those of FPX; which of them this bank sends is assumed (portal-flows 7.2).
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from contributions import T

__all__ = ["CODES", "Code", "Outcome", "get_code"]


class Outcome(StrEnum):
    """What an answer means for the money."""

    APPROVED = "approved"
    PENDING = "pending"
    DECLINED = "declined"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


@dataclass(frozen=True)
class Code:
    """One code of an answer.

    Attributes:
        reason: what happened, a sentence.
        mend: what the payer does next, a sentence.
    """

    code: str
    outcome: Outcome
    reason: T
    mend: T


_PAY_AGAIN: Final = T(
    "Your records are back in the cart. Pay again when you are ready.",
    "Rekod anda telah kembali ke dalam troli. Bayar semula apabila anda bersedia.",
)
APPROVED: Final = Code(
    "00",
    Outcome.APPROVED,
    T("The bank approved the payment.", "Bank telah meluluskan bayaran."),
    T("Keep the receipt.", "Simpan resit."),
)
PENDING_AUTHORISATION: Final = Code(
    "99",
    Outcome.PENDING,
    T(
        "Your company's approver must authorise the payment at the bank within 7 days.",
        "Pengesah syarikat anda perlu meluluskan bayaran di bank dalam masa 7 hari.",
    ),
    T(
        "Tell your approver. Do not pay these records again meanwhile.",
        "Maklumkan kepada pengesah anda. Jangan bayar rekod ini sekali lagi buat masa ini.",
    ),
)
INSUFFICIENT_FUNDS: Final = Code(
    "51",
    Outcome.DECLINED,
    T("The account does not hold enough money.", "Baki akaun tidak mencukupi."),
    T(
        "Your records are back in the cart. Put money into the account, or pay from another one.",
        "Rekod anda telah kembali ke dalam troli. Tambah wang ke dalam akaun, atau bayar dari akaun lain.",
    ),
)
LIMIT_EXCEEDED: Final = Code(
    "48",
    Outcome.DECLINED,
    T(
        "The amount is above your own limit at the bank.",
        "Jumlah bayaran melebihi had anda sendiri di bank.",
    ),
    T(
        "Your records are back in the cart. Raise the limit at your bank, or pay fewer records at a time.",
        "Rekod anda telah kembali ke dalam troli. Naikkan had di bank anda, "
        "atau kurangkan rekod bagi setiap bayaran.",
    ),
)
WRONG_CREDENTIALS: Final = Code(
    "1B",
    Outcome.DECLINED,
    T(
        "The user ID or password at the bank was wrong three times.",
        "ID pengguna atau kata laluan di bank salah sebanyak tiga kali.",
    ),
    T(
        "Your records are back in the cart. Check your bank user ID and password, then pay again.",
        "Rekod anda telah kembali ke dalam troli. Semak ID pengguna dan kata laluan bank anda, "
        "kemudian bayar semula.",
    ),
)
CANCELLED_BEFORE_LOGIN: Final = Code(
    "1C",
    Outcome.CANCELLED,
    T(
        "The payment was cancelled before log-in at the bank.",
        "Bayaran dibatalkan sebelum log masuk di bank.",
    ),
    _PAY_AGAIN,
)
CANCELLED: Final = Code(
    "1F",
    Outcome.CANCELLED,
    T("The payment was cancelled at the bank.", "Bayaran dibatalkan di bank."),
    _PAY_AGAIN,
)
TIMED_OUT: Final = Code(
    "1A",
    Outcome.DECLINED,
    T(
        "The session at the bank ended before the payment was approved.",
        "Sesi di bank tamat sebelum bayaran diluluskan.",
    ),
    T(
        "Your records are back in the cart. Pay again, and finish at the bank within 10 minutes.",
        "Rekod anda telah kembali ke dalam troli. Bayar semula, dan selesaikan di bank dalam masa 10 minit.",
    ),
)
NOT_FOUND: Final = Code(
    "76",
    Outcome.DECLINED,
    T("The payment never reached the bank.", "Bayaran tidak sampai ke bank."),
    _PAY_AGAIN,
)
REJECTED: Final = Code(
    "57",
    Outcome.DECLINED,
    T("Your company's approver rejected the payment.", "Pengesah syarikat anda telah menolak bayaran."),
    T(
        "Your records are back in the cart. Ask your approver why, then pay again.",
        "Rekod anda telah kembali ke dalam troli. Tanya pengesah anda sebabnya, kemudian bayar semula.",
    ),
)
AUTHORISATION_EXPIRED: Final = Code(
    "1X",
    Outcome.EXPIRED,
    T(
        "Nobody authorised the payment at the bank within 7 days.",
        "Tiada sesiapa meluluskan bayaran di bank dalam masa 7 hari.",
    ),
    T(
        "Your records are back in the cart. Pay again, and let your approver know.",
        "Rekod anda telah kembali ke dalam troli. Bayar semula, dan maklumkan kepada pengesah anda.",
    ),
)

CODES: Final = {
    code.code: code
    for code in (
        APPROVED,
        PENDING_AUTHORISATION,
        INSUFFICIENT_FUNDS,
        LIMIT_EXCEEDED,
        WRONG_CREDENTIALS,
        CANCELLED_BEFORE_LOGIN,
        CANCELLED,
        TIMED_OUT,
        NOT_FOUND,
        REJECTED,
        AUTHORISATION_EXPIRED,
    )
}


def get_code(code: str) -> Code:
    """The meaning of a code.

    Raises:
        KeyError: no answer of this bank carries it.
    """
    return CODES[code]
