"""What can go wrong when somebody logs in, changes a password or opens a reset link."""

from datetime import datetime

from mock_portal.accounts.password_rules import Rule
from mock_portal.errors import PortalError

__all__ = [
    "AccountDisabled",
    "AccountLocked",
    "BadCredentials",
    "EmailInUse",
    "EmployerCeased",
    "LinkAltered",
    "LinkExpired",
    "LinkOfOtherWorld",
    "LinkOver",
    "LinkRefused",
    "LinkUnknown",
    "LogInRefused",
    "PasswordRefused",
    "TemporaryPasswordExpired",
    "TooManyTries",
    "WrongCurrentPassword",
]


class LogInRefused(PortalError):
    """Nobody was logged in."""

    code = "login.refused"
    status = 422


class BadCredentials(LogInRefused):
    """E-mail or password is wrong; which of them is not said."""

    code = "login.bad"
    keeps_what_was_written = True


class AccountLocked(LogInRefused):
    """Too many failures.

    Attributes:
        until: when it opens, by the world's clock.
        minutes_left: the same in whole minutes, rounded up.
    """

    code = "login.locked"
    keeps_what_was_written = True
    status = 429

    def __init__(self, until: datetime, now: datetime) -> None:
        super().__init__(until.isoformat())
        self.until = until
        self.minutes_left = _minutes(until, now)


class AccountDisabled(LogInRefused):
    """An officer closed the ID."""

    code = "login.disabled"


class EmployerCeased(LogInRefused):
    """Every employer of the ID has ceased."""

    code = "login.employer_ceased"


class TemporaryPasswordExpired(LogInRefused):
    """The temporary password is right, but was not changed in time.

    Attributes:
        days: how long it could be used.
    """

    code = "login.temporary_password_expired"

    def __init__(self, days: int) -> None:
        super().__init__(str(days))
        self.days = days


class TooManyTries(LogInRefused):
    """Too many failures from one network address.

    Attributes:
        until: when it may try again, by the world's clock.
        minutes_left: the same in whole minutes, rounded up.
    """

    code = "login.too_many_tries"
    status = 429

    def __init__(self, until: datetime, now: datetime) -> None:
        super().__init__(until.isoformat())
        self.until = until
        self.minutes_left = _minutes(until, now)


class WrongCurrentPassword(PortalError):
    """The password of now was typed wrongly when it was to be changed."""

    code = "password.wrong_current"
    keeps_what_was_written = True
    status = 422


class PasswordRefused(PortalError):
    """A new password breaks rules.

    Attributes:
        broken: which ones.
    """

    code = "password.refused"
    status = 422

    def __init__(self, broken: tuple[Rule, ...]) -> None:
        super().__init__(", ".join(broken))
        self.broken = broken


class LinkRefused(PortalError):
    """A reset link cannot be used."""

    code = "reset_link.refused"
    status = 410


class LinkAltered(LinkRefused):
    """It is not as it was sent: cut, or a letter is another."""

    code = "reset_link.altered"


class LinkUnknown(LinkRefused):
    """It is as a link of this world is, but the world has none like it: it went back to a snapshot."""

    code = "reset_link.unknown"


class LinkOfOtherWorld(LinkRefused):
    """Another world of this portal sent it.

    Attributes:
        world: its name.
    """

    code = "reset_link.other_world"

    def __init__(self, world: str) -> None:
        super().__init__(world)
        self.world = world


class LinkExpired(LinkRefused):
    """Its time is over.

    Attributes:
        at: when it was.
    """

    code = "reset_link.expired"

    def __init__(self, at: datetime) -> None:
        super().__init__(at.isoformat())
        self.at = at


class LinkOver(LinkRefused):
    """It was used, or something else made it worthless.

    Attributes:
        because: `used`, `replaced` by a newer link, or `password_changed` in another way.
    """

    code = "reset_link.over"

    def __init__(self, because: str) -> None:
        super().__init__(because)
        self.because = because


class EmailInUse(PortalError):
    """Another Portal ID has this e-mail address."""

    code = "account.email_in_use"

    def __init__(self, email: str) -> None:
        super().__init__("another ID has this address")
        self.email = email


def _minutes(until: datetime, now: datetime) -> int:
    return max(1, -(-int((until - now).total_seconds()) // 60))
