"""Changing a living world from outside its portal: its clock, its settings, the failures asked for.

What fell due by a moved clock happens at once, before the answer.
"""

from collections.abc import Callable, Iterable
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any, Final

from mock_portal.database import transaction
from mock_portal.edge import Edge
from mock_portal.errors import PortalError
from mock_portal.worlds.clock import Clock
from mock_portal.worlds.due import run_due
from mock_portal.worlds.models import WorldState
from mock_portal.worlds.settings import Fault, WorldSettings

__all__ = [
    "KNOWN_FAULTS",
    "BadFaultTime",
    "ClockOutOfRange",
    "FaultsContradict",
    "UnknownFault",
    "advance_clock",
    "change_settings",
    "run_clock",
    "set_clock",
    "set_faults",
]

_YEARS: Final = range(2000, 2101)
# Where a failure can be asked for, and in which ways.
KNOWN_FAULTS: Final[dict[str, tuple[str, ...]]] = {
    "bank.callback": ("never", "twice", "delayed"),
    "bank.return": ("never", "bad_signature", "changed_amount"),
    "smtp": ("down",),
}
# The only ones that take a time.
_TAKES_MINUTES: Final = frozenset({("bank.callback", "delayed")})


class UnknownFault(PortalError):
    """A place that cannot fail, or a way in which it cannot."""

    code = "world.unknown_fault"
    status = 400

    def __init__(self, at: str, mode: str) -> None:
        super().__init__(f"{at}: {mode}")
        self.at = at
        self.mode = mode


class BadFaultTime(PortalError):
    """A time for a failure that knows none, or none for one that needs it."""

    code = "world.bad_fault_time"
    status = 400

    def __init__(self, fault: Fault) -> None:
        super().__init__(f"{fault.at} {fault.mode}: {fault.minutes} minutes")
        self.fault = fault


class FaultsContradict(PortalError):
    """Two failures at one place: only one of them could happen."""

    code = "world.faults_contradict"
    status = 400

    def __init__(self, first: Fault, second: Fault) -> None:
        super().__init__(f"{first.at}: {first.mode} and {second.mode}")
        self.first = first
        self.second = second


class ClockOutOfRange(PortalError):
    """A moment that the clock of a world does not show."""

    code = "world.clock_out_of_range"
    status = 400


def advance_clock(shared: Edge, world: str, by: timedelta) -> Clock:
    """Move a world's clock by a span and let happen what fell due.

    Raises:
        NoSuchWorld: it does not exist.
        ClockOutOfRange: it would show a year before 2000 or after 2100.
    """
    return _change_clock(shared, world, lambda clock: _moved(clock, by))


def set_clock(shared: Edge, world: str, moment: datetime) -> Clock:
    """Let a world's clock show a moment and let happen what fell due.

    Raises:
        NoSuchWorld: it does not exist.
        ClockOutOfRange: the year is before 2000 or after 2100.
    """
    return _change_clock(shared, world, lambda clock: _shown_at(clock, moment))


def run_clock(shared: Edge, world: str, *, running: bool) -> Clock:
    """Let a world's clock run on from where it is, or stand still.

    Raises:
        NoSuchWorld: it does not exist.
    """
    return _change_clock(shared, world, Clock.started if running else Clock.stopped)


def change_settings(shared: Edge, world: str, values: dict[str, Any]) -> WorldSettings:
    """Change some settings of a world.

    Raises:
        NoSuchWorld: it does not exist.
        UnknownSetting, BadSetting, SettingsContradict: see `WorldSettings.changed`.
    """
    with transaction(shared.registry.world_file(world)) as session:
        state = session.get_one(WorldState, 1)
        changed = WorldSettings.from_json(state.settings).changed(values)
        state.settings = changed.to_json()
    return changed


def set_faults(shared: Edge, world: str, faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Replace the list of failures asked for; mail that waited for a mended server goes.

    Raises:
        NoSuchWorld: it does not exist.
        UnknownFault: nothing can fail there in that way.
        BadFaultTime: minutes are given where none count, or none where they do.
        FaultsContradict: two are asked for at one place.
    """
    wanted = tuple(dict.fromkeys(faults))
    _check(wanted)
    with transaction(shared.registry.world_file(world)) as session:
        session.get_one(WorldState, 1).faults = [asdict(fault) for fault in wanted]
    shared.sender.wake(world)
    return wanted


def _check(faults: Iterable[Fault]) -> None:
    at_place: dict[str, Fault] = {}
    for fault in faults:
        if fault.mode not in KNOWN_FAULTS.get(fault.at, ()):
            raise UnknownFault(fault.at, fault.mode)
        if bool(fault.minutes) is not ((fault.at, fault.mode) in _TAKES_MINUTES):
            raise BadFaultTime(fault)
        if fault.at in at_place:
            raise FaultsContradict(at_place[fault.at], fault)
        at_place[fault.at] = fault


def _moved(clock: Clock, by: timedelta) -> Clock:
    try:
        return clock.moved_to(clock.now() + by)
    except OverflowError:
        raise ClockOutOfRange(str(by)) from None


def _shown_at(clock: Clock, moment: datetime) -> Clock:
    try:
        return clock.moved_to(moment)
    except OverflowError:
        raise ClockOutOfRange(str(moment)) from None


def _change_clock(shared: Edge, world: str, change: Callable[[Clock], Clock]) -> Clock:
    world_file = shared.registry.world_file(world)
    shared.sender.let_mail_go(world)  # what was written before arrives before
    with transaction(world_file) as session:
        state = session.get_one(WorldState, 1)
        changed = change(state.clock)
        if changed.world_time.year not in _YEARS:
            raise ClockOutOfRange(str(changed.world_time.year))
        state.clock = changed
    run_due(world_file)
    shared.sender.wake(world)
    return changed
