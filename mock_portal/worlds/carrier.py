"""How what waits in an outbox leaves the process: mail by SMTP, a callback by HTTP to this very server."""

import smtplib
import urllib.error
import urllib.request
from typing import Final, Protocol

from mock_portal.errors import PortalError
from mock_portal.settings import Settings

__all__ = ["Carrier", "NetworkCarrier", "NotDelivered"]

_TIMEOUT_SECONDS: Final = 10.0


class NotDelivered(PortalError):
    """The other side did not take what was sent; it waits and is tried again."""

    code = "outbox.not_delivered"


class Carrier(Protocol):
    """What the outbox hands its items to.

    Both raise `NotDelivered`, and nothing else, when the other side did not take it.
    """

    def mail(self, sender: str, to: str, message: bytes) -> None:
        """Hand a mail over; `sender` is the envelope's."""

    def callback(self, url: str, form: bytes) -> None:
        """Post a form to one of this portal's own addresses."""


class NetworkCarrier:
    """Real SMTP and real HTTP."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def mail(self, sender: str, to: str, message: bytes) -> None:
        """Send a mail to the server of the settings."""
        try:
            with smtplib.SMTP(
                self._settings.smtp_host,
                self._settings.smtp_port,
                timeout=_TIMEOUT_SECONDS,
                local_hostname="localhost",  # the machine's own name is nobody's business and slow to look up
            ) as smtp:
                smtp.sendmail(sender, [to], message)
        except (OSError, smtplib.SMTPException) as error:
            raise NotDelivered(f"{type(error).__name__}: {error}") from error

    def callback(self, url: str, form: bytes) -> None:
        """Post a form to this server."""
        host, slash, path = url.partition("://")[2].partition("/")
        # The system's resolver does not know *.localhost: connect to this server, name the world in Host.
        request = urllib.request.Request(
            f"http://{self._settings.own_address}{slash}{path}",
            data=form,
            headers={"Host": host, "Content-Type": "application/x-www-form-urlencoded"},
        )
        # No proxy of the environment stands between a portal and itself.
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(request, timeout=_TIMEOUT_SECONDS) as answer:
                answer.read()
        except urllib.error.HTTPError as error:
            with error:
                raise NotDelivered(f"{error.code} from {url}") from None
        except OSError as error:
            raise NotDelivered(f"{type(error).__name__}: {error}") from error
