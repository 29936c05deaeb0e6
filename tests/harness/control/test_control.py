"""The control API through its typed client, against a real portal."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from contributions import YearMonth
from harness.cli.told import told
from harness.control import (
    Control,
    ControlRefused,
    Fault,
    FaultNotSet,
    Login,
    MomentWithoutZone,
    NoMail,
    World,
    WorldClock,
    WorldControl,
    WorldFaults,
    WorldInbox,
)
from harness.control.wire import TOKEN_VARIABLE, Wire
from harness.errors import PortalNotReachable
from harness.portals import PortalAddresses, started_portal


def test_a_world_says_its_addresses_and_who_can_log_in(world: World) -> None:
    assert world.portal.startswith(f"http://{world.name}.localhost:")
    assert world.bank.startswith(f"http://{world.name}.bank.localhost:")
    assert "aminah@contoh-maju.example" in {login.email for login in world.logins}


def test_a_password_is_never_printed(employer: Login) -> None:
    assert employer.password
    assert employer.password not in repr(employer)


def test_each_test_has_a_world_of_its_own(portal: PortalAddresses, world: World) -> None:
    other = Control(portal.control).new_world()
    Control(portal.control).of(other).advance(timedelta(days=1))

    assert other.name != world.name
    assert Control(portal.control).world(world.name).clock.now < other.clock.now + timedelta(hours=1)
    Control(portal.control).delete_world(other.name)


def test_the_clock_moves_when_it_is_told(clock: WorldClock) -> None:
    clock.stop()
    before = clock.now

    after = clock.advance(minutes=15)

    assert after - before == timedelta(minutes=15)


def test_the_clock_can_be_set_to_a_moment(clock: WorldClock) -> None:
    moment = datetime.fromisoformat("2026-11-16T00:30:00+08:00")
    clock.stop()

    assert clock.set(moment) == moment


def test_a_moment_without_its_zone_is_refused_with_an_example(clock: WorldClock) -> None:
    before = clock.now

    with pytest.raises(MomentWithoutZone) as raised:
        clock.set(datetime.fromisoformat("2026-11-16T00:30:00"))

    assert "2026-11-16T00:30:00+08:00" in raised.value.mend
    assert clock.now - before < timedelta(minutes=1)


def test_settings_are_changed_one_by_one(control: WorldControl) -> None:
    before = control.settings()

    after = control.change(login_form="user_id")

    assert dict(before) | {"login_form": "user_id"} == dict(after)


@pytest.mark.world(login_form="user_id")
def test_a_marker_sets_a_world_before_its_test(world: World) -> None:
    assert world.settings["login_form"] == "user_id"


def test_faults_add_up_and_can_be_cleared(faults: WorldFaults, control: WorldControl) -> None:
    faults.add("bank.callback", "delayed", minutes=5)
    faults.add("smtp", "down")
    both = control.faults()

    faults.clear()

    assert both == (Fault("bank.callback", "delayed", 5), Fault("smtp", "down"))
    assert control.faults() == ()


def test_one_fault_is_taken_away_and_the_others_stay(faults: WorldFaults, control: WorldControl) -> None:
    faults.add("bank.callback", "never")
    faults.add("smtp", "down")

    faults.remove("smtp")

    assert control.faults() == (Fault("bank.callback", "never"),)


def test_a_fault_that_is_not_set_cannot_be_taken_away(faults: WorldFaults) -> None:
    faults.add("bank.callback", "never")

    with pytest.raises(FaultNotSet) as raised:
        faults.remove("bank.callback", "twice")

    assert raised.value.mend == "Set are: bank.callback never."


def test_what_was_submitted_and_paid_before_is_told(control: WorldControl) -> None:
    (submission, *_), (payment, *_) = control.submissions(), control.payments()
    record = submission.payables[0]

    assert isinstance(submission.months[0], YearMonth)
    assert record.number in {paid.number for payment in control.payments() for paid in payment.records}
    assert (record.status, record.amount_sen > 0) == ("paid", True)
    assert payment.state == "successful"
    assert payment.amount_sen == sum(paid.amount_sen for paid in payment.records)
    assert {receipt.scheme for receipt in payment.receipts} == {"ACR", "ECR"}
    assert payment.fpx_id in {transaction.fpx_id for transaction in control.ledger()}


def test_mail_that_does_not_come_is_an_error_that_names_what_was_waited_for(inbox: WorldInbox) -> None:
    with pytest.raises(NoMail) as raised:
        inbox.wait(subject="moon", seconds=0)

    assert raised.value.subject == "moon"
    assert str(raised.value) == "No mail about 'moon' came within 0 seconds. The world has no mail."


@pytest.mark.world(scenario="queue")
def test_who_waits_for_mail_in_vain_is_told_what_did_come(control: WorldControl, inbox: WorldInbox) -> None:
    before = inbox.newest()
    control.query_registration("PID-20261108-00001", "Send Form 9")
    came = inbox.wait(after=before)

    with pytest.raises(NoMail) as raised:
        inbox.wait(to="nobody@x.example", seconds=0)

    assert raised.value.there[-1] == came
    assert f"newest first: {came.subject!r} to {came.to}" in str(raised.value)


def test_who_waits_for_mail_while_the_mail_server_is_down_is_told_so(
    inbox: WorldInbox, faults: WorldFaults
) -> None:
    faults.add("smtp", "down")

    with pytest.raises(NoMail) as raised:
        inbox.wait(seconds=0)

    assert raised.value.mend == 'The fault smtp is set, so mail waits: faults.remove("smtp").'


def test_a_snapshot_brings_a_world_back(control: WorldControl) -> None:
    control.let_run(running=False)
    control.snapshot("before")
    before = control.clock().now
    control.advance(timedelta(days=3))

    control.restore("before")

    assert control.clock().now == before


def test_a_world_can_be_taken_home_as_a_file(control: WorldControl) -> None:
    assert control.export().startswith(b"SQLite format 3")


def test_a_world_that_does_not_exist_is_refused_with_a_mend(portal: PortalAddresses) -> None:
    with pytest.raises(ControlRefused) as raised:
        Control(portal.control).world("atlantis")

    assert raised.value.status == 404
    assert raised.value.mend


def test_an_address_that_is_not_the_control_apis_is_said_to_be_another(world: World) -> None:
    with pytest.raises(ControlRefused) as not_found:
        Control(world.portal).new_world()

    assert str(not_found.value) == (
        f"{world.portal} is not the address of the control API. "
        'It is the one called "control" in what `assist portal --json` prints.'
    )


def test_a_page_where_json_was_due_is_no_answer_of_the_control_api(world: World) -> None:
    with pytest.raises(ControlRefused, match="is not the address of the control API"):
        Wire(world.portal).get("/")


def test_a_refusal_as_text_says_what_is_wrong_and_how_to_mend_it(
    portal: PortalAddresses, control: WorldControl
) -> None:
    with pytest.raises(ControlRefused) as no_scenario:
        Control(portal.control).new_world(scenario="atlantis")
    with pytest.raises(ControlRefused) as no_name:
        Control(portal.control).new_world(scenario="")
    with pytest.raises(ControlRefused) as no_setting:
        control.change(idle_second=8)

    assert str(no_scenario.value).startswith(
        'There is no scenario "atlantis". Name one of demo, queue, thousand, or '
    )
    assert str(no_name.value).startswith('There is no scenario "". Name one of ')
    assert str(no_setting.value).startswith('There is no setting "idle_second". There are: javascript, ')


def test_a_command_says_a_refusal_and_its_mend_once() -> None:
    refused = ControlRefused(
        code="world.not_found", message="There is no world.", mend="Make one.", status=404
    )

    assert told(refused, "en") == "There is no world. Make one."


def test_no_portal_at_an_address_is_said_with_the_address() -> None:
    with pytest.raises(PortalNotReachable) as raised:
        Control("http://control.localhost:1").version()

    assert raised.value.address == "http://control.localhost:1"


@pytest.fixture(scope="module")
def locked() -> Iterator[PortalAddresses]:
    """A portal whose control API asks for a token."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("TOKEN_OF_THE_PORTAL", "kept")
        with started_portal("--control-token-env", "TOKEN_OF_THE_PORTAL") as portal:
            yield portal


@pytest.mark.parametrize(
    ("held", "said"),
    [
        pytest.param("", "ASSIST_CONTROL_TOKEN: set it.", id="none"),
        pytest.param("lost", "another", id="wrong"),
    ],
)
def test_who_lacks_the_token_is_told_which_variable_holds_it(
    locked: PortalAddresses, held: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(TOKEN_VARIABLE, held)

    with pytest.raises(ControlRefused) as raised:
        Control(locked.control).version()

    assert raised.value.code == "control.token_needed"
    assert said in raised.value.mend


def test_the_token_in_the_variable_opens_the_control_api(
    locked: PortalAddresses, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(TOKEN_VARIABLE, "kept")

    assert Control(locked.control).version()
