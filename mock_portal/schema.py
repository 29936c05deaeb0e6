"""All tables of a world, brought together so that a template can be made."""

from importlib import import_module
from importlib.util import find_spec
from typing import Final

__all__ = ["CAPABILITIES"]

CAPABILITIES: Final = (
    "accounts",
    "bank",
    "employees",
    "employers",
    "inbox",
    "payments",
    "submissions",
    "worlds",
)

for _name in CAPABILITIES:
    if find_spec(f"mock_portal.{_name}") and find_spec(f"mock_portal.{_name}.models"):
        import_module(f"mock_portal.{_name}.models")
