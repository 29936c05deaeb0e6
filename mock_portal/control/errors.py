"""What the control site refuses."""

from mock_portal.errors import PortalError

__all__ = ["BadRequestBody", "ForeignOrigin", "NotFromThisMachine", "NotJson", "TokenNeeded"]


class TokenNeeded(PortalError):
    """The token was not shown.

    Attributes:
        can_be_shown: `False` when none is set, so that nobody could.
    """

    code = "control.token_needed"
    status = 401

    def __init__(self, *, can_be_shown: bool = True) -> None:
        super().__init__("no token")
        self.can_be_shown = can_be_shown


class NotFromThisMachine(PortalError):
    """Another machine asks and no token is set."""

    code = "control.not_from_this_machine"
    status = 403


class ForeignOrigin(PortalError):
    """A page of another site asks.

    Attributes:
        origin: the page's own, empty where its browser did not say it.
    """

    code = "control.foreign_origin"
    status = 403

    def __init__(self, origin: str) -> None:
        super().__init__(origin)
        self.origin = origin


class NotJson(PortalError):
    """A write without a JSON body."""

    code = "control.not_json"
    status = 415


class BadRequestBody(PortalError):
    """A body or query that does not have the shape asked for.

    Attributes:
        problems: each as `where: what`, in English.
    """

    code = "control.bad_request"
    status = 400

    def __init__(self, *problems: str) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems
