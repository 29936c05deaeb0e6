"""The state machine of portal-flows 12.4: exactly these moves, and no other."""

import itertools

import pytest

from mock_portal.errors import NotAllowed
from mock_portal.payments.states import FINAL, HOLDING, MOVES, WORDS, State, moved

DRAWN = {
    "new": {"redirected", "cancelled"},
    "redirected": {"successful", "unsuccessful", "cancelled", "pending_authorisation", "unknown", "expired"},
    "unknown": {"successful", "unsuccessful", "cancelled", "pending_authorisation", "expired"},
    "pending_authorisation": {"successful", "unsuccessful", "expired"},
}


@pytest.mark.parametrize(("start", "end"), list(itertools.product(State, State)))
def test_a_move_is_allowed_exactly_where_the_diagram_has_it(start: State, end: State) -> None:
    if end in DRAWN.get(start, set()):
        assert moved(start, end) is end
    else:
        with pytest.raises(NotAllowed) as refused:
            moved(start, end)
        assert (refused.value.from_state, refused.value.to_state) == (start, end)


def test_a_final_state_has_no_way_out() -> None:
    assert {start for start, _ in MOVES} == set(State) - FINAL


def test_a_record_is_free_only_after_its_payment_failed() -> None:
    assert set(State) - HOLDING == {State.UNSUCCESSFUL, State.CANCELLED, State.EXPIRED}


def test_every_state_has_its_word_in_both_languages() -> None:
    assert set(WORDS) == set(State)
    assert all(word.en and word.ms and word.en != word.ms for word in WORDS.values())
