"""A typed client of the mock portal's control API: worlds, clocks, faults, mail and what the server saw."""

from harness.control.answers import (
    BankTransaction,
    Clock,
    Fault,
    Login,
    Mail,
    NoLink,
    Registration,
    SeenRequest,
    World,
)
from harness.control.client import Control, MomentWithoutZone, WorldControl
from harness.control.handles import NoMail, WorldClock, WorldFaults, WorldInbox
from harness.errors import ControlRefused

__all__ = [
    "BankTransaction",
    "Clock",
    "Control",
    "ControlRefused",
    "Fault",
    "Login",
    "Mail",
    "MomentWithoutZone",
    "NoLink",
    "NoMail",
    "Registration",
    "SeenRequest",
    "World",
    "WorldClock",
    "WorldControl",
    "WorldFaults",
    "WorldInbox",
]
