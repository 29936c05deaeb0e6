"""What can be set for one world, with the portal's own default and where the default comes from."""

from dataclasses import Field, asdict, dataclass, field, fields, replace
from typing import Any, Final, Self

from mock_portal.errors import PortalError
from mock_portal.fpx.banks import BANKS
from mock_portal.worlds.setting_rules import OneOf, Rule, SomeOf, WholeNumber, rule_of

__all__ = ["BadSetting", "Fault", "SettingsContradict", "UnknownSetting", "WorldSettings", "schema"]

_YEAR: Final = 31_536_000
_RULE: Final = "rule"
_KINDS: Final = ("upper", "lower", "digit", "symbol")


class UnknownSetting(PortalError):
    """A setting that no world has."""

    code = "world.unknown_setting"
    status = 400

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(f"there is no setting {name!r}")
        self.name = name
        self.known = known


class BadSetting(PortalError):
    """A value that a setting does not take.

    Attributes:
        wants: what it takes, in English.
    """

    code = "world.bad_setting"
    status = 400

    def __init__(self, name: str, value: object, *, wants: str) -> None:
        super().__init__(f"{name} takes {wants}, not {value!r}")
        self.name = name
        self.value = value
        self.wants = wants


class SettingsContradict(PortalError):
    """Two settings that cannot both hold.

    Attributes:
        smaller: the setting that must not be above the other, and its value.
        larger: the other, and its value.
    """

    code = "world.settings_contradict"
    status = 400

    def __init__(self, smaller: tuple[str, int], larger: tuple[str, int]) -> None:
        super().__init__(f"{smaller[0]} {smaller[1]} is above {larger[0]} {larger[1]}")
        self.smaller = smaller
        self.larger = larger


def _takes(rule: Rule) -> dict[str, Rule]:
    return {_RULE: rule}


