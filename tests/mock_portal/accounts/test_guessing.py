"""Guessing passwords: locks by what was typed, waits by the network address (portal-flows 1.3; issue 4)."""

from collections.abc import Callable

import pytest
from argon2.exceptions import VerificationError
from sqlalchemy import func, select

from mock_portal.accounts import passwords
from mock_portal.accounts.errors import AccountLocked, BadCredentials, TooManyTries
from mock_portal.accounts.guessing import network_of
from mock_portal.accounts.service import Attempt, log_in
from mock_portal.errors import PortalError
from mock_portal.tries import Lock, Try
from mock_portal.worlds.models import WorldState
from mock_portal.worlds.settings import WorldSettings
from tests.mock_portal.accounts.logging_in import EMAIL, problems, try_to_log_in
from tests.mock_portal.accounts.passwords import ask_for_link
from tests.mock_portal.browsing import Visitor, forms
from tests.mock_portal.conftest import Portal

WAIT = ["Too many tries came from your network address. Try again in 15 minutes."]


def guesser(portal: Portal, address: str, **headers: str) -> Callable[[str, str], str]:
    """Somebody at an address who posts guesses straight to the form; each answer's problem is given back."""
    visitor = Visitor(portal.dispatcher, portal.origin(), address=address)
    token = forms(visitor.get("/employer/login"))[0].values["csrf_token"]

    def guess(email: str, password: str) -> str:
        answer = visitor.post(
            "/employer/login/password",
            data={"csrf_token": token, "email": email, "password": password},
            headers={name.replace("_", "-"): value for name, value in headers.items()},
        )
        return problems(answer)[0]

    return guess


@pytest.fixture
def hashing(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Grows by one each time that a password is hashed to be compared; hashing itself costs nothing here."""
    compared: list[str] = []

    class Watched:
        hash = passwords._HASHER.hash

        def verify(self, password_hash: str, password: str) -> bool:
            del password_hash
            compared.append(password)
            raise VerificationError

    monkeypatch.setattr(passwords, "_HASHER", Watched())
    return compared


def test_a_thousand_guesses_at_one_password_from_ten_addresses_try_five(
    portal: Portal, hashing: list[str]
) -> None:
    refused: list[type[PortalError]] = []
    with portal.session(may_write=True) as session:
        now = session.get_one(WorldState, 1).clock.now()
        for number in range(1000):
            attempt = Attempt(EMAIL, f"Guess#{number:04}", f"192.0.2.{number % 10}")
            with pytest.raises(PortalError) as error:
                log_in(session, attempt, settings=WorldSettings(), now=now)
            refused.append(error.type)

    assert hashing == [f"Guess#{number:04}" for number in range(5)]
    assert refused == [BadCredentials] * 4 + [AccountLocked] * 496 + [TooManyTries] * 500
    with portal.session() as session:
        locks = session.scalars(select(Lock.subject).filter_by(of="account")).all()
        waiting = session.scalars(select(Lock.subject).filter_by(of="address").order_by(Lock.subject)).all()
    assert locks == [EMAIL]
    assert waiting == [f"192.0.2.{house}" for house in range(10)]


def test_guesses_at_many_ids_stop_at_fifty_for_each_address(portal: Portal, hashing: list[str]) -> None:
    guess = guesser(portal, "192.0.2.1")

    said = [guess(f"somebody{number}@contoh.example", "Guess#2026") for number in range(51)]

    assert len(hashing) == 50
    assert said[49:] == ["Invalid email address or password.", WAIT[0]]


def test_an_address_that_has_to_wait_lets_the_others_go_on(portal: Portal) -> None:
    portal.set(address_tries=2)
    guess = guesser(portal, "192.0.2.1")
    for number in range(2):
        guess(f"somebody{number}@contoh.example", "Guess#2026")

    refused = try_to_log_in(Visitor(portal.dispatcher, portal.origin(), address="192.0.2.1"))
    elsewhere = try_to_log_in(Visitor(portal.dispatcher, portal.origin(), address="192.0.2.2"))

    assert (refused.status_code, problems(refused)) == (429, WAIT)
    assert elsewhere.request.path == "/employer/home"


def test_after_fifteen_minutes_of_the_worlds_clock_it_may_try_again(portal: Portal) -> None:
    portal.set(address_tries=2)
    for number in range(2):
        try_to_log_in(portal.client(), f"somebody{number}@contoh.example", "wrong")
    waiting = problems(try_to_log_in(portal.client()))
    portal.move_clock(minutes=15)

    assert waiting == WAIT
    assert try_to_log_in(portal.client()).request.path == "/employer/home"


def test_tries_older_than_the_window_do_not_count(portal: Portal) -> None:
    portal.set(address_tries=2)
    for _ in range(3):
        try_to_log_in(portal.client(), "somebody@contoh.example", "wrong")
        portal.move_clock(minutes=15)

    assert try_to_log_in(portal.client()).request.path == "/employer/home"


def test_the_wait_is_said_in_malay(portal: Portal) -> None:
    portal.set(address_tries=1)
    try_to_log_in(portal.client(), password="wrong")

    answer = try_to_log_in(portal.client(language="ms"))

    assert problems(answer) == [
        "Terlalu banyak cubaan daripada alamat rangkaian anda. Cuba lagi dalam 15 minit."
    ]


def test_log_ins_that_succeed_are_no_tries(portal: Portal) -> None:
    portal.set(address_tries=2)
    for _ in range(5):
        try_to_log_in(portal.client())

    with portal.session() as session:
        counted = session.scalars(select(func.count()).select_from(Try).filter_by(of="address")).one()
    assert counted == 0


def test_links_asked_for_are_counted_too(portal: Portal) -> None:
    portal.set(address_tries=3)
    pages = [ask_for_link(portal) for _ in range(4)]

    assert [page.status_code for page in pages] == [200, 200, 200, 429]
    assert problems(pages[-1]) == WAIT
    assert len(portal.mail()) == 3


def test_an_address_that_a_request_tells_of_itself_is_not_believed(portal: Portal) -> None:
    portal.set(address_tries=2)
    said = [
        guesser(portal, "192.0.2.1", X_Forwarded_For=f"198.51.100.{number}")(f"a{number}@contoh.example", "x")
        for number in range(3)
    ]

    assert said[-1] == WAIT[0]


def test_behind_a_proxy_the_address_that_the_proxy_adds_counts(portal: Portal) -> None:
    portal.set(address_tries=2, client_address="forwarded")
    one_house = [
        guesser(portal, "192.0.2.1", X_Forwarded_For=f"10.0.0.{number}, 198.51.100.7")(
            f"a{number}@contoh.example", "x"
        )
        for number in range(3)
    ]
    another = guesser(portal, "192.0.2.1", X_Forwarded_For="198.51.100.8")("b@contoh.example", "x")

    assert one_house[-1] == WAIT[0]
    assert another == "Invalid email address or password."


@pytest.mark.parametrize(
    ("address", "counted_as"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"),
        ("", "unknown"),
        ("<script>", "unknown"),
    ],
)
def test_addresses_of_one_house_are_counted_together(address: str, counted_as: str) -> None:
    assert network_of(address) == counted_as
