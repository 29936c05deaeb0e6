import pytest

from mock_portal.errors import NotAllowed
from mock_portal.submissions.states import MOVES, State, moved


def test_a_move_of_the_diagram_is_allowed() -> None:
    assert moved("submitted", State.PAYMENT_PENDING) is State.PAYMENT_PENDING


@pytest.mark.parametrize(
    ("now", "to"),
    [
        pytest.param(State.PAID, State.SUBMITTED, id="a paid record is not unpaid again"),
        pytest.param(State.PAID, State.PAYMENT_PENDING, id="a paid record is not paid twice"),
        pytest.param(State.PAYMENT_PENDING, State.CANCELLED, id="a record in payment is not removed"),
        pytest.param(State.ERRORS, State.SUBMITTED, id="a file with errors is not submitted"),
        pytest.param(State.CANCELLED, State.PAID, id="a removed record is not paid"),
    ],
)
def test_a_move_that_the_diagram_has_not_is_refused_with_both_its_states(now: State, to: State) -> None:
    with pytest.raises(NotAllowed) as refused:
        moved(now, to)

    assert (refused.value.from_state, refused.value.to_state) == (now, to)


def test_every_state_but_the_first_can_be_reached() -> None:
    assert {to for _, to in MOVES} | {State.PENDING} == set(State)
