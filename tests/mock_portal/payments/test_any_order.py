"""Whatever happens in whatever order, nothing is paid twice and both houses' books agree."""

from collections import Counter
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from urllib.parse import parse_qsl

import pytest
from hypothesis import given, note, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from mock_portal.bank import service as bank
from mock_portal.bank.models import BankTransaction
from mock_portal.bank.service import Messenger
from mock_portal.bank.states import State as BankState
from mock_portal.dispatcher import Dispatcher
from mock_portal.edge import Edge
from mock_portal.errors import PortalError
from mock_portal.fpx.business import BusinessModel
from mock_portal.fpx.messages import signed
from mock_portal.fpx.signing import KeyRing, Party
from mock_portal.payments import cart, orders
from mock_portal.payments import service as payments
from mock_portal.payments.models import Order
from mock_portal.payments.service import Buyer, Via
from mock_portal.submissions import service as submissions
from mock_portal.worlds import changing
from mock_portal.worlds.making import make_world
from mock_portal.worlds.models import OutboxItem, WorldState
from mock_portal.worlds.settings import Fault
from tests.mock_portal.conftest import HandCarrier, Portal
from tests.mock_portal.paying import HOW, PAYER, SCENARIO_BEGINS, debited, submit_october

BUYERS = (Buyer(1, 1), Buyer(2, 1))
ANY = (1, 2)
EVENTS = (
    "a whole payment",
    "continue",
    "proceed",
    "give up",
    "arrive at the bank",
    "log in wrongly",
    "approve",
    "cancel",
    "approver approves",
    "approver rejects",
    "return",
    "callback",
    "requery",
    "time passes",
)
FAULTS = (
    None,
    Fault("bank.callback", "never"),
    Fault("bank.callback", "twice"),
    Fault("bank.callback", "delayed", 40),
)
MINUTES = (1, 11, 31, 3 * 24 * 60, 8 * 24 * 60)

steps = st.lists(st.tuples(st.sampled_from(EVENTS), st.integers(0, 5)), min_size=5, max_size=20)


class Run:
    """One example: what the two houses are told, one thing after the other."""

    def __init__(self, portal: Portal, fault: Fault | None) -> None:
        self.portal = portal
        self.keys = KeyRing(portal.edge.settings.data, portal.world)
        self.messenger = Messenger(self.keys, fault)

    def do(self, event: str, number: int) -> None:
        if event == "time passes":
            self.pass_time(MINUTES[number % len(MINUTES)])
            return
        if event == "a whole payment":
            for step in ("continue", "proceed", "arrive at the bank", "approve"):
                self.do(step, number)
            return
        with suppress(PortalError), self.portal.session(may_write=True) as session:
            now = session.get_one(WorldState, 1).clock.now()
            made = session.scalars(select(Order).where(Order.created_at >= SCENARIO_BEGINS)).all()
            if event == "continue":
                buyer = BUYERS[number % 2]
                free = [r.payable.id for r in cart.unpaid(session, buyer) if r.order_number is None]
                cart.add(session, buyer, free[: 1 + number % 2], now=now)
                orders.continue_to_payment(session, buyer, key=f"key-{number}-{now}", language="en", now=now)
            elif made:
                self.with_order(session, event, made[number % len(made)], number, now)

    def with_order(self, session: Session, event: str, order: Order, number: int, now: datetime) -> None:
        if event == "proceed":
            model = BusinessModel.B2B if number % 2 else BusinessModel.B2C
            how = replace(HOW, business_model=model)
            orders.proceed(session, order.number, employers=ANY, how=how, now=now)
        elif event == "give up":
            orders.give_up(session, order.number, employers=ANY, now=now)
        elif event == "arrive at the bank":
            bank.receive(session, orders.request_of(order), callback_url="http://here/", now=now)
        elif event == "requery":
            payments.requery(session, order.number, employers=ANY, now=now)
        elif event == "callback":
            self.call_back(session, number, now)
        else:
            self.at_bank(session, event, order, now)

    def at_bank(self, session: Session, event: str, order: Order, now: datetime) -> None:
        found = session.scalar(select(BankTransaction).filter_by(order_number=order.number))
        if found is None:
            return
        token, telling = found.token, self.messenger
        if event == "log in wrongly":
            bank.log_in(session, token, user="contohmaju", password="no", messenger=telling, now=now)
        elif event == "approve":
            bank.log_in(
                session, token, user=PAYER["user"], password=PAYER["password"], messenger=telling, now=now
            )
            bank.approve(session, token, user="contohmaju", messenger=telling, now=now)
        elif event == "cancel":
            bank.cancel(session, token, logged_in=True, messenger=telling, now=now)
        elif event.startswith("approver"):
            approves = event == "approver approves"
            bank.decide(
                session, token, approver="contohmaju.pengesah", approves=approves, messenger=telling, now=now
            )
        elif event == "return" and (answer := bank.answer(session, token)) is not None:
            form = signed(answer.fields(), Party.BANK, self.keys)
            payments.hear(session, form, via=Via.RETURN, keys=self.keys, now=now)

    def call_back(self, session: Session, number: int, now: datetime) -> None:
        """Any callback that was ever posted, also one that was delivered before."""
        posted = session.scalars(select(OutboxItem).filter_by(kind="callback")).all()
        if posted:
            form = dict(parse_qsl(posted[number % len(posted)].body.decode()))
            payments.hear(session, form, via=Via.CALLBACK, keys=self.keys, now=now)

    def pass_time(self, minutes: int) -> None:
        changing.advance_clock(self.portal.edge, self.portal.world, timedelta(minutes=minutes))

    def come_to_rest(self) -> None:
        """Time passes, everybody is asked, every callback arrives: nothing is open after that."""
        for _ in range(2):
            self.pass_time(8 * 24 * 60)
            for number in range(6):
                self.do("requery", number)
                self.do("callback", number)


