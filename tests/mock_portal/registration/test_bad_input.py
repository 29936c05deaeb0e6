"""Every field of every form, and what it must not take: said beside the field, what was typed is kept."""

import html
import io
import re

import pytest
from werkzeug.test import TestResponse

from tests.mock_portal.browsing import Visitor, forms, parse, words
from tests.mock_portal.conftest import Portal
from tests.mock_portal.registration.filling import (
    COMPANY,
    DOCUMENTS,
    EXISTING,
    GOOD_COMPANY,
    GOOD_REPRESENTATIVE,
    NUMBER,
    REPRESENTATIVE,
    START,
    STATUS,
    fill_all,
    fill_company,
    fill_representative,
    heading,
)
from tests.mock_portal.registration.sample_documents import pdf

LANGUAGES = ("en", "ms")
SCRIPT = "<script>alert(1)</script>"
EMOJI = "Baharu \U0001f600"
RIGHT_TO_LEFT = "Baharu \u202egnp.exe"
EMPTY = {"empty": "", "blanks": "   "}
TEXTS = {"too long": "x" * 300, "script": SCRIPT, "emoji": EMOJI, "right-to-left marks": RIGHT_TO_LEFT}
A_NAME = {
    **EMPTY,
    **TEXTS,
    "no letter": "01/01/1900",
    "no letter 2": "-1",
    "no letter 3": "\uff11\uff12\uff13",  # full-width digits
    "no letter 4": "\u0661\u0662\u0663",  # Arabic digits
}
A_CHOICE = {
    "empty": "",
    "script": SCRIPT,
    "emoji": EMOJI,
    "right-to-left marks": RIGHT_TO_LEFT,
    "shape": "zzz",
}
A_PHONE = {**TEXTS, "shape": "call me", "shape 2": "03", "shape 3": "0" * 40, "tomorrow": "0000000"}
AN_EMAIL = {**EMPTY, **TEXTS, "shape": "siti", "shape 2": "a@b@c.example", "shape 3": "a b@c.example"}
A_DAY = {
    **TEXTS,
    "shape": "tomorrow",
    "shape 2": "31/02/2026",
    "shape 3": "2026-02-01",
    "in 1900": "01/01/1900",
}

Table = dict[str, dict[str, str]]
# Field -> what is wrong -> the value. All fields that are wrong in one way are sent together.
COMPANY_FIELDS: Table = {
    "entity": A_CHOICE,
    "registration_no": {
        **EMPTY,
        **TEXTS,
        "shape 2": "202499098765",
        "shape 3": "20240109876",
        "tomorrow": "203001098765",
    },
    "name": {**A_NAME, "shape": "B" * 151},
    "sector": A_CHOICE,
    "industry": {**A_CHOICE, "shape 2": "01"},  # of another sector
    "first_employee": {**EMPTY, **A_DAY, "tomorrow": "11/11/2026"},
    "address_1": A_NAME,
    "address_2": TEXTS,
    "address_3": TEXTS,
    "postcode": {**EMPTY, **TEXTS, "shape": "4300", "shape 2": "KAJAN", "shape 3": "\u0664" * 5},
    "state": {**A_CHOICE, "shape 3": "17"},
    "city": {**A_CHOICE, "shape 2": "01/Johor Bahru"},  # of another state
    "telephone": {**EMPTY, **A_PHONE},
    "fax": A_PHONE,
    "email": AN_EMAIL,
}
REPRESENTATIVE_FIELDS: Table = {
    "name": A_NAME,
    "designation": {**A_NAME, "shape": "M" * 81},
    "id_type": {name: value for name, value in A_CHOICE.items() if name != "shape"},
    "id_number": {
        **EMPTY,
        **TEXTS,
        "shape": "90010114567",
        "shape 2": "901301145678",
        "shape 3": "990230145678",  # 30 February
        "tomorrow": "150101145678",  # a child's
    },
    "birth_date": {**A_DAY, "tomorrow": "01/01/2020"},  # a child's
    "sex": {"script": SCRIPT, "shape": "zzz"},
    "mobile": {**EMPTY, **A_PHONE},
    "email": AN_EMAIL,
    "confirm_email": {**AN_EMAIL, "tomorrow": "other@baharu.example"},  # two different e-mails
    "acts_as": A_CHOICE,
}
FORMS: dict[str, tuple[dict[str, str], Table]] = {
    COMPANY: (GOOD_COMPANY, COMPANY_FIELDS),
    REPRESENTATIVE: (GOOD_REPRESENTATIVE, REPRESENTATIVE_FIELDS),
    START: ({"kind": "new"}, {"kind": A_CHOICE}),
    EXISTING: (
        {"employer_code": "B3200000123X", "registration_no": "202301012345"},
        {"employer_code": {**EMPTY, **TEXTS}, "registration_no": {**EMPTY, **TEXTS}},
    ),
    STATUS: (
        {"reference": "PID-20261110-00001", "email": "siti@baharu.example"},
        {"reference": {**EMPTY, **TEXTS}, "email": AN_EMAIL},
    ),
    DOCUMENTS: ({"kind": "identity", "remarks": ""}, {"kind": A_CHOICE, "remarks": TEXTS}),
}


