"""`POST /check` and the page, as programs, browsers and strangers ask for them."""

import html
import io
import json
import socket
import zipfile

import jsonschema
import pytest

from check_page.answering import Asked
from contributions import check, reports_as_json
from tests.check_page.asking import (
    AS_OF,
    BAD,
    GOOD,
    LIMIT,
    TRIMMED,
    Caller,
    field_part,
    file_part,
    serving,
)


def test_a_files_bytes_get_exactly_the_answer_of_the_command(caller: Caller) -> None:
    reply = caller.post("/check?name=october.txt", BAD)

    assert reply.status == 200
    assert reply.headers["Content-Type"] == "application/json"
    assert (
        reply.body.decode()
        == reports_as_json([check(BAD, as_of=AS_OF, name="october.txt")], as_of=AS_OF) + "\n"
    )


def test_the_answer_fits_the_published_schema(caller: Caller) -> None:
    schema = json.loads(caller.ask("GET", "/schema.json").body)

    jsonschema.validate(json.loads(caller.post("/check", BAD).body), schema)


@pytest.mark.parametrize("query", ["", "&name=", "&name=-"])
def test_of_bytes_without_a_name_nothing_is_said_about_the_name(caller: Caller, query: str) -> None:
    (file,) = json.loads(caller.post(f"/check?strict=warnings{query}", GOOD).body)["files"]

    assert (file["path"], file["verdict"], file["findings"]) == ("-", "valid", [])


def test_of_a_file_in_a_form_without_a_name_neither(caller: Caller) -> None:
    reply = caller.send_form("/check", field_part("token", caller.server.token), file_part("", GOOD))

    (file,) = json.loads(reply.body)["files"]
    assert (file["path"], file["findings"]) == ("-", [])


def test_several_files_of_a_form_are_one_answer(caller: Caller) -> None:
    token = field_part("token", caller.server.token)

    reply = caller.send_form("/check", token, file_part("a.txt", GOOD), file_part("b.txt", BAD))

    files = json.loads(reply.body)["files"]
    assert [(file["path"], file["verdict"]) for file in files] == [("a.txt", "valid"), ("b.txt", "invalid")]


def test_options_are_those_of_the_command(caller: Caller) -> None:
    query = "/check?as_of=2026-10-05&lang=ms&strict=warnings&select=AM&mask=yes&all_places=1"

    answer = json.loads(caller.post(query, BAD).body)

    assert (answer["as_of"], answer["language"], answer["masked"]) == ("2026-10-05", "ms", True)
    assert answer["selection"] == {"select": ["AM"], "ignore": [], "strict": "warnings"}


@pytest.mark.parametrize(
    ("query", "says"),
    [
        pytest.param("as_of=10.11.2026", "YYYY-MM-DD", id="day"),
        pytest.param("as_of=9999-12-31", "from 1901-01-01 to 2998-12-31", id="day without months"),
        pytest.param("lang=fr", "en or ms", id="language"),
        pytest.param("strict=very", "assumed", id="strict"),
        pytest.param("accept_rule=never", "upload", id="accept-rule"),
        pytest.param("select=ZZ", "No check", id="code"),
        pytest.param("mask=perhaps", "yes or no", id="flag"),
        pytest.param("colour=red", "as_of", id="unknown"),
    ],
)
def test_an_option_that_cannot_be_is_a_problem_with_its_mend(caller: Caller, query: str, says: str) -> None:
    reply = caller.post(f"/check?{query}", GOOD)

    problem = json.loads(reply.body)
    assert (reply.status, problem["status"], problem["code"]) == (400, 400, "bad_option")
    assert reply.headers["Content-Type"] == "application/problem+json"
    assert says in problem["mend"]


def test_an_option_that_there_is_not_is_named_with_those_that_there_are(caller: Caller) -> None:
    english = json.loads(caller.post("/check?bogus=1", GOOD).body)
    malay = json.loads(caller.post("/check?bogus=1&lang=ms", GOOD).body)

    assert english["title"] == "There is no option bogus."
    assert english["mend"].startswith("It takes: name, as_of, lang, ")
    assert malay["title"] == "Tiada pilihan bogus."


