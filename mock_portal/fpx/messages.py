"""The two messages of a payment: the merchant's request (AR) and the bank's answer (AC), as form fields.

Each is signed over its fields in the order of their names, joined by `|`, much as FPX does it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Self

from mock_portal.errors import PortalError
from mock_portal.fpx.business import BusinessModel
from mock_portal.fpx.codes import CODES
from mock_portal.fpx.signing import KeyRing, Party
from mock_portal.worlds.clock import MALAYSIA

__all__ = ["BadMessage", "BankAnswer", "PaymentRequest", "signed"]

SELLER_EXCHANGE: Final = "EX00MOCK"
SELLER: Final = "SE00MOCK"
VERSION: Final = "7.0"
CURRENCY: Final = "MYR"
SIGNATURE: Final = "fpx_checkSum"
_AMOUNT: Final = re.compile(r"([0-9]{1,9})\.([0-9]{2})")
_TIME: Final = "%Y%m%d%H%M%S"
_LONGEST_VALUE: Final = 400
_MODELS: Final = {model.token: model for model in BusinessModel}


class BadMessage(PortalError):
    """A message that lacks a field, is malformed, or was not signed by who it says.

    Attributes:
        problem: `malformed` or `signature`.
    """

    code = "fpx.bad_message"
    status = 400

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


@dataclass(frozen=True)
class PaymentRequest:
    """What the portal asks the bank for.

    Attributes:
        at: when the payer pressed Proceed, by the world's clock.
    """

    order_number: str
    amount_sen: int
    business_model: BusinessModel
    bank_code: str
    payer_email: str
    at: datetime

    def fields(self) -> dict[str, str]:
        """The message without its signature."""
        return {
            "fpx_msgType": "AR",
            "fpx_msgToken": self.business_model.token,
            "fpx_sellerExId": SELLER_EXCHANGE,
            "fpx_sellerId": SELLER,
            "fpx_sellerOrderNo": self.order_number,
            "fpx_sellerTxnTime": _written(self.at),
            "fpx_txnCurrency": CURRENCY,
            "fpx_txnAmount": _ringgit(self.amount_sen),
            "fpx_buyerEmail": self.payer_email,
            "fpx_buyerBankId": self.bank_code,
            "fpx_version": VERSION,
        }

    @classmethod
    def read(cls, form: Mapping[str, str], keys: KeyRing) -> Self:
        """The request that a form carries.

        Raises:
            BadMessage: it is malformed, or the portal did not sign it.
        """
        message = _verified(form, "AR", Party.PORTAL, keys)
        if message.text("fpx_sellerId") != SELLER or message.text("fpx_sellerExId") != SELLER_EXCHANGE:
            raise BadMessage("malformed")
        return cls(
            order_number=message.text("fpx_sellerOrderNo"),
            amount_sen=message.amount(),
            business_model=message.business_model(),
            bank_code=message.text("fpx_buyerBankId"),
            payer_email=message.text("fpx_buyerEmail"),
            at=message.moment("fpx_sellerTxnTime"),
        )


@dataclass(frozen=True)
class BankAnswer:
    """What became of a payment at the bank.

    Attributes:
        fpx_id: the FPX Transaction ID, 16 digits.
        code: one of `codes.CODES`.
        at: when the bank decided, by the world's clock.
    """

    order_number: str
    fpx_id: str
    amount_sen: int
    business_model: BusinessModel
    bank_code: str
    code: str
    at: datetime

    def fields(self) -> dict[str, str]:
        """The message without its signature."""
        return {
            "fpx_msgType": "AC",
            "fpx_msgToken": self.business_model.token,
            "fpx_sellerExId": SELLER_EXCHANGE,
            "fpx_sellerId": SELLER,
            "fpx_sellerOrderNo": self.order_number,
            "fpx_fpxTxnId": self.fpx_id,
            "fpx_fpxTxnTime": _written(self.at),
            "fpx_txnCurrency": CURRENCY,
            "fpx_txnAmount": _ringgit(self.amount_sen),
            "fpx_buyerBankId": self.bank_code,
            "fpx_debitAuthCode": self.code,
        }

    @classmethod
    def read(cls, form: Mapping[str, str], keys: KeyRing) -> Self:
        """The answer that a form carries.

        Raises:
            BadMessage: it is malformed, or the bank did not sign it.
        """
        message = _verified(form, "AC", Party.BANK, keys)
        if message.text("fpx_debitAuthCode") not in CODES:
            raise BadMessage("malformed")
        return cls(
            order_number=message.text("fpx_sellerOrderNo"),
            fpx_id=message.text("fpx_fpxTxnId"),
            amount_sen=message.amount(),
            business_model=message.business_model(),
            bank_code=message.text("fpx_buyerBankId"),
            code=message.text("fpx_debitAuthCode"),
            at=message.moment("fpx_fpxTxnTime"),
        )


def signed(fields: Mapping[str, str], party: Party, keys: KeyRing) -> dict[str, str]:
    """The fields of a message with the signature of who sends it."""
    return {**fields, SIGNATURE: keys.sign(party, canonical(fields))}


def canonical(fields: Mapping[str, str]) -> str:
    """The one text that a signature is made over: no two messages have the same."""
    parts = (f"{name}={value}" for name, value in sorted(fields.items()) if name != SIGNATURE)
    # Without escaping, "a|b" and "c" would sign like "a" and "b|c".
    return "|".join(part.replace("%", "%25").replace("|", "%7C") for part in parts)


@dataclass(frozen=True)
class _Message:
    fields: Mapping[str, str]

    def text(self, name: str) -> str:
        value = self.fields.get(name, "")
        if not value or len(value) > _LONGEST_VALUE:
            raise BadMessage("malformed")
        return value

    def amount(self) -> int:
        match = _AMOUNT.fullmatch(self.text("fpx_txnAmount"))
        if match is None or self.text("fpx_txnCurrency") != CURRENCY:
            raise BadMessage("malformed")
        return int(match[1]) * 100 + int(match[2])

    def business_model(self) -> BusinessModel:
        try:
            return _MODELS[self.text("fpx_msgToken")]
        except KeyError:
            raise BadMessage("malformed") from None

    def moment(self, name: str) -> datetime:
        try:
            return datetime.strptime(self.text(name), _TIME).replace(tzinfo=MALAYSIA)
        except ValueError:
            raise BadMessage("malformed") from None


def _verified(form: Mapping[str, str], kind: str, party: Party, keys: KeyRing) -> _Message:
    fields = {name: value for name, value in form.items() if name.startswith("fpx_") and name != SIGNATURE}
    if fields.get("fpx_msgType") != kind:
        raise BadMessage("malformed")
    if not keys.is_signed_by(party, canonical(fields), form.get(SIGNATURE, "")):
        raise BadMessage("signature")
    return _Message(fields)


def _ringgit(sen: int) -> str:
    return f"{sen // 100}.{sen % 100:02}"


def _written(moment: datetime) -> str:
    return moment.astimezone(MALAYSIA).strftime(_TIME)
