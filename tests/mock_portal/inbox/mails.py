"""Mails for tests of the inbox."""

from email.message import EmailMessage
from email.policy import SMTP

RECEIVER = "aminah@contoh-maju.example"


def mail(
    subject: str = "Receipt",
    *,
    text: str = "Your receipt: http://localhost:8000/employer/payments/1.\n",
    html: str = "",
    attachment: tuple[str, str, bytes] | None = None,
    message_id: str = "<outbox-1@w1.localhost>",
) -> bytes:
    """The bytes of a mail; an attachment is its name, type and content."""
    message = EmailMessage()
    message["Message-ID"] = message_id
    message["Subject"] = subject
    message["To"] = RECEIVER
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    if attachment is not None:
        name, kind, content = attachment
        main, _, sub = kind.partition("/")
        message.add_attachment(content, maintype=main, subtype=sub, filename=name)
    return message.as_bytes(policy=SMTP)
