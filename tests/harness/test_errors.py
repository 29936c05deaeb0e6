"""Errors that say more than one thing, by what they are told."""

import pytest

from harness.errors import BankNotOffered


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        pytest.param("Bank Ujian", "Bank Ujian is offline.", id="offline"),
        pytest.param("Bank Ujian (Offline)", "Bank Ujian (Offline) is offline.", id="as shown"),
        pytest.param("Bank", "The Bank List has no Bank.", id="half a name"),
    ],
)
def test_a_bank_is_offline_where_the_list_shows_its_name_as_offline(asked: str, said: str) -> None:
    error = BankNotOffered(
        asked, offered=["Bank Contoh", "Bank Contoh Dua"], offline=["Bank Ujian (Offline)"]
    )

    assert (str(error), error.mend) == (said, "Choose one of: Bank Contoh, Bank Contoh Dua.")
