"""What an officer does with Portal IDs (portal-flows 12.1)."""

import pytest

from mock_portal.accounts import issuing
from mock_portal.accounts.errors import EmailInUse
from mock_portal.accounts.password_rules import PasswordRules
from mock_portal.errors import NotAllowed
from mock_portal.worlds.models import WorldState
from mock_portal.worlds.settings import WorldSettings
from tests.mock_portal.accounts.logging_in import EMAIL, NOBODY, problems, try_to_log_in
from tests.mock_portal.conftest import Portal

AMINAH = 1
CLOSED = ["This ID is closed. Contact PERKESO at 1-300-22-8000 to have it opened."]


def issue(portal: Portal, email: str = "baru@contoh.example") -> issuing.IssuedAccount:
    with portal.session(may_write=True) as session:
        return issuing.issue_account(
            session,
            email=email,
            name="BAHARU BIN CONTOH",
            designation="Clerk",
            phone="03-0000 0001",
            now=session.get_one(WorldState, 1).clock.now(),
        )


def act(portal: Portal, what: str, account_id: int = AMINAH) -> str | None:
    with portal.session(may_write=True) as session:
        now = session.get_one(WorldState, 1).clock.now()
        done: str | None = getattr(issuing, what)(session, account_id, now)
    return done


def test_an_issued_id_has_a_temporary_password_that_keeps_the_rules(portal: Portal) -> None:
    issued = issue(portal)

    rules = PasswordRules.of(WorldSettings())
    own_names = (issued.email, issued.user_id)
    assert rules.broken_by(issued.temporary_password, own_names=own_names) == ()


def test_two_issued_ids_have_different_passwords_and_user_ids(portal: Portal) -> None:
    one, two = issue(portal, "baru@contoh.example"), issue(portal, "baru@teladan.example")

    assert (one.user_id, two.user_id) == ("BARU", "BARU2")
    assert one.temporary_password != two.temporary_password


def test_what_is_issued_does_not_show_its_password_when_it_is_printed(portal: Portal) -> None:
    issued = issue(portal)

    assert issued.temporary_password not in f"{issued} {issued!r}"


@pytest.mark.parametrize("email", [EMAIL, f" {EMAIL.upper()} "])
def test_an_email_in_use_gets_no_second_id(portal: Portal, email: str) -> None:
    with pytest.raises(EmailInUse):
        issue(portal, email)


def test_an_email_is_in_use_whatever_its_capitals(portal: Portal) -> None:
    with portal.session() as session:
        used = [issuing.email_in_use(session, email) for email in (EMAIL, EMAIL.upper(), NOBODY)]

    assert used == [True, True, False]


def test_unlocking_lets_in_before_the_thirty_minutes_are_over(portal: Portal) -> None:
    for _ in range(5):
        try_to_log_in(portal.client(), password="wrong")

    act(portal, "unlock")

    assert try_to_log_in(portal.client()).request.path == "/employer/home"


def test_a_closed_id_is_refused_until_it_is_opened_again(portal: Portal) -> None:
    act(portal, "disable")
    closed = problems(try_to_log_in(portal.client()))
    act(portal, "enable")

    assert closed == CLOSED
    assert try_to_log_in(portal.client()).request.path == "/employer/home"


@pytest.mark.parametrize(("first", "then"), [("disable", "disable"), ("unlock", "enable")])
def test_an_id_is_not_closed_or_opened_twice(portal: Portal, first: str, then: str) -> None:
    act(portal, first)

    with pytest.raises(NotAllowed):
        act(portal, then)


def test_a_new_temporary_password_takes_the_place_of_the_one_before(portal: Portal) -> None:
    new = act(portal, "reissue_temporary_password")

    assert problems(try_to_log_in(portal.client())) == ["Invalid email address or password."]
    assert new is not None
    assert problems(try_to_log_in(portal.client(), EMAIL, new)) == []
