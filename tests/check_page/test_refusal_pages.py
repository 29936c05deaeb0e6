"""What a person without scripts sees of a refusal: the page's look, the page's language, and a way back."""

import http.client
import re

import pytest

from tests.check_page.asking import BOUNDARY, GOOD, LIMIT, Caller, Reply, field_part, file_part, form

EMPTY = b'Content-Disposition: form-data; name="file"; filename=""\r\n\r\n'
PERSON = {"Accept": "text/html,application/xhtml+xml"}


def sent(caller: Caller, path: str, language: str, part: bytes) -> Reply:
    """The form of the page, as a browser without scripts sends it."""
    fields = field_part("token", caller.server.token), field_part("lang", language)
    return caller.send_form(path, *fields, part, **PERSON)


def links(reply: Reply) -> list[str]:
    return [found.replace("&amp;", "&") for found in re.findall(r'href="(/[?][^"]*)"', reply.body.decode())]


@pytest.mark.parametrize(
    ("language", "title", "back"),
    [
        ("en", "Error: No file came with the form.", "Back to the page"),
        ("ms", "Ralat: Tiada fail disertakan dengan borang.", "Kembali ke halaman"),
    ],
)
def test_a_form_that_is_refused_has_the_pages_look_its_language_and_the_way_back(
    language: str, title: str, back: str, caller: Caller
) -> None:
    reply = sent(caller, "/check", language, EMPTY)

    page = reply.body.decode()
    other = {"en": "ms", "ms": "en"}[language]
    token = caller.server.token
    assert reply.status == 422
    assert f'<html lang="{language}">' in page
    assert f"<title>{title}</title>" in page
    assert back in page
    assert links(reply) == [f"/?token={token}&lang={other}", f"/?token={token}&lang={language}"]
    assert 'href="/static/own-frame.css"' in page
    assert "default-src 'self'" in reply.headers["Content-Security-Policy"]


def test_where_nothing_can_be_mended_the_way_back_is_there_too(caller: Caller) -> None:
    reply = sent(caller, "/mend", "ms", file_part("good.txt", GOOD))

    assert reply.status == 422
    assert "Tiada apa-apa di sini boleh dibetulkan dengan selamat." in reply.body.decode()
    assert f"/?token={caller.server.token}&lang=ms" in links(reply)


def test_a_form_that_was_not_read_speaks_the_language_of_its_page_and_leads_back_to_it(
    caller: Caller,
) -> None:
    page = f"{caller.server.address}&lang=ms"

    reply = caller.send_form("/check", b"x" * LIMIT, Referer=page, **PERSON)

    assert reply.status == 413
    assert "Ini lebih besar daripada 0.2 MB." in reply.body.decode()
    assert f"/?token={caller.server.token}&lang=ms" in links(reply)


@pytest.mark.parametrize(
    ("asked", "spoken", "says"),
    [
        ("/?lang=ms", "ms", "Token tiada atau bukan token program ini."),
        ("/?token=wrong", "en", "The token is missing or is not this program&#x27;s."),
    ],
)
def test_who_has_no_token_is_told_so_in_the_pages_look_and_gets_none(
    asked: str, spoken: str, says: str, caller: Caller
) -> None:
    reply = caller.ask("GET", asked, b"", Referer="http://[nowhere", **PERSON)

    page = reply.body.decode()
    assert reply.status == 403
    assert says in page
    assert f'<html lang="{spoken}">' in page
    assert 'href="/static/own-frame.css"' in page
    assert caller.server.token not in page


def test_one_request_says_nothing_about_the_next_on_its_connection(caller: Caller) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", caller.server.server_port, timeout=20)
    kind = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}", **PERSON}
    connection.request("POST", "/check", form(field_part("token", caller.server.token), EMPTY), kind)
    first = connection.getresponse().read().decode()
    connection.request("GET", "/", headers=PERSON)

    second = connection.getresponse().read().decode()

    connection.close()
    assert caller.server.token in first
    assert caller.server.token not in second
