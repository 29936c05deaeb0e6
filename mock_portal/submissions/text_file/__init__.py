"""Contribution by text file: upload, findings, Contribution Summary, Submit (portal-flows 6.3)."""

__all__: list[str] = []
