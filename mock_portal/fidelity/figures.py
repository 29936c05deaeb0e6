"""Rules with the figures of a world: `{lock_seconds:/60}` is the setting in minutes."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from contributions import T
    from mock_portal.worlds.settings import WorldSettings

__all__ = ["with_figures"]


@dataclass(frozen=True)
class _Figure:
    value: object

    def __format__(self, spec: str) -> str:
        if spec.startswith("/") and isinstance(self.value, int):
            return f"{self.value / int(spec[1:]):g}"
        if isinstance(self.value, tuple):
            return ", ".join(map(str, self.value)) or "-"
        return format(self.value, spec)


def with_figures(words: "T", settings: "WorldSettings") -> "T":
    """A rule as it holds under these settings."""
    figures = {name: _Figure(value) for name, value in settings.to_json().items()}
    return type(words)(words.en.format_map(figures), words.ms.format_map(figures))
