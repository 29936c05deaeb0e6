"""Locks, and IDs that cannot log in as they are (portal-flows 1.3, 1.4)."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from mock_portal.accounts import passwords
from mock_portal.accounts.models import AccountState
from mock_portal.employers.models import EmployerRow
from mock_portal.tries import Lock, Try
from tests.mock_portal.accounts.logging_in import (
    EMAIL,
    NOBODY,
    change_account,
    problems,
    try_to_log_in,
)
from tests.mock_portal.browsing import parse, words
from tests.mock_portal.conftest import Portal

INVALID = ["Invalid email address or password."]


def fail(portal: Portal, times: int, email: str = EMAIL) -> list[str]:
    """Type a wrong password so often; what the last answer says."""
    said: list[str] = []
    for _ in range(times):
        said = problems(try_to_log_in(portal.client(), email, "wrong"))
    return said


@pytest.mark.parametrize("email", [EMAIL, NOBODY])
def test_the_fifth_failure_locks_and_says_for_how_long_whether_or_not_the_id_exists(
    portal: Portal, email: str
) -> None:
    fourth = fail(portal, 4, email)
    fifth = fail(portal, 1, email)

    assert (fourth, fifth) == (INVALID, ["Your account is locked. Try again in 30 minutes."])


def test_a_lock_is_said_in_malay(portal: Portal) -> None:
    fail(portal, 5)

    answer = try_to_log_in(portal.client(language="ms"))

    assert problems(answer) == ["Akaun anda dikunci. Cuba lagi dalam 30 minit."]


@pytest.mark.parametrize(
    ("language", "says", "link"),
    [
        ("en", "a new password opens it at once", "/employer/forgot-password"),
        ("ms", "kata laluan baharu akan membukanya serta-merta", "/ms/employer/forgot-password"),
    ],
)
@pytest.mark.parametrize("email", [EMAIL, NOBODY])
def test_a_lock_says_that_a_new_password_opens_it_whether_or_not_the_id_exists(
    portal: Portal, email: str, language: str, says: str, link: str
) -> None:
    fail(portal, 5, email)

    main = parse(try_to_log_in(portal.client(language=language), email).text).find(".//main")

    assert main is not None
    (notice,) = [part for part in main.iter("div") if "notice" in part.get("class", "").split()]
    assert says in words(notice)
    assert [a.get("href") for a in notice.iter("a")] == [link]


def test_a_wrong_password_alone_says_nothing_of_a_lock(portal: Portal) -> None:
    answer = try_to_log_in(portal.client(), EMAIL, "wrong")

    assert "opens it at once" not in answer.text


@pytest.mark.parametrize(
    ("later", "says"),
    [
        (timedelta(seconds=1), "Try again in 30 minutes."),
        (timedelta(minutes=12), "Try again in 18 minutes."),
        (timedelta(minutes=28, seconds=1), "Try again in 2 minutes."),
        (timedelta(minutes=29), "Try again in 1 minute."),
        (timedelta(minutes=29, seconds=59), "Try again in 1 minute."),
    ],
)
def test_even_the_right_password_waits_for_the_minutes_left(
    portal: Portal, later: timedelta, says: str
) -> None:
    fail(portal, 5)
    portal.move_clock(later.total_seconds())

    answer = try_to_log_in(portal.client())

    assert problems(answer) == [f"Your account is locked. {says}"]


def test_a_lock_opens_after_thirty_minutes_of_the_worlds_clock(portal: Portal) -> None:
    fail(portal, 5)
    portal.move_clock(minutes=30)

    assert try_to_log_in(portal.client()).request.path == "/employer/home"


def test_after_a_lock_counting_begins_anew(portal: Portal) -> None:
    fail(portal, 5)
    portal.move_clock(minutes=30)

    assert fail(portal, 4) == INVALID


def test_tries_while_it_is_locked_do_not_prolong_the_lock(portal: Portal) -> None:
    fail(portal, 5)
    portal.move_clock(minutes=20)
    fail(portal, 5)
    portal.move_clock(minutes=10)

    assert try_to_log_in(portal.client()).request.path == "/employer/home"


@pytest.mark.parametrize(("minutes", "said"), [(15, INVALID), (14, None)])
def test_failures_older_than_fifteen_minutes_do_not_count(
    portal: Portal, minutes: int, said: list[str] | None
) -> None:
    fail(portal, 4)
    portal.move_clock(minutes=minutes)

    assert fail(portal, 1) == (said or ["Your account is locked. Try again in 30 minutes."])


def test_a_log_in_forgets_the_failures_before_it(portal: Portal) -> None:
    fail(portal, 4)
    try_to_log_in(portal.client())

    assert fail(portal, 4) == INVALID


def test_capitals_do_not_make_failures_of_another_id(portal: Portal) -> None:
    fail(portal, 4)

    assert fail(portal, 1, EMAIL.upper()) == ["Your account is locked. Try again in 30 minutes."]


def test_a_lock_is_of_one_id_in_one_world(portal: Portal) -> None:
    other = portal.another_world()
    fail(portal, 5)

    elsewhere = try_to_log_in(portal.client(world=other))
    somebody_else = try_to_log_in(portal.client(), "lim@teladan.example", "Teladan#2026")

    assert (elsewhere.request.path, somebody_else.request.path) == ("/employer/home", "/employer/home")


def test_the_worlds_settings_say_how_many_failures_lock_and_for_how_long(portal: Portal) -> None:
    portal.set(lock_after_failures=2, lock_seconds=600)

    assert fail(portal, 2) == ["Your account is locked. Try again in 10 minutes."]


def test_rows_of_failures_and_locks_hold_only_what_was_typed_as_email(portal: Portal) -> None:
    fail(portal, 5)
    fail(portal, 1, NOBODY)

    with portal.session() as session:
        failures = session.scalars(select(Try.subject).filter_by(of="account")).all()
        locks = session.scalars(select(Lock.subject).filter_by(of="account")).all()
    assert (failures, locks) == ([NOBODY], [EMAIL])


def test_a_hash_is_computed_for_nobodys_password_as_for_somebodys(
    portal: Portal, monkeypatch: pytest.MonkeyPatch
) -> None:
    verified: list[str] = []
    verify = passwords._HASHER.verify

    class Watched:
        hash = passwords._HASHER.hash

        def verify(self, password_hash: str, password: str) -> bool:
            verified.append(password_hash.rpartition("$")[0].rpartition("$")[0])
            return verify(password_hash, password)

    monkeypatch.setattr(passwords, "_HASHER", Watched())
    fail(portal, 1, EMAIL)
    fail(portal, 1, NOBODY)

    assert verified == ["$argon2id$v=19$m=19456,t=2,p=1"] * 2


def test_a_closed_id_says_whom_to_call(portal: Portal) -> None:
    change_account(portal, state=AccountState.DISABLED)

    english = try_to_log_in(portal.client())
    malay = try_to_log_in(portal.client(language="ms"))

    assert problems(english) == ["This ID is closed. Contact PERKESO at 1-300-22-8000 to have it opened."]
    assert problems(malay) == ["ID ini telah ditutup. Hubungi PERKESO di 1-300-22-8000 untuk membukanya."]


def test_only_the_right_password_tells_that_an_id_is_closed(portal: Portal) -> None:
    change_account(portal, state=AccountState.DISABLED)

    assert fail(portal, 1) == INVALID


def test_an_id_whose_employer_ceased_says_whom_to_call(portal: Portal) -> None:
    with portal.session(may_write=True) as session:
        session.get_one(EmployerRow, 1).status = "ceased"

    assert problems(try_to_log_in(portal.client())) == [
        "The employer of this ID has ceased. Contact PERKESO at 1-300-22-8000."
    ]
