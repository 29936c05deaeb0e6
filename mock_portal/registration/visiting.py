"""The applicant's browser in the words of the services."""

from typing import Final

from flask import flash, session
from flask_babel import gettext

from mock_portal.accounts.refusal_words import too_many_mails
from mock_portal.edge import database, now, origin, world
from mock_portal.errors import PortalError
from mock_portal.hosts import Site
from mock_portal.mail_limit import TooManyMails
from mock_portal.registration import applying, drafts, mail
from mock_portal.registration.drafts import Visit
from mock_portal.registration.errors import ApplicationNotFound, OpenedElsewhere
from mock_portal.registration.history import get_by_reference
from mock_portal.registration.papers import PAPERS, needed
from mock_portal.registration.states import EDITABLE, Kind, Purpose
from mock_portal.registration.views import ApplicationView, view_of
from mock_portal.ui.languages import language, said

__all__ = [
    "StepMissing",
    "hold",
    "let_go",
    "mail_waits",
    "missing_documents",
    "missing_words",
    "my_application",
    "my_draft",
    "next_step",
    "send_new_link",
    "visit",
]

# In the visitor's signed cookie: the key of the application that this browser may change, and which one it
# is. Its moment belongs to that, since the numbers come again in a world that was set back.
_KEY: Final = "application"
_HELD: Final = "application_held"


class StepMissing(PortalError):
    """A step was asked for before the one that it needs; the route sends the applicant there.

    Attributes:
        step: `start`, `company`, `purpose` or `representative`.
    """

    code = "registration.step_missing"

    def __init__(self, step: str) -> None:
        super().__init__(step)
        self.step = step


def hold(key: str) -> None:
    """Let this browser hold the key of an application."""
    session[_KEY] = key
    held = drafts.find_application(database(), key)
    session[_HELD] = [held.reference, held.created_at.isoformat()] if held is not None else None


def let_go() -> None:
    """Hold no application any more."""
    session.pop(_KEY, None)
    session.pop(_HELD, None)


def visit() -> Visit:
    """This browser."""
    return Visit(
        key=str(session.get(_KEY, "")),
        language=language(),
        world=world().name,
        origin=origin(Site.PORTAL),
    )


def my_application() -> ApplicationView | None:
    """The application that this browser holds, in whatever state.

    Raises:
        OpenedElsewhere: it held one that was opened in another browser since.
    """
    here = drafts.find_application(database(), visit().key)
    if here is None and session.get(_HELD):
        _refuse_if_opened_elsewhere(*session[_HELD])
    return here


def _refuse_if_opened_elsewhere(reference: str, created_at: str) -> None:
    try:
        there = view_of(get_by_reference(database(), reference))
    except ApplicationNotFound:
        return  # the world was set back to before it
    if there.created_at.isoformat() == created_at:
        raise OpenedElsewhere(reference, there.state)


def my_draft(*, kind: Kind | None = None, after: str = "") -> ApplicationView:
    """The application that this browser may change.

    Args:
        kind: of which kind it has to be.
        after: the step that has to be done before: `employer` or `representative`.

    Raises:
        StepMissing: there is none, or that step is not done.
        OpenedElsewhere: another browser may change it now.
    """
    here = my_application()
    if here is None or here.state not in EDITABLE or kind not in {None, here.kind}:
        raise StepMissing("start")
    if after and here.kind is Kind.NEW_EMPLOYER and here.company is None:
        raise StepMissing("company")
    if after and here.purpose is Purpose.NOT_CHOSEN:
        raise StepMissing("purpose")
    if after == "representative" and here.representative is None:
        raise StepMissing("representative")
    return here


def missing_documents(draft: ApplicationView) -> tuple[str, ...]:
    """The kinds of documents that an application with a representative still needs."""
    assert draft.representative is not None  # noqa: S101 - my_draft asked for it
    entity = draft.company.entity if draft.company is not None else ""
    there = {document.kind for document in draft.documents}
    return tuple(k for k in needed(draft.kind, entity, draft.representative.acts_as) if k not in there)


def next_step(step: str) -> str:
    """The endpoint that follows a saved step: the declaration instead, where all else is complete."""
    draft = my_draft()
    is_complete = draft.representative is not None and not missing_documents(draft)
    return "registration.finish.declare" if is_complete else step


def missing_words(kinds: tuple[str, ...]) -> str:
    """Which documents have to be uploaded first."""
    names = "; ".join(said(PAPERS[kind]) for kind in kinds)
    return str(gettext("Upload these documents first: %(names)s", names=names))


def mail_waits(email: str) -> bool:
    """Whether mail to an address waits for a mail server that does not answer."""
    waits = mail.waits_for(database(), email)
    return waits.tried or (waits.any and world().fault("smtp") is not None)


def send_new_link(view: ApplicationView) -> None:
    """Mail a new link, unless one waits for the mail server; the next page says what became of it."""
    if mail_waits(view.email):
        return
    settings = world().settings
    try:
        replaces = applying.send_link_again(database(), view.reference, visit(), settings=settings, now=now())
    except TooManyMails as error:
        flash(too_many_mails(error), "warning")
        return
    if mail_waits(view.email):
        return
    if replaces:
        flash(gettext("An email with a new link is on its way. The link before it works no more."))
    else:
        flash(gettext("An email with the link is on its way."))
