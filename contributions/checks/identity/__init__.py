"""ID: who the lines are about: identity number, name, SSM number, and the portal's record of employees."""

from contributions.checks.identity import duplicates, mistyped, names, numbers, roster, ssm, ssm_shapes

__all__ = ["CHECKS"]

CHECKS = (
    *numbers.CHECKS,
    *mistyped.CHECKS,
    *duplicates.CHECKS,
    *names.CHECKS,
    *ssm.CHECKS,
    *ssm_shapes.CHECKS,
    *roster.CHECKS,
)
