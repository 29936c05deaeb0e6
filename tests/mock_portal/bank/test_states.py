"""The bank's own state machine: exactly these moves, and an answer for each."""

import itertools

import pytest

from mock_portal.bank.states import FINAL, MOVES, State, moved, state_after
from mock_portal.errors import NotAllowed
from mock_portal.fpx.codes import CODES, Code

DRAWN = {
    "received": {"approved", "awaiting_approver", "declined", "cancelled"},
    "awaiting_approver": {"approved", "declined", "expired"},
}


@pytest.mark.parametrize(("start", "end"), list(itertools.product(State, State)))
def test_a_move_is_allowed_exactly_where_the_table_has_it(start: State, end: State) -> None:
    if end in DRAWN.get(start, set()):
        assert moved(start, end) is end
    else:
        with pytest.raises(NotAllowed):
            moved(start, end)


def test_a_final_state_has_no_way_out() -> None:
    assert {start for start, _ in MOVES} == set(State) - FINAL


@pytest.mark.parametrize("code", CODES.values(), ids=CODES)
def test_every_code_leads_out_of_received_and_speaks_both_languages(code: Code) -> None:
    assert state_after(code) is not State.RECEIVED
    assert code.reason.en != code.reason.ms
    assert code.mend.en != code.mend.ms
