"""Step C: what may be uploaded, how it is listed, and the forms to sign."""

import io
import re
import zipfile

import pytest
from pypdf import PdfReader

from mock_portal.registration import reviewing
from mock_portal.registration.entities import ENTITIES
from mock_portal.registration.errors import FileRefused
from mock_portal.registration.papers import PAPERS, needed
from mock_portal.registration.received_files import examine
from mock_portal.registration.states import Kind
from tests.mock_portal.browsing import Visitor
from tests.mock_portal.conftest import Portal
from tests.mock_portal.registration.filling import (
    CONFIRM,
    DECLARATION,
    DOCUMENTS,
    OF_A_COMPANY,
    fill_company,
    fill_representative,
    heading,
    upload,
    upload_all,
    verified,
)
from tests.mock_portal.registration.sample_documents import TOO_LARGE, jpg, pdf, png


@pytest.fixture
def applicant(portal: Portal) -> Visitor:
    """An applicant who has come to the documents."""
    visitor = portal.client()
    fill_company(visitor)
    fill_representative(visitor)
    return visitor


def archive() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("program.exe", b"MZ")
    return packed.getvalue()


@pytest.mark.parametrize(
    ("content", "name", "media_type"),
    [
        pytest.param(pdf(), "form.pdf", "application/pdf", id="a PDF"),
        pytest.param(png(), "scan.PNG", "image/png", id="a PNG with capitals"),
        pytest.param(jpg(), "photo.jpeg", "image/jpeg", id="a JPG with four letters"),
        pytest.param(pdf(), "Borang 1 v1.2.pdf", "application/pdf", id="a number with a point"),
        pytest.param(pdf(), "BAHARU SDN. BHD.pdf", "application/pdf", id="a point of an abbreviation"),
        pytest.param(
            pdf(), "scan 12.11.2026 Kedai Sdn.Bhd.pdf", "application/pdf", id="points without blanks behind"
        ),
        pytest.param(pdf(), "kedai.com.pdf", "application/pdf", id="an address of the Internet"),
        pytest.param(pdf(), "Ahmad.bin.pdf", "application/pdf", id="a name with points"),
        pytest.param(pdf(), "\u8eab\u4efd\u8bc1.pdf", "application/pdf", id="a Chinese name"),
        pytest.param(pdf() + b"\n" * 100, "form.pdf", "application/pdf", id="blank lines after its end"),
    ],
)
def test_a_document_is_known_by_its_content(content: bytes, name: str, media_type: str) -> None:
    assert examine(name, content).media_type == media_type


@pytest.mark.parametrize(
    ("size", "status"),
    [
        pytest.param(5_242_880, 200, id="5 MB as Windows counts"),
        pytest.param(5_242_881, 422, id="a byte more"),
    ],
)
def test_5_mb_are_those_that_windows_shows(applicant: Visitor, size: int, status: int) -> None:
    head, mark, tail = pdf().rpartition(b"%%EOF")
    content = head + b" " * (size - len(pdf())) + mark + tail

    answer = upload(applicant, "identity", content, "form.pdf")

    assert len(content) == size
    assert (answer.status_code, "Document added: form.pdf" in answer.text) == (status, status == 200)


