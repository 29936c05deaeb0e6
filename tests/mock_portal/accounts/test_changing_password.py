"""Changing a password, its rules, and what comes with it (portal-flows 1.4, 3.2)."""

from collections.abc import Callable

import pytest
from sqlalchemy import func, select

from mock_portal.accounts.models import Account, FormerPassword
from tests.mock_portal.accounts.logging_in import EMAIL, PASSWORD, USER_ID, heading, problems, try_to_log_in
from tests.mock_portal.accounts.passwords import NEW, change, fill_in, rules_broken
from tests.mock_portal.browsing import Visitor, forms
from tests.mock_portal.conftest import Portal

LENGTH = "The new password must have 8 to 20 characters"
UPPER = "The new password needs a capital letter"
LOWER = "The new password needs a small letter"
DIGIT = "The new password needs a number"
SYMBOL = "The new password needs a symbol, such as # or +"
OWN_NAME = "The new password must not be your email address or User ID"
FORMER = "The new password must not be one of your last 3"


def test_the_way_there_is_the_menu_under_the_users_name(signed_in: Visitor) -> None:
    home = signed_in.get("/employer/home")

    assert '<a href="/employer/change-password">Change password</a>' in home.text


@pytest.mark.parametrize(
    ("language", "done"), [("en", "Password changed"), ("ms", "Kata laluan telah ditukar")]
)
def test_whoever_knows_the_password_changes_it(
    portal: Portal, log_in: Callable[..., Visitor], language: str, done: str
) -> None:
    page = change(log_in(language=language))

    assert heading(page) == done
    assert try_to_log_in(portal.client(), EMAIL, NEW).request.path == "/employer/home"


def test_the_confirmation_is_for_who_changed_it(signed_in: Visitor) -> None:
    answer = signed_in.get("/employer/change-password/done")

    assert (answer.status_code, answer.location) == (303, "/employer/change-password")


@pytest.mark.parametrize(
    ("new", "said"),
    [
        pytest.param("", ["Enter a new password", "Enter the new password again"], id="nothing"),
        pytest.param("a" * 201, [LENGTH, UPPER, DIGIT, SYMBOL], id="far too long"),
        pytest.param("Aa1#567", [LENGTH], id="seven characters"),
        pytest.param("Aa1#" + "x" * 17, [LENGTH], id="21 characters"),
        pytest.param("aa1#5678", [UPPER], id="no capital letter"),
        pytest.param("AA1#5678", [LOWER], id="no small letter"),
        pytest.param("Aab#cdef", [DIGIT], id="no number"),
        pytest.param("Aa1b5678", [SYMBOL], id="no symbol"),
        pytest.param("Aa1 5678", [SYMBOL], id="a space is no symbol"),
        pytest.param("Aa1\u202e5678", [SYMBOL], id="a right-to-left mark is no symbol"),
        pytest.param("Aa\u0661#bcdef", [DIGIT], id="an Arabic digit is no number"),
        pytest.param("password", [UPPER, DIGIT, SYMBOL], id="three rules at once"),
        pytest.param(EMAIL.upper(), [LENGTH, LOWER, DIGIT, OWN_NAME], id="the e-mail in capitals"),
        pytest.param(USER_ID, [LOWER, DIGIT, SYMBOL, OWN_NAME], id="the User ID"),
        pytest.param(PASSWORD, [FORMER], id="the one of now"),
    ],
)
def test_a_new_password_is_refused_in_words(signed_in: Visitor, new: str, said: list[str]) -> None:
    answer = change(signed_in, new=new)

    assert (answer.status_code, problems(answer)) == (422, said)
    assert "<title>Error: Change Password" in answer.text


@pytest.mark.parametrize(
    "new",
    [
        pytest.param("Aa1#5678", id="8 characters"),
        pytest.param("Aa1#" + "x" * 16, id="20 characters"),
        pytest.param("<script>alert(1)</Z>", id="a script"),
        pytest.param("Rahsia1\U0001f512", id="an emoji is a symbol"),
        pytest.param("Éa1#5678", id="letters of other languages"),
    ],
)
def test_a_new_password_that_keeps_the_rules_is_taken(portal: Portal, signed_in: Visitor, new: str) -> None:
    assert heading(change(signed_in, new=new)) == "Password changed"
    assert try_to_log_in(portal.client(), EMAIL, new).request.path == "/employer/home"


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        pytest.param("current", "", "Enter your current or temporary password", id="no current one"),
        pytest.param("current", "x" * 201, "A password has at most 200 characters", id="a long current one"),
        pytest.param("current", "wrong", "This is not your current password", id="a wrong current one"),
        pytest.param("confirm", "", "Enter the new password again", id="not typed again"),
        pytest.param("confirm", NEW + "x", "The two new passwords are not the same", id="typed otherwise"),
    ],
)
def test_the_other_fields_are_refused_in_words(signed_in: Visitor, field: str, typed: str, said: str) -> None:
    page = signed_in.get("/employer/change-password")

    answer = signed_in.submit(page, {"current": PASSWORD, "new": NEW, "confirm": NEW} | {field: typed})

    assert (heading(answer), problems(answer)) == ("Change Password", [said])


@pytest.mark.parametrize("language", ["en", "ms"])
def test_a_refused_page_keeps_no_password(log_in: Callable[..., Visitor], language: str) -> None:
    answer = change(log_in(language=language), current="Salah#2026", new="tooweak1")

    form = next(form for form in forms(answer) if "new" in form.fields)
    assert [form.values[name] for name in ("current", "new", "confirm")] == ["", "", ""]
    assert "tooweak1" not in answer.text
    assert "Salah#2026" not in answer.text


