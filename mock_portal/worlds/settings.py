"""What can be set for one world, with the portal's own default and where the default comes from."""

from dataclasses import asdict, dataclass, fields, replace
from typing import Any, Self

from mock_portal.errors import PortalError

__all__ = ["Fault", "UnknownSetting", "WorldSettings"]


class UnknownSetting(PortalError):  # noqa: N818 - read as the fact that it states
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
    offline_banks: tuple[str, ...] = ("BSN",)
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
            if name in _CHOICES and value not in _CHOICES[name]:
                raise UnknownSetting(name, tuple(known), wants=" or ".join(_CHOICES[name]))
            kind = (list, tuple) if isinstance(known[name], tuple) else type(known[name])
            if not isinstance(value, kind) or (kind is int and (isinstance(value, bool) or value < 0)):
                raise UnknownSetting(name, tuple(known), wants="a whole number" if kind is int else "text")
        return replace(self, **{n: tuple(v) if isinstance(v, list) else v for n, v in values.items()})

    def to_json(self) -> dict[str, Any]:
        """Settings as they are stored and as the control API tells them."""
        return asdict(self)


_CHOICES = {"javascript": ("on", "off"), "login_form": ("email", "user_id")}


@dataclass(frozen=True)
class Fault:
    """A failure asked for: where it happens, in which way, and after how many minutes where that counts."""

    at: str
    mode: str
    minutes: int = 0
