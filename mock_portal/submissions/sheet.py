"""The printed ACR or ECR, as values for its template (portal-flows 6.5; what it shows is assumed)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from contributions import Language, T, YearMonth, format_sen
from mock_portal.documents import code128, render
from mock_portal.submissions.payables import Kind, Payable
from mock_portal.submissions.states import State

__all__ = ["EmployerFacts", "MonthTotals", "file_name", "print_records"]

MonthTotals = Mapping[YearMonth, Mapping[str, int]]
"""What each month of a submission adds to each line, in sen."""

TITLES: Final = {
    "ACR": T("Contribution record, SOCSO (ACR)", "Rekod caruman PERKESO (ACR)"),
    "ECR": T("Contribution record, EIS (ECR)", "Rekod caruman SIP (ECR)"),
}
LINES: Final[dict[Kind, T]] = {
    "socso_employer": T("SOCSO, employer's share (Act 4)", "PERKESO, syer majikan (Akta 4)"),
    "socso_employee": T("SOCSO, employees' share (Act 4)", "PERKESO, syer pekerja (Akta 4)"),
    "lindung": T("LINDUNG 24 JAM, employees' share", "LINDUNG 24 JAM, syer pekerja"),
    "eis_employer": T("EIS, employer's share (Act 800)", "SIP, syer majikan (Akta 800)"),
    "eis_employee": T("EIS, employees' share (Act 800)", "SIP, syer pekerja (Akta 800)"),
}
STATUSES: Final = {
    State.SUBMITTED: T("Submitted, not paid yet", "Telah dihantar, belum dibayar"),
    State.PAYMENT_PENDING: T("Payment in progress", "Bayaran sedang diproses"),
    State.PAID: T("Paid", "Telah dibayar"),
    State.CANCELLED: T("Cancelled", "Dibatalkan"),
}


@dataclass(frozen=True)
class EmployerFacts:
    """What a record says of the employer."""

    code: str
    name: str
    ssm_number: str


@dataclass(frozen=True)
class _Fact:
    label: T
    value: object


@dataclass(frozen=True)
class _Sheet:
    title: T
    number: str
    bars: str
    facts: tuple[_Fact, ...]
    head: tuple[T, ...]
    rows: tuple[_Fact, ...]
    total_label: T
    total: str
    month_title: T
    month_head: tuple[T, ...]
    month_rows: tuple[tuple[object, ...], ...]
    notes: tuple[T, ...]


@dataclass(frozen=True)
class _Document:
    title: str
    sheets: tuple[_Sheet, ...]


def file_name(payables: Sequence[Payable]) -> str:
    """The name of the PDF: `ACR-000000000123-2026-10.pdf`; of several months the first is named."""
    first = payables[0]
    schemes = "-".join(payable.scheme for payable in payables)
    return f"{schemes}-{first.number.removeprefix(first.scheme)}-{first.months[0]}.pdf"


def print_records(
    payables: Sequence[Payable], *, employer: EmployerFacts, totals: MonthTotals, language: Language
) -> bytes:
    """The PDF of one or more records of a submission, each on a sheet of its own."""
    document = _Document(
        title=", ".join(payable.number for payable in payables),
        sheets=tuple(_sheet(payable, employer, totals) for payable in payables),
    )
    return render("record", document, language=language)


def _sheet(payable: Payable, employer: EmployerFacts, totals: MonthTotals) -> _Sheet:
    return _Sheet(
        title=TITLES[payable.scheme],
        number=payable.number,
        bars=code128(payable.number),
        facts=_facts(payable, employer),
        head=(T("Item", "Perkara"), T("Amount", "Jumlah")),
        rows=tuple(_Fact(LINES[line.kind], format_sen(line.amount_sen)) for line in payable.lines),
        total_label=T("Amount payable", "Jumlah perlu dibayar"),
        total=format_sen(payable.amount_sen),
        month_title=T("By contribution month", "Mengikut bulan caruman"),
        month_head=(T("Contribution month", "Bulan caruman"), T("Amount", "Jumlah")),
        month_rows=_month_rows(payable, totals),
        notes=_notes(payable),
    )


def _month_rows(payable: Payable, totals: MonthTotals) -> tuple[tuple[object, ...], ...]:
    """What each month adds; nothing where there is one month, whose figures stand above already."""
    if len(totals) == 1:
        return ()
    kinds = [line.kind for line in payable.lines]
    return tuple((month, format_sen(sum(parts[kind] for kind in kinds))) for month, parts in totals.items())


def _facts(payable: Payable, employer: EmployerFacts) -> tuple[_Fact, ...]:
    months = ", ".join(f"{month.month:02}/{month.year}" for month in payable.months)
    facts = (
        _Fact(T("Employer Code", "Kod Majikan"), employer.code),
        _Fact(T("Employer Name", "Nama Majikan"), employer.name),
        _Fact(T("MyCoID / SSM Number", "Nombor MyCoID / SSM"), employer.ssm_number or "-"),
        _Fact(T("Contribution Month", "Bulan Caruman"), months),
        _Fact(T("Received Date", "Tarikh Diterima"), payable.received_at),
        _Fact(T("Employees", "Bilangan Pekerja"), payable.heads),
        _Fact(T("Due Date", "Tarikh Akhir Bayaran"), min(payable.months).due_date),
        _Fact(T("Payment Status", "Status Bayaran"), STATUSES[payable.status]),
    )
    paid = () if payable.paid_at is None else (_Fact(T("Paid on", "Dibayar pada"), payable.paid_at),)
    return facts + paid


def _notes(payable: Payable) -> tuple[T, ...]:
    notes = []
    if payable.status is State.SUBMITTED:
        notes.append(
            T(
                "Pay through Payment in the portal. A bank counter cannot take this record: it is made for "
                "testing.",
                "Bayar melalui Bayaran di portal. Kaunter bank tidak boleh menerima rekod ini kerana ia "
                "dibuat untuk ujian.",
            )
        )
    if payable.scheme == "ACR":
        notes.append(
            T(
                "LINDUNG 24 JAM is paid by the employees alone and is collected with this record.",
                "LINDUNG 24 JAM dibayar oleh pekerja sahaja dan dikutip bersama rekod ini.",
            )
        )
    return tuple(notes)
