"""ID: who the lines are about: identity number, name, and the employer's SSM number."""

from contributions.checks.identity import duplicates, names, numbers, ssm

__all__ = ["CHECKS"]

CHECKS = (*numbers.CHECKS, *duplicates.CHECKS, *names.CHECKS, *ssm.CHECKS)