@pytest.mark.parametrize(
    "given", [{}, {"X_Assist_Token": "wrong"}, {"Authorization": "Bearer wrong"}], ids=str
)
@pytest.mark.parametrize("path", ["/check", "/mend"])
def test_nothing_is_checked_without_the_token(caller: Caller, path: str, given: dict[str, str]) -> None:
    reply = caller.ask("POST", path, BAD, **given)

    assert (reply.status, json.loads(reply.body)["code"]) == (403, "wrong_token")


@pytest.mark.parametrize("scheme", ["Bearer", "bearer", "BEARER  "])
def test_the_token_may_be_shown_as_a_bearers_however_that_is_written(caller: Caller, scheme: str) -> None:
    reply = caller.ask("POST", "/check", GOOD, Authorization=f"{scheme} {caller.server.token}")

    assert reply.status == 200


def test_a_form_without_the_token_is_refused(caller: Caller) -> None:
    assert caller.send_form("/check", file_part("a.txt", GOOD)).status == 403


def test_the_page_opens_only_with_its_token(caller: Caller) -> None:
    assert caller.ask("GET", "/").status == 403
    assert caller.ask("GET", f"/?token={caller.server.token}x").status == 403
    assert caller.ask("GET", f"/?token={caller.server.token}").status == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "127.0.0.1:1", ""]
)
@pytest.mark.parametrize("path", ["/", "/check", "/static/check-page.js"])
def test_a_name_that_only_leads_here_gets_nothing(caller: Caller, path: str, host: str) -> None:
    reply = caller.ask("GET", f"{path}?token={caller.server.token}", Host=host)

    assert (reply.status, json.loads(reply.body)["code"]) == (421, "wrong_host")


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:1", "https://127.0.0.1"])
def test_another_page_cannot_send_files(caller: Caller, origin: str) -> None:
    reply = caller.post("/check", GOOD, Origin=origin)

    assert (reply.status, json.loads(reply.body)["code"]) == (403, "wrong_origin")


def test_its_own_page_can(caller: Caller) -> None:
    assert caller.post("/check", GOOD, Origin=caller.server.origin).status == 200


def test_it_listens_on_this_machine_alone(caller: Caller) -> None:
    assert caller.server.server_address[0] == "127.0.0.1"


def test_what_is_too_large_is_refused_in_words(caller: Caller) -> None:
    reply = caller.post("/check", b"x" * (LIMIT + 1))

    problem = json.loads(reply.body)
    assert (reply.status, problem["code"]) == (413, "too_large")
    assert "larger than 0.2 MB" in problem["title"]


def test_a_body_that_waits_to_be_asked_for_is_refused_before_it_is_sent(caller: Caller) -> None:
    with socket.create_connection(("127.0.0.1", caller.server.server_port), timeout=20) as line:
        head = f"POST /check HTTP/1.1\r\nHost: 127.0.0.1:{caller.server.server_port}\r\n"
        line.sendall(f"{head}Expect: 100-continue\r\nContent-Length: {LIMIT + 1}\r\n\r\n".encode())

        assert line.recv(100).startswith(b"HTTP/1.1 413 ")


def test_a_body_in_pieces_is_asked_for_with_its_length(caller: Caller) -> None:
    reply = caller.post("/check", b"0\r\n\r\n", Transfer_Encoding="chunked")

    assert (reply.status, json.loads(reply.body)["code"]) == (411, "length_required")


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        pytest.param("GET", "/check", 405, id="get-check"),
        pytest.param("PUT", "/check", 405, id="put"),
        pytest.param("POST", "/", 405, id="post-page"),
        pytest.param("GET", "/nowhere", 404, id="nowhere"),
        pytest.param("GET", "/static/../server.py", 404, id="outside"),
        pytest.param("GET", "/static/nothing.js", 404, id="no-file"),
    ],
)
def test_what_is_not_there_says_so(caller: Caller, method: str, path: str, status: int) -> None:
    reply = caller.ask(method, path)

    assert (reply.status, json.loads(reply.body)["status"]) == (status, status)


