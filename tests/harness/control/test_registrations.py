"""Past the officer in one call, through the typed client."""

import pytest

from harness.control import Registration, WorldControl, WorldInbox
from harness.errors import ControlRefused

pytestmark = pytest.mark.world(scenario="queue")

FIRST, SECOND = "PID-20261108-00001", "PID-20261109-00002"
DEVAN = "pegawai2@perkeso.example"


def test_an_approval_tells_employer_code_and_portal_id_and_mails_the_password(
    control: WorldControl, inbox: WorldInbox
) -> None:
    told = control.approve_registration(FIRST)

    assert (told.state, told.portal_id) == ("approved", "faridah@teh-tarik.example")
    assert told == control.registration(FIRST)
    assert told.employer_code in inbox.wait(to=told.portal_id).text


def test_a_query_and_a_rejection_take_their_reason_along(control: WorldControl) -> None:
    asked = control.query_registration(FIRST, "Send Form 9", officer=DEVAN)
    refused = control.reject_registration(SECOND, "Not a business", officer=DEVAN)

    assert (asked.state, asked.reason) == ("query", "Send Form 9")
    assert (refused.state, refused.taken_by) == ("rejected", "DEVAN A/L CONTOH")


def test_before_a_decision_nothing_is_given(control: WorldControl) -> None:
    assert control.registration(FIRST) == Registration(
        reference=FIRST,
        kind="new",
        state="submitted",
        employer_name="TEH TARIK CONTOH SDN. BHD.",
        email="faridah@teh-tarik.example",
    )


def test_a_second_decision_is_refused_in_words(control: WorldControl) -> None:
    control.approve_registration(FIRST)

    with pytest.raises(ControlRefused) as refused:
        control.reject_registration(FIRST, "Too late")

    assert refused.value.code == "registration.already_decided"
