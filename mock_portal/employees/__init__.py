"""Employees: who is insured through an employer, and since when."""

__all__: list[str] = []
