"""Filling in the registration as an applicant does: answers that are good, and the walk through the steps."""

import re
from email.message import EmailMessage
from typing import Any

from werkzeug.test import TestResponse

from tests.mock_portal.browsing import Visitor
from tests.mock_portal.conftest import Portal
from tests.mock_portal.registration.sample_documents import pdf, png

START = "/employer/register"
COMPANY = f"{START}/company"
EXISTING = f"{START}/existing"
REPRESENTATIVE = f"{START}/representative"
DOCUMENTS = f"{START}/documents"
DECLARATION = f"{START}/declaration"
CONFIRM = f"{START}/confirm"
STATUS = f"{START}/status"
EMAIL = "siti@baharu.example"
NUMBER = "202401098765"

GOOD_COMPANY = {
    "entity": "company",
    "registration_no": NUMBER,
    "name": "Baharu Jaya Sdn. Bhd.",
    "sector": "J",
    "industry": "62",
    "first_employee": "01/11/2026",
    "address_1": "1 Jalan Baharu",
    "address_2": "",
    "address_3": "",
    "postcode": "43000",
    "state": "10",
    "city": "10/Kajang",
    "telephone": "03-8000 1234",
    "fax": "",
    "email": "office@baharu.example",
}
GOOD_REPRESENTATIVE = {
    "name": "Siti Contoh binti Teladan",
    "designation": "HR Manager",
    "id_type": "new_ic",
    "id_number": "900101-14-5678",
    "birth_date": "",
    "sex": "",
    "mobile": "012-345 6789",
    "email": EMAIL,
    "confirm_email": EMAIL,
    "acts_as": "owner",
}
OF_A_COMPANY = ("enrolment_form", "borang_1", "borang_2", "identity", "ssm_certificate", "company_profile")


def heading(answer: TestResponse) -> str:
    return answer.text.partition("<h1>")[2].partition("</h1>")[0]


def fill_company(visitor: Visitor, **other: str) -> TestResponse:
    return visitor.submit(visitor.get(COMPANY), GOOD_COMPANY | other, button=_save(visitor))


def fill_representative(visitor: Visitor, **other: str) -> TestResponse:
    return visitor.submit(visitor.get(REPRESENTATIVE), GOOD_REPRESENTATIVE | other, button=_save(visitor))


def upload(
    visitor: Visitor, kind: str, content: bytes | None = None, name: str = "scan.pdf", **other: Any
) -> TestResponse:
    fields = {"kind": kind, "file": (pdf() if content is None else content, name), **other}
    return visitor.submit(visitor.get(DOCUMENTS), fields)


def upload_all(visitor: Visitor, kinds: tuple[str, ...] = OF_A_COMPANY) -> None:
    page = visitor.get(DOCUMENTS)
    for kind in kinds:
        sent = visitor.submit(page, {"kind": kind, "file": (pdf(), "scan.pdf")}, follow_redirects=False)
        assert sent.status_code == 303
    upload(visitor, "other", png(), "stamp.png", remarks="Cop majikan")


def declare(visitor: Visitor) -> TestResponse:
    question = visitor.submit(visitor.get(DECLARATION), {"declared": "y"})
    return visitor.submit(question, button="Sahkan" if visitor.language == "ms" else "Confirm")


def fill_all(visitor: Visitor) -> TestResponse:
    """Steps A to D of a new employer; the answer is the page with the reference number."""
    fill_company(visitor)
    fill_representative(visitor)
    upload_all(visitor)
    return declare(visitor)


def reference_on(page: TestResponse) -> str:
    found = re.search(r"PID-\d{8}-\d{5}", page.text)
    assert found is not None, page.text
    return found[0]


def text_of(mail: EmailMessage) -> str:
    body = mail.get_body(("plain",))
    assert body is not None
    content: str = body.get_content()
    return content


def link_in(mail: EmailMessage) -> str:
    found = re.search(r"http\S+", text_of(mail))
    assert found is not None
    return found[0]


def verified(portal: Portal, visitor: Visitor) -> str:
    """A whole application that an officer can open; the answer is its reference."""
    reference = reference_on(fill_all(visitor))
    page = visitor.get(link_in(portal.mail()[-1]))
    done = visitor.submit(page, button="Sahkan" if visitor.language == "ms" else "Verify")
    assert done.status_code == 200
    return reference


def _save(visitor: Visitor) -> str:
    return "Simpan & Seterusnya" if visitor.language == "ms" else "Save & Continue"
