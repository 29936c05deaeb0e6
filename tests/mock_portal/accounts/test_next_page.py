"""Whoever is not logged in comes to the page asked for after log-in, whichever page it was."""

import re

import pytest
from flask import Flask

from mock_portal.access import Access, access_of
from mock_portal.hosts import Site
from tests.mock_portal.accounts.logging_in import EMAIL, PASSWORD
from tests.mock_portal.browsing import Visitor
from tests.mock_portal.conftest import Portal
from tests.mock_portal.paying import Payer, submit_october

BEHIND_LOG_IN: set[Access | None] = {Access.SIGNED_IN, Access.BEFORE_CHANGE}
IN_THE_PATH = {"submission_id": 103, "upload_id": 7, "number": "PA20261110000003"}


def after_log_in(visitor: Visitor, asked: str) -> str:
    step_2 = visitor.submit(visitor.get(asked, follow_redirects=True), {"email": EMAIL})
    answer = visitor.submit(step_2, {"password": PASSWORD}, follow_redirects=False)
    return answer.headers["Location"]


def pages_behind_log_in(portal: Portal) -> list[str]:
    site = portal.dispatcher.site(Site.PORTAL)
    assert isinstance(site, Flask)
    adapter = site.url_map.bind("localhost")
    doors = {endpoint: access_of(view) for endpoint, view in site.view_functions.items()}
    return [
        adapter.build(rule.endpoint, {name: IN_THE_PATH[name] for name in rule.arguments})
        for rule in site.url_map.iter_rules()
        if "GET" in (rule.methods or ()) and doors[rule.endpoint] in BEHIND_LOG_IN
    ]


@pytest.mark.parametrize("language", ["en", "ms"])
def test_the_link_of_the_receipt_mail_leads_to_the_order_after_log_in(
    portal: Portal, signed_in: Visitor, language: str
) -> None:
    submit_october(portal)
    payer = Payer(portal, signed_in, portal.client("bank"))
    payer.home(payer.approve())
    (mail,) = portal.mail()
    link = re.search(r"http\S+", str(mail.get_body(("plain",))))
    assert link is not None
    path = link[0].removeprefix(portal.origin())
    prefix = "/ms" if language == "ms" else ""

    assert after_log_in(portal.client(language=language), path) == prefix + path


def test_every_page_behind_log_in_is_come_to_after_it(portal: Portal) -> None:
    pages = pages_behind_log_in(portal)
    lost = [
        page
        for page in pages
        if not portal.client().get(page).headers["Location"].startswith("/employer/login?next=/employer/")
    ]

    assert "/employer/payments/PA20261110000003" in pages
    assert lost == []


@pytest.mark.parametrize(
    "asked",
    [
        "/employer/payments/cart?employer=B3200000123X&search=10%2F2026",
        "/employer/payments/cart?search=ACR+10&employer=B3200000123X",
        "/employer/payments/information?order=PA20261110000003",
        "/employer/change-password?next=/employer/payments",
    ],
)
def test_the_whole_query_is_kept_on_the_way(portal: Portal, asked: str) -> None:
    assert after_log_in(portal.client(), asked) == asked


def test_a_form_sent_after_the_end_leads_back_to_the_same_employer(
    portal: Portal, signed_in: Visitor
) -> None:
    submit_october(portal)
    page = signed_in.get("/employer/payments?employer=B3200000123X")
    portal.move_clock(minutes=15)

    told = signed_in.submit(page, button="Add to Cart", follow_redirects=False)

    assert "next=/employer/payments%3Femployer%3DB3200000123X" in told.headers["Location"]


@pytest.mark.parametrize(
    ("file", "holder"),
    [
        ("/employer/payments/PA20261110000003/receipt.pdf", "/employer/payments/PA20261110000003"),
        ("/employer/submissions/103/print", "/employer/submissions/103"),
        ("/employer/submissions/103/print/ACR000000000103", "/employer/submissions/103"),
        ("/employer/contributions/uploads/7/findings.csv", "/employer/contributions/uploads/7"),
    ],
)
def test_the_link_of_a_file_leads_to_the_page_that_has_it(portal: Portal, file: str, holder: str) -> None:
    assert after_log_in(portal.client(), file) == holder
