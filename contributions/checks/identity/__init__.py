"""ID: who the lines are about: identity number, name, SSM number, and the portal's record of employees."""

from contributions.checks.identity import duplicates, names, numbers, roster, ssm

__all__ = ["CHECKS"]

CHECKS = (*numbers.CHECKS, *duplicates.CHECKS, *names.CHECKS, *ssm.CHECKS, *roster.CHECKS)
