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
from harness.control.handles import FaultNotSet, NoMail, WorldClock, WorldFaults, WorldInbox
from harness.control.records import IssuedReceipt, PaidRecord, Payable, PayableLine, Payment, Submission
from harness.errors import ControlRefused

__all__ = [
    "BankTransaction",
    "Clock",
    "Control",
    "ControlRefused",
    "Fault",
    "FaultNotSet",
    "IssuedReceipt",
    "Login",
    "Mail",
    "MomentWithoutZone",
    "NoLink",
    "NoMail",
    "PaidRecord",
    "Payable",
    "PayableLine",
    "Payment",
    "Registration",
    "SeenRequest",
    "Submission",
    "World",
    "WorldClock",
    "WorldControl",
    "WorldFaults",
    "WorldInbox",
]