def test_a_form_without_scripts_gets_the_page_of_findings(caller: Caller) -> None:
    fields = (field_part("token", caller.server.token), field_part("lang", "ms"), field_part("as_of", ""))

    reply = caller.send_form("/check", *fields, file_part("<b>.txt", BAD), Accept="text/html")

    page = reply.body.decode()
    assert reply.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "'sha256-" in reply.headers["Content-Security-Policy"]
    assert "&lt;b&gt;.txt" in page
    assert '<html lang="ms">' in page


def test_a_form_without_a_file_is_answered_in_words(caller: Caller) -> None:
    empty = b'Content-Disposition: form-data; name="file"; filename=""\r\n\r\n'

    reply = caller.send_form(
        "/check?lang=ms", field_part("token", caller.server.token), empty, Accept="text/html"
    )

    assert reply.status == 422
    assert "Tiada fail" in reply.body.decode()


def test_a_mended_file_comes_back_under_a_new_name(caller: Caller) -> None:
    reply = caller.post("/mend?name=exports/october.txt", TRIMMED)

    assert reply.body == GOOD
    assert reply.headers["Content-Disposition"] == "attachment; filename*=UTF-8''october.fixed.txt"
    assert json.loads(reply.headers["X-Assist-Mended"])["padding"] == 6


def test_several_mended_files_come_as_a_zip(caller: Caller) -> None:
    token = field_part("token", caller.server.token)

    reply = caller.send_form("/mend", token, file_part("a.txt", TRIMMED), file_part("b/a.txt", TRIMMED))

    with zipfile.ZipFile(io.BytesIO(reply.body)) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == {
            "a.fixed.txt": GOOD,
            "2-a.fixed.txt": GOOD,
        }


def test_lines_come_back_without_anybody_in_them_and_as_long_as_they_were(caller: Caller) -> None:
    lines = GOOD.rstrip().split(b"\r\n")

    reply = caller.post("/lines", b"\n".join(lines))

    shown = json.loads(reply.body)["lines"]
    assert [len(line) for line in shown] == [len(line) for line in lines]
    for line in lines:
        assert line[32:44].decode() not in reply.body.decode()
        assert line[44:194].decode().strip() not in reply.body.decode()


def test_lines_are_hidden_for_those_with_the_token_alone(caller: Caller) -> None:
    refused = caller.ask("POST", "/lines", GOOD)
    empty = caller.send_form("/lines", field_part("token", caller.server.token))

    assert (refused.status, empty.status) == (403, 200)


@pytest.mark.parametrize(("mask", "address"), [(True, "/lines"), (False, "")])
def test_the_page_hides_who_is_in_lines_where_masking_was_asked_for(*, mask: bool, address: str) -> None:
    with serving(defaults=lambda: Asked(as_of=AS_OF, mask=mask)) as masking:
        page = masking.ask("GET", f"/?token={masking.server.token}").body.decode()

    assert f'"hide": "{address}"' in html.unescape(page)
    assert ("are hidden on this page" in page) is mask


def test_where_nothing_can_be_mended_it_says_so(caller: Caller) -> None:
    reply = caller.post("/mend", GOOD)

    assert (reply.status, json.loads(reply.body)["code"]) == (422, "nothing_to_mend")


def test_every_answer_may_neither_be_kept_nor_framed(caller: Caller) -> None:
    for reply in (caller.post("/check", GOOD), caller.ask("GET", f"/?token={caller.server.token}")):
        assert reply.headers["Cache-Control"] == "no-store"
        assert "frame-ancestors 'none'" in reply.headers["Content-Security-Policy"]
        assert reply.headers["X-Content-Type-Options"] == "nosniff"


def test_a_request_for_the_head_alone_gets_no_body(caller: Caller) -> None:
    reply = caller.ask("HEAD", f"/?token={caller.server.token}")

    assert (reply.status, reply.body) == (200, b"")


def test_why_each_check_is_can_be_read_in_both_languages(caller: Caller) -> None:
    english = json.loads(caller.ask("GET", "/explain.json").body)
    malay = json.loads(caller.ask("GET", "/explain.json?lang=ms").body)

    assert english.keys() == malay.keys()
    assert english["AM11"]["why"] != malay["AM11"]["why"]


