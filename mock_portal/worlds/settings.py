"""What can be set for one world, with the portal's own default and where the default comes from."""

from dataclasses import asdict, dataclass, fields, replace
from typing import Any, Self

from mock_portal.errors import PortalError

__all__ = ["Fault", "UnknownSetting", "WorldSettings"]


class UnknownSetting(PortalError):
    """A setting that no world has, or a value of the wrong kind."""

    code = "world.unknown_setting"
    status = 400

    def __init__(self, name: str, known: tuple[str, ...], *, wants: str | None = None) -> None:
        super().__init__(name)
        self.name = name
        self.known = known
        self.wants = wants


@dataclass(frozen=True)
class WorldSettings:
    """The settings of a world. Figures come from `domain/portal-flows.md`; most are assumed there.

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
        client_address: `connection`, or `forwarded` behind a proxy that sets X-Forwarded-For.
        password_shortest: fewest characters of a password (assumed, 1.4).
        password_longest: most characters of a password (assumed, 1.4).
        password_needs: what a password must have at least one of each (assumed, 1.4).
        password_former: so many latest passwords, today's among them, cannot be chosen (assumed, 1.4).
        password_days: a password expires after so many days, 0 for never (assumed, 1.4).
        password_reminder_days: a mail says so that many days before, 0 for none (assumed, 1.4).
        temporary_password_days: a temporary password expires after so many days (assumed, 1.3).
        reset_link_minutes: a reset link can be used for so long (assumed, 3.1).
        upload_limit_bytes: largest contribution file (assumed, contribution-files 2).
        offline_banks: codes of banks shown as Offline (PayNet).
        pay_pending_minutes: a payment without an answer becomes Unknown after so long (assumed, 12.4).
    """

    javascript: str = "on"
    login_form: str = "email"
    idle_seconds: int = 900
    warning_seconds: int = 60
    absolute_seconds: int = 28_800
    lock_after_failures: int = 5
    failure_window_seconds: int = 900
    lock_seconds: int = 1_800
    address_tries: int = 50
    address_window_seconds: int = 900
    address_lock_seconds: int = 900
    client_address: str = "connection"
    password_shortest: int = 8
    password_longest: int = 20
    password_needs: tuple[str, ...] = ("upper", "lower", "digit", "symbol")
    password_former: int = 3
    password_days: int = 90
    password_reminder_days: int = 14
    temporary_password_days: int = 7
    reset_link_minutes: int = 60
    upload_limit_bytes: int = 5_000_000
    offline_banks: tuple[str, ...] = ("UJN04",)
    pay_pending_minutes: int = 30

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Self:
        """Settings as they are stored in a world."""
        return cls().changed(values)

    def changed(self, values: dict[str, Any]) -> Self:
        """These settings with some of them changed.

        Raises:
            UnknownSetting: there is no such setting, or the value is of another kind.
        """
        known = {field.name: getattr(self, field.name) for field in fields(self)}
        for name, value in values.items():
            if name not in known:
                raise UnknownSetting(name, tuple(known))
            if wants := _wanted_instead(name, known[name], value):
                raise UnknownSetting(name, tuple(known), wants=wants)
        changes: Any = {name: tuple(v) if isinstance(v, list) else v for name, v in values.items()}
        return replace(self, **changes)

    def to_json(self) -> dict[str, Any]:
        """Settings as they are stored and as the control API tells them."""
        return asdict(self)


_LARGEST = 1_000_000_000  # so many minutes from now are still a date
_CHOICES = {"javascript": ("on", "off"), "login_form": ("email", "user_id")}


def _wanted_instead(name: str, today: object, value: object) -> str | None:
    """What a setting wants when `value` is not it."""
    if name in _CHOICES:
        return None if value in _CHOICES[name] else " or ".join(_CHOICES[name])
    if isinstance(today, int):
        whole = isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _LARGEST
        return None if whole else f"a whole number from 0 to {_LARGEST}"
    texts = isinstance(value, list | tuple) and all(isinstance(part, str) for part in value)
    return None if texts else "a list of texts"


@dataclass(frozen=True)
class Fault:
    """A failure asked for: where it happens, in which way, and after how many minutes where that counts."""

    at: str
    mode: str
    minutes: int = 0
