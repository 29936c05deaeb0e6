"""What can go wrong in the inbox."""

from mock_portal.errors import PortalError

__all__ = ["NoSuchAttachment", "NoSuchMail"]


class NoSuchMail(PortalError):
    """The world has no mail of this number."""

    code = "inbox.no_such_mail"
    status = 404

    def __init__(self, mail_id: int) -> None:
        super().__init__(str(mail_id))
        self.mail_id = mail_id


class NoSuchAttachment(PortalError):
    """The mail has no attachment of this number."""

    code = "inbox.no_such_attachment"
    status = 404
