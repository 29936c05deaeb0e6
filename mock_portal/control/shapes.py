"""What goes over the control API, in and out: the shapes of its OpenAPI description."""

import re
from datetime import datetime
from typing import Annotated, Any, Final, Literal, Self

from pydantic import AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from mock_portal.control.service import WorldView
from mock_portal.hosts import Site
from mock_portal.inbox.reading import MailRead
from mock_portal.registration.views import ApplicationView
from mock_portal.worlds.changing import KNOWN_FAULTS
from mock_portal.worlds.models import SeenRequest
from mock_portal.worlds.settings import Fault
from mock_portal.worlds.settings import schema as settings_schema

A_MOMENT: Final = "2026-11-10T09:00:00+08:00"
MOMENT_WANTED: Final = f"a moment as text, with its zone, such as {A_MOMENT}"


def _as_text(given: object) -> object:
    # pydantic alone would take a number, bare or as text, for seconds since 1970
    if not isinstance(given, str) or re.match(r"\d{4}-\d\d-\d\d", given) is None:
        raise ValueError(f"it takes {MOMENT_WANTED}")
    return given


class _In(BaseModel):
    model_config = ConfigDict(extra="forbid")


class InWorld(_In):
    """The world that a path names."""

    world: str


class OneMail(InWorld):
    """The mail that a path names."""

    mail_id: int


class Attachment(OneMail):
    """The attachment that a path names; the first is 1."""

    number: int


class OneRegistration(InWorld):
    """The application for a Portal ID that a path names by its reference number."""

    reference: str


class Decision(_In):
    """Which officer decides, by e-mail address; without one, who has it open, else the world's first."""

    officer: str | None = None


class ReasonedDecision(Decision):
    """A decision that tells the applicant why."""

    reason: str = Field(min_length=1, max_length=2_000)


class NewWorld(_In):
    """A world to be made, from a scenario or apart from another world."""

    name: str | None = None
    scenario: str | None = None
    fork_of: str | None = None

    @model_validator(mode="after")
    def _from_one_thing(self) -> Self:
        if self.scenario is not None and self.fork_of is not None:
            raise ValueError("give a scenario or fork_of, not both")
        return self


class ClockChange(_In):
    """One change of a clock: go so many seconds on, show a moment, or run and stand still."""

    advance_seconds: float | None = Field(default=None, strict=True, allow_inf_nan=False, ge=-1e11, le=1e11)
    now: Annotated[AwareDatetime, BeforeValidator(_as_text)] | None = None
    running: bool | None = Field(default=None, strict=True)

    @model_validator(mode="after")
    def _one_change(self) -> Self:
        if len([value for value in (self.advance_seconds, self.now, self.running) if value is not None]) != 1:
            raise ValueError("give one of advance_seconds, now, running")
        return self


def _each_may_be_named(shape: dict[str, Any]) -> None:
    # a default would say that what is left out goes back to it
    known = {name: dict(takes) for name, takes in settings_schema().items()}
    for takes in known.values():
        takes.pop("default")
    shape.update(properties=known, additionalProperties=False)


def _all_are_named(shape: dict[str, Any]) -> None:
    known = settings_schema()
    shape.update(properties=known, additionalProperties=False, required=list(known))


class SettingsChange(BaseModel):
    """Settings to change by name; the others stay. What each takes is said and checked by the settings."""

    model_config = ConfigDict(extra="allow", json_schema_extra=_each_may_be_named)


class Settings(BaseModel):
    """All settings of a world."""

    model_config = ConfigDict(extra="allow", json_schema_extra=_all_are_named)


_MODES = sorted({mode for modes in KNOWN_FAULTS.values() for mode in modes})


class FaultShape(_In):
    """A failure asked for; `minutes` counts for bank.callback delayed, by the world's clock."""

    at: str = Field(json_schema_extra={"enum": [*KNOWN_FAULTS]})
    mode: str = Field(json_schema_extra={"enum": [*_MODES]})
    minutes: int = Field(default=0, strict=True, ge=0, le=1_000_000)


class Faults(_In):
    """The failures asked for."""

    faults: list[FaultShape]

    def as_faults(self) -> tuple[Fault, ...]:
        """The same as the worlds know them."""
        return tuple(Fault(fault.at, fault.mode, fault.minutes) for fault in self.faults)


class MailQuery(_In):
    """Which mail, and how long to wait for the first that fits."""

    to: str | None = None
    subject: str | None = Field(default=None, description="Words of the subject.")
    after: int = Field(default=0, description="Only mail with a larger id.")
    wait_seconds: float = Field(default=0, ge=0, le=60, allow_inf_nan=False)


