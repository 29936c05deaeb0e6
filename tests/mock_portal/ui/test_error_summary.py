"""The summary of errors: each line names its field, and says what stands at the field and nothing else."""

import pytest

from tests.mock_portal.accounts.passwords import change
from tests.mock_portal.browsing import Visitor, parse, summary
from tests.mock_portal.conftest import Portal
from tests.mock_portal.registration.filling import COMPANY, GOOD_COMPANY, START

WRONG = {
    "telephone": "12",
    "fax": "12",
    "address_1": "-" + "\N{SNOWMAN}" * 200,
    "address_2": "x" * 101,
    "name": "zero\N{ZERO WIDTH SPACE}width",
    "sector": "",
}
PHONE = "Enter a telephone number with 7 to 15 digits, like 03-4264 5555"


def test_two_fields_with_the_same_message_are_told_apart(portal: Portal) -> None:
    visitor = portal.client()

    answer = visitor.submit(
        visitor.get(COMPANY), GOOD_COMPANY | {"telephone": "1", "fax": "1"}, button="Save & Continue"
    )

    assert summary(answer) == [("Telephone", PHONE), ("Fax", PHONE)]


def test_the_fields_are_named_in_malay_too(portal: Portal) -> None:
    visitor = portal.client(language="ms")

    answer = visitor.submit(
        visitor.get(COMPANY), GOOD_COMPANY | {"telephone": "1", "fax": "1"}, button="Simpan & Seterusnya"
    )

    assert [label for label, _ in summary(answer)] == ["Telefon", "Faks"]


def test_a_message_that_answers_a_question_stands_without_it(portal: Portal) -> None:
    visitor = portal.client()

    answer = visitor.submit(visitor.get(START), {})

    assert summary(answer) == [("", "Select New Employer or Existing Employer")]


@pytest.mark.parametrize("typed", [pytest.param(WRONG, id="wrong"), pytest.param({}, id="nothing")])
def test_the_summary_and_the_fields_say_the_same(portal: Portal, typed: dict[str, str]) -> None:
    visitor = portal.client()
    given = GOOD_COMPANY | typed if typed else dict.fromkeys(GOOD_COMPANY, "")

    answer = visitor.submit(visitor.get(COMPANY), given, button="Save & Continue")

    tree = parse(answer.text)
    errors = [list(e.itertext()) for e in tree.iter("p") if e.get("class") == "field-error"]
    at_fields = [text.strip() for _error, *messages in errors for text in messages]
    assert [message for _, message in summary(answer)] == at_fields
    assert len(at_fields) >= len(typed)


def test_a_field_with_several_messages_shows_all_of_them(signed_in: Visitor) -> None:
    answer = change(signed_in, new="NEW#PASSWORD")

    (error,) = [e for e in parse(answer.text).iter("p") if e.get("id") == "new-error"]
    assert len(summary(answer)) == 2
    assert [text.strip() for text in error.itertext()] == ["Error:", *(said for _, said in summary(answer))]
