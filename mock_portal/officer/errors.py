"""What can go wrong on the officer's side, beside what an application refuses by itself."""

from datetime import datetime

from mock_portal.errors import PortalError

__all__ = ["NoSuchOfficer", "NoSuchPortalId", "OfficerLocked", "OfficerRefused", "WrongOfficerPassword"]


class OfficerRefused(PortalError):
    """No officer was logged in."""

    code = "officer.refused"
    status = 422
    keeps_what_was_written = True


class WrongOfficerPassword(OfficerRefused):
    """E-mail or password is wrong; which of them is not said."""

    code = "officer.bad_login"


class OfficerLocked(OfficerRefused):
    """Too many failures.

    Attributes:
        until: when it opens, by the world's clock.
        minutes_left: the same in whole minutes, rounded up.
    """

    code = "officer.locked"
    status = 429

    def __init__(self, until: datetime, now: datetime) -> None:
        super().__init__(until.isoformat())
        self.until = until
        self.minutes_left = max(1, -(-int((until - now).total_seconds()) // 60))


class NoSuchPortalId(PortalError):
    """No Portal ID has this number."""

    code = "officer.no_such_portal_id"
    status = 404


class NoSuchOfficer(PortalError):
    """No officer has this e-mail address, or the world has no officer at all."""

    code = "officer.not_found"
    status = 404

    def __init__(self, email: str) -> None:
        super().__init__(email)
        self.email = email
