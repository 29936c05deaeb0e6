"""What the bank says, in any order, any number of times, and when it cannot be believed."""

from dataclasses import replace
from pathlib import Path

import pytest

from mock_portal.fpx.business import BusinessModel
from mock_portal.fpx.messages import BankAnswer, signed
from mock_portal.fpx.signing import KeyRing, Party
from mock_portal.payments import service as payments
from mock_portal.worlds.settings import Fault
from tests.mock_portal.browsing import forms
from tests.mock_portal.conftest import Portal
from tests.mock_portal.paying import (
    OWED,
    Payer,
    all_payments,
    clock,
    debited,
    keys,
    states_of_records,
    statuses,
)

ORDER = "PA20261110000003"
CALLBACK = "/employer/payments/fpx/callback"


def cases(portal: Portal) -> list[tuple[str, str]]:
    with portal.session() as session:
        return [(case.via, case.kind) for case in payments.all_cases(session)]


def answer(portal: Portal, **changes: object) -> dict[str, str]:
    """An answer to the test's order as the bank would sign it."""
    plain = BankAnswer(
        order_number=ORDER,
        fpx_id="2611100900000009",
        amount_sen=OWED,
        business_model=BusinessModel.B2C,
        bank_code="CTH01",
        code="00",
        at=clock(portal),
    )
    return signed(replace(plain, **changes).fields(), Party.BANK, keys(portal))  # type: ignore[arg-type]


def test_the_callback_may_come_before_the_return(portal: Portal, payer: Payer) -> None:
    page = payer.approve()
    portal.deliver()
    before = all_payments(portal)

    status = payer.home(page)

    assert "Payment successful." in status.text
    assert all_payments(portal) == before
    assert (debited(portal), len(portal.mail())) == (OWED, 1)


def test_the_return_may_come_before_the_callback(portal: Portal, payer: Payer) -> None:
    payer.home(payer.approve())
    before = all_payments(portal)

    portal.deliver()

    assert all_payments(portal) == before
    assert (debited(portal), len(portal.mail()), cases(portal)) == (OWED, 1, [])


def test_a_callback_that_comes_twice_changes_nothing(portal: Portal, payer: Payer) -> None:
    portal.fail(Fault("bank.callback", "twice"))
    payer.home(payer.approve())

    portal.deliver()

    assert [kind for kind, _ in portal.carrier.deliveries[-3:]].count("callback") == 2
    assert (debited(portal), statuses(portal), len(portal.mail()), cases(portal)) == (
        OWED,
        ["successful"],
        1,
        [],
    )


def test_a_return_that_is_sent_again_changes_nothing(portal: Portal, payer: Payer) -> None:
    page = payer.approve()

    first, second = payer.home(page), payer.home(page)

    assert first.request.path == second.request.path
    assert (debited(portal), len(portal.mail()), cases(portal)) == (OWED, 1, [])


def test_a_payment_is_paid_by_the_callback_alone(portal: Portal, payer: Payer) -> None:
    portal.fail(Fault("bank.return", "never"))

    page = payer.approve()
    portal.deliver()

    assert "The connection to the merchant is lost." in page.text
    assert [form for form in forms(page) if form.action.startswith("http")] == []
    assert statuses(portal) == ["successful"]


def test_a_callback_that_never_comes_is_not_missed(portal: Portal, payer: Payer) -> None:
    portal.fail(Fault("bank.callback", "never"))

    payer.home(payer.approve())

    assert (portal.deliver(), statuses(portal)) == (True, ["successful"])


def test_a_delayed_callback_comes_when_the_worlds_clock_gets_there(portal: Portal, payer: Payer) -> None:
    portal.fail(Fault("bank.callback", "delayed", minutes=20), Fault("bank.return", "never"))
    payer.approve()
    portal.deliver()
    assert statuses(portal) == ["redirected"]

    portal.move_clock(minutes=20)
    portal.deliver()

    assert statuses(portal) == ["successful"]


