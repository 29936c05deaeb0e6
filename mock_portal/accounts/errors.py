"""What can go wrong when somebody logs in."""

from datetime import datetime

from mock_portal.errors import PortalError

__all__ = [
    "AccountDisabled",
    "AccountLocked",
    "BadCredentials",
    "EmailInUse",
    "EmployerCeased",
    "LogInRefused",
    "PasswordMustChange",
]


class LogInRefused(PortalError):
    """Nobody was logged in."""

    code = "login.refused"
    status = 401


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

    def __init__(self, until: datetime, now: datetime) -> None:
        super().__init__(until.isoformat())
        self.until = until
        self.minutes_left = max(1, -(-int((until - now).total_seconds()) // 60))


class AccountDisabled(LogInRefused):
    """An officer closed the ID."""

    code = "login.disabled"


class EmployerCeased(LogInRefused):
    """Every employer of the ID has ceased."""

    code = "login.employer_ceased"


class PasswordMustChange(LogInRefused):
    """The password is right, but cannot be used any more as it is.

    Attributes:
        why: `temporary`, `temporary_expired` or `expired`.
    """

    code = "login.password_must_change"

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class EmailInUse(PortalError):
    """Another Portal ID has this e-mail address."""

    code = "account.email_in_use"

    def __init__(self, email: str) -> None:
        super().__init__("another ID has this address")
        self.email = email
