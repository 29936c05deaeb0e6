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


def test_a_header_that_is_not_there_is_empty() -> None:
    assert header(b"Subject: a\r\n\r\n", "Message-ID") == ""