class JournalQuery(_In):
    """Which requests; `path` is the beginning of a path, its language included."""

    site: Literal["portal", "bank", "inbox"] | None = None
    path: str | None = None
    method: str | None = None


class SnapshotName(_In):
    """A snapshot to take."""

    name: str


class SnapshotToRestore(_In):
    """A snapshot to go back to."""

    snapshot: str


class ErrorWords(BaseModel):
    """What was wrong and how to mend it."""

    code: str
    message: str
    mend: str


class ErrorAnswer(BaseModel):
    """Every refusal."""

    error: ErrorWords


class Transactions(BaseModel):
    """The bank's ledger, oldest first: amounts in sen, months as 2026-10."""

    transactions: list[dict[str, Any]]


class Submissions(BaseModel):
    """What the portal says was submitted: amounts in sen, months as 2026-10."""

    submissions: list[dict[str, Any]]


class Payments(BaseModel):
    """What the portal says was paid: amounts in sen, months as 2026-10."""

    payments: list[dict[str, Any]]


class Health(BaseModel):
    """That the API answers."""

    status: Literal["ok"] = "ok"
    version: str


class Clock(BaseModel):
    """A world's clock."""

    now: datetime
    running: bool


class Login(BaseModel):
    """Who can log in to a world when it is new."""

    role: str
    email: str
    password: str
    user_id: str
    employer_code: str


class World(BaseModel):
    """A world."""

    name: str
    portal: str
    bank: str
    inbox: str
    scenario: str
    clock: Clock
    settings: Settings
    logins: list[Login]

    @classmethod
    def of(cls, view: WorldView) -> Self:
        """A world as the API tells of it."""
        return cls(
            name=view.name,
            portal=view.origins[Site.PORTAL],
            bank=view.origins[Site.BANK],
            inbox=view.origins[Site.INBOX],
            scenario=view.scenario,
            clock=Clock(now=view.now, running=view.running),
            settings=Settings(**view.settings.to_json()),
            logins=[Login(**login) for login in view.logins],
        )


class Worlds(BaseModel):
    """The living worlds."""

    worlds: list[World]


class AttachmentInfo(BaseModel):
    """A file that came with a mail, and where to fetch it."""

    name: str
    content_type: str
    size: int
    path: str


class Mail(BaseModel):
    """A mail that a world sent; `codes` are what stands alone in its text, such as a temporary password."""

    id: str
    at: datetime
    sender: str
    to: str
    subject: str
    text: str
    html: str
    links: list[str]
    codes: list[str]
    attachments: list[AttachmentInfo]

    @classmethod
    def of(cls, world: str, mail: MailRead) -> Self:
        """A mail as the API tells of it."""
        here = f"/v1/worlds/{world}/mail/{mail.id}"
        return cls(
            id=str(mail.id),
            at=mail.at,
            sender=mail.sender,
            to=mail.to,
            subject=mail.subject,
            text=mail.text,
            html=mail.html,
            links=list(mail.links),
            codes=list(mail.codes),
            attachments=[
                AttachmentInfo(
                    name=attached.name,
                    content_type=attached.content_type,
                    size=len(attached.content),
                    path=f"{here}/attachments/{number}",
                )
                for number, attached in enumerate(mail.attachments, 1)
            ],
        )


class Mailbox(BaseModel):
    """Mail, oldest first."""

    mail: list[Mail]


class Request(BaseModel):
    """A request as the server saw it; of cookies and of the query only the names."""

    at: datetime
    site: str
    method: str
    path: str
    query: str
    status: int
    user_agent: str
    sec_fetch_site: str
    cookies: list[str]
    milliseconds: float

    @classmethod
    def of(cls, seen: SeenRequest) -> Self:
        """A line of the journal as the API tells it."""
        return cls.model_validate(seen, from_attributes=True)


class Requests(BaseModel):
    """Requests, oldest first."""

    requests: list[Request]


class Snapshots(BaseModel):
    """The names of a world's snapshots."""

    snapshots: list[str]


class Registration(BaseModel):
    """An application for a Portal ID; employer code and Portal ID once it is approved."""

    reference: str
    kind: str
    state: str
    employer_name: str
    email: str
    employer_code: str
    portal_id: str
    taken_by: str
    reason: str

    @classmethod
    def of(cls, view: ApplicationView) -> Self:
        """An application as the API tells of it."""
        return cls.model_validate(view, from_attributes=True)
