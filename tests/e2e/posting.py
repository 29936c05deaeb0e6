"""Mail of strangers, sent into a world by SMTP as the portal sends its own."""

import smtplib
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import urlsplit

__all__ = ["RECEIVER", "Stranger"]

RECEIVER = "aminah@contoh-maju.example"


@dataclass(frozen=True, slots=True)
class Stranger:
    """Somebody who can reach the mail server of a world."""

    smtp: str
    world: str

    def send(
        self,
        subject: str,
        *,
        text: str = "Hello\n",
        html: str = "",
        attachment: tuple[str, bytes] | None = None,
    ) -> None:
        """Send a mail; it is there when this returns."""
        message = EmailMessage()
        message["To"] = RECEIVER
        if subject:
            message["Subject"] = subject
        message.set_content(text)
        if html:
            message.add_alternative(html, subtype="html")
        if attachment is not None:
            name, content = attachment
            message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
        address = urlsplit(self.smtp)
        with smtplib.SMTP(address.hostname or "", address.port or 0, local_hostname="localhost") as server:
            server.sendmail(f"no-reply@{self.world}.localhost", [RECEIVER], message.as_bytes(policy=SMTP))