@pytest.mark.parametrize(
    ("content", "name", "why"),
    [
        pytest.param(b"", "form.pdf", "empty", id="0 bytes"),
        pytest.param(pdf() + b" " * TOO_LARGE, "form.pdf", "too_large", id="6 MB"),
        pytest.param(pdf(), "form.exe.pdf", "double_ending", id="two endings"),
        pytest.param(pdf(), "form.HTML.pdf", "double_ending", id="two endings in capitals"),
        pytest.param(pdf(), "form.js .pdf", "double_ending", id="two endings with a blank between"),
        pytest.param(pdf(), "form.php.pdf", "double_ending", id="the ending of a script"),
        pytest.param(pdf(), "kedai.com.exe.pdf", "double_ending", id="two endings behind an address"),
        pytest.param(pdf(), "form.zip.pdf", "double_ending", id="the ending of an archive"),
        pytest.param(pdf(), "form.pdf.pdf", "double_ending", id="the same ending twice"),
        pytest.param(pdf(), "form.pdf.exe", "ending", id="two endings, the bad one last"),
        pytest.param(pdf(), "form", "ending", id="no ending"),
        pytest.param(pdf(), ".pdf", "ending", id="nothing but an ending"),
        pytest.param(pdf(), None, "ending", id="no name"),
        pytest.param(pdf(), "form.docx", "ending", id="another ending"),
        pytest.param(b"MZ\x90\x00" + b"\x00" * 500, "form.pdf", "content", id="a program"),
        pytest.param(archive(), "form.pdf", "content", id="an archive"),
        pytest.param(b"<html><script>alert(1)</script>", "form.pdf", "content", id="a page with a script"),
        pytest.param(png(), "form.pdf", "content", id="a picture called PDF"),
        pytest.param(pdf()[:60], "form.pdf", "content", id="half a PDF"),
        pytest.param(png()[:20], "scan.png", "content", id="half a PNG"),
        pytest.param(bytes(range(256)) * 20, "scan.jpg", "content", id="all bytes there are"),
        pytest.param("\u202e%PDF-1.4 %%EOF".encode(), "form.pdf", "content", id="marks before a PDF"),
    ],
)
def test_what_is_no_document_is_refused(content: bytes, name: str | None, why: str) -> None:
    with pytest.raises(FileRefused) as refusal:
        examine(name, content)

    assert refusal.value.why == why


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        pytest.param("C:\\Users\\siti\\form.pdf", "form.pdf", id="a path of Windows"),
        pytest.param("../../etc/form.pdf", "form.pdf", id="a path upwards"),
        pytest.param("gnp\u202efdp.pdf", "gnpfdp.pdf", id="right-to-left marks"),
        pytest.param('a"<b>:c|d?.pdf', "a__b__c_d_.pdf", id="signs that mean something"),
        pytest.param("x\x00\r\n.pdf", "x.pdf", id="line ends and zeros"),
        pytest.param("n" * 300 + ".pdf", "n" * 116 + ".pdf", id="300 letters"),
    ],
)
def test_a_document_keeps_a_name_that_is_safe(name: str, kept: str) -> None:
    assert examine(name, pdf()).name == kept


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        pytest.param(b"", "form.pdf", "The file is empty.", id="0 bytes"),
        pytest.param(pdf() + b" " * TOO_LARGE, "form.pdf", "This file is larger.", id="6 MB"),
        pytest.param(pdf(), "form.exe.pdf", "Rename it so that it has one", id="two endings"),
        pytest.param(b"MZ" * 50, "form.pdf", "save or scan it again", id="wrong content"),
        pytest.param(pdf(), "form.docx", "must end in .pdf, .jpg or .png", id="wrong ending"),
    ],
)
def test_a_refused_file_is_said_beside_its_field_and_the_rest_is_kept(
    applicant: Visitor, content: bytes, name: str, words: str
) -> None:
    answer = upload(applicant, "identity", content, name, remarks="Both sides")

    assert answer.status_code in {413, 422}
    assert words in answer.text.partition('id="file-error"')[2].partition("</p>")[0]
    assert '<option selected value="identity">' in answer.text
    assert 'value="Both sides"' in answer.text


def test_whoever_has_no_scripts_is_told_to_choose_the_file_again(applicant: Visitor) -> None:
    answer = upload(applicant, "identity", pdf(), "a.pdf", remarks="<b>")

    assert "Choose the file again" in answer.text.partition('id="file-error"')[2].partition("</p>")[0]
    assert "Remove these characters: &lt; &gt;" in answer.text


