import base64
import time
from datetime import datetime

import pytest

from mock_portal.inbox.reading import Attachment, MailRead, header, read
from mock_portal.worlds.clock import MALAYSIA
from tests.mock_portal.inbox.mails import RECEIVER, mail

NINE = datetime(2026, 11, 10, 9, 0, tzinfo=MALAYSIA)


def read_mail(source: bytes) -> MailRead:
    return read(source, mail_id=1, at=NINE, sender="no-reply@w1.localhost", to=RECEIVER)


def test_text_html_and_attachments_are_taken_apart() -> None:
    source = mail(
        text="Plain\n", html="<p>Rich</p>\n", attachment=("receipt.pdf", "application/pdf", b"%PDF-1.7")
    )

    found = read_mail(source)

    assert (found.subject, found.text, found.html) == ("Receipt", "Plain\n", "<p>Rich</p>\n")
    assert found.attachments == (Attachment("receipt.pdf", "application/pdf", b"%PDF-1.7"),)


def test_each_link_is_listed_once_those_of_the_html_first() -> None:
    found = read_mail(
        mail(
            text="See http://localhost/b, or http://localhost/a?x=1&y=2.\n",
            html='<a class="x" href="http://localhost/a?x=1&amp;y=2">here</a>',
        )
    )

    assert found.links == ("http://localhost/a?x=1&y=2", "http://localhost/b")


@pytest.mark.parametrize("subject", ["Penyata caruman – Oktober", "陈 கந்தன்", "A" * 300])
def test_a_subject_of_any_script_and_length_is_read(subject: str) -> None:
    assert read_mail(mail(subject)).subject == subject


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        pytest.param("../../etc/passwd", "passwd", id="a path"),
        pytest.param("C:\\secret\\a.txt", "a.txt", id="a path on Windows"),
        pytest.param('a"b<c>.txt', "abc.txt", id="marks of HTML"),
        pytest.param("\u202egpj.exe", "gpj.exe", id="a turned direction"),
        pytest.param("/", "attachment-1", id="nothing"),
    ],
)
def test_the_name_of_a_file_is_a_name_and_nothing_more(name: str, shown: str) -> None:
    found = read_mail(mail(attachment=(name, "text/plain", b"x")))

    assert [attached.name for attached in found.attachments] == [shown]


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"\xff\xfe\x00", id="no mail at all"),
        pytest.param(b"Subject: a\r\nContent-Type: text/plain; charset=unheard-of\r\n\r\n\xff", id="charset"),
        pytest.param(b"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x", id="cut off"),
        pytest.param(
            b"Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n====", id="not base64"
        ),
    ],
)
def test_a_broken_mail_is_read_as_far_as_it_goes(source: bytes) -> None:
    found = read_mail(source)

    assert (found.id, found.to) == (1, RECEIVER)


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        pytest.param("Temporary password: aB3@xyz!9", ("aB3@xyz!9",), id="behind its name"),
        pytest.param("    483920", (), id="indented, as quoted text is"),
        pytest.param("483920", ("483920",), id="alone"),
        pytest.param("Call 1-300-22-8000", (), id="within a sentence"),
        pytest.param("To: aminah2@contoh-maju.example", (), id="an e-mail address"),
        pytest.param("Date: 10/11/2026", (), id="a day"),
        pytest.param("http://localhost/reset/9f3", (), id="an address"),
        pytest.param("Sincerely", (), id="a word"),
    ],
)
def test_codes_are_what_stands_alone_and_has_a_digit(line: str, codes: tuple[str, ...]) -> None:
    assert read_mail(mail(text=f"Hello\n{line}\nBye\n")).codes == codes


def test_codes_of_a_mail_that_is_html_alone_are_read_from_its_table() -> None:
    source = (
        b"Content-Type: text/html\r\n\r\n<style>x { a: b1c2d3 }</style><p>Hello</p>"
        b"<table><tr><th>Password</th><td>aB3&amp;x9</td></tr></table>"
    )

    assert read_mail(source).codes == ("aB3&x9",)


