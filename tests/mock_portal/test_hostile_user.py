"""Somebody who is logged in and means harm: other people's things, forged forms, replays, foreign cookies."""

from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from werkzeug.exceptions import MethodNotAllowed
from werkzeug.routing import Rule

from mock_portal.access import Access, access_of
from tests.mock_portal.browsing import Visitor, forms, parse
from tests.mock_portal.conftest import Portal
from tests.mock_portal.paying import APPROVER, Payer, all_payments, ledger
from tests.mock_portal.submissions.sample_files import teladan
from tests.mock_portal.two_employers import (
    LIM,
    THEIR_WORDS,
    Theirs,
    everything_kept,
    meet,
    routes,
    sites,
    upload,
)

OPEN = {Access.PUBLIC, Access.SIGNED_BY_BANK, Access.SIGNED_BY_MERCHANT}
SIGNED = {Access.SIGNED_BY_BANK, Access.SIGNED_BY_MERCHANT}
# Of the public pages only those that show what an applicant's browser has sent belong to somebody.
PUBLICLY_NAMED = {"document_id"}
THEIR_CODE = "B3200000456Y"
# Shown again, led on as a GET would be, refused, or a link that is none.
NOT_SENT = {200, 302, 303, 400, 410}
STALE = "This page was open for too long"


@pytest.fixture
def theirs(portal: Portal, log_in: Callable[..., Visitor]) -> Theirs:
    """What another employer has in this world."""
    return meet(portal, log_in)


def token_of(visitor: Visitor, path: str = "/employer/profile") -> str:
    """The CSRF token that this visitor's pages carry."""
    return next(form.values["csrf_token"] for form in forms(visitor.get(path)) if "csrf_token" in form.values)


def cookies_of(visitor: Visitor) -> str:
    """Everything that a browser holds, as somebody who took it would send it."""
    return "; ".join(f"{cookie.key}={cookie.value}" for cookie in (visitor._cookies or {}).values())


def with_arguments(portal: Portal) -> Iterator[Rule]:
    """The portal's routes whose address names something of somebody."""
    for rule in routes(sites(portal)["portal"]):
        named = rule.arguments & PUBLICLY_NAMED if _access(portal, rule) is Access.PUBLIC else rule.arguments
        if named:
            yield rule


def test_nobody_opens_what_is_another_employers(portal: Portal, theirs: Theirs, signed_in: Visitor) -> None:
    opened = []
    for rule in with_arguments(portal):
        if "GET" not in (rule.methods or ()):
            continue
        answer = signed_in.get(theirs.path(rule), follow_redirects=True)
        told = [word for word in THEIR_WORDS if word in answer.get_data(as_text=True)]
        kept_out = answer.status_code in {403, 404} or answer.request.path.endswith(("/login", "/register"))
        if told or not kept_out:
            opened.append((rule.rule, answer.status, answer.request.path, told))

    assert opened == []


def test_each_argument_of_an_address_is_known_here(portal: Portal, theirs: Theirs) -> None:
    named = {name for rule in with_arguments(portal) for name in rule.arguments}

    assert named <= set(theirs.values)


def test_the_owner_does_open_them(portal: Portal, theirs: Theirs) -> None:
    mine = [
        rule
        for rule in with_arguments(portal)
        if "GET" in (rule.methods or ()) and _access(portal, rule) is Access.SIGNED_IN
    ]

    assert len(mine) >= 10
    assert {theirs.owner.get(theirs.path(rule)).status_code for rule in mine} <= {200, 303}


def test_nobody_changes_what_is_another_employers(portal: Portal, theirs: Theirs, signed_in: Visitor) -> None:
    token = token_of(signed_in)
    before = everything_kept(portal)

    answers = {
        rule.rule: signed_in.post(theirs.path(rule), data={"csrf_token": token, "accepts_warnings": "y"})
        for rule in with_arguments(portal)
        if "POST" in (rule.methods or ())
    }

    assert everything_kept(portal) == before
    assert len(answers) >= 10
    assert {rule: a.status for rule, a in answers.items() if a.status_code not in {302, 303, 403, 404}} == {}