def test_a_script_that_uploads_is_told_the_same_as_json(applicant: Visitor) -> None:
    page = applicant.get(DOCUMENTS)
    as_script = {"Accept": "application/json"}

    refused = applicant.submit(page, {"kind": "identity", "file": (b"", "a.pdf")}, headers=as_script)
    taken = applicant.submit(page, {"kind": "identity", "file": (pdf(), "a.pdf")}, headers=as_script)

    empty = "The file is empty. Choose another file."
    error = refused.get_json()["error"]
    assert error["message"] == empty
    assert error["problems"] == [{"field": "file", "label": "Choose File", "message": empty}]
    assert taken.get_json() == {"next": DOCUMENTS}


def test_a_script_that_uploads_is_told_each_error_with_its_field(applicant: Visitor) -> None:
    typed = {"kind": "", "file": (pdf(), "a.pdf"), "remarks": "ok \U0001f600"}

    refused = applicant.submit(applicant.get(DOCUMENTS), typed, headers={"Accept": "application/json"})

    problems = refused.get_json()["error"]["problems"]
    assert [problem["field"] for problem in problems] == ["kind", "remarks"]
    assert problems[0]["message"] == "Select what the document is"
    assert problems[1]["message"].startswith("Remove these characters")


def test_a_body_that_was_not_read_is_answered_on_the_page(applicant: Visitor) -> None:
    answer = upload(applicant, "identity", b" " * 33_000_000, "huge.pdf")

    assert answer.status_code == 413
    assert heading(answer) == "Documents"
    assert "This file is larger." in answer.text


def test_the_table_lists_what_was_uploaded_and_remove_takes_it_away(applicant: Visitor) -> None:
    listed = upload(applicant, "identity", png(), "my card.png", remarks="Front side")

    removed = applicant.submit(listed, action="/remove")

    assert "my card.png" in listed.text
    assert "Front side" in listed.text
    assert "10/11/2026 09:00" in listed.text
    assert "my card.png" not in removed.text
    assert "Document removed." in removed.text


def test_an_eleventh_document_is_refused(applicant: Visitor) -> None:
    for number in range(10):
        upload(applicant, "other", name=f"page-{number}.pdf")

    answer = upload(applicant, "other", name="page-11.pdf")

    assert "There are 10 documents already. Remove one first." in answer.text


def test_what_is_missing_is_named_before_going_on(applicant: Visitor) -> None:
    upload(applicant, "identity")

    answer = applicant.submit(applicant.get(DOCUMENTS), button="Save & Continue")

    assert (
        "Upload these documents first: Portal ID enrolment form, signed; Borang 1 (employer), signed; "
        in answer.text
    )
    assert heading(answer) == "Documents"


def test_an_uploaded_document_comes_back_as_it_was_and_is_never_shown_in_the_page(applicant: Visitor) -> None:
    upload(applicant, "identity", png(), "card.png")

    with_bytes = applicant.get(f"{DOCUMENTS}/1")

    assert with_bytes.data == png()
    assert with_bytes.headers["Content-Disposition"] == "attachment; filename=card.png"
    assert with_bytes.headers["X-Content-Type-Options"] == "nosniff"


def test_another_visitor_cannot_see_it(portal: Portal, applicant: Visitor) -> None:
    upload(applicant, "identity", png(), "card.png")

    answer = portal.client().get(f"{DOCUMENTS}/1", follow_redirects=True)

    assert heading(answer) == "Portal ID Registration"


def test_the_officer_reads_the_same_bytes(portal: Portal) -> None:
    reference = verified(portal, portal.client())

    with portal.session() as session:
        seen = reviewing.read_application(session, reference)
        document = reviewing.read_document(session, reference, seen.documents[-1].id)

    assert document == reviewing.Document("stamp.png", "image/png", png())