def test_without_any_answer_the_outcome_is_unknown_and_requery_settles_it(
    portal: Portal, payer: Payer
) -> None:
    portal.fail(Fault("bank.callback", "never"), Fault("bank.return", "never"))
    payer.approve()
    portal.move_clock(minutes=14)  # the portal's own session lasts 15 minutes
    payer.visitor.get("/employer/payments/history")
    portal.move_clock(minutes=14)
    payer.visitor.get("/employer/payments/history")
    portal.move_clock(minutes=3)
    history = payer.visitor.get("/employer/payments/history")
    assert statuses(portal) == ["unknown"]

    status = payer.visitor.submit(history, button=f"Requery {ORDER}")

    assert "Payment successful." in status.text
    assert (debited(portal), statuses(portal), states_of_records(portal)) == (
        OWED,
        ["successful"],
        ["paid", "paid"],
    )


@pytest.mark.parametrize(
    "reached", [pytest.param(True, id="left at the bank"), pytest.param(False, id="never came")]
)
def test_requery_settles_what_the_payer_left_undone(portal: Portal, payer: Payer, *, reached: bool) -> None:
    leaving = payer.proceed()
    if reached:
        payer.carry(leaving, to=payer.bank)
    portal.move_clock(minutes=11)

    status = payer.visitor.submit(payer.visitor.get(f"/employer/payments/{ORDER}"), button=f"Requery {ORDER}")
    late = payer.carry(leaving, to=portal.client("bank"))

    assert "Payment unsuccessful. You have not been charged." in status.text
    assert "ACR000000000103" in payer.visitor.get("/employer/payments/cart").text
    # Once the bank said that it did not charge, the old form opens no new payment.
    assert "Payment declined" in late.text
    assert (debited(portal), statuses(portal)) == (0, ["unsuccessful"])


def test_requery_while_the_payer_is_at_the_bank_changes_nothing(portal: Portal, payer: Payer) -> None:
    payer.at_bank()

    status = payer.visitor.submit(payer.visitor.get(f"/employer/payments/{ORDER}"), button=f"Requery {ORDER}")

    assert "It has nothing new about this payment yet." in status.text
    assert statuses(portal) == ["redirected"]


@pytest.mark.parametrize(
    ("mode", "kind"),
    [
        pytest.param("bad_signature", "signature", id="broken signature"),
        pytest.param("changed_amount", "amount", id="changed amount"),
    ],
)
def test_an_answer_that_cannot_be_believed_changes_nothing_and_opens_a_case(
    portal: Portal, payer: Payer, mode: str, kind: str
) -> None:
    portal.fail(Fault("bank.return", mode), Fault("bank.callback", "delayed", minutes=5))

    refused = payer.home(payer.approve())

    assert refused.status_code == 400
    assert "The bank's answer was not accepted" in refused.text
    assert "Reconciliation case 1 was opened." in refused.text
    assert "Do not pay again yet." in refused.text
    assert (statuses(portal), cases(portal), states_of_records(portal)) == (
        ["redirected"],
        [("return", kind)],
        ["payment_pending", "payment_pending"],
    )
    assert "Reconciliation case 1" in payer.visitor.get(f"/employer/payments/{ORDER}").text
    portal.move_clock(minutes=5)
    portal.deliver()
    assert statuses(portal) == ["successful"]


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        pytest.param({"order_number": "PA20261110999999"}, "unknown_order", id="nobody's order"),
        pytest.param({"amount_sen": OWED - 1}, "amount", id="another amount"),
        pytest.param({"bank_code": "TLD03"}, "not_expected", id="another bank"),
    ],
)
def test_a_signed_callback_that_does_not_fit_the_books_opens_a_case(
    portal: Portal, payer: Payer, changes: dict[str, object], kind: str
) -> None:
    payer.proceed()

    said = portal.client().post(CALLBACK, data=answer(portal, **changes))

    assert (said.status_code, said.text, cases(portal)) == (400, kind, [("callback", kind)])
    assert statuses(portal) == ["redirected"]


def test_an_order_that_was_not_sent_cannot_be_paid(portal: Portal, payer: Payer) -> None:
    payer.information()

    said = portal.client().post(CALLBACK, data=answer(portal))

    assert (said.status_code, cases(portal), statuses(portal)) == (
        400,
        [("callback", "not_expected")],
        ["new"],
    )