def test_what_is_another_employers_cannot_be_put_into_a_form(
    portal: Portal, theirs: Theirs, signed_in: Visitor
) -> None:
    token = token_of(signed_in)
    before = everything_kept(portal)
    wrong = []
    for path, field, value in (
        ("/employer/payments", "records", theirs.payable),
        ("/employer/payments/remove", "records", theirs.payable),
        ("/employer/payments/cart", "add", theirs.payable),
        ("/employer/payments/cart", "remove", theirs.payable),
        ("/employer/contributions/drafts/remove", "upload", theirs.values["upload_id"]),
        ("/employer/contributions/drafts/remove", "only", theirs.values["upload_id"]),
    ):
        answer = signed_in.post(path, data={"csrf_token": token, field: str(value)}, follow_redirects=True)
        told = [word for word in THEIR_WORDS if word in answer.text]
        if told or answer.status_code not in {200, 404, 409, 422}:
            wrong.append((path, field, answer.status, told))

    assert wrong == []
    assert everything_kept(portal) == before


def test_another_employer_cannot_be_chosen_by_the_address(
    portal: Portal, theirs: Theirs, signed_in: Visitor
) -> None:
    told = []
    for rule in routes(sites(portal)["portal"]):
        if (
            rule.arguments
            or _access(portal, rule) is not Access.SIGNED_IN
            or "GET" not in (rule.methods or ())
        ):
            continue
        answer = signed_in.get(f"{rule.rule}?employer={THEIR_CODE}", follow_redirects=True)
        # the address itself is said again where a link keeps it
        text = answer.get_data(as_text=True).replace(f"employer={THEIR_CODE}", "")
        said = [word for word in THEIR_WORDS if word in text]
        if said or answer.status_code not in {200, 404}:
            told.append((rule.rule, answer.status, said))

    assert told == []


@pytest.mark.parametrize("token", [None, "ö", "of another site"], ids=str)
def test_no_form_of_any_site_acts_without_its_token(
    portal: Portal, theirs: Theirs, token: str | None
) -> None:
    foreign = {"portal": token_of(theirs.bank, "/approver")}
    elsewhere = token_of(theirs.owner)
    before = everything_kept(portal)

    wrong, tried = [], 0
    for site, app in sites(portal).items():
        for rule in routes(app):
            if "POST" not in (rule.methods or ()) or access_of(app.view_functions[rule.endpoint]) in SIGNED:
                continue
            tried += 1
            visitor = _who_may(theirs, site, rule)
            sent = foreign.get(site, elsewhere) if token == "of another site" else token
            answer = visitor.post(theirs.path(rule), data=_body(sent))
            if answer.status_code not in NOT_SENT or everything_kept(portal) != before:
                wrong.append((site, rule.rule, answer.status))

    assert wrong == []
    assert tried >= 45


def test_a_forms_own_address_says_that_its_token_is_stale(signed_in: Visitor) -> None:
    answers = [signed_in.post(path) for path in ("/employer/payments/back", "/employer/logout")]

    assert [(answer.status_code, STALE in answer.text) for answer in answers] == [(400, True)] * 2


def test_a_method_that_an_address_does_not_take_is_refused_with_those_that_it_takes(
    portal: Portal, theirs: Theirs
) -> None:
    before = everything_kept(portal)
    wrong, tried = [], 0
    for site, app in sites(portal).items():
        for rule in routes(app):
            path = theirs.path(rule)
            for method in ("GET", "POST", "DELETE"):
                if _takes(app, path, method):
                    continue
                tried += 1
                answer = _who_may(theirs, site, rule).open(path, method=method)
                told = {one.strip() for one in answer.headers.get("Allow", "").split(",")}
                if answer.status_code != 405 or not told & {"GET", "POST"}:
                    wrong.append((rule.rule, method, answer.status))

    assert wrong == []
    assert tried > 100
    assert everything_kept(portal) == before


