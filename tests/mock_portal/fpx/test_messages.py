"""The messages of FPX: written, read back, and refused as soon as anything in them is touched."""

from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mock_portal.fpx.business import BusinessModel
from mock_portal.fpx.codes import CODES
from mock_portal.fpx.messages import BadMessage, BankAnswer, PaymentRequest, canonical, signed
from mock_portal.fpx.signing import KeyRing, Party
from mock_portal.worlds.clock import MALAYSIA

AT = datetime(2026, 11, 10, 9, 0, tzinfo=MALAYSIA)
ANSWER = BankAnswer("PA20261110000003", "2611100900000003", 11_045, BusinessModel.B2C, "CTH01", "00", AT)
REQUEST = PaymentRequest("PA20261110000003", 11_045, BusinessModel.B2B, "CTH01", "a|b%@contoh.example", AT)

words = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=20)


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> KeyRing:
    return KeyRing(tmp_path_factory.mktemp("keys"), "w7")


def test_a_request_is_read_as_it_was_written(keys: KeyRing) -> None:
    assert PaymentRequest.read(signed(REQUEST.fields(), Party.PORTAL, keys), keys) == REQUEST


@pytest.mark.parametrize("code", CODES)
def test_an_answer_is_read_as_it_was_written(keys: KeyRing, code: str) -> None:
    answer = BankAnswer("PA1", "1", 100, BusinessModel.B2C, "CTH01", code, AT)

    assert BankAnswer.read(signed(answer.fields(), Party.BANK, keys), keys) == answer


@pytest.mark.parametrize("field", ANSWER.fields())
def test_a_change_of_any_field_breaks_the_signature(keys: KeyRing, field: str) -> None:
    form = signed(ANSWER.fields(), Party.BANK, keys)

    with pytest.raises(BadMessage):
        BankAnswer.read({**form, field: form[field] + "1"}, keys)


@pytest.mark.parametrize("field", ANSWER.fields())
def test_a_message_without_a_field_is_refused(keys: KeyRing, field: str) -> None:
    fields = {name: value for name, value in ANSWER.fields().items() if name != field}
    needed = field not in {"fpx_sellerExId", "fpx_sellerId"}

    if needed:
        with pytest.raises(BadMessage):
            BankAnswer.read(signed(fields, Party.BANK, keys), keys)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        pytest.param("fpx_txnAmount", "110.4", id="one digit of sen"),
        pytest.param("fpx_txnAmount", "-1.00", id="a negative amount"),
        pytest.param("fpx_txnAmount", "1e5.00", id="no digits"),
        pytest.param("fpx_txnCurrency", "USD", id="another currency"),
        pytest.param("fpx_debitAuthCode", "ZZ", id="no such code"),
        pytest.param("fpx_msgToken", "03", id="no such business model"),
        pytest.param("fpx_fpxTxnTime", "20261310090000", id="no such day"),
        pytest.param("fpx_fpxTxnId", "9" * 401, id="too long"),
        pytest.param("fpx_fpxTxnId", "", id="empty"),
    ],
)
def test_even_a_signed_message_must_make_sense(keys: KeyRing, field: str, value: str) -> None:
    with pytest.raises(BadMessage) as refused:
        BankAnswer.read(signed({**ANSWER.fields(), field: value}, Party.BANK, keys), keys)

    assert refused.value.problem == "malformed"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(words, words, max_size=4), st.dictionaries(words, words, max_size=4))
def test_two_messages_are_signed_alike_only_if_they_are_alike(
    one: dict[str, str], other: dict[str, str]
) -> None:
    assert (canonical(one) == canonical(other)) == (one == other)