@pytest.mark.parametrize(
    ("charset", "raw"),
    [
        pytest.param("iso-8859-1", "Café".encode("iso-8859-1"), id="Latin"),
        pytest.param("gb18030", "Café".encode("gb18030"), id="Chinese"),
        pytest.param("utf-16", "Café".encode("utf-16"), id="two bytes each"),
        pytest.param("windows-1252", "Café".encode("windows-1252"), id="Windows"),
    ],
)
def test_a_text_in_another_charset_is_read(charset: str, raw: bytes) -> None:
    source = f"Content-Type: text/plain; charset={charset}\r\nContent-Transfer-Encoding: base64\r\n\r\n"

    assert read_mail(source.encode() + base64.b64encode(raw)).text == "Café"


def test_a_subject_that_carries_another_header_stays_one_line() -> None:
    source = b"Subject: =?utf-8?q?Receipt=0D=0ABcc:_spy=40example.com?=\r\n\r\n"

    assert read_mail(source).subject == "Receipt Bcc: spy@example.com"


def test_a_mail_within_a_mail_is_a_file() -> None:
    source = (
        b"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: message/rfc822\r\n\r\n"
        b"Subject: inner\r\n\r\nhello\r\n--x--"
    )

    [attached] = read_mail(source).attachments

    assert (attached.content_type, attached.content) == ("message/rfc822", b"Subject: inner\r\n\r\nhello")


def test_a_mail_that_is_a_file_alone_has_it_as_attachment() -> None:
    source = b"Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERg=="

    assert read_mail(source).attachments == (Attachment("attachment-1", "application/pdf", b"%PDF"),)


def nested(depth: int) -> bytes:
    parts = (b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(depth))
    return b"Subject: Deep\r\n" + b"".join(parts) + b"\r\nend"


HOSTILE = {
    "parts within parts without end": nested(3000),
    "a subject of megabytes": b"Subject: " + b"a " * 2_000_000 + b"\r\n\r\nx",
    "a subject of encoded words": b"Subject: " + b"=?utf-8?q?a?= " * 200_000 + b"\r\n\r\nx",
    "half a million headers": b"Subject: x\r\n" + b"X: y\r\n" * 500_000 + b"\r\nx",
    "marks that never close": b"Content-Type: text/html\r\n\r\n" + b"<a " * 1_000_000,
    "pictures that never close": b"Content-Type: text/html\r\n\r\n" + b"<img " * 600_000,
    "nothing but open brackets": b"Content-Type: text/html\r\n\r\n" + b"<" * 3_000_000,
    "a line of megabytes": b"Subject: x\r\n\r\n" + b"a:" * 3_000_000,
    "half a character": b"Subject: \xff\xed\xa0\x80\r\nContent-Type: text/plain; charset=utf-7\r\n\r\n+2AA-",
    "a Message-ID that never closes": b"Message-ID: <\r\nSubject: x\r\n\r\nx",
    "a charset that is no text": b"Content-Type: text/plain; charset=zlib\r\n\r\nabc",
    "a file name of another charset": (
        b"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n"
        b"Content-Disposition: attachment; filename*=none''%ff%00\r\nContent-Type: ///\r\n\r\nz\r\n--x--"
    ),
}


@pytest.mark.parametrize("source", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_mail_is_read_soon_and_can_be_stored(source: bytes) -> None:
    began = time.perf_counter()

    found = read_mail(source)
    identity = header(source, "Message-ID")

    # Without limits the library takes over a minute for some of these; a slow machine is given its time.
    assert time.perf_counter() - began < 15
    assert (found.subject + found.text + found.html + found.words + identity).encode("utf-8")
    assert all(attached.name.strip() for attached in found.attachments)


def test_a_header_that_is_not_there_is_empty() -> None:
    assert header(b"Subject: a\r\n\r\n", "Message-ID") == ""
