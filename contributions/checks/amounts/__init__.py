"""AM: wages and contributions, and whether they are what the rate tables say.

Amounts are compared only where wage, month and the amounts concerned can be read and a rate table is
known; what cannot be read has a finding of its own.
"""

from contributions.checks.amounts import (
    categories,
    digits,
    eis,
    last_digits,
    lindung,
    other_wage,
    percentages,
    single,
    socso,
    tables,
    units,
    unpaid,
    wages,
)

__all__ = ["CHECKS"]

CHECKS = (
    *digits.CHECKS,
    *wages.CHECKS,
    *unpaid.CHECKS,
    *units.CHECKS,
    *last_digits.CHECKS,
    *tables.CHECKS,
    *other_wage.CHECKS,
    *percentages.CHECKS,
    *socso.CHECKS,
    *categories.CHECKS,
    *eis.CHECKS,
    *lindung.CHECKS,
    *single.CHECKS,
)
