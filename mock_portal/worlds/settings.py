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
