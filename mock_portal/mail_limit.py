"""How often links are mailed to one address: nobody fills somebody else's mailbox through this portal.

Each kind of link is counted by itself: who waits for one kind can still ask for the other.
An address is counted as it was typed, also where nobody has it: the answer tells no more than before.
"""

from datetime import datetime

from sqlalchemy.orm import Session

from mock_portal.errors import PortalError
from mock_portal.tries import Limit, Of, count_try, locked_until
from mock_portal.worlds.settings import WorldSettings

__all__ = ["TooManyMails", "count_mail"]


class TooManyMails(PortalError):
    """As many links were asked for as one address is mailed.

    Attributes:
        until: when the next one may be asked for, by the world's clock.
        minutes_left: the same in whole minutes, rounded up.
    """

    code = "mail.too_many"
    keeps_what_was_written = True
    status = 429

    def __init__(self, until: datetime, now: datetime) -> None:
        super().__init__(until.isoformat())
        self.until = until
        self.minutes_left = max(1, -(-int((until - now).total_seconds()) // 60))


def count_mail(session: Session, of: Of, to: str, *, settings: WorldSettings, now: datetime) -> None:
    """Count a link of one kind that is about to be mailed.

    Raises:
        TooManyMails: it must not be.
    """
    address = to.strip().lower()[:254]
    until = locked_until(session, of, address, now=now)
    if until is not None:
        raise TooManyMails(until, now)
    window = settings.mailed_links_window_seconds
    count_try(session, of, address, Limit(settings.mailed_links, window, window), now=now)
