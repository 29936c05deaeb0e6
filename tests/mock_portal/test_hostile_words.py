"""Names, addresses and files that are markup: wherever they are shown they are words and nothing else."""

from collections.abc import Callable

import pytest
from werkzeug.test import TestResponse

from tests.mock_portal.browsing import Visitor, parse
from tests.mock_portal.conftest import Portal
from tests.mock_portal.control.calling import receive
from tests.mock_portal.inbox.mails import mail
from tests.mock_portal.officer.deciding import log_in as log_in_officer
from tests.mock_portal.officer.waiting import let_apply
from tests.mock_portal.paying import Payer, submit_october
from tests.mock_portal.submissions.sample_files import contoh_maju
from tests.mock_portal.two_employers import upload

IMAGE = "<img src=x onerror=alert(1)>"
SCRIPT = "<script>alert(1)</script>"
BROKEN_OUT = '"><svg onload=alert(1)>'


def inert(html: str) -> bool:
    """Whether nothing in a page runs that is not the portal's own file, and nothing was broken out of."""
    for element in parse(html).iter():
        addresses = [element.get("href") or "", element.get("src") or "", element.get("action") or ""]
        if any(name.startswith("on") for name in element.keys()):  # noqa: SIM118 - an element is no mapping
            return False
        if any(address.strip().lower().startswith(("javascript:", "x")) for address in addresses):
            return False
        if element.tag == "script" and not (element.get("src") or "").startswith("/static/"):
            return False
        if element.tag == "svg" and element.get("aria-hidden") != "true":
            return False
    return True


def says(answer: TestResponse, text: str) -> bool:
    """Whether a page shows this text to who reads it."""
    page = parse(answer.text)
    shown = ["".join(page.itertext())]
    shown += [element.get("value") or "" for element in page.iter("input")]
    return any(text in part for part in shown)


@pytest.mark.parametrize(
    "hostile", [IMAGE, "'><svg onload=alert(1)>", f"{SCRIPT}.txt"], ids=["image", "quote", "script"]
)
def test_the_name_of_a_file_is_words(signed_in: Visitor, hostile: str) -> None:
    summary = upload(signed_in, contoh_maju(), hostile)
    drafts = signed_in.get("/employer/contributions")

    shown = hostile.rpartition("/")[2]
    assert (inert(summary.text), inert(drafts.text)) == (True, True)
    assert says(drafts, shown)


def test_the_name_of_an_employee_is_words(signed_in: Visitor) -> None:
    lines = contoh_maju().splitlines(keepends=True)
    name = IMAGE.encode().ljust(150)[:150]
    at = lines[0].index(b"AMINAH BINTI YUSOF")
    hostile = lines[0][:at] + name + lines[0][at + 150 :]

    page = upload(signed_in, hostile + b"".join(lines[1:]), "october.txt")
    path = page.request.path
    csv = signed_in.get(f"{path}/findings.csv").text

    assert page.status_code == 200
    assert inert(page.text)
    assert not [line for line in csv.splitlines() if line.lstrip('"').startswith(("=", "+", "@"))]


@pytest.mark.parametrize("hostile", [SCRIPT, IMAGE, BROKEN_OUT, "a'onmouseover=alert(1)@x.example"])
def test_a_payers_address_is_an_address_or_words(portal: Portal, signed_in: Visitor, hostile: str) -> None:
    submit_october(portal)
    payer = Payer(portal, signed_in, portal.client("bank"))
    how = {"payer_email": hostile, "business_model": "B2C", "bank": "CTH01", "terms": "y"}

    page = signed_in.submit(payer.information(), how, button="Proceed")

    assert inert(page.text)
    assert "Enter an email address like name@company.com" in page.text
    assert says(page, hostile)


def test_an_apostrophe_in_an_address_goes_all_the_way_as_itself(portal: Portal, signed_in: Visitor) -> None:
    submit_october(portal)
    payer = Payer(portal, signed_in, portal.client("bank"))
    how = {"payer_email": "o'neil@x.example", "business_model": "B2C", "bank": "CTH01", "terms": "y"}

    page = signed_in.submit(payer.information(), how, button="Proceed")
    at_bank = payer.carry(page, to=payer.bank)

    assert inert(at_bank.text)
    assert says(signed_in.get("/employer/payments/history"), "RM 110.45")


@pytest.mark.parametrize("language", ["en", "ms"])
def test_what_an_applicant_writes_is_words_for_the_officer_and_in_mail(portal: Portal, language: str) -> None:
    name, file_name = f"KEDAI {SCRIPT} {BROKEN_OUT}", f"borang{IMAGE}.pdf"
    reference = let_apply(
        portal, name=name, document=(file_name, "application/pdf", b"%PDF-1.7\n"), language=language
    )
    officer = log_in_officer(portal.client(language=language))
    here = f"/officer/applications/{reference}"

    queue = officer.get("/officer")
    opened = officer.submit(officer.get(here), action="/open")
    asked = officer.get(f"{here}/approve")
    pages = [queue, opened, asked, officer.submit(asked, action="/approve"), officer.get("/officer/audit")]

    assert [inert(page.text) for page in pages] == [True] * 5
    assert says(pages[1], SCRIPT)
    assert portal.mail()
    for message in portal.mail():
        html = message.get_body(("html",))
        assert html is None or inert(html.get_content())


@pytest.mark.parametrize("language", ["en", "ms"])
def test_the_inbox_shows_a_hostile_mail_as_words(portal: Portal, language: str) -> None:
    receive(
        portal, mail(subject=f"{SCRIPT} {BROKEN_OUT}", attachment=(IMAGE, "image/svg+xml", SCRIPT.encode()))
    )
    visitor = portal.client("inbox", language)

    pages = [visitor.get("/"), visitor.get("/mail/1"), visitor.get(f"/?search={SCRIPT}")]
    fetched = visitor.get("/mail/1/attachments/1")

    assert [inert(page.text) for page in pages] == [True] * 3
    assert says(pages[1], SCRIPT)
    assert "attachment" in fetched.headers["Content-Disposition"]
    assert fetched.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("language", ["en", "ms"])
def test_the_control_panel_shows_a_hostile_mail_as_words(portal: Portal, language: str) -> None:
    receive(portal, mail(subject=f"{SCRIPT} {BROKEN_OUT}"))

    page = portal.client("control", language).get(f"/worlds/{portal.world}")

    assert inert(page.text)
    assert says(page, SCRIPT)


@pytest.mark.parametrize(
    "path", ["/employer/payments?search={}", "/employer/home?employer={}", "/{}", "/help/{}"]
)
@pytest.mark.parametrize("hostile", [SCRIPT, BROKEN_OUT])
def test_an_address_is_words(signed_in: Visitor, path: str, hostile: str) -> None:
    answer = signed_in.get(path.format(hostile))

    assert inert(answer.text)


def test_a_next_page_of_another_site_is_not_gone_to(log_in: Callable[..., Visitor], portal: Portal) -> None:
    for wanted in ("//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)"):
        visitor = portal.client()
        page = visitor.submit(
            visitor.get("/employer/login", query_string={"next": wanted}),
            {"email": "aminah@contoh-maju.example"},
        )
        home = visitor.submit(page, {"password": "Contoh#2026"}, follow_redirects=False)

        assert home.headers["Location"].startswith("/employer/"), wanted