def ways(path: str) -> list[str]:
    """The ways in which fields of a form can be wrong."""
    return list(dict.fromkeys(way for bad in FORMS[path][1].values() for way in bad))


def prepare(visitor: Visitor, path: str) -> TestResponse:
    if path in {REPRESENTATIVE, DOCUMENTS}:
        fill_company(visitor)
    if path == DOCUMENTS:
        fill_representative(visitor)
    return visitor.get(path)


def send(visitor: Visitor, page: TestResponse, fields: dict[str, str]) -> TestResponse:
    form = next(form for form in forms(page) if set(fields) <= form.fields)
    data: dict[str, object] = {**form.values.to_dict(), **fields}
    if form.multipart:
        data["file"] = (io.BytesIO(pdf()), "scan.pdf")
    kind = "multipart/form-data" if form.multipart else None
    return visitor.post(form.action, data=data, content_type=kind, follow_redirects=True)


def error_beside(page: TestResponse, field: str) -> str:
    return page.text.partition(f'id="{field}-error"')[2].partition("</span>")[2].partition("</p>")[0].strip()


@pytest.mark.parametrize("path", [pytest.param(path, id=path.rpartition("/")[2]) for path in FORMS])
def test_what_a_field_does_not_take_is_said_beside_it_in_both_languages(portal: Portal, path: str) -> None:
    good, fields = FORMS[path]
    unsaid, said = [], {}
    for language in LANGUAGES:
        visitor = portal.client(language=language)
        page = prepare(visitor, path)
        for way in ways(path):
            bad = {field: values[way] for field, values in fields.items() if way in values}

            answer = send(visitor, page, good | bad)

            said[way, language] = {field: error_beside(answer, field) for field in bad}
            unsaid += [(way, field) for field, words in said[way, language].items() if not words]
            unsaid += [(f"link: {way}", field) for field in bad if f'href="#{field}' not in answer.text]
            assert heading(answer) == heading(page), way
            assert answer.status_code == 422, way

    alike = [
        (way, field)
        for way in ways(path)
        for field, words in said[way, "en"].items()
        if words == said[way, "ms"][field]
    ]
    assert (unsaid, alike) == ([], [])


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        pytest.param(COMPANY, {"telephone": "call me"}, id="company"),
        pytest.param(REPRESENTATIVE, {"mobile": "call me"}, id="representative"),
        pytest.param(EXISTING, {"registration_no": "999999999999"}, id="existing"),
        pytest.param(STATUS, {"reference": "PID-20261110-99999"}, id="status"),
    ],
)
def test_what_was_typed_is_kept_when_one_field_is_wrong(
    portal: Portal, path: str, wrong: dict[str, str]
) -> None:
    visitor = portal.client()
    typed = FORMS[path][0] | wrong

    answer = send(visitor, prepare(visitor, path), typed)

    shown = next(form for form in forms(answer) if set(typed) <= form.fields)
    assert {name: shown.values[name] for name in typed} == typed


@pytest.mark.parametrize(
    "email",
    [
        pytest.param("aminah@contoh-maju.example", id="a Portal ID's"),
        pytest.param("LIM@TELADAN.example", id="a Portal ID's in capitals"),
    ],
)
def test_an_email_in_use_is_refused(portal: Portal, email: str) -> None:
    visitor = portal.client()
    fill_company(visitor)

    answer = fill_representative(visitor, email=email, confirm_email=email)

    assert error_beside(answer, "email").startswith("This email address belongs to a Portal ID")


def test_an_email_of_an_open_application_is_refused(portal: Portal) -> None:
    fill_all(portal.client())
    other = portal.client()
    fill_company(other, registration_no="202401011111")

    answer = fill_representative(other)

    assert error_beside(answer, "email").startswith("This email address belongs to a Portal ID")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        pytest.param(NUMBER, "An application with this number is open already.", id="of an open application"),
        pytest.param(
            "2023 0101 2345", "This number is of an employer that is registered", id="of an employer"
        ),
    ],
)
def test_a_number_in_use_is_refused(portal: Portal, number: str, words: str) -> None:
    fill_all(portal.client())

    answer = fill_company(portal.client(), registration_no=number)

    assert error_beside(answer, "registration_no").startswith(words)