def test_who_finds_every_place_taken_is_told_to_come_again() -> None:
    with serving() as caller:
        caller.server.wait_seconds = 0.01
        caller.server.places.acquire()
        caller.server.places.acquire()
        taken = caller.post("/check", GOOD)
        caller.server.places.release()

        free = caller.post("/check", GOOD)

    assert (taken.status, json.loads(taken.body)["code"]) == (503, "busy")
    assert free.status == 200


def test_what_breaks_is_answered_and_told_in_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    def broken() -> Asked:
        raise RuntimeError("the clock is gone")

    with serving(defaults=broken) as caller:
        reply = caller.post("/check", GOOD)

    assert (reply.status, json.loads(reply.body)["code"]) == (500, "failed")
    assert "the clock is gone" in capsys.readouterr().err


def test_half_a_file_is_never_judged_as_a_whole_one(caller: Caller) -> None:
    with socket.create_connection(("127.0.0.1", caller.server.server_port), timeout=20) as line:
        head = (
            f"POST /check HTTP/1.1\r\nHost: 127.0.0.1:{caller.server.server_port}\r\n"
            f"X-Assist-Token: {caller.server.token}\r\nContent-Length: {len(GOOD)}\r\n\r\n"
        )
        line.sendall(head.encode() + GOOD[:560])
        line.shutdown(socket.SHUT_WR)
        said = line.makefile("rb").read()

    assert said.startswith(b"HTTP/1.1 400 ")
    assert b'"code": "cut_off"' in said


@pytest.mark.parametrize(
    ("said", "status", "code"),
    [
        pytest.param("Content-Length: abc\r\n", 400, "bad_length", id="no number"),
        pytest.param("Content-Length: -5\r\n", 400, "bad_length", id="less than nothing"),
        pytest.param("Content-Length: 5\r\nContent-Length: 6\r\n", 400, "bad_length", id="two"),
        pytest.param(f"Content-Length: {'9' * 5000}\r\n", 400, "bad_length", id="a number without end"),
        pytest.param("", 411, "length_required", id="none"),
        pytest.param(f"Content-Length: {LIMIT + 1}\r\n", 413, "too_large", id="too large"),
        pytest.param("Expect: 100-continue\r\nContent-Length: abc\r\n", 400, "bad_length", id="asking first"),
        pytest.param("Expect: 100-continue\r\n", 411, "length_required", id="asking first, none"),
    ],
)
def test_a_length_that_cannot_be_is_refused_at_once_and_no_file_judged(
    said: str, status: int, code: str, caller: Caller
) -> None:
    with socket.create_connection(("127.0.0.1", caller.server.server_port), timeout=20) as line:
        head = (
            f"POST /check HTTP/1.1\r\nHost: 127.0.0.1:{caller.server.server_port}\r\n"
            f"X-Assist-Token: {caller.server.token}\r\n"
        )
        line.sendall(f"{head}{said}\r\n".encode())  # and not a byte of a body
        with line.makefile("rb") as answer:
            first, *fields = iter(answer.readline, b"\r\n")
            problem = json.loads(answer.readline())

    assert first.startswith(f"HTTP/1.1 {status} ".encode())
    assert b"Connection: close\r\n" in fields
    assert problem["code"] == code


def test_a_body_that_is_refused_is_read_so_that_a_browser_shows_the_words(caller: Caller) -> None:
    with socket.create_connection(("127.0.0.1", caller.server.server_port), timeout=20) as line:
        head = f"POST /check HTTP/1.1\r\nHost: 127.0.0.1:{caller.server.server_port}\r\n"
        line.sendall(f"{head}X-Assist-Token: {caller.server.token}\r\n".encode())
        line.sendall(f"Content-Length: {3 * LIMIT}\r\n\r\n".encode())
        for _ in range(3):
            line.sendall(b"x" * LIMIT)

        assert line.makefile("rb").read().startswith(b"HTTP/1.1 413 ")
