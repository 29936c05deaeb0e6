"""A refusal of the control API in words: what is wrong and how to mend it, by its type."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from mock_portal.control.errors import (
    BadRequestBody,
    ForeignOrigin,
    NotFromThisMachine,
    NotJson,
    TokenNeeded,
)
from mock_portal.errors import NotAllowed, PortalError
from mock_portal.inbox.errors import NoSuchMail
from mock_portal.officer.errors import NoSuchOfficer
from mock_portal.registration.errors import (
    AlreadyDecided,
    AlreadyTaken,
    ApplicationNotFound,
    EmailInUse,
    EmailUnknown,
    NoEmployerMatches,
    NumberInUse,
    ReasonMissing,
)
from mock_portal.worlds.changing import (
    KNOWN_FAULTS,
    BadFaultTime,
    ClockOutOfRange,
    FaultsContradict,
    UnknownFault,
)
from mock_portal.worlds.registry import BadWorldName, NoSuchWorld, WorldExists
from mock_portal.worlds.scenario_files import BadScenario, NoSuchScenario, shipped
from mock_portal.worlds.settings import BadSetting, SettingsContradict, UnknownSetting
from mock_portal.worlds.snapshots import NoSuchSnapshot

__all__ = ["Refusal", "in_words"]

_LONGEST_VALUE: Final = 60


@dataclass(frozen=True)
class Refusal:
    """A refusal as the API says it."""

    code: str
    message: str
    mend: str
    status: int


def in_words(error: PortalError) -> Refusal:
    """What an error says to the program that caused it."""
    say = _SAYINGS.get(type(error))
    message, mend = say(error) if say else (f"Not possible: {error}.", "See GET /v1/openapi.json.")
    return Refusal(error.code, message, mend, error.status)


def _bad_setting(error: BadSetting) -> tuple[str, str]:
    value = json.dumps(error.value, ensure_ascii=False)
    shown = value if len(value) <= _LONGEST_VALUE else value[:_LONGEST_VALUE] + "..."
    return f'Setting "{error.name}" does not take {shown}.', f"It takes {error.wants}."


def _contradiction(error: SettingsContradict) -> tuple[str, str]:
    (smaller, low), (larger, high) = error.smaller, error.larger
    return (
        f'Setting "{smaller}" would be {low} and so more than "{larger}", which is {high}.',
        f'Give both, with "{smaller}" at most "{larger}".',
    )


def _unknown_fault(error: UnknownFault) -> tuple[str, str]:
    known = "; ".join(f"{at}: {', '.join(modes)}" for at, modes in KNOWN_FAULTS.items())
    return f'Nothing can fail at "{error.at[:60]}" in the way "{error.mode[:60]}".', f"There are {known}."


def _bad_fault_time(error: BadFaultTime) -> tuple[str, str]:
    at, mode = error.fault.at, error.fault.mode
    if error.fault.minutes:
        return f'A failure "{mode}" at "{at}" knows no minutes.', 'Leave "minutes" out.'
    return (
        f'A failure "{mode}" at "{at}" needs its time.',
        'Add "minutes", from 1 on; they count by the world\'s clock.',
    )


def _token_needed(error: TokenNeeded) -> tuple[str, str]:
    if error.can_be_shown:
        return "The control API asks for its token.", "Send it as Authorization: Bearer TOKEN."
    return (
        "A proxy stands between, and no token is set.",
        "Start the portal with --control-token-env NAME and send that token as Authorization: Bearer TOKEN.",
    )


_SAYINGS: Final[dict[type[PortalError], Callable[[Any], tuple[str, str]]]] = {
    NoSuchWorld: lambda error: (
        f'There is no world "{error.name[:60]}".',
        "GET /v1/worlds lists them; POST /v1/worlds makes one.",
    ),
    WorldExists: lambda error: (
        f'A world "{error.name}" exists already.',
        "Choose another name, leave the name out, or delete that world first.",
    ),
    BadWorldName: lambda error: (
        f'"{error.name[:60]}" cannot be a name here.',
        "Use 1 to 40 of a-z, 0-9 and -, with no - at an end; bank, inbox and control are taken.",
    ),
    NoSuchSnapshot: lambda error: (
        f'The world has no snapshot "{error.name[:60]}".',
        'Make one first: POST .../snapshots {"name": "..."}.',
    ),
    NoSuchScenario: lambda error: (
        f'There is no scenario "{error.name[:60]}".',
        f"Name one of {', '.join(shipped())}, or the one that the portal was started with.",
    ),
    BadScenario: lambda error: (
        f'The scenario "{error.name[:60]}" cannot be used: {" ".join(error.problems)}',
        "Mend what is named in its file.",
    ),
    NoSuchMail: lambda _: ("There is no such mail in this world.", "GET .../mail lists what there is."),
    ApplicationNotFound: lambda error: (
        f'There is no application "{error}" in this world.',
        "Its reference number is on the applicant's page and in every mail about it.",
    ),
    AlreadyTaken: lambda error: (
        f"{error.by} has this application open.",
        'Leave "officer" out, and the officer who has it open decides.',
    ),
    AlreadyDecided: lambda error: (
        f"The application is {error.state.value} since {error.at.isoformat()}, by {error.by or 'the clock'}.",
        "A decision stands; apply anew, or go back to a snapshot.",
    ),
    ReasonMissing: lambda _: ("A query and a rejection say why.", 'Give "reason" words.'),
    NotAllowed: lambda error: (
        f"The application is {error.from_state}; it cannot become {error.to_state}.",
        "Let its applicant submit it and use the link in the verification mail first.",
    ),
    NumberInUse: lambda _: ("The business is an employer by now.", "Reject the application, or query it."),
    EmailInUse: lambda _: ("The address is a Portal ID by now.", "Reject the application, or query it."),
    EmailUnknown: lambda _: ("The Portal ID of the application is gone.", "Reject the application."),
    NoEmployerMatches: lambda _: ("Its employer is not active any more.", "Reject the application."),
    NoSuchOfficer: lambda error: (
        f'No officer of this world has the address "{error.email[:60]}".'
        if error.email
        else "This world has no officer.",
        "GET the world: its log-ins of role officer. A scenario plants them as [[officers]].",
    ),
    UnknownSetting: lambda error: (
        f'There is no setting "{error.name[:60]}".',
        "There are: " + ", ".join(error.known) + ".",
    ),
    BadSetting: _bad_setting,
    SettingsContradict: _contradiction,
    UnknownFault: _unknown_fault,
    BadFaultTime: _bad_fault_time,
    FaultsContradict: lambda error: (
        f'"{error.first.at}" cannot fail in the ways "{error.first.mode}" and "{error.second.mode}" at once.',
        "Name each place once.",
    ),
    ClockOutOfRange: lambda _: (
        "The clock of a world shows the years 2000 to 2100.",
        "Choose a moment within them.",
    ),
    TokenNeeded: _token_needed,
    NotFromThisMachine: lambda _: (
        "The control API answers this machine only.",
        "Start the portal with --control-token-env NAME and send that token as Authorization: Bearer TOKEN.",
    ),
    ForeignOrigin: lambda error: (
        f"A page of {error.origin or 'another site'} may not use the control API.",
        "Call it from a program, or from the control panel.",
    ),
    NotJson: lambda _: ("A write carries a JSON body.", "Send Content-Type: application/json."),
    BadRequestBody: lambda error: (
        "The request does not have the shape asked for: " + "; ".join(error.problems) + ".",
        "See GET /v1/openapi.json.",
    ),
}