@pytest.mark.parametrize("language", ["en", "ms"])
@pytest.mark.parametrize(
    ("status", "method", "path", "headers"),
    [
        pytest.param(400, "POST", "/employer/register/sent/again", {}, id="400"),
        pytest.param(403, "GET", "/", {"Origin": "http://evil.example"}, id="403"),
        pytest.param(404, "GET", "/employer/nothing", {}, id="404"),
        pytest.param(405, "DELETE", "/employer/home", {}, id="405"),
    ],
)
def test_each_refusal_is_a_page_like_the_others(  # noqa: PLR0913, PLR0917 - one row of the table
    portal: Portal, language: str, status: int, method: str, path: str, headers: dict[str, str]
) -> None:
    visitor = portal.client("control" if status == 403 else "portal", language)

    answer = visitor.open(path, method=method, headers=headers)

    page = parse(answer.text)  # strict, with title, heading and language, as each page is
    assert answer.status_code == status
    assert [len(list(page.iter(part))) for part in ("header", "main", "footer")] == [1, 1, 1]
    assert [link.get("href") for link in page.iter("link") if link.get("rel") == "stylesheet"]
    assert any((a.get("href") or "").startswith("/") for a in page.iterfind(".//main//a"))


def test_cookies_of_one_world_open_nothing_in_another(portal: Portal, theirs: Theirs) -> None:
    other = portal.another_world()
    opened = []
    for site, app in sites(portal).items():
        if site == "control":
            continue  # it is of no world
        for rule in routes(app):
            visitor = _who_may(theirs, site, rule)
            stranger = portal.client(site, world=other)
            if _access(portal, rule, site) in OPEN or "GET" not in (rule.methods or ()):
                continue
            answer = stranger.get(theirs.path(rule), headers={"Cookie": cookies_of(visitor)})
            if answer.status_code not in {302, 303} or "/login" not in answer.headers["Location"]:
                opened.append((site, rule.rule, answer.status))
    approver = portal.client("bank")
    approver.submit(approver.get("/approver"), APPROVER)
    held = {"Cookie": cookies_of(approver)}
    there = portal.client("bank", world=other).get("/approver/payments", headers=held)

    assert opened == []
    assert approver.get("/approver/payments").status_code == 200
    assert (there.status_code, there.headers["Location"]) == (303, "/approver")


def test_a_form_sent_again_acts_once(portal: Portal, log_in: Callable[..., Visitor]) -> None:
    owner = log_in(*LIM)
    page = upload(owner, teladan(), "teladan.txt")
    token, path = token_of(owner), page.request.path
    payer = Payer(portal, owner, portal.client("bank"))

    submitted = [owner.post(f"{path}/confirm", data={"csrf_token": token}) for _ in range(3)]
    at_bank = payer.at_bank()
    approval = {"account": "514000000001", "csrf_token": token_of(payer.bank, at_bank.request.path)}
    approved = [payer.bank.post(at_bank.request.path, data=approval, follow_redirects=True) for _ in range(3)]
    returned = [payer.carry(approved[0], to=portal.client(), follow_redirects=False) for _ in range(3)]
    paid = all_payments(portal)[0]
    left = [owner.post("/employer/logout", data={"csrf_token": token}) for _ in range(2)]

    assert len({answer.headers["Location"] for answer in submitted}) == 1
    assert [entry.debited_sen for entry in ledger(portal) if entry.debited_sen] == [
        all_payments(portal)[0].amount_sen
    ]
    assert [answer.status_code for answer in returned] == [303] * 3
    assert (len(all_payments(portal)), len(paid.receipts)) == (1, 2)
    assert [answer.status_code for answer in left] == [303, 303]
    assert owner.get("/employer/home").status_code in {302, 303}


def _takes(app: Flask, path: str, method: str) -> bool:
    """Whether any route takes the method at this address."""
    try:
        app.url_map.bind("localhost").match(path, method=method)
    except MethodNotAllowed:
        return False
    return True


def _access(portal: Portal, rule: Rule, site: str = "portal") -> Access | None:
    return access_of(sites(portal)[site].view_functions[rule.endpoint])


def _who_may(theirs: Theirs, site: str, rule: Rule) -> Visitor:
    """A visitor whom the route lets in."""
    if site == "portal":
        return theirs.officer if rule.rule.startswith("/officer") else theirs.owner
    return theirs.bank if site == "bank" else theirs.portal.client(site)


def _body(token: str | None) -> dict[str, str]:
    body = {"declared": "y", "accepts_warnings": "y", "decision": "approve", "javascript": "off"}
    return body if token is None else body | {"csrf_token": token}