@dataclass(frozen=True)
class WorldSettings:
    """The settings of a world. Figures come from `domain/portal-flows.md`; most are assumed there.

    What each takes is said once, here: the control API checks by it and its description is made of it.

    Attributes:
        javascript: `off` sends HTML answers under a CSP sandbox without scripts.
        login_form: `email` (e-mail, NEXT, password) or `user_id`, the older one-page form (1.2).
        idle_seconds: session ends after so long without a request (assumed, 1.5).
        warning_seconds: the countdown opens so long before (assumed, 1.5).
        absolute_seconds: session ends after so long whatever happens (assumed, 1.5).
        lock_after_failures: wrong passwords before an account locks (assumed, 1.3).
        failure_window_seconds: window in which they count (assumed, 1.3).
        lock_seconds: how long it stays locked (assumed, 1.3).
        address_tries: failed log-ins and reset requests of one address before it has to wait (assumed).
        address_window_seconds: window in which they count (assumed).
        address_lock_seconds: how long it has to wait (assumed).
        mailed_links: links that one e-mail address is mailed on request before it has to wait (assumed).
        mailed_links_window_seconds: window in which they count, and how long it has to wait (assumed).
        client_address: `connection`, or `forwarded` behind a proxy that sets X-Forwarded-For.
        password_shortest: fewest characters of a password (assumed, 1.4).
        password_longest: most characters of a password (assumed, 1.4).
        password_needs: what a password must have at least one of each (assumed, 1.4).
        password_former: so many latest passwords, today's among them, cannot be chosen (assumed, 1.4).
        password_days: a password expires after so many days, 0 for never (assumed, 1.4).
        password_reminder_days: a mail says so that many days before, 0 for none (assumed, 1.4).
        temporary_password_days: a temporary password expires after so many days (assumed, 1.3).
        reset_link_minutes: a reset link can be used for so long (assumed, 3.1).
        upload_limit_bytes: largest contribution file, 5 MB as Windows counts (assumed, contribution-files 2).
        offline_banks: codes of banks shown as Offline (PayNet).
        pay_pending_minutes: a payment without an answer becomes Unknown after so long (assumed, 12.4).
        auto_approve_registrations: a verified application for a Portal ID is approved by itself.
        auto_approve_minutes: so long after it was verified (assumed).
    """

    javascript: str = field(default="on", metadata=_takes(OneOf(("on", "off"))))
    login_form: str = field(default="email", metadata=_takes(OneOf(("email", "user_id"))))
    idle_seconds: int = field(default=900, metadata=_takes(WholeNumber(1, _YEAR)))
    warning_seconds: int = field(default=60, metadata=_takes(WholeNumber(0, _YEAR)))
    absolute_seconds: int = field(default=28_800, metadata=_takes(WholeNumber(1, _YEAR)))
    lock_after_failures: int = field(default=5, metadata=_takes(WholeNumber(1, 1_000)))
    failure_window_seconds: int = field(default=900, metadata=_takes(WholeNumber(1, _YEAR)))
    lock_seconds: int = field(default=1_800, metadata=_takes(WholeNumber(1, _YEAR)))
    address_tries: int = field(default=50, metadata=_takes(WholeNumber(1, 1_000_000)))
    address_window_seconds: int = field(default=900, metadata=_takes(WholeNumber(1, _YEAR)))
    address_lock_seconds: int = field(default=900, metadata=_takes(WholeNumber(1, _YEAR)))
    mailed_links: int = field(default=5, metadata=_takes(WholeNumber(1, 1_000_000)))
    mailed_links_window_seconds: int = field(default=3_600, metadata=_takes(WholeNumber(1, _YEAR)))
    client_address: str = field(default="connection", metadata=_takes(OneOf(("connection", "forwarded"))))
    password_shortest: int = field(default=8, metadata=_takes(WholeNumber(1, 1_000)))
    password_longest: int = field(default=20, metadata=_takes(WholeNumber(1, 1_000)))
    password_needs: tuple[str, ...] = field(default=_KINDS, metadata=_takes(SomeOf(_KINDS)))
    password_former: int = field(default=3, metadata=_takes(WholeNumber(0, 24)))
    password_days: int = field(default=90, metadata=_takes(WholeNumber(0, 3_650)))
    password_reminder_days: int = field(default=14, metadata=_takes(WholeNumber(0, 3_650)))
    temporary_password_days: int = field(default=7, metadata=_takes(WholeNumber(1, 3_650)))
    reset_link_minutes: int = field(default=60, metadata=_takes(WholeNumber(1, 525_600)))
    upload_limit_bytes: int = field(default=5 * 1_048_576, metadata=_takes(WholeNumber(1, 1_000_000_000)))
    offline_banks: tuple[str, ...] = field(
        default=("UJN04",), metadata=_takes(SomeOf(tuple(bank.code for bank in BANKS)))
    )
    pay_pending_minutes: int = field(default=30, metadata=_takes(WholeNumber(1, 525_600)))
    auto_approve_registrations: bool = False
    auto_approve_minutes: int = field(default=5, metadata=_takes(WholeNumber(0, 525_600)))

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Self:
        """Settings as they are stored in a world; they were checked when they were set."""
        known = {each.name for each in fields(cls)}
        return cls(**{name: _kept(value) for name, value in values.items() if name in known})

    def changed(self, values: dict[str, Any]) -> Self:
        """These settings with some of them changed.

        Raises:
            UnknownSetting: there is no such setting.
            BadSetting: a setting does not take this value.
            SettingsContradict: two of them cannot both hold.
        """
        known = {each.name: each for each in fields(self)}
        for name, value in values.items():
            if name not in known:
                raise UnknownSetting(name, tuple(known))
            rule = _rule(known[name])
            if not rule.fits(value):
                raise BadSetting(name, value, wants=rule.wants)
        changes: Any = {name: _kept(value) for name, value in values.items()}
        changed = replace(self, **changes)
        for smaller, larger in _NEVER_ABOVE:
            low, high = getattr(changed, smaller), getattr(changed, larger)
            if low > high:
                raise SettingsContradict((smaller, low), (larger, high))
        return changed

    def to_json(self) -> dict[str, Any]:
        """Settings as they are stored and as the control API tells them."""
        return asdict(self)


_NEVER_ABOVE: Final = (("warning_seconds", "idle_seconds"), ("password_shortest", "password_longest"))


def schema() -> dict[str, dict[str, Any]]:
    """What each setting takes, and its default, as JSON Schema by name."""
    told = _told_by_docstring()
    return {
        each.name: {
            **_rule(each).schema,
            "default": list(each.default) if isinstance(each.default, tuple) else each.default,
            "description": told.get(each.name, ""),
        }
        for each in fields(WorldSettings)
    }


def _rule(of: "Field[Any]") -> Rule:
    rule: Rule | None = of.metadata.get(_RULE)
    return rule if rule is not None else rule_of(of.default)


def _kept(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _told_by_docstring() -> dict[str, str]:
    lines = (line.strip() for line in (WorldSettings.__doc__ or "").splitlines())
    return {name: text for name, colon, text in (line.partition(": ") for line in lines) if colon}


@dataclass(frozen=True)
class Fault:
    """A failure asked for: where it happens, in which way, and after how many minutes where that counts."""

    at: str
    mode: str
    minutes: int = 0