def test_without_scripts_the_answer_marks_the_rules_that_are_not_met(signed_in: Visitor) -> None:
    answer = change(signed_in, new="password")

    assert rules_broken(answer) == ["upper", "digit", "symbol"]


def test_the_last_three_passwords_cannot_be_chosen_again_and_the_fourth_last_can(
    signed_in: Visitor,
) -> None:
    for before, after in [(PASSWORD, "Kedua#2026"), ("Kedua#2026", "Ketiga#2026")]:
        assert heading(change(signed_in, current=before, new=after)) == "Password changed"

    refused = [
        problems(change(signed_in, current="Ketiga#2026", new=old)) for old in (PASSWORD, "Kedua#2026")
    ]
    change(signed_in, current="Ketiga#2026", new="Keempat#2026")
    again = change(signed_in, current="Keempat#2026", new=PASSWORD)

    assert refused == [[FORMER], [FORMER]]
    assert heading(again) == "Password changed"


def test_passwords_are_kept_as_hashes_only(portal: Portal, signed_in: Visitor) -> None:
    change(signed_in)

    with portal.session() as session:
        now = session.scalars(select(Account.password_hash).filter_by(email=EMAIL)).all()
        former = session.scalars(select(FormerPassword.password_hash)).all()
    assert [kept.startswith("$argon2id$v=19$m=19456,t=2,p=1$") for kept in [*now, *former]] == [True, True]
    assert set(now).isdisjoint(former)


def test_wrong_current_passwords_count_as_failures_and_lock(portal: Portal, signed_in: Visitor) -> None:
    answers = [change(signed_in, current="wrong") for _ in range(5)]
    right_at_last = change(signed_in)

    locked = ["Your account is locked. Try again in 30 minutes."]
    assert problems(answers[3]) == ["This is not your current password"]
    assert problems(answers[4]) == problems(right_at_last) == locked
    assert problems(try_to_log_in(portal.client())) == locked


def test_every_other_session_ends_and_says_why(log_in: Callable[..., Visitor]) -> None:
    here = log_in()
    page = here.get("/employer/change-password")
    cookies = here.get_cookie("assist_session", domain=here.origin.partition("://")[2].partition(":")[0])
    assert cookies is not None
    copied = Visitor(here.application, here.origin)
    copied.set_cookie("assist_session", cookies.value, domain=cookies.domain)

    fill_in(here, page)
    told = copied.get("/employer/home", follow_redirects=True)

    assert here.get("/employer/home").status_code == 200
    assert heading(told) == "Session ended"
    assert "The password of your ID was changed, so everybody who was logged in with it" in told.text


@pytest.mark.parametrize(
    ("language", "subject", "says"),
    [
        ("en", "Your password was changed", "was changed on 10/11/2026 09:00"),
        ("ms", "Kata laluan anda telah ditukar", "telah ditukar pada 10/11/2026 09:00"),
    ],
)
def test_a_mail_says_that_the_password_was_changed_in_the_language_of_the_id(
    portal: Portal, log_in: Callable[..., Visitor], language: str, subject: str, says: str
) -> None:
    change(log_in(language=language))

    (mail,) = portal.mail()

    text, html = mail.get_body(("plain",)), mail.get_body(("html",))
    assert text is not None
    assert html is not None
    assert (mail["To"], mail["Subject"]) == (EMAIL, subject)
    assert says in text.get_content()
    assert says in html.get_content()
    assert NEW not in mail.as_string()
    assert PASSWORD not in mail.as_string()


def test_a_refused_change_writes_nobody_and_changes_nothing(portal: Portal, signed_in: Visitor) -> None:
    change(signed_in, new="password")

    with portal.session() as session:
        former = session.scalars(select(func.count()).select_from(FormerPassword)).one()
    assert (former, portal.mail()) == (0, ())
    assert try_to_log_in(portal.client()).request.path == "/employer/home"


@pytest.mark.parametrize(
    ("language", "subject"),
    [
        ("en", "Your password expires on 08/02/2027"),
        ("ms", "Kata laluan anda akan tamat tempoh pada 08/02/2027"),
    ],
)
def test_fourteen_days_before_the_password_expires_a_mail_says_so(
    portal: Portal, log_in: Callable[..., Visitor], language: str, subject: str
) -> None:
    log_in(language=language)

    portal.move_clock(days=75, hours=23)
    before = portal.mail()
    portal.move_clock(hours=1)

    reminders = [mail["Subject"] for mail in portal.mail() if mail["To"] == EMAIL]
    assert (before, reminders) == ((), [subject])


def test_a_changed_password_is_reminded_of_in_its_own_time(portal: Portal, signed_in: Visitor) -> None:
    portal.move_clock(minutes=10)
    change(signed_in)
    changed = portal.mail()
    portal.move_clock(days=75, hours=23, minutes=59)
    nothing_yet = [mail for mail in portal.mail() if mail["To"] == EMAIL]
    portal.move_clock(minutes=1)

    assert len(nothing_yet) == len(changed) == 1
    assert len([mail for mail in portal.mail() if mail["To"] == EMAIL]) == 2


def test_a_world_can_leave_reminders_out(portal: Portal, signed_in: Visitor) -> None:
    portal.set(password_reminder_days=0)
    change(signed_in)
    portal.move_clock(days=89)

    assert [mail["Subject"] for mail in portal.mail() if mail["To"] == EMAIL] == ["Your password was changed"]