@pytest.mark.parametrize("name", ["\u8eab\u4efd\u8bc1", "99 Speedmart", "\u0645 1"])
def test_a_name_in_any_script_is_taken(portal: Portal, name: str) -> None:
    assert heading(fill_company(portal.client(), name=name, address_1=name)) == "Representative"


def test_the_number_of_the_example_is_nobodys(portal: Portal) -> None:
    visitor = portal.client()

    told = error_beside(fill_company(visitor, registration_no="123"), "registration_no")
    (example,) = re.findall(r"\d{12}", told)

    assert heading(fill_company(visitor, registration_no=example)) == "Representative"


def test_what_is_wrong_is_shown_again_as_it_was_typed(portal: Portal) -> None:
    visitor = portal.client()

    answer = send(visitor, visitor.get(COMPANY), GOOD_COMPANY | {"name": SCRIPT})

    assert f'value="{html.escape(SCRIPT)}"' in answer.text
    assert SCRIPT not in answer.text
    assert "Remove these characters: &lt; &gt;" in answer.text


@pytest.mark.parametrize("path", [COMPANY, REPRESENTATIVE])
def test_no_field_cuts_what_is_typed_without_a_word(portal: Portal, path: str) -> None:
    visitor = portal.client()
    fill_company(visitor)

    assert "maxlength" not in visitor.get(path).text


def test_a_field_that_other_papers_need_is_not_called_optional(portal: Portal) -> None:
    visitor = portal.client()
    fill_company(visitor)

    page = visitor.get(REPRESENTATIVE).text

    assert "(optional)" not in page
    assert page.count("Needed unless it is a new IC.") == 2


@pytest.mark.parametrize(
    ("entity", "is_required", "is_optional"),
    [
        pytest.param("", False, False, id="not chosen yet"),
        pytest.param("company", True, False, id="company"),
        pytest.param("domestic", False, True, id="household"),
    ],
)
def test_a_registration_number_is_required_of_whom_it_is_asked(
    portal: Portal, entity: str, *, is_required: bool, is_optional: bool
) -> None:
    visitor = portal.client()

    answer = send(visitor, visitor.get(COMPANY), {"entity": entity, "name": ""})

    (field,) = [e for e in parse(answer.text).iter("input") if e.get("id") == "registration_no"]
    (label,) = [e for e in parse(answer.text).iter("label") if e.get("for") == "registration_no"]
    assert (field.get("required") is not None, "(optional)" in words(label)) == (is_required, is_optional)


def test_all_that_is_wrong_is_said_at_once(portal: Portal) -> None:
    visitor = portal.client()

    answer = send(visitor, visitor.get(COMPANY), dict.fromkeys(GOOD_COMPANY, ""))

    summary = answer.text.partition('class="error-summary"')[2].partition("</ul>")[0]
    assert summary.count("<li>") == 12
    assert "<title>Error: Company information" in answer.text


def test_a_form_without_any_field_is_answered_as_an_empty_one(portal: Portal) -> None:
    visitor = portal.client()
    token = forms(visitor.get(COMPANY))[0].values["csrf_token"]

    answer = visitor.post(COMPANY, data={"csrf_token": token})

    assert answer.status_code == 422
    assert "Select the kind of business" in answer.text
    assert "Enter the name of the employer" in answer.text


def test_fields_sent_twice_or_as_files_are_no_fault(portal: Portal) -> None:
    visitor = portal.client()
    token = forms(visitor.get(COMPANY))[0].values["csrf_token"]

    twice = visitor.post(COMPANY, data={"csrf_token": token, **{name: ["a", "b"] for name in GOOD_COMPANY}})
    as_files = visitor.post(
        COMPANY,
        data={"csrf_token": token, "name": (io.BytesIO(pdf()), "name.pdf")},
        content_type="multipart/form-data",
    )

    assert (twice.status_code, as_files.status_code) == (422, 422)
    assert "Enter the name of the employer" in as_files.text


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "By this number its holder is not 15 to 100"), ("ms", "Mengikut nombor ini, pemegangnya tidak")],
)
def test_fill_in_says_why_a_childs_number_tells_nothing(portal: Portal, language: str, said: str) -> None:
    visitor = portal.client(language=language)
    fill_company(visitor)
    button = "Isikan" if language == "ms" else "Fill in"

    answer = visitor.submit(
        visitor.get(REPRESENTATIVE), GOOD_REPRESENTATIVE | {"id_number": "150101-14-5678"}, button=button
    )

    assert said in answer.text.partition('id="id_number-error"')[2].partition("</p>")[0]
