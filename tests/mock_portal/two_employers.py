"""A world in which two employers and others have done something, for tests of who may see or change what."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from typing import Any

from flask import Flask
from sqlalchemy import select
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from contributions import YearMonth
from mock_portal.accounts.models import Account
from mock_portal.bank.models import BankTransaction
from mock_portal.control import panel
from mock_portal.hosts import Site
from mock_portal.submissions.recording import keep
from tests.mock_portal.browsing import Visitor
from tests.mock_portal.conftest import Portal
from tests.mock_portal.officer.deciding import log_in as log_in_officer
from tests.mock_portal.officer.waiting import let_apply
from tests.mock_portal.paying import RECORD, Payer, all_payments, clock
from tests.mock_portal.submissions.sample_files import teladan

__all__ = ["LIM", "THEIR_WORDS", "Theirs", "everything_kept", "meet", "routes", "sites", "upload"]

LIM = "lim@teladan.example", "Teladan#2026"
# What only the other employer's pages say.
THEIR_WORDS = ("TELADAN NIAGA", "TAN AH KOW", "B3200000456Y", "lim@teladan.example", "KEDAI BAHARU")
_FILES = {"static", "bootstrap.static"}
# Written by looking alone: the requests themselves.
_JOURNAL = {"journal"}


@dataclass(frozen=True)
class Theirs:
    """What the other employer has: a file to be submitted, a paid order, one at the bank, a record to pay.

    Attributes:
        owner: the browser of the other employer's owner.
        bank: the browser of who pays for them, logged in at the bank.
        officer: the browser of an officer, with an application to decide.
        values: for each argument of an address that names something of somebody, what leads to theirs.
        payable: a record of theirs that is in no cart.
    """

    portal: Portal
    owner: Visitor
    bank: Visitor
    officer: Visitor
    values: dict[str, Any]
    payable: int

    def path(self, rule: Rule) -> str:
        """The address of a route, with what is theirs in it."""
        values = {name: self.values.get(name, "anything") for name in rule.arguments}
        if rule.endpoint == "submissions.print_one":
            values["number"] = self.values["record"]
        elif "mail_id" in rule.arguments:
            values["number"] = 1
        _, path = rule.build(values, append_unknown=False) or ("", "")
        return path


def meet(portal: Portal, log_in: Callable[..., Visitor]) -> Theirs:
    """Let the other employer, a payer at the bank, an applicant and an officer do what leaves traces."""
    owner, bank = log_in(*LIM), portal.client("bank")
    payer = Payer(portal, owner, bank)
    page = upload(owner, teladan(), "teladan.txt")
    submission, record, _ = _submit(portal, YearMonth(2026, 8))
    payer.home(payer.approve())
    _submit(portal, YearMonth(2026, 7))
    payer.at_bank()
    portal.deliver()
    _, _, payable = _submit(portal, YearMonth(2026, 6))
    reference = let_apply(portal)
    with portal.session() as session:
        account = session.scalars(select(Account.id).filter_by(email=LIM[0])).one()
        token = session.scalars(select(BankTransaction.token).order_by(BankTransaction.id.desc())).first()
    return Theirs(
        portal=portal,
        owner=owner,
        bank=bank,
        officer=log_in_officer(portal.client()),
        values={
            "upload_id": int(page.request.path.split("/")[4]),
            "submission_id": submission,
            "number": next(one.number for one in all_payments(portal) if one.receipts),
            "record": record,
            "reference": reference,
            "document_id": 1,
            "account_id": account,
            "token": token,
            "mail_id": 1,
            "name": portal.world,
            "what": "run",
        },
        payable=payable,
    )


def upload(visitor: Visitor, content: bytes, name: str) -> TestResponse:
    """Send a contribution file; the answer is the page about it."""
    return visitor.submit(visitor.get("/employer/contributions/text-file"), {"file": (content, name)})


def sites(portal: Portal) -> dict[str, Flask]:
    """The sites that people open, by name."""
    made = {site.value: portal.dispatcher.site(site) for site in (Site.PORTAL, Site.BANK, Site.INBOX)}
    flask_sites = {name: site for name, site in made.items() if isinstance(site, Flask)}
    return {**flask_sites, "control": panel.create_site(portal.edge)}


def routes(site: Flask) -> Iterator[Rule]:
    """The routes of a site, without its static files."""
    yield from (rule for rule in site.url_map.iter_rules() if rule.endpoint not in _FILES)


def everything_kept(portal: Portal) -> dict[str, list[Any]]:
    """Every row of the world except the journal, by table."""
    with closing(sqlite3.connect(portal.edge.registry.world_file(portal.world))) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {
            name: connection.execute(f'SELECT * FROM "{name}" ORDER BY rowid').fetchall()  # noqa: S608
            for (name,) in tables
            if name not in _JOURNAL
        }


def _submit(portal: Portal, month: YearMonth) -> tuple[int, str, int]:
    """Submit a month of theirs; the submission, the number of its ACR, the id of its ECR."""
    record = replace(RECORD, employer_code="B3200000456Y", name="TAN AH KOW", month=month)
    with portal.session(may_write=True) as session:
        made = keep(session, employer_id=2, account_id=None, records=[record], received_at=clock(portal))
        acr, ecr = made.payables
        return made.id, acr.number, ecr.id