@pytest.mark.parametrize("entity", [pytest.param(key, id=key) for key in ENTITIES])
def test_the_kind_of_business_decides_the_documents(entity: str) -> None:
    as_owner = needed(Kind.NEW_EMPLOYER, entity, "owner")
    as_representative = needed(Kind.NEW_EMPLOYER, entity, "representative")

    assert set(as_owner) <= set(PAPERS)
    assert set(ENTITIES[entity].documents) <= set(as_owner)
    assert as_representative == (*as_owner, "employer_letter")


@pytest.mark.parametrize("language", ["en", "ms"])
@pytest.mark.parametrize(
    ("name", "file"),
    [
        pytest.param("enrolment_form", "enrolment-form-PID-", id="enrolment form"),
        pytest.param("borang_1", "borang-1-PID-", id="Borang 1"),
        pytest.param("borang_2", "borang-2-PID-", id="Borang 2"),
    ],
)
def test_the_forms_to_sign_come_as_pdf_and_can_be_uploaded(
    portal: Portal, language: str, name: str, file: str
) -> None:
    visitor = portal.client(language=language)
    fill_company(visitor)
    fill_representative(visitor)

    form = visitor.get(f"/employer/register/forms/{name}.pdf")

    assert form.mimetype == "application/pdf"
    assert f"filename={file}" in form.headers["Content-Disposition"]
    assert examine(f"{name}.pdf", form.data).media_type == "application/pdf"


@pytest.mark.parametrize(
    ("language", "mock"),
    [
        pytest.param("en", "Mock form for testing. It is no form of PERKESO", id="english"),
        pytest.param("ms", "Borang olok-olok untuk ujian. Bukan borang PERKESO", id="malay"),
    ],
)
def test_a_form_says_what_was_typed_and_that_it_is_a_mock(portal: Portal, language: str, mock: str) -> None:
    visitor = portal.client(language=language)
    fill_company(visitor)
    fill_representative(visitor)

    form = visitor.get("/employer/register/forms/borang_1.pdf")

    words = " ".join(PdfReader(io.BytesIO(form.data)).pages[0].extract_text().split())
    for said in (mock, "BAHARU JAYA SDN. BHD.", "900101-14-5678", "43000 Kajang, Selangor", "PID-2026"):
        assert said in words


def test_a_form_that_there_is_not_is_not_found(applicant: Visitor) -> None:
    assert applicant.get("/employer/register/forms/borang_9.pdf").status_code == 404


def test_all_documents_open_the_way_to_the_declaration(applicant: Visitor) -> None:
    upload_all(applicant, OF_A_COMPANY)

    answer = applicant.submit(applicant.get(DOCUMENTS), button="Save & Continue")

    assert answer.request.path == DECLARATION


def test_the_declaration_says_what_is_missing_instead_of_offering_to_submit(applicant: Visitor) -> None:
    upload(applicant, "identity")

    declaration = applicant.get(DECLARATION)
    question = applicant.get(CONFIRM, follow_redirects=True)

    assert "Upload these documents first: Portal ID enrolment form, signed" in declaration.text
    assert [">Submit<" in declaration.text, "Proceed for Submission?" in declaration.text] == [False, False]
    assert "Upload these documents first: Portal ID enrolment form, signed" in question.text
    assert heading(question) == "Documents"


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        (
            "en",
            (
                "Portal ID Enrolment Form",
                "Borang 1: Registration of Employer",
                "Borang 2: Registration of Employees",
            ),
        ),
        (
            "ms",
            ("Borang Enrolmen ID Portal", "Borang 1: Pendaftaran Majikan", "Borang 2: Pendaftaran Pekerja"),
        ),
    ],
)
def test_the_forms_to_download_are_not_called_signed(
    portal: Portal, language: str, labels: tuple[str, ...]
) -> None:
    visitor = portal.client(language=language)
    fill_company(visitor)
    fill_representative(visitor)

    links = re.findall(r"download>([^<]*)</a>", visitor.get(DOCUMENTS).text)

    assert links == [f"{label} (PDF)" for label in labels]
