"""The money fields by name, as the checks of amounts name them."""

from contributions.layouts import C2, S1

__all__ = ["ALL_AMOUNTS", "AMOUNTS", "FORMAT_2", "JUDGED", "SHARES"]

AMOUNTS = tuple(field.name for field in C2.amounts)
ALL_AMOUNTS = (*AMOUNTS, *(field.name for field in S1.amounts))
"""Those of the combined layouts, and the one of a single scheme."""
FORMAT_2 = frozenset({C2.name})
"""The layout with LINDUNG 24 JAM."""
SHARES = tuple(field.name for field in C2.shares)
"""The five contributions."""
JUDGED = ("month", *AMOUNTS)
"""What must be readable before a contribution is compared with the rate tables."""
