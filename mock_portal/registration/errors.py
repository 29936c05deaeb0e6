"""What can go wrong with an application, for the applicant and for the officer."""

from datetime import datetime

from mock_portal.errors import PortalError
from mock_portal.registration.states import ApplicationState

__all__ = [
    "AlreadyDecided",
    "AlreadyTaken",
    "ApplicationNotFound",
    "DocumentNotFound",
    "EmailInUse",
    "EmailUnknown",
    "FileRefused",
    "LinkRefused",
    "NoEmployerMatches",
    "NotComplete",
    "NumberInUse",
    "OpenedElsewhere",
    "ReasonMissing",
    "RegistrationError",
    "TooManyFiles",
]


class RegistrationError(PortalError):
    """Something about an application cannot be done."""

    code = "registration.refused"


class ApplicationNotFound(RegistrationError):
    """No application has this reference, or the browser holds none."""

    code = "registration.not_found"
    status = 404


class DocumentNotFound(RegistrationError):
    """The application has no document of this number."""

    code = "registration.document_not_found"
    status = 404


class EmailInUse(RegistrationError):
    """The e-mail address is the login of somebody else, or waits in another application."""

    code = "registration.email_in_use"


class EmailUnknown(RegistrationError):
    """An additional employer is asked for, but the e-mail address is no Portal ID."""

    code = "registration.email_unknown"


class NumberInUse(RegistrationError):
    """The business has an open application or an employer code already.

    Attributes:
        registered: whether it is an employer already, so that it applies as an existing one.
    """

    code = "registration.number_in_use"

    def __init__(self, *, registered: bool) -> None:
        super().__init__()
        self.registered = registered


class NoEmployerMatches(RegistrationError):
    """Code and number are not those of one active employer; which of them is wrong is not said."""

    code = "registration.employer_not_found"
    status = 404


class NotComplete(RegistrationError):
    """A step has to be filled in first.

    Attributes:
        step: `company`, `existing`, `representative` or `documents`.
        missing: kinds of documents that are missing.
    """

    code = "registration.not_complete"

    def __init__(self, step: str, missing: tuple[str, ...] = ()) -> None:
        super().__init__(step)
        self.step = step
        self.missing = missing


class FileRefused(RegistrationError):
    """A document that may not be kept.

    Attributes:
        why: `empty`, `too_large`, `ending`, `double_ending` or `content`.
        name: the file's name, safe to show.
    """

    code = "registration.file_refused"
    status = 422

    def __init__(self, why: str, name: str) -> None:
        super().__init__(why)
        self.why = why
        self.name = name


class TooManyFiles(RegistrationError):
    """The application has as many documents as it may have."""

    code = "registration.too_many_files"
    status = 422


class LinkRefused(RegistrationError):
    """A mailed link does nothing any more, or never did.

    Attributes:
        why: `altered`, `elsewhere`, `used`, `expired`, `replaced` (by a newer one) or `gone` (its application
            moved on).
        world: the world that it belongs to, where it is `elsewhere`.
        reference: of its application, where it is known.
    """

    code = "registration.link"
    status = 410

    def __init__(self, why: str, *, world: str = "", reference: str = "") -> None:
        super().__init__(why)
        self.why = why
        self.world = world
        self.reference = reference


class OpenedElsewhere(RegistrationError):
    """The application that this browser held was opened in another one since.

    Attributes:
        reference: its number.
        state: how it stands.
    """

    code = "registration.opened_elsewhere"
    status = 409

    def __init__(self, reference: str, state: ApplicationState) -> None:
        super().__init__(reference)
        self.reference = reference
        self.state = state


class ReasonMissing(RegistrationError):
    """A query or a rejection without words for the applicant."""

    code = "registration.reason_missing"


class AlreadyTaken(RegistrationError):
    """Another officer has the application open.

    Attributes:
        by: that officer's name.
    """

    code = "registration.already_taken"

    def __init__(self, by: str) -> None:
        super().__init__(by)
        self.by = by


class AlreadyDecided(RegistrationError):
    """Somebody decided before.

    Attributes:
        by: the officer's name; empty when the clock decided (expired).
        at: when.
        state: what was decided.
    """

    code = "registration.already_decided"

    def __init__(self, by: str, at: datetime, state: ApplicationState) -> None:
        super().__init__(state.value)
        self.by = by
        self.at = at
        self.state = state