@pytest.mark.parametrize(
    "form",
    [
        pytest.param({}, id="nothing"),
        pytest.param({"fpx_msgType": "AC"}, id="no signature"),
        pytest.param({"fpx_msgType": "AC", "fpx_checkSum": "zz"}, id="no hexadecimal digits"),
        pytest.param({"fpx_msgType": "AR", "fpx_checkSum": "00"}, id="a request, not an answer"),
    ],
)
def test_junk_at_the_door_is_refused_without_a_trace_in_the_books(
    portal: Portal, payer: Payer, form: dict[str, str]
) -> None:
    payer.proceed()

    said = portal.client().post(CALLBACK, data=form)

    assert said.status_code == 400
    assert (statuses(portal), debited(portal)) == (["redirected"], 0)


def test_a_late_approval_of_a_payment_that_ended_opens_a_case(portal: Portal, payer: Payer) -> None:
    payer.home(payer.bank.submit(payer.to_bank(), button="Cancel payment"))

    said = portal.client().post(CALLBACK, data=answer(portal))

    assert (said.status_code, said.text) == (200, "OK")
    assert (statuses(portal), cases(portal)) == (["cancelled"], [("callback", "late")])


def test_a_payment_that_succeeded_is_never_taken_back(portal: Portal, payer: Payer) -> None:
    payer.home(payer.approve())
    before = all_payments(portal)[0].state

    portal.client().post(CALLBACK, data=answer(portal, code="51"))

    assert (all_payments(portal)[0].state, cases(portal)) == (before, [("callback", "late")])


def test_a_stale_pending_answer_after_the_final_one_is_harmless(portal: Portal, payer: Payer) -> None:
    payer.home(payer.approve())

    portal.client().post(CALLBACK, data=answer(portal, code="99"))

    assert (statuses(portal), cases(portal)) == (["successful"], [])


def test_an_answer_signed_for_one_portal_means_nothing_to_another(
    portal: Portal, payer: Payer, tmp_path: Path
) -> None:
    payer.proceed()
    form = answer(portal)
    form = signed(
        {k: v for k, v in form.items() if k != "fpx_checkSum"}, Party.BANK, KeyRing(tmp_path, portal.world)
    )

    assert portal.client().post(CALLBACK, data=form).status_code == 400
    assert cases(portal) == [("callback", "signature")]


def test_an_answer_of_one_world_pays_nothing_in_another(portal: Portal, payer: Payer) -> None:
    payer.proceed()
    form = {name: value for name, value in answer(portal).items() if name != "fpx_checkSum"}
    elsewhere = KeyRing(portal.edge.settings.data, "another-world")

    said = portal.client().post(CALLBACK, data=signed(form, Party.BANK, elsewhere))

    assert (said.status_code, statuses(portal)) == (400, ["redirected"])


def test_the_portals_own_signature_is_not_the_banks(portal: Portal, payer: Payer) -> None:
    payer.proceed()
    form = {k: v for k, v in answer(portal).items() if k != "fpx_checkSum"}

    said = portal.client().post(CALLBACK, data=signed(form, Party.PORTAL, keys(portal)))

    assert (said.status_code, cases(portal)) == (400, [("callback", "signature")])


def test_the_return_needs_no_cookie_and_leaves_the_session_alone(portal: Portal, payer: Payer) -> None:
    page = payer.approve()
    stranger = portal.client()

    answer_to_post = payer.carry(page, to=stranger, follow_redirects=False)
    status = payer.visitor.get(answer_to_post.headers["Location"])

    assert answer_to_post.status_code == 303
    assert "Set-Cookie" not in answer_to_post.headers
    assert "AMINAH BINTI CONTOH" in status.text


@pytest.mark.parametrize("case", ["", "0", "1", "-1", "x", "9" * 30])
def test_no_case_is_confirmed_that_was_never_opened(portal: Portal, case: str) -> None:
    answer = portal.client().get(f"/employer/payments/fpx/refused?case={case}")

    assert answer.status_code == 404
    assert "Reconciliation case" not in answer.text
