"""The money fields of layout C2 by name, as the checks of amounts name them."""

from contributions.layouts import C2

__all__ = ["AMOUNTS", "JUDGED", "SHARES"]

AMOUNTS = tuple(field.name for field in C2.amounts)
SHARES = tuple(field.name for field in C2.shares)
"""The five contributions."""
JUDGED = ("month", *AMOUNTS)
"""What must be readable before a contribution is compared with the rate tables."""
