"""The printed receipt, as values for its template `receipt.typ`.

Facts: receipt no., date and time, employer, payer's bank, FPX Transaction ID, order no., records with months
and amounts, total; four of them official (PayNet), the rest assumed (portal-flows 7.4).
"""

from dataclasses import dataclass

from contributions import Language, T, format_sen
from mock_portal.documents import render
from mock_portal.payments.history import Payment
from mock_portal.payments.receipts import Receipt

__all__ = ["file_name", "print_receipts"]

TITLE = T("Receipt", "Resit")


@dataclass(frozen=True)
class _Fact:
    label: T
    value: object


@dataclass(frozen=True)
class _Row:
    what: T
    record: str
    months: str
    amount: str


@dataclass(frozen=True)
class _Sheet:
    title: T
    number: str
    subject: T
    facts: tuple[_Fact, ...]
    head: tuple[T, ...]
    rows: tuple[_Row, ...]
    total_label: T
    total: str


@dataclass(frozen=True)
class _Document:
    title: str
    sheets: tuple[_Sheet, ...]


def file_name(payment: Payment) -> str:
    """The name of the PDF: `receipt-PA20261110000003.pdf`, in both languages alike."""
    return f"receipt-{payment.number}.pdf"


def print_receipts(payment: Payment, *, language: Language) -> bytes:
    """The PDF of a payment's receipts, each on a sheet of its own."""
    document = _Document(
        title=", ".join(receipt.number for receipt in payment.receipts),
        sheets=tuple(_sheet(payment, receipt) for receipt in payment.receipts),
    )
    return render("receipt", document, language=language)


def _sheet(payment: Payment, receipt: Receipt) -> _Sheet:
    return _Sheet(
        title=TITLE,
        number=receipt.number,
        subject=receipt.title,
        facts=(
            _Fact(T("Date and time", "Tarikh dan masa"), receipt.issued_at),
            _Fact(T("Order No.", "No. Pesanan"), payment.number),
            _Fact(T("Employer Code", "Kod Majikan"), payment.employer_code),
            _Fact(T("FPX Transaction ID", "ID Transaksi FPX"), payment.fpx_id),
            _Fact(T("Employer Name", "Nama Majikan"), payment.employer_name),
            _Fact(T("Payer's bank", "Bank pembayar"), f"{payment.bank_name} ({payment.business_model})"),
        ),
        head=(
            T("Item", "Perkara"),
            T("ACR/ECR No.", "No. ACR/ECR"),
            T("Contribution Month", "Bulan Caruman"),
            T("Amount", "Jumlah"),
        ),
        rows=tuple(
            _Row(
                line.what,
                line.record,
                ", ".join(f"{month.month:02}/{month.year}" for month in line.months),
                format_sen(line.amount_sen),
            )
            for line in receipt.lines
        ),
        total_label=T("Total paid", "Jumlah dibayar"),
        total=format_sen(receipt.amount_sen),
    )
