"""What can go wrong between an uploaded file and its record."""

from mock_portal.errors import PortalError

__all__ = [
    "FileHasErrors",
    "FileTooLarge",
    "NoSuchEmployer",
    "NoSuchPayable",
    "NoSuchSubmission",
    "NoSuchUpload",
    "NothingToPay",
    "WarningsNotAccepted",
]


class NoSuchEmployer(PortalError):
    """The user acts for no employer with this code."""

    code = "submissions.no_such_employer"
    status = 404


class NoSuchUpload(PortalError):
    """No uploaded file of this number belongs to the employers of this user."""

    code = "submissions.no_such_upload"
    status = 404


class NoSuchSubmission(PortalError):
    """No submission of this number belongs to the employers of this user."""

    code = "submissions.no_such_submission"
    status = 404


class NoSuchPayable(PortalError):
    """No ACR or ECR has this id."""

    code = "submissions.no_such_payable"
    status = 404


class FileTooLarge(PortalError):
    """The file is over the world's limit; `limit` is in bytes."""

    code = "submissions.file_too_large"
    status = 413

    def __init__(self, limit: int) -> None:
        super().__init__(str(limit))
        self.limit = limit


class FileHasErrors(PortalError):
    """The file has findings that block Submit, some of them perhaps since it was uploaded."""

    code = "submissions.file_has_errors"


class WarningsNotAccepted(PortalError):
    """The file has warnings, and nobody ticked that they were read."""

    code = "submissions.warnings_not_accepted"


class NothingToPay(PortalError):
    """All amounts of the file are zero, so that no record can be made of it."""

    code = "submissions.nothing_to_pay"
