"""An employer who does not exist, as an applicant: answers, papers, and the first month's file."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from playwright.sync_api import FilePayload

from contributions import Group, Person, Record, YearMonth, compute, write
from harness.pages.registration_answers import CompanyAnswers, Paper, RepresentativeAnswers

__all__ = [
    "SPECIMEN_COMPANY",
    "SPECIMEN_PAPERS",
    "SPECIMEN_REPRESENTATIVE",
    "specimen_pdf",
    "write_first_month",
]

_WORDS: Final = "Specimen for a mock portal. Nobody's papers."
# What a company whose owner applies has to send (portal-flows 2.2, step C).
_KINDS: Final = (
    *("enrolment_form", "borang_1", "borang_2"),
    *("identity", "ssm_certificate", "company_profile"),
)


@dataclass(frozen=True, slots=True)
class _Employee:
    identity_number: str
    name: str
    wage: int
    born: date


_EMPLOYEES: Final = (
    _Employee("900101145678", "AMINAH BINTI CONTOH", 325_000, date(1990, 1, 1)),
    _Employee("850615105533", "TAN CONTOH MING", 412_050, date(1985, 6, 15)),
)

SPECIMEN_COMPANY: Final = CompanyAnswers(
    registration_no="202401098765",
    name="Baharu Jaya Sdn. Bhd.",
    sector="J",
    industry="62",
    first_employee=date(2026, 10, 12),
    address="1 Jalan Baharu",
    postcode="43000",
    telephone="03-8000 1234",
    email="office@baharu.example",
)
SPECIMEN_REPRESENTATIVE: Final = RepresentativeAnswers(
    name="Siti Contoh binti Teladan",
    designation="HR Manager",
    identity_number="900101-14-5678",
    mobile="012-345 6789",
    email="siti@baharu.example",
)


def write_first_month(path: Path, *, employer_code: str, month: YearMonth) -> Path:
    """Write the contribution file of two employees for an employer that has just got its code."""
    records = []
    for employee in _EMPLOYEES:
        due = compute(employee.wage, month=month, person=Person(group=Group.LOCAL, born=employee.born))
        records.append(
            Record(
                employer_code=employer_code,
                ssm_number=SPECIMEN_COMPANY.registration_no,
                identity_number=employee.identity_number,
                name=employee.name,
                month=month,
                wage=employee.wage,
                socso_employer=due.socso_employer,
                socso_employee=due.socso_employee,
                eis_employer=due.eis_employer,
                eis_employee=due.eis_employee,
                lindung=due.lindung,
            )
        )
    path.parent.mkdir(parents=True, exist_ok=True)
    write(records, path)
    return path


def specimen_pdf(words: str) -> bytes:
    """A PDF of one page with one line of ASCII."""
    stream = f"BT /F1 14 Tf 60 760 Td ({words}) Tj ET".encode("ascii")
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
            b" /Resources << /Font << /F1 5 0 R >> >> >>"
        ),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(body))
    return body + head + table + tail


SPECIMEN_PAPERS: Final = tuple(
    Paper(kind, FilePayload(name=f"{kind}.pdf", mimeType="application/pdf", buffer=specimen_pdf(_WORDS)))
    for kind in _KINDS
)