def check_books(portal: Portal, *, at_rest: bool) -> None:
    with portal.session() as session:
        made = [p for p in payments.all_payments(session) if p.created_at >= SCENARIO_BEGINS]
        books = {entry.order_no: entry for entry in bank.ledger(session)}
        paid = Counter(record.number for p in made if p.is_paid for record in p.records)
        assert all(times == 1 for times in paid.values()), paid
        taken = Counter(
            record.number
            for p in made
            if p.number in books and books[p.number].debited_sen
            for record in p.records
        )
        assert all(times == 1 for times in taken.values()), taken
        for p in made:
            entry = books.get(p.number)
            took = entry.debited_sen if entry is not None else 0
            if p.is_final:
                assert took == (p.amount_sen if p.is_paid else 0), (p.state, took)
                assert sum(receipt.amount_sen for receipt in p.receipts) == took
        if at_rest:
            assert all(p.is_final for p in made), [p.state for p in made]
            assert all(
                e.status not in {BankState.RECEIVED, BankState.AWAITING_APPROVER} for e in books.values()
            )
            october = submissions.payables(session, 1, unpaid_only=False)[-2:]
            assert {r.number for r in october if r.status == "paid"} == set(paid)
            assert sum(r.amount_sen for r in october if r.status == "paid") == debited(portal)
            assert all(p.cases == () for p in made), [p.cases for p in made]


@pytest.fixture(scope="module")
def process(_process: tuple[Edge, Dispatcher, HandCarrier]) -> tuple[Edge, Dispatcher, HandCarrier]:
    return _process


# Each example is a world of its own: a third of what cheaper properties get.
@settings(max_examples=max(20, settings().max_examples // 3))
@given(events=steps, fault=st.sampled_from(FAULTS))
def test_nothing_is_ever_paid_twice(
    process: tuple[Edge, Dispatcher, HandCarrier],
    events: list[tuple[str, int]],
    fault: Fault | None,
) -> None:
    edge, dispatcher, carrier = process
    world = make_world(edge, scenario="demo")
    portal = Portal(edge, dispatcher, world, carrier)
    changing.run_clock(edge, world, running=False)
    submit_october(portal)
    run = Run(portal, fault)
    try:
        for event, number in events:
            note(f"{event} {number}")
            run.do(event, number)
            check_books(portal, at_rest=False)
        run.come_to_rest()
        check_books(portal, at_rest=True)
    finally:
        edge.registry.delete(world)
